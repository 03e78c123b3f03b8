"""Searching all texts: which have the words, in order, and where they stand."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from revtrack.domain.searching import FoundIn
from revtrack.storage.search_tables import SOURCES, asked_of, first_number, kind_of


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
    table, asked = asked_of(main)
    for word, is_in in (*((each, True) for each in rest), *((each, False) for each in without)):
        other, said = asked_of(word)
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
