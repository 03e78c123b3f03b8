"""The triggers that write the history, generated from the tables of the database itself.

A trigger sees every way of writing, also another program's. It may call no Python function and read
no temporary table: who and why stand in the table ``change`` while a wish is carried out.
"""

from sqlalchemy import Connection

UNWATCHED = frozenset({"change", "event", "alembic_version"})
"""Tables without history: the history itself, and how far the structure has come."""
SEARCH = "search_"
"""How the tables are called that searching rests on, which have none either: no fact is theirs."""

_UIDS = {"attachment_content": "sha256"}
"""Columns that name a row where it has no uid."""
_UNTOLD = {"attachment_content": frozenset({"content"})}
"""Columns that the history does not repeat: a file is checked by its sha-256."""

_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_ROWS = {"insert": ("NULL", "NEW"), "update": ("OLD", "NEW"), "delete": ("OLD", "NULL")}


def watched_tables(connection: Connection) -> tuple[str, ...]:
    """Return the names of the tables that have history, in alphabetical order."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    return tuple(
        sorted(name for name in names if name not in UNWATCHED and not name.startswith(SEARCH))
    )


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table that the history tells, in the table's order."""
    rows = connection.exec_driver_sql(f'PRAGMA table_info("{table}")')
    return tuple(row[1] for row in rows if row[1] not in _UNTOLD.get(table, ()))


def uid_column(table: str) -> str:
    """Return the column by which the history names the rows of a table."""
    return _UIDS.get(table, "uid")


def json_of(columns: tuple[str, ...], prefix: str = "") -> str:
    """Return the SQL expression that gives a row as JSON, its keys in the table's order."""
    dot = f"{prefix}." if prefix else ""
    pairs = ", ".join(f"'{name}', {dot}\"{name}\"" for name in columns)
    return f"json_object({pairs})"


def _trigger(table: str, columns: tuple[str, ...], action: str) -> str:
    old, new = _ROWS[action]
    row = new if new != "NULL" else old
    values = ", ".join(side if side == "NULL" else json_of(columns, side) for side in (old, new))
    return (
        f'CREATE TRIGGER "history_{table}_{action}" AFTER {action.upper()} ON "{table}" BEGIN '
        "INSERT INTO event (at, who, role, wish, why, table_name, uid, old, new, salt) "
        f"SELECT coalesce(c.at, {_NOW}), c.who, c.role, c.wish, c.why, '{table}', "
        f"{row}.{uid_column(table)}, {values}, lower(hex(randomblob(16))) "
        "FROM (SELECT 1) LEFT JOIN change AS c ON c.id = 1; END"
    )


def make_triggers(connection: Connection) -> None:
    """Make all triggers of the history anew; a rebuilt table has lost its own."""
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history_%'"
    for name in connection.exec_driver_sql(named).scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in watched_tables(connection):
        columns = columns_of(connection, table)
        for action in _ROWS:
            connection.exec_driver_sql(_trigger(table, columns, action))
