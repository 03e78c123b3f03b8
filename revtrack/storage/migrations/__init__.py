"""How an older database becomes a new one: one Alembic revision a version, in ``versions``."""
