"""Subscribers, their choices, roles, audit."""
