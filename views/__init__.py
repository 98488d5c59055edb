"""Words and buttons, pure: what is to be shown and a language in, an Outgoing out."""
