"""The registry as files: the same table that is imported, a map, and open data."""
