"""What every room may use: the clock, errors, text helpers, the supervisor of background
tasks, and a process for slow work. A closed list.
"""
