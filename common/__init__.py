"""What every room may use: the clock, errors, text helpers. A closed list."""
