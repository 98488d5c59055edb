"""What goes out: editions (digests), alerts, announcements, channel posts."""
