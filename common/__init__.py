"""What every room may use: the clock, errors, text helpers, and the supervisor of
background tasks. A closed list.
"""
