"""Single rows of the register as the history tells them, also those that are gone."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Connection

from revtrack.domain.record_names import Register, Row
from revtrack.storage.triggers import columns_of, json_of, uid_column, watched_tables

_LAST_TOLD = (
    "SELECT coalesce(new, old) FROM event WHERE table_name = ? "
    "AND json_extract(coalesce(new, old), '$.id') = ? ORDER BY sequence DESC LIMIT 1"
)


def register_of(connection: Connection) -> Register:
    """Return where rows are looked up, each once; what is gone is as the history last told it."""
    tables = frozenset(watched_tables(connection))

    @cache
    def row(table: str, number: int) -> Row | None:
        found = rows_with(table, "id", number)
        if found:
            return found[0]
        told = connection.exec_driver_sql(_LAST_TOLD, (table, number)).scalar()
        return _parsed(told)

    @cache
    def rows_with(table: str, field: str, value: int) -> tuple[Row, ...]:
        if table not in tables:
            return ()
        query = f'SELECT {_state(connection, table)} FROM "{table}" WHERE "{field}" = ?'
        found = connection.exec_driver_sql(query, (value,)).scalars().all()
        return tuple(json.loads(each) for each in found)

    return Register(row, rows_with)


def row_finder(connection: Connection) -> Callable[[str, str], tuple[Row | None, Row | None]]:
    """Return what finds a record by table and identity: as the history tells it, and as it is."""
    tables = frozenset(watched_tables(connection))

    def find(table: str, uid: str) -> tuple[Row | None, Row | None]:
        told = connection.exec_driver_sql(
            "SELECT coalesce(new, old) FROM event WHERE table_name = ? AND uid = ? "
            "ORDER BY sequence DESC LIMIT 1",
            (table, uid),
        ).scalar()
        if table not in tables:
            return _parsed(told), None
        query = f'SELECT {_state(connection, table)} FROM "{table}" WHERE {uid_column(table)} = ?'
        return _parsed(told), _parsed(connection.exec_driver_sql(query, (uid,)).scalar())

    return find


def _state(connection: Connection, table: str) -> str:
    return json_of(columns_of(connection, table))


def _parsed(text: str | None) -> dict[str, Any] | None:
    return json.loads(text) if text else None
