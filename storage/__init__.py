"""Tables, queries, migrations: the only home of SQL."""
