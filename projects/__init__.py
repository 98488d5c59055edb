"""The registry: where each project stands, who says so, and how it came to be known."""
