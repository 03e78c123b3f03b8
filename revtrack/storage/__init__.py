"""The database: rows, queries, history. Knows records, not words."""
