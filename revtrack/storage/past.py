"""The register as it stood at a moment: what the sealed history tells of every row, in memory.

Nothing is written to a file, and nothing in the register is touched: the rows are put in a database
of their own that is gone when nobody looks at it any more. What another program changed outside any
wish is not sealed and is not told here.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, Table, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from revtrack.storage.older_rows import complete
from revtrack.storage.tables import metadata

_NOT_TOLD = frozenset({"change", "event", "attachment_content"})
"""Tables that the events tell no rows of; the bytes of files are not repeated in the history."""
_TOLD = (
    "SELECT table_name, new, max(sequence) FROM event WHERE at < ? AND hash IS NOT NULL "
    "GROUP BY table_name, uid"
)
"""The last that is told of each row; SQLite takes the row that has the greatest number."""
_AT_ONCE = 2000


def first_and_last(connection: Connection) -> tuple[str, str] | None:
    """Return the moments of the first and the last sealed change; None where there is none."""
    row = connection.exec_driver_sql(
        "SELECT min(at), max(at) FROM event WHERE hash IS NOT NULL"
    ).one()
    return (row[0], row[1]) if row[0] else None


def register_before(connection: Connection, moment: str) -> Engine:
    """Return a database in memory that holds the register as it stood just before a moment.

    The moment is in UTC, as the history writes it. The database lives as long as its engine.
    """
    engine = _in_memory()
    metadata.create_all(engine)
    with engine.begin() as past:
        told = connection.exec_driver_sql(_TOLD, (moment,))
        for name, rows in groupby(told, key=lambda row: str(row[0])):
            if name in metadata.tables and name not in _NOT_TOLD:
                _fill(past, metadata.tables[name], _rows_of(name, rows))
        _fill(past, metadata.tables["event"], _events_before(connection, moment))
    return engine


def _in_memory() -> Engine:
    """Return an empty database that is there as long as the engine keeps one connection open."""
    name = f"file:/{uuid4()}?vfs=memdb"
    kept = sqlite3.connect(name, uri=True, check_same_thread=False)

    def connect(_kept: sqlite3.Connection = kept) -> sqlite3.Connection:
        return sqlite3.connect(name, uri=True, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _begin_by_hand(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _rows_of(table: str, told: Iterable[Row[Any]]) -> Iterator[dict[str, Any]]:
    for row in told:
        if row.new is not None:
            yield complete(table, json.loads(row.new))


def _events_before(connection: Connection, moment: str) -> Iterator[dict[str, Any]]:
    rows = connection.exec_driver_sql(
        "SELECT * FROM event WHERE at < ? AND hash IS NOT NULL ORDER BY sequence", (moment,)
    )
    for row in rows.mappings():
        yield dict(row)


def _fill(past: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    names = [column.name for column in table.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _name in names)
    statement = f'INSERT INTO "{table.name}" ({listed}) VALUES ({places})'
    some: list[tuple[Any, ...]] = []
    for row in rows:
        some.append(tuple(row.get(name) for name in names))
        if len(some) == _AT_ONCE:
            past.exec_driver_sql(statement, some)
            some.clear()
    if some:
        past.exec_driver_sql(statement, some)
