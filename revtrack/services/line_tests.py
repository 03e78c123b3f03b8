"""What a filter asks of lines that are searched: its fields, words and properties as tests."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from revtrack.domain.codes import Position, Priority, Progress, Standing, VerdictStep
from revtrack.domain.filtering import (
    PROPERTIES,
    Comparison,
    Field,
    Filter,
    Part,
    days_named,
    is_named,
    years_named,
)
from revtrack.domain.outcome.standings import Beyond
from revtrack.domain.searching import SHORTEST_WORD, FoundIn
from revtrack.domain.texts.prose import name_key
from revtrack.storage.search_lines import (
    Clause,
    Compared,
    OneOf,
    Said,
    Test,
    is_said,
    names_of,
    values_of,
)
from revtrack.wording.labels import absent_label, label
from revtrack.wording.standings import standing_label

_INSIDE = 3
"""Letters from which a word is found inside a name."""
_CODES: Mapping[Field, tuple[str, type[StrEnum]]] = {
    Field.PRIORITY: ("priority", Priority),
    Field.POSITION: ("position", Position),
    Field.PROGRESS: ("progress", Progress),
    Field.VERDICT: ("verdict", VerdictStep),
}
_ABSENT = frozenset({Field.POSITION, Field.VERDICT})
"""Fields that say in a word that there is nothing."""
_NAMES = {
    Field.COMMITTEE: ("committee_id", "committee"),
    Field.MUNICIPALITY: ("municipality_id", "municipality"),
    Field.AUDIT: ("audit_id", "audit"),
}
_TEXTS = {Field.NUMBER: "number", Field.RESPONSIBLE: "responsible"}
_DAY_COLUMNS = {Field.DUE: "due_on", Field.RECEIVED: "received_on"}


@dataclass
class LineTests:
    """Makes the tests of a filter, and remembers the names that they are about."""

    _known: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict)
    _values: dict[str, list[str]] = field(default_factory=dict)

    def forget(self) -> None:
        """Forget the names, which may have changed."""
        self._known.clear()
        self._values.clear()

    def clauses(
        self, connection: Connection, asked: Filter, today: date
    ) -> tuple[Clause, ...] | None:
        """Return what a filter asks of a line, part by part; None where no line can fit it."""
        found = (self.clause(connection, part, today) for part in asked.parts)
        clauses = tuple(
            Clause(tuple(t for t in each.tests if _may_fit(connection, t)), each.is_excluded)
            for each in found
            if each is not None
        )
        is_vain = any(not each.tests and not each.is_excluded for each in clauses)
        return None if is_vain else clauses

    def clause(self, connection: Connection, part: Part, today: date) -> Clause | None:
        """Return what a part of a filter asks of a line; None where it is too short to ask."""
        if part.field is None:
            word = part.values[0]
            if len(word) < SHORTEST_WORD:
                return None
            return Clause(tuple(self._word_tests(connection, word)), part.is_excluded)
        if part.field in PROPERTIES:
            return Clause((_property_test(part.field, today),), part.is_excluded)
        named = [self._test(connection, part.field, value, part) for value in part.values]
        properties = [_property_test(each, today) for each in part.properties]
        return Clause((*named, *properties), part.is_excluded)

    def _test(self, connection: Connection, asked: Field, value: str, part: Part) -> Test:
        if asked in _DAY_COLUMNS or asked is Field.YEAR:
            bounds = years_named(value) if asked is Field.YEAR else days_named(value)
            column = _DAY_COLUMNS.get(asked, "year")
            first, last = bounds or (1, 0)
            return Compared(column, first, last, part.comparison)
        if asked in _NAMES:
            column, kind = _NAMES[asked]
            known = self.names(connection, kind).items()
            fit = [each for each, names in known if any(is_named(name, value) for name in names)]
            return OneOf(column, fit)
        if asked in _TEXTS:
            column = _TEXTS[asked]
            held = self._column(connection, column)
            return OneOf(
                column, [each for each in held if any(is_named(n, value) for n in each.split("\n"))]
            )
        return _code_test(asked, value)

    def _word_tests(self, connection: Connection, word: str) -> Iterator[Test]:
        """Yield the tests of which a line has to meet one: it says the word somewhere."""

        def fits(name: str) -> bool:
            return _says(name, word)

        yield Said(FoundIn.RECOMMENDATION, word)
        yield Said(FoundIn.AUDIT, word)
        for column, kind in (_NAMES[Field.COMMITTEE], _NAMES[Field.MUNICIPALITY]):
            known = self.names(connection, kind).items()
            yield OneOf(column, [each for each, names in known if any(map(fits, names))])
        yield OneOf("standing", _standings(fits))
        for asked in _CODES:
            yield _labelled(asked, fits)
        if any(sign.isdigit() for sign in word):
            yield OneOf("number", (word, word.upper()))
        if years_named(word):
            yield OneOf("year", (int(word[:4]),))

    def names(self, connection: Connection, kind: str) -> Mapping[int, tuple[str, ...]]:
        """Return the names that municipalities, committees or audits are known by."""
        if kind not in self._known:
            self._known[kind] = names_of(connection, kind)
        return self._known[kind]

    def _column(self, connection: Connection, column: str) -> Sequence[str]:
        if column not in self._values:
            self._values[column] = values_of(connection, column)
        return self._values[column]


def _may_fit(connection: Connection, test: Test) -> bool:
    """Tell whether any line may meet a test; one that none can is not put to each of them."""
    match test:
        case OneOf(values=values):
            return bool(values)
        case Said():
            return is_said(connection, test)
    return True


def _says(name: str, word: str) -> bool:
    """Tell whether a word stands in a name; one of two letters at the beginning of a word."""
    folded = name_key(name)
    if len(word) >= _INSIDE:
        return word in folded
    return any(each.startswith(word) for each in re.split(r"\W+", folded))


def _standings(fits: Callable[[str], bool]) -> Collection[str]:
    every: tuple[Standing | Beyond, ...] = (*Standing, *Beyond)
    return [each.value for each in every if fits(standing_label(each))]


def _property_test(asked: Field, today: date) -> Test:
    """Return the test of what a line is or is not: late, else open."""
    if asked is Field.LATE:
        return Compared("awaited_on", today, today, how=Comparison.BEFORE)
    return OneOf("is_open", (1,))


def _code_test(asked: Field, value: str) -> Test:
    """Return the test of a field whose words are codes' labels; none fits another field."""
    if asked is Field.STATUS:
        return OneOf("standing", _standings(lambda name: is_named(name, value)))
    if asked in _CODES:
        return _labelled(asked, lambda name: is_named(name, value))
    return OneOf("number", ())


def _labelled(asked: Field, fits: Callable[[str], bool]) -> Test:
    column, codes = _CODES[asked]
    found = [code.value for code in codes if fits(label(code))]
    is_none = asked in _ABSENT and fits(absent_label(column))
    return OneOf(column, [*found, *([""] if is_none else [])])
