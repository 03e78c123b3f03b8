"""Single rows of the register as the history tells them, also those that are gone."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection

from revtrack.domain.days.local_time import HERE
from revtrack.domain.names.record_names import Register, Row
from revtrack.storage.older_rows import complete, told_row
from revtrack.storage.triggers import columns_of, json_of, watched_tables

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
        return told_row(told)

    @cache
    def rows_with(table: str, field: str, value: int) -> tuple[Row, ...]:
        if table not in tables:
            return ()
        query = f'SELECT {_state(connection, table)} FROM "{table}" WHERE "{field}" = ?'
        found = connection.exec_driver_sql(query, (value,)).scalars().all()
        return tuple(json.loads(each) for each in found)

    return Register(row, rows_with)


@dataclass(frozen=True)
class LastChange:
    """By whom a row was changed last, and when."""

    who: str | None
    """None: by another program."""
    at: datetime
    """By the clock in Sweden."""


def last_change(connection: Connection, table: str, uid: str) -> LastChange | None:
    """Return by whom and when a row was changed last; None where the history tells of no such."""
    told = connection.exec_driver_sql(
        "SELECT who, at FROM event WHERE table_name = ? AND uid = ? ORDER BY sequence DESC LIMIT 1",
        (table, uid),
    ).first()
    if told is None:
        return None
    at = datetime.fromisoformat(told.at).astimezone(HERE).replace(tzinfo=None)
    return LastChange(told.who, at)


def told_and_actual(
    connection: Connection, table: str, uid: str
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return a record as the history last told it, and as it is; None where there is none such."""
    told = connection.exec_driver_sql(
        "SELECT coalesce(new, old) FROM event WHERE table_name = ? AND uid = ? "
        "ORDER BY sequence DESC LIMIT 1",
        (table, uid),
    ).scalar()
    if table not in watched_tables(connection) or "uid" not in columns_of(connection, table):
        return told_row(told), None
    actual = actual_row(connection, table, uid)
    before = told_row(told)
    if before and actual:
        before = {name: value for name, value in complete(table, before).items() if name in actual}
    return before, actual


def actual_row(connection: Connection, table: str, uid: str) -> dict[str, Any] | None:
    """Return a row as it is, as the history would tell it; None where there is none."""
    query = f'SELECT {_state(connection, table)} FROM "{table}" WHERE uid = ?'
    return told_row(connection.exec_driver_sql(query, (uid,)).scalar())


def attachment_of(connection: Connection, sha256: str) -> Row | None:
    """Return the latest file that is kept under this checksum; None where none is."""
    query = f"SELECT {_state(connection, 'attachment')} FROM attachment WHERE sha256 = ?"
    found = connection.exec_driver_sql(f"{query} ORDER BY id DESC LIMIT 1", (sha256,)).scalar()
    return told_row(found)


def change_of(
    connection: Connection, sequence: int
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return a row before and after an event of the history."""
    found = connection.exec_driver_sql(
        "SELECT old, new FROM event WHERE sequence = ?", (sequence,)
    ).first()
    return (told_row(found.old), told_row(found.new)) if found else (None, None)


def _state(connection: Connection, table: str) -> str:
    return json_of(columns_of(connection, table))
