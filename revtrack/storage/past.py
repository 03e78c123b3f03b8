"""The register as it stood at a moment: what the sealed history tells of every row, in memory.

Nothing is written to a file, and nothing in the register is touched: the rows are put in a database
of their own that is gone when nobody looks at it any more. What another program changed outside any
wish is not sealed and is not told here.
"""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from revtrack.storage.engine import BUSY_TIMEOUT_MS
from revtrack.storage.older_rows import complete
from revtrack.storage.tables import metadata

_NOT_TOLD = frozenset({"change", "event", "attachment_content"})
"""Tables that the events tell no rows of; the bytes of files are not repeated in the history."""
_LAST_TOLD = (
    "CREATE TEMP TABLE last_told AS SELECT max(sequence) AS sequence, table_name "
    "FROM main.event WHERE at < ? AND hash IS NOT NULL GROUP BY table_name, uid"
)
_BY_TABLE = "CREATE INDEX temp.last_told_by_table ON last_told (table_name, sequence)"


def first_and_last(connection: Connection) -> tuple[str, str] | None:
    """Return the moments of the first and the last sealed change; None where there is none."""
    row = connection.exec_driver_sql(
        "SELECT min(at), max(at) FROM event WHERE hash IS NOT NULL"
    ).one()
    return (row[0], row[1]) if row[0] else None


def register_before(path: Path, moment: str) -> Engine:
    """Return a database in memory that holds the register as it stood just before a moment.

    The moment is in UTC, as the history writes it. The database lives as long as its engine.
    """
    name = f"file:/{uuid4()}?vfs=memdb"
    kept = _connect(name)
    engine = _engine(name, kept)
    metadata.create_all(engine)
    # The file's connection takes in the one in memory: an attached file gets the other's VFS, and
    # beside a connection that only reads nothing attached can be written.
    register = _connect(f"file:{quote(str(path.absolute()))}?mode=rw")
    try:
        register.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        register.execute("ATTACH ? AS past", (name,))
        _fill_all(register, moment)
    except sqlite3.DatabaseError as fault:
        raise DatabaseError(_LAST_TOLD, (moment,), fault) from fault
    finally:
        register.close()
    return engine


def _fill_all(register: sqlite3.Connection, moment: str) -> None:
    register.execute("BEGIN")
    register.execute(_LAST_TOLD, (moment,))
    register.execute(_BY_TABLE)
    for table in metadata.sorted_tables:
        if table.name not in _NOT_TOLD:
            _fill(register, table)
    register.execute(
        "INSERT INTO past.event SELECT * FROM main.event "
        "WHERE at < ? AND hash IS NOT NULL ORDER BY sequence",
        (moment,),
    )
    register.execute("COMMIT")


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, uri=True, check_same_thread=False, isolation_level=None)


def _engine(name: str, kept: sqlite3.Connection) -> Engine:
    """Return an engine on the database in memory, which is there while ``kept`` is open."""

    def connect(_kept: sqlite3.Connection = kept) -> sqlite3.Connection:
        return _connect(name)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _begin_by_hand(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _fill(register: sqlite3.Connection, table: Table) -> None:
    """Put the rows of a table as they were last told; columns that came later, as in new rows."""
    defaults: dict[str, Any] = complete(table.name, {})
    later = {name: value for name, value in defaults.items() if value is not None}
    names = [column.name for column in table.columns]
    told = [
        f"CASE WHEN json_type(e.new, '$.{name}') IS NULL THEN ? "
        f"ELSE json_extract(e.new, '$.{name}') END"
        if name in later
        else f"json_extract(e.new, '$.{name}')"
        for name in names
    ]
    listed = ", ".join(f'"{name}"' for name in names)
    register.execute(
        f'INSERT INTO past."{table.name}" ({listed}) SELECT {", ".join(told)} '
        "FROM last_told AS l JOIN main.event AS e ON e.sequence = l.sequence "
        "WHERE l.table_name = ? AND e.new IS NOT NULL",
        (*(later[name] for name in names if name in later), table.name),
    )
