"""What is posted by itself in the channels of the settings."""
