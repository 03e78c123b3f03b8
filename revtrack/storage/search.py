"""Searching over the whole register: which lines and texts fit, in order, and what they say.

This is the only module that knows SQLite's full-text search; another database needs another one.
"""

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from revtrack.domain.filtering import Comparison
from revtrack.domain.outcome.listed import ListedLine
from revtrack.domain.searching import FoundIn
from revtrack.storage.search_tables import SOURCES, first_number, kind_of, numbers_of

_COLUMNS = tuple(field.name for field in fields(ListedLine))
_MAY_BE_NULL = frozenset({"position", "verdict"})
"""Columns of which an empty value stands for none."""
_PART = 4096
"""Lines that are read between two looks at whether anybody still wants them."""
_TRIGRAM = 3
"""Letters from which a word is found inside others."""
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


# ---- lines


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
    table, asked = _match(said.word)
    found = f"SELECT rowid - {low} FROM {table} WHERE {table} MATCH ?"
    return f"{found} AND rowid BETWEEN {low} AND {high}", [asked]


def _known(column: str) -> str:
    if column not in _COLUMNS:
        raise KeyError(column)
    return column


def _match(word: str) -> tuple[str, str]:
    """Return the table that a word is looked for in, and what it is asked."""
    quoted = '"' + word.replace('"', '""') + '"'
    return ("search_part", quoted) if len(word) >= _TRIGRAM else ("search_word", f"{quoted}*")


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


# ---- texts


@dataclass(frozen=True)
class _Place:
    """Where a kind of text stands: SQL expressions of the row ``t``."""

    audit: str
    committees: str = "SELECT NULL AS id WHERE 0"
    number: str = "NULL"


_NUMBER = "coalesce(r.number_in_letter, r.number_in_report)"
_OF_ADDRESSEE = (
    "SELECT {what} FROM addressee AS a JOIN recommendation AS r ON r.id = a.recommendation_id "
    "WHERE a.id = t.addressee_id"
)
_AT_ADDRESSEE = _Place(
    _OF_ADDRESSEE.format(what="r.audit_id"),
    "SELECT committee_id AS id FROM addressee WHERE id = t.addressee_id",
    _OF_ADDRESSEE.format(what=_NUMBER),
)
_OF_ACTION = (
    "FROM action_addressee AS l JOIN addressee AS a ON a.id = l.addressee_id "
    "JOIN recommendation AS r ON r.id = a.recommendation_id WHERE l.action_id = t.id"
)
_PLACES: Mapping[FoundIn, _Place] = {
    FoundIn.AUDIT: _Place("SELECT t.id"),
    FoundIn.RECOMMENDATION: _Place(
        "SELECT t.audit_id",
        "SELECT committee_id AS id FROM addressee WHERE recommendation_id = t.id",
        "SELECT coalesce(t.number_in_letter, t.number_in_report)",
    ),
    FoundIn.QUESTION: _Place("SELECT t.audit_id", number="SELECT t.number"),
    FoundIn.ASSESSMENT: _Place(
        "SELECT t.audit_id",
        "SELECT committee_id AS id FROM assessment_committee WHERE assessment_id = t.id",
        "SELECT CASE WHEN count(*) = 1 THEN min(q.number) END FROM assessment_question AS l "
        "JOIN question AS q ON q.id = l.question_id WHERE l.assessment_id = t.id",
    ),
    FoundIn.ANSWER: _AT_ADDRESSEE,
    FoundIn.RESPONSE: _Place(
        "SELECT t.audit_id",
        "SELECT c.committee_id AS id FROM response_case AS l "
        "JOIN reply_case AS c ON c.id = l.reply_case_id WHERE l.response_id = t.id",
    ),
    FoundIn.ACTION: _Place(
        "SELECT t.audit_id",
        f"SELECT DISTINCT a.committee_id AS id {_OF_ACTION}",
        f"SELECT CASE WHEN count(DISTINCT r.id) = 1 THEN min({_NUMBER}) END {_OF_ACTION}",
    ),
    FoundIn.VERDICT: _AT_ADDRESSEE,
    FoundIn.NOTE: _Place(
        "SELECT audit_id FROM reply_case WHERE id = t.reply_case_id",
        "SELECT committee_id AS id FROM reply_case WHERE id = t.reply_case_id",
    ),
}


class TextRow(NamedTuple):
    """A text and where it stands."""

    text_number: int
    kind: FoundIn
    id: int
    text: str
    audit_id: int
    number: str | None
    committee_ids: tuple[int, ...]


def text_numbers(
    connection: Connection,
    words: Sequence[str],
    without: Sequence[str] = (),
    limit: int | None = None,
    before: int | None = None,
) -> "array[int]":
    """Return the numbers of the texts that have all these words, by kind and then the latest first.

    ``before``: only what comes after this number in that order.
    """
    tests: list[str] = []
    values: list[object] = []
    main, *rest = sorted(words, key=len, reverse=True)
    table, asked = _match(main)
    for word, is_in in (*((each, True) for each in rest), *((each, False) for each in without)):
        other, said = _match(word)
        if other == table:
            asked = f"{asked} {'AND' if is_in else 'NOT'} {said}"
        else:
            tests.append(
                f"rowid {'' if is_in else 'NOT '}IN "
                f"(SELECT rowid FROM {other} WHERE {other} MATCH ?)"
            )
            values.append(said)
    if before is not None:
        tests.append("rowid < ?")
        values.append(before)
    where = " AND ".join([f"{table} MATCH ?", *tests])
    found = connection.exec_driver_sql(
        f"SELECT rowid FROM {table} WHERE {where} ORDER BY rowid DESC LIMIT ?",
        (asked, *values, -1 if limit is None else limit),
    )
    return array("q", found.scalars())


def audits_named(
    connection: Connection, audit_ids: Collection[int]
) -> dict[int, tuple[str, str, str]]:
    """Return the municipality, the reference and the title of these audits by their id."""
    rows = connection.exec_driver_sql(
        "SELECT a.id, m.name, a.reference, a.title FROM audit AS a "
        "JOIN municipality AS m ON m.id = a.municipality_id "
        "WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(audit_ids)),),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def text_rows(connection: Connection, numbers: Iterable[int]) -> list[TextRow]:
    """Return the texts with these numbers, in the order of the numbers."""
    asked = list(numbers)
    wanted: dict[FoundIn, list[int]] = {}
    for number in asked:
        kind, row_id = kind_of(number)
        wanted.setdefault(kind, []).append(row_id)
    found = {
        (kind, row.id): _text_row(kind, row)
        for kind, ids in wanted.items()
        for row in _texts(connection, kind, ids)
    }
    return [found[key] for number in asked if (key := kind_of(number)) in found]


def _texts(connection: Connection, kind: FoundIn, ids: Sequence[int]) -> Iterator[Row[Any]]:
    source, place = SOURCES[kind], _PLACES[kind]
    yield from connection.exec_driver_sql(
        f"SELECT t.id AS id, {source.text('t')} AS text, ({place.audit}) AS audit_id, "
        f"({place.number}) AS number, (SELECT json_group_array(id) FROM ({place.committees})) "
        f'AS committees FROM "{source.table}" AS t '
        "WHERE t.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )


def _text_row(kind: FoundIn, row: Row[Any]) -> TextRow:
    number = None if row.number is None else str(row.number)
    return TextRow(
        first_number(kind) + row.id,
        kind,
        row.id,
        row.text,
        row.audit_id,
        number,
        tuple(json.loads(row.committees)),
    )
