"""The append-only history: events written by triggers, sealed in a chain, checked against the rows.

The chain covers, for each event, its sequence, time, person, role, wish, table, uid and reason, the
seal before it, and a salted hash of the old and of the new row. The rows stand beside it, so that
personal data can be erased by replacing a value while the chain holds.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from revtrack.storage.older_rows import complete, told_row
from revtrack.storage.schema import version_of
from revtrack.storage.triggers import columns_of, json_of, uid_column, watched_tables

GENESIS = "0" * 64

_COLUMNS = (
    "sequence, at, who, role, wish, why, table_name, uid, old, new, salt, previous_hash, hash"
)


@dataclass(frozen=True)
class HistoryFault:
    """A row or an event that does not agree with the history."""

    reason: str
    """``changed``, ``removed``, ``added``, ``unsealed``, ``broken`` or ``missing``.

    Of the whole database: ``structure`` (its uid is the part's name) and ``unread``.
    """
    table: str
    uid: str
    sequence: int | None = None


def _value_hash(salt: str, value: str | None) -> str:
    return hashlib.sha256(f"{salt}{value if value is not None else ''}".encode()).hexdigest()


def seal_of(row: Row[Any], previous: str) -> str:
    """Return the seal of an event that follows the seal ``previous``."""
    parts = [
        row.sequence,
        row.at,
        row.who,
        row.role,
        row.wish,
        row.table_name,
        row.uid,
        row.why,
        previous,
        _value_hash(row.salt, row.old),
        _value_hash(row.salt, row.new),
        [row.old is None, row.new is None],
    ]
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def begin_wish(connection: Connection, who: str, role: str, why: str | None) -> int:
    """Note who carries out what from here to the commit, and return the number of the wish."""
    wish = connection.exec_driver_sql("SELECT coalesce(max(wish), 0) + 1 FROM event").scalar_one()
    connection.exec_driver_sql("DELETE FROM change")
    connection.exec_driver_sql(
        "INSERT INTO change (id, wish, at, who, role, why) "
        "VALUES (1, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?, ?)",
        (wish, who, role, why),
    )
    return int(wish)


def end_wish(connection: Connection) -> None:
    """Seal the events of the wish that is under way, and clear who carries it out."""
    last = connection.exec_driver_sql(
        "SELECT hash FROM event WHERE hash IS NOT NULL ORDER BY sequence DESC LIMIT 1"
    ).scalar()
    previous = last or GENESIS
    unsealed = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM event "
        "WHERE hash IS NULL AND wish = (SELECT wish FROM change) ORDER BY sequence"
    ).all()
    seals = []
    for row in unsealed:
        seal = seal_of(row, previous)
        seals.append((previous, seal, row.sequence))
        previous = seal
    if seals:
        connection.exec_driver_sql(
            "UPDATE event SET previous_hash = ?, hash = ? WHERE sequence = ?", seals
        )
    connection.exec_driver_sql("DELETE FROM change")


def chain_faults(connection: Connection) -> Iterable[HistoryFault]:
    """Yield every event that is missing, unsealed, or does not fit the chain, in order."""
    previous, expected = GENESIS, 1
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM event ORDER BY sequence")
    for row in rows:
        if row.sequence != expected:
            yield HistoryFault("missing", "event", str(expected), expected)
        expected = row.sequence + 1
        if row.hash is None:
            yield HistoryFault("unsealed", row.table_name, row.uid, row.sequence)
            continue
        if row.previous_hash != previous or seal_of(row, previous) != row.hash:
            yield HistoryFault("broken", row.table_name, row.uid, row.sequence)
        previous = row.hash
    counted = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    last = counted.scalar() or 0
    if last != expected - 1:
        yield HistoryFault("missing", "event", str(last), last)


def faults_in(connection: Connection) -> Iterable[HistoryFault]:
    """Yield all that does not agree with the sealed history, row by row and event by event."""
    yield from chain_faults(connection)
    yield from replay_faults(connection)
    yield from attachment_faults(connection)
    yield from keeping_faults(connection)


def replay_faults(connection: Connection) -> Iterable[HistoryFault]:
    """Yield every row that differs from what the history says it is."""
    for table in watched_tables(connection):
        state = f"{json_of(columns_of(connection, table))}"
        actual: dict[str, str] = dict(
            tuple(row)
            for row in connection.exec_driver_sql(
                f'SELECT {uid_column(table)}, {state} FROM "{table}"'
            )
        )
        told: dict[str, str | None] = dict(
            connection.exec_driver_sql(
                "SELECT uid, new FROM event AS e WHERE table_name = ? AND sequence = "
                "(SELECT max(sequence) FROM event WHERE table_name = e.table_name AND uid = e.uid)",
                (table,),
            ).all()
        )
        told = {uid: new for uid, new in told.items() if new is not None}
        for uid in sorted(actual.keys() | told.keys()):
            if uid not in told:
                yield HistoryFault("added", table, uid)
            elif uid not in actual:
                yield HistoryFault("removed", table, uid)
            elif not _is_told(table, str(told[uid]), actual[uid]):
                yield HistoryFault("changed", table, uid)


def _is_told(table: str, told: str, actual: str) -> bool:
    """Tell whether a row is what the history told of it, perhaps before it had all its columns."""
    if told == actual:
        return True
    row = told_row(told)
    return row is not None and complete(table, row) == told_row(actual)


def attachment_faults(connection: Connection) -> Iterable[HistoryFault]:
    """Yield every attached content that no longer has its sha-256."""
    rows = connection.exec_driver_sql("SELECT sha256, content FROM attachment_content")
    for sha256, content in rows:
        if hashlib.sha256(content).hexdigest() != sha256:
            yield HistoryFault("changed", "attachment_content", sha256)


def keeping_faults(connection: Connection) -> Iterable[HistoryFault]:
    """Yield what has been changed in the tables that keep the register's own state."""
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if version != [f"{version_of(connection):04}"]:
        yield HistoryFault("changed", "alembic_version", ", ".join(version))
    for wish in connection.exec_driver_sql("SELECT wish FROM change").scalars():
        yield HistoryFault("added", "change", str(wish))
