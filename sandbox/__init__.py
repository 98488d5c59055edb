"""A local Bot API with a chat page. Nothing in the product imports it."""
