"""By what a person knows a record again: which committee's, of which audit, with what number."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""A record's fields by name, as they are stored."""

_PARENTS: Mapping[str, str] = {
    "addressee_id": "addressee",
    "recommendation_id": "recommendation",
    "question_id": "question",
    "reply_case_id": "reply_case",
    "letter_id": "letter",
    "assessment_id": "assessment",
    "action_id": "action",
    "response_id": "response",
    "committee_id": "committee",
    "audit_id": "audit",
    "municipality_id": "municipality",
}
"""Fields that name a record which says more of this one, the nearest first."""

_SPREAD: Mapping[str, tuple[str, str]] = {
    "response": ("response_case", "response_id"),
    "action": ("action_addressee", "action_id"),
}
"""Records whose committees stand in records of their own."""

_TELLING = (
    *("title", "heading", "paragraph", "file_name", "new_due_on", "held_on", "function"),
    *("letter_text", "report_text", "text", "quote", "phrase", "decision_text", "reason"),
    *("decided_on", "received_on", "dated_on", "code", "name"),
)
"""Fields that tell one such record from another, the most telling first."""

_NUMBERS = ("number_in_letter", "number_in_report", "ordinal")
"""Fields that may hold a recommendation's number, the first that does."""

_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "municipality": (),
    "committee": (),
    "confirmation": ("code",),
}
"""Records whose name says enough, and those that another field tells than it would of others."""


@dataclass(frozen=True)
class Register:
    """Where the rows of a register are looked up."""

    row: Callable[[str, int], Row | None]
    """The row of a table with this id, as it is or last was."""
    rows_with: Callable[[str, str, int], tuple[Row, ...]]
    """The rows of a table whose field has this value."""


@dataclass(frozen=True)
class RecordName:
    """The words by which a person knows a record; each may be empty."""

    kind: str
    """The table, whose label is the catalogue's."""
    numbers: tuple[str, ...] = ()
    """Of the recommendations that it is about."""
    questions: tuple[str, ...] = ()
    """Numbers of the audit questions that it is about."""
    committees: tuple[str, ...] = ()
    municipality: str = ""
    """Only where it belongs to no audit."""
    audit: str = ""
    """Reference of the audit."""
    own: str = ""
    """What tells it from others of its kind: a title, a paragraph, a day, its first words."""
    own_field: str = ""
    """The field that ``own`` stands in."""


def name_of(kind: str, row: Row, register: Register) -> RecordName:
    """Return the words by which a person knows this row of a table."""
    known = list(_related(kind, row, register))
    audits = [str(each.get("reference")) for table, each in known if table == "audit"]
    towns = [str(each.get("name")) for table, each in known if table == "municipality"]
    telling = _TOLD_BY.get(kind, _TELLING)
    field = next((name for name in telling if row.get(name)), "")
    return RecordName(
        kind,
        _once(_number(each) for table, each in known if table == "recommendation"),
        _once(str(each.get("number")) for table, each in known if table == "question"),
        _once(str(each.get("name")) for table, each in known if table == "committee"),
        "" if audits else next(iter(towns), ""),
        next(iter(audits), ""),
        str(row[field]) if field else "",
        field,
    )


def _related(kind: str, row: Row, register: Register) -> Iterator[tuple[str, Row]]:
    """Yield the row itself and then the records that it belongs to, each once."""
    waiting, seen = [(kind, row)], set[tuple[str, Any]]()
    while waiting:
        table, each = waiting.pop(0)
        if (table, each.get("id")) in seen:
            continue
        seen.add((table, each.get("id")))
        yield table, each
        if table == kind and table in _SPREAD:
            other, field = _SPREAD[table]
            waiting += [
                (other, part) for part in register.rows_with(other, field, each.get("id", 0))
            ]
        for field, parent in _PARENTS.items():
            number = each.get(field)
            if number is not None and (found := register.row(parent, number)) is not None:
                waiting.append((parent, found))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _number(row: Row) -> str:
    return str(next((row[each] for each in _NUMBERS if row.get(each)), ""))
