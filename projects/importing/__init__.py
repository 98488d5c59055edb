"""Spreadsheets into the registry: read, understood, compared, and applied as one act."""
