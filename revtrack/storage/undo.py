"""A wish turned round: every row that it changed gets back what it held before."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.undoing import Done
from revtrack.storage.events import HistoryEvent
from revtrack.storage.lookup import actual_row
from revtrack.storage.older_rows import complete
from revtrack.storage.triggers import columns_of

MADE = ("document", "exchange", "reminder")
"""Tables that tell what was made of the facts: files are not undone, a wish that made them is
passed by."""
KEPT = ("attachment_content",)
"""Tables whose rows stay: the bytes of a file, so that it can come back."""


def wishes_of(connection: Connection, who: str) -> Iterator[Done]:
    """Yield the wishes of a person that changed facts, the latest first."""
    latest = (
        "SELECT wish FROM event WHERE who = ? AND wish < ? AND hash IS NOT NULL "
        "AND table_name NOT IN (SELECT value FROM json_each(?)) ORDER BY wish DESC LIMIT 1"
    )
    whole = "SELECT min(sequence), max(why) FROM event WHERE wish = ?"
    passed, made = 2**62, json.dumps(MADE)
    while (wish := connection.exec_driver_sql(latest, (who, passed, made)).scalar()) is not None:
        first, why = connection.exec_driver_sql(whole, (wish,)).one()
        yield Done(wish, first, why)
        passed = wish


def turn_round(connection: Connection, events: Sequence[HistoryEvent]) -> None:
    """Write the opposite of these events of one wish, as part of the wish that is under way.

    Raises RevTrackError where one of the rows has been changed since.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    to_turn = [event for event in events if event.table not in KEPT]
    _refuse_changed(connection, to_turn)
    for event in reversed(to_turn):
        _turn_row(connection, event)


def _refuse_changed(connection: Connection, events: Sequence[HistoryEvent]) -> None:
    left = {(event.table, event.uid): event.new for event in events}
    for (table, uid), told in left.items():
        if _said(table, told) != _said(table, actual_row(connection, table, uid)):
            raise RevTrackError(
                N_(
                    "Some of this has been changed since, so it can no longer be turned back in "
                    "one step. The history tells who changed it; correct it where it stands."
                )
            )


def _said(table: str, row: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return what a row says, whatever its version and whichever columns there were then."""
    return row and {**complete(table, row), "version": 0}


def _turn_row(connection: Connection, event: HistoryEvent) -> None:
    table = event.table
    now = actual_row(connection, table, event.uid)
    if event.old is None:
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE uid = ?', (event.uid,))
        return
    known = columns_of(connection, table)
    told = {name: value for name, value in complete(table, event.old).items() if name in known}
    told["version"] = (now or event.old)["version"] + 1
    if now is None:
        places = ", ".join("?" for _ in told)
        names = ", ".join(f'"{name}"' for name in told)
        statement = f'INSERT INTO "{table}" ({names}) VALUES ({places})'
        connection.exec_driver_sql(statement, tuple(told.values()))
    else:
        pairs = ", ".join(f'"{name}" = ?' for name in told)
        statement = f'UPDATE "{table}" SET {pairs} WHERE uid = ?'
        connection.exec_driver_sql(statement, (*told.values(), event.uid))
