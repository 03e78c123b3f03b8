"""What is typed to find rows: words, fields with values, comparisons, and what must not be there.

``nämnd:SN status:öppen -prio:låg svar:<2023-04 försenad "artificiell intelligens"`` keeps the rows
that fit every part. A part with a minus before it keeps those that do not fit it. Values of one
field with a comma between are alternatives: ``nämnd:KS,SN``. The names of fields and of properties
are given by whoever knows the language; nothing here is tied to one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from revtrack.domain.days.dates import check_coarse, first_day, last_day
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.texts.prose import name_key


class Field(StrEnum):
    """What a row can be found by."""

    MUNICIPALITY = "municipality"
    COMMITTEE = "committee"
    AUDIT = "audit"
    YEAR = "year"
    NUMBER = "number"
    STATUS = "status"
    PRIORITY = "priority"
    POSITION = "position"
    PROGRESS = "progress"
    VERDICT = "verdict"
    DUE = "due"
    RECEIVED = "received"
    RESPONSIBLE = "responsible"
    SEVERITY = "severity"
    CODE = "code"
    PERSON = "person"
    CHANGED = "changed"
    RECORD = "record"
    LATE = "late"
    OPEN = "open"


PROPERTIES = frozenset({Field.LATE, Field.OPEN})
"""What a row is or is not; named by a word alone, without a value."""
DAYS = frozenset({Field.DUE, Field.RECEIVED, Field.CHANGED})
"""Fields that hold a day, compared with a day, a month or a year."""

Fact = str | tuple[str, ...] | int | date | bool | None
"""What a row says in a field; several texts are names of the same thing (KS, kommunstyrelsen)."""
Facts = Mapping[Field, Fact]


class Comparison(StrEnum):
    """How what a row says is held against a value."""

    IS = ""
    BEFORE = "<"
    AFTER = ">"
    UNTIL = "<="
    FROM = ">="


@dataclass(frozen=True)
class Part:
    """One part of a filter; without a field it is a word that stands anywhere in the row."""

    values: tuple[str, ...]
    """Folded; one of them has to fit. None for a property."""
    field: Field | None = None
    comparison: Comparison = Comparison.IS
    is_excluded: bool = False
    properties: tuple[Field, ...] = ()
    """What the values name besides as properties: "status:öppen" finds what "öppen" does."""


@dataclass(frozen=True)
class Filter:
    """The parts of what was typed; a row is kept where it fits all of them."""

    parts: tuple[Part, ...] = ()

    def keeps(self, text: str, facts: Facts) -> bool:
        """Tell whether a row is kept; ``text`` is all that it says, folded by ``name_key``."""
        return all(_fits(part, text, facts) is not part.is_excluded for part in self.parts)


_PART = re.compile(
    r'(?=\S)(?P<minus>-)?(?:(?P<name>[^\s:"-][^\s:"]*):(?P<sign><=|>=|<|>)?)?'
    r'(?P<value>(?:"[^"]*(?:"|$)|[^\s"])*)'
)
C = TypeVar("C", int, date)
_SHORTEST = 3
"""Letters from which a value may be a part of a name; a shorter one is the whole of it."""


def parse_filter(typed: str, names: Mapping[str, Field]) -> Filter:
    """Return what was typed as a filter; ``names`` are the folded words for fields.

    What is being typed still (a field without a value, a minus alone) keeps every row. Raises
    UsageError for a field that nobody knows, and for a day or a year that is none.
    """
    found = (_part_of(match, names) for match in _PART.finditer(typed))
    return Filter(tuple(part for part in found if part))


def _part_of(match: re.Match[str], names: Mapping[str, Field]) -> Part | None:
    value, is_excluded = match["value"], match["minus"] is not None
    name = name_key(match["name"] or "")
    if not name or any(sign.isdigit() for sign in name):
        said = f"{match['name']}:{match['sign'] or ''}{value}" if name else value
        word = name_key(said.replace('"', " "))
        if names.get(word) in PROPERTIES and '"' not in said:
            return Part((), names[word], is_excluded=is_excluded)
        return Part((word,), is_excluded=is_excluded) if word else None
    field = names.get(name)
    if field is None or field in PROPERTIES:
        raise UsageError(
            N_("There is no field {name} to look in. These can be named: {names}."),
            name=match["name"],
            names=", ".join(_told(names)),
        )
    values = tuple(filter(None, (name_key(each.strip('"')) for each in _alternatives(value))))
    for each in values:
        _check(field, each)
    if not values:
        return None
    comparison = Comparison(match["sign"] or "")
    named = (names.get(each) for each in values if field is Field.STATUS)
    properties = tuple(each for each in named if each in PROPERTIES)
    return Part(values, field, comparison, is_excluded, properties)


def _told(names: Mapping[str, Field]) -> list[str]:
    """Return the first word for each field that takes a value."""
    first: dict[Field, str] = {}
    for word, field in names.items():
        first.setdefault(field, word)
    return [word for field, word in first.items() if field not in PROPERTIES]


def _alternatives(value: str) -> list[str]:
    return re.findall(r'"[^"]*"?|[^,"]+', value)


def _check(field: Field, value: str) -> None:
    if field in DAYS and days_named(value) is None:
        raise UsageError(
            N_(
                "“{value}” is no day, month or year. Write 2023-03-20, 2023-03, 2023 or 2022..2024."
            ),
            value=value,
        )
    if field is Field.YEAR and years_named(value) is None:
        raise UsageError(N_("“{value}” is no year. Write 2023 or 2022..2024."), value=value)


def days_named(value: str) -> tuple[date, date] | None:
    """Return the first and the last day that a value covers; None: it is no day."""
    first, _dots, last = value.partition("..")
    try:
        return first_day(check_coarse(first)), last_day(check_coarse(last or first))
    except ValueError:
        return None


def years_named(value: str) -> tuple[int, int] | None:
    """Return the first and the last year that a value covers; None: it is no year."""
    found = re.fullmatch(r"([0-9]{4})(?:\.\.([0-9]{4}))?", value)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _fits(part: Part, text: str, facts: Facts) -> bool:
    if part.field is None:
        return part.values[0] in text
    fact = facts.get(part.field)
    if part.field in PROPERTIES:
        return fact is True
    if any(facts.get(each) is True for each in part.properties):
        return True
    if fact is None:
        return False
    return any(_says(fact, value, part.comparison) for value in part.values)


def _says(fact: str | tuple[str, ...] | int | date, value: str, how: Comparison) -> bool:
    if isinstance(fact, date):
        days = days_named(value)
        return days is not None and _lies(fact, days, how)
    if isinstance(fact, int):
        years = years_named(value)
        return years is not None and _lies(fact, years, how)
    return any(is_named(each, value) for each in ((fact,) if isinstance(fact, str) else fact))


def is_named(name: str, value: str) -> bool:
    """Tell whether a name is the one that a folded value says, or has it in it."""
    folded = name_key(name)
    return folded == value or (len(value) >= _SHORTEST and value in folded)


def _lies(fact: C, bounds: tuple[C, C], how: Comparison) -> bool:
    first, last = bounds
    match how:
        case Comparison.IS:
            return first <= fact <= last
        case Comparison.BEFORE:
            return fact < first
        case Comparison.UNTIL:
            return fact <= last
        case Comparison.AFTER:
            return fact > last
        case Comparison.FROM:
            return fact >= first
