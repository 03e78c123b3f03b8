"""Searching the lines of all recommendations: which fit, in order, and what a list shows of them.

With ``search_texts`` and ``search_tables`` this is all that knows SQLite's full-text search;
another database needs others.
"""

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from revtrack.domain.filtering import Comparison
from revtrack.domain.outcome.listed import ListedLine
from revtrack.domain.searching import FoundIn
from revtrack.storage.search_tables import asked_of, numbers_of

_COLUMNS = tuple(field.name for field in fields(ListedLine))
_MAY_BE_NULL = frozenset({"position", "verdict"})
"""Columns of which an empty value stands for none."""
_PART = 4096
"""Lines that are read between two looks at whether anybody still wants them."""
_COMPARED: Mapping[Comparison, str] = {
    Comparison.IS: "{column} BETWEEN ? AND ?",
    Comparison.BEFORE: "{column} < ?",
    Comparison.UNTIL: "{column} <= ?",
    Comparison.AFTER: "{column} > ?",
    Comparison.FROM: "{column} >= ?",
}
_FIRST_COUNTS = frozenset({Comparison.BEFORE, Comparison.FROM})

Value = str | int | date


@dataclass(frozen=True)
class OneOf:
    """Whether a column of a line holds one of these values."""

    column: str
    values: Collection[str | int]


@dataclass(frozen=True)
class Compared:
    """How a column of a line lies to the days or years from ``first`` to ``last``."""

    column: str
    first: Value
    last: Value
    how: Comparison = Comparison.IS


@dataclass(frozen=True)
class Said:
    """Whether a word stands in the texts of the recommendation, or of its audit."""

    kind: FoundIn
    word: str


Test = OneOf | Compared | Said


@dataclass(frozen=True)
class Clause:
    """A part of a filter: one of the tests has to be met, or none of them."""

    tests: tuple[Test, ...]
    is_excluded: bool = False


def stale_audits(connection: Connection, limit: int) -> list[int]:
    """Return some of the audits whose lines are to be made anew, the latest first."""
    found = "SELECT audit_id FROM search_stale ORDER BY audit_id DESC LIMIT ?"
    return list(connection.exec_driver_sql(found, (limit,)).scalars())


def count_stale(connection: Connection) -> int:
    """Return how many audits have lines that are to be made anew."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM search_stale").scalar_one())


def data_version(connection: Connection) -> int:
    """Return a number that is another one once somebody else has written to the register."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def keep_lines(
    connection: Connection, audit_ids: Collection[int], lines: Iterable[ListedLine]
) -> None:
    """Keep these lines of these audits, in place of those that they had."""
    ids = json.dumps(sorted(audit_ids))
    named = "audit_id IN (SELECT value FROM json_each(?))"
    connection.exec_driver_sql(f"DELETE FROM search_line WHERE {named}", (ids,))
    rows = [tuple(_stored(getattr(line, name)) for name in _COLUMNS) for line in lines]
    if rows:
        places = ", ".join("?" for _ in _COLUMNS)
        connection.exec_driver_sql(
            f"INSERT INTO search_line ({', '.join(_COLUMNS)}) VALUES ({places})", rows
        )
    connection.exec_driver_sql(f"DELETE FROM search_stale WHERE {named}", (ids,))


def shadow(connection: Connection) -> None:
    """Let this connection keep lines of its own, in memory, before those of the register."""
    connection.exec_driver_sql("CREATE TEMP TABLE search_line AS SELECT * FROM main.search_line")
    connection.exec_driver_sql("CREATE TEMP TABLE search_stale AS SELECT * FROM main.search_stale")


def line_ids(
    connection: Connection,
    clauses: Sequence[Clause],
    limit: int | None,
    is_wanted: Callable[[], bool],
) -> "array[int]":
    """Return the addressees whose lines fit, the latest year first, then in order of audits.

    Ends early, with what was found, once nobody wants it.
    """
    where, values = _where(clauses)
    ids = array("q")
    cursor = connection.connection.cursor()
    try:
        cursor.execute(
            f"SELECT addressee_id FROM search_line{where} "
            "ORDER BY year DESC, audit_id DESC, place LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        while part := cursor.fetchmany(_PART):
            ids.extend(row[0] for row in part)
            if not is_wanted():
                break
    finally:
        cursor.close()
    return ids


def is_said(connection: Connection, said: Said) -> bool:
    """Tell whether a word stands in any text of its kind."""
    sql, values = _found(said)
    return connection.exec_driver_sql(f"{sql} LIMIT 1", tuple(values)).first() is not None


def _stored(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _where(clauses: Sequence[Clause]) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    for clause in clauses:
        tests = [_test(test) for test in clause.tests]
        said = " OR ".join(sql for sql, _ in tests) or "0"
        parts.append(f"{'NOT ' if clause.is_excluded else ''}ifnull({said}, 0)")
        values += [value for _, own in tests for value in own]
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


def _test(test: Test) -> tuple[str, list[object]]:
    match test:
        case OneOf(column, accepted):
            listed = json.dumps(sorted(accepted, key=str))
            held = f"ifnull({_known(column)}, '')" if column in _MAY_BE_NULL else _known(column)
            return f"{held} IN (SELECT value FROM json_each(?))", [listed]
        case Compared(column, first, last, how):
            bounds = [_stored(first), _stored(last)]
            used = bounds if how is Comparison.IS else bounds[:1]
            used = used if how is Comparison.IS or how in _FIRST_COUNTS else bounds[1:]
            return _COMPARED[how].format(column=_known(column)), used
        case Said(kind, word):
            column = "audit_id" if kind is FoundIn.AUDIT else "recommendation_id"
            sql, values = _found(Said(kind, word))
            return f"{column} IN ({sql})", values


def _found(said: Said) -> tuple[str, list[object]]:
    """Return the query for the rows of a kind in whose text a word stands."""
    low, high = numbers_of(said.kind)
    table, asked = asked_of(said.word)
    found = f"SELECT rowid - {low} FROM {table} WHERE {table} MATCH ?"
    return f"{found} AND rowid BETWEEN {low} AND {high}", [asked]


def _known(column: str) -> str:
    if column not in _COLUMNS:
        raise KeyError(column)
    return column


class LineRow(NamedTuple):
    """What a list shows of a recommendation to a committee."""

    addressee_id: int
    audit_id: int
    committee_id: int
    municipality: str
    audit: str
    title: str
    year: int
    committee: str
    abbreviation: str | None
    number: str
    text: str
    standing: str
    position: str | None
    progress: str | None
    verdict: str | None
    priority: str | None
    is_answered: bool
    awaited_on: date | None


_ROWS = (
    "SELECT l.addressee_id, l.audit_id, l.committee_id, m.name, a.reference, a.title, l.year, "
    "c.name, c.abbreviation, l.number, coalesce(r.letter_text, r.report_text, ''), l.standing, "
    "l.position, l.progress, l.verdict, l.priority, l.is_answered, l.awaited_on "
    "FROM json_each(?) AS asked JOIN search_line AS l ON l.addressee_id = asked.value "
    "JOIN recommendation AS r ON r.id = l.recommendation_id JOIN audit AS a ON a.id = l.audit_id "
    "JOIN committee AS c ON c.id = l.committee_id "
    "JOIN municipality AS m ON m.id = l.municipality_id "
    "ORDER BY asked.key"
)


def line_rows(connection: Connection, addressee_ids: Sequence[int]) -> list[LineRow]:
    """Return what a list shows of these addressees, in the order that they are named."""
    rows = connection.exec_driver_sql(_ROWS, (json.dumps(list(addressee_ids)),))
    return [
        LineRow._make((*row[:-2], bool(row[-2]), date.fromisoformat(row[-1]) if row[-1] else None))
        for row in rows
    ]


def names_of(connection: Connection, kind: str) -> dict[int, tuple[str, ...]]:
    """Return the names that municipalities, committees or audits are known by, by their id."""
    columns = {
        "municipality": ("name",),
        "committee": ("abbreviation", "name"),
        "audit": ("reference", "title"),
    }[kind]
    rows = connection.exec_driver_sql(f"SELECT id, {', '.join(columns)} FROM {kind}")
    return {row[0]: tuple(name for name in row[1:] if name) for row in rows}


def values_of(connection: Connection, column: str) -> list[str]:
    """Return the different values of a column of the lines."""
    found = f"SELECT DISTINCT {_known(column)} FROM search_line WHERE {column} IS NOT NULL"
    return list(connection.exec_driver_sql(found).scalars())
