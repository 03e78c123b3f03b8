"""Sök: all recommendations of the register, and all of its texts.

The lines are made by the rules of the domain and kept by their codes; an audit's are made anew once
something in it has changed. The database then finds what fits a filter, and its order.
"""

import re
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from threading import RLock

from sqlalchemy import Connection
from sqlmodel import Session

from revtrack.domain.codes import Position, Priority, Progress, Standing, VerdictStep
from revtrack.domain.errors import N_, RevTrackError, UsageError
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
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.outcome.listed import listed_lines
from revtrack.domain.outcome.standings import Beyond, told_called
from revtrack.domain.searching import SHORTEST_WORD, FoundIn, FoundLine, Hit
from revtrack.domain.texts.prose import name_key
from revtrack.storage import search
from revtrack.storage.search import Clause, Compared, LineRow, OneOf, Said, Test, TextRow
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store
from revtrack.wording.labels import absent_label, label
from revtrack.wording.standings import standing_label

BATCH = 20
"""Audits whose lines are made in one transaction: others who write wait no longer than that."""
MOST_PARTS = 50
"""Words and fields that are searched for at once."""
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

Told = Callable[[int], None]
"""Is told how many audits are left to go through."""


def _is_wanted() -> bool:
    return True


@dataclass
class Register:
    """The register as it is searched; ``prepare`` before the lines are asked for.

    Where it is open for reading only, or somebody else keeps it busy, the lines of audits that have
    changed since they were kept are made in memory and go with this object: close it.
    """

    store: Store
    _own: Connection | None = None
    _is_shadowed: bool = False
    _seen_version: int = 0
    _lock: RLock = field(default_factory=RLock)
    _known: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict)
    _values: dict[str, list[str]] = field(default_factory=dict)

    def close(self) -> None:
        """Let go of the register, and of what is kept in memory."""
        with self._lock:
            if self._own is not None:
                self._own.detach()  # it may hold lines of its own, which nobody else may be given
                self._own.close()
                self._own = None
                self._is_shadowed = False

    # ---- the lines made true

    def prepare(
        self,
        told: Told | None = None,
        is_wanted: Callable[[], bool] = _is_wanted,
        most: int | None = None,
    ) -> int:
        """Make anew the lines of audits that have changed, and return how many audits are left.

        Ends early once nobody wants it, or when it has gone through ``most`` of them.
        """
        left = self._begin_preparing()
        until = 0 if most is None else max(left - most, 0)
        while left > until and is_wanted():
            if told is not None:
                told(left)
            try:
                left -= self._prepare_some() or left
            except RevTrackError:  # somebody else writes; one who only looks is not to wait
                if self._is_shadowed:
                    raise
                self._shadow()
        return max(left, 0)

    def _begin_preparing(self) -> int:
        """Forget what may have changed, and return how many audits have."""
        with self._lock:
            self._known.clear()
            self._values.clear()
            with self._reading() as connection:
                left = search.count_stale(connection)
                version = search.data_version(connection)
            if self._is_shadowed and not left and version != self._seen_version:
                self.close()
                return self._begin_preparing()
            if left and self.store.is_read_only and not self._is_shadowed:
                self._shadow()
            self._seen_version = version
            return left

    def _shadow(self) -> None:
        """Let the connection keep lines of its own, before those of the register."""
        own = self._connection()
        own.exec_driver_sql("PRAGMA query_only = OFF")
        own.exec_driver_sql("PRAGMA temp_store = MEMORY")
        search.shadow(own)
        own.commit()
        self._is_shadowed = True

    def _connection(self) -> Connection:
        """Return the connection that is kept: opening one takes longer than what is asked of it."""
        if self._own is None:
            self._own = self.store.engine.connect()
            self._own.exec_driver_sql("PRAGMA query_only = ON")
            self._own.rollback()
        return self._own

    def _prepare_some(self) -> int:
        """Make the lines of some audits anew and return of how many."""
        with self._writing() as session:
            connection = session.connection()
            audit_ids = search.stale_audits(connection, BATCH)
            cases = cases_for_letters(session, audit_ids)
            lines = (line for case in cases.values() for line in listed_lines(case))
            search.keep_lines(connection, audit_ids, lines)
            return len(audit_ids)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if not self._is_shadowed:
            with self.store.preparing() as session:
                yield session
            return
        with self._lock, Session(self._connection(), expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock:
            own = self._connection()
            try:
                yield own
            finally:
                own.rollback()

    # ---- recommendations

    def find_lines(
        self,
        asked: Filter,
        today: date,
        limit: int | None = None,
        is_wanted: Callable[[], bool] = _is_wanted,
    ) -> "array[int]":
        """Return the addressees that fit a filter: the latest year first, then audit by audit.

        Ends early, with what was found, once nobody wants it.
        """
        _refuse_many(asked)
        with self._reading() as connection:
            found = (self._clause(connection, part, today) for part in asked.parts)
            clauses = [
                replace(clause, tests=tuple(t for t in clause.tests if _may_fit(connection, t)))
                for clause in found
                if clause is not None
            ]
            if any(not clause.tests and not clause.is_excluded for clause in clauses):
                return array("q")
            return search.line_ids(connection, clauses, limit, is_wanted)

    def lines(self, addressee_ids: Sequence[int]) -> tuple[FoundLine, ...]:
        """Return what a list shows of these addressees, in the order that they are named."""
        with self._reading() as connection:
            return tuple(map(_line, search.line_rows(connection, addressee_ids)))

    def _clause(self, connection: Connection, part: Part, today: date) -> Clause | None:
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
            known = self._names(connection, kind).items()
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
            known = self._names(connection, kind).items()
            yield OneOf(column, [each for each, names in known if any(map(fits, names))])
        yield OneOf("standing", _standings(fits))
        for asked in _CODES:
            yield _labelled(asked, fits)
        if any(sign.isdigit() for sign in word):
            yield OneOf("number", (word, word.upper()))
        if years_named(word):
            yield OneOf("year", (int(word[:4]),))

    def _names(self, connection: Connection, kind: str) -> Mapping[int, tuple[str, ...]]:
        if kind not in self._known:
            self._known[kind] = search.names_of(connection, kind)
        return self._known[kind]

    def _column(self, connection: Connection, column: str) -> Sequence[str]:
        if column not in self._values:
            self._values[column] = search.values_of(connection, column)
        return self._values[column]

    # ---- texts

    def find_texts(
        self, asked: Filter, limit: int | None = None, before: int | None = None
    ) -> "array[int]":
        """Return the numbers of the texts with all the words: kind by kind, the latest first.

        ``before``: only those that come after this one. Raises UsageError where a field is named.
        """
        if any(part.field is not None for part in asked.parts):
            raise UsageError(
                N_(
                    "Texts are searched by words alone. Fields such as committee: and year: are "
                    "for the list of recommendations."
                )
            )
        _refuse_many(asked)
        words = words_of(asked)
        if not words:
            return array("q")
        without = [part.values[0] for part in asked.parts if part.is_excluded]
        with self._reading() as connection:
            return search.text_numbers(connection, words, without, limit, before)

    def hits(self, numbers: Iterable[int]) -> tuple[Hit, ...]:
        """Return the texts with these numbers, each with its place, in the order of the numbers."""
        with self._reading() as connection:
            rows = search.text_rows(connection, numbers)
            audits = search.audits_named(connection, {row.audit_id for row in rows})
            names = self._names(connection, "committee")
            return tuple(_hit(row, audits[row.audit_id], names) for row in rows)


def _refuse_many(asked: Filter) -> None:
    if len(asked.parts) > MOST_PARTS:
        raise UsageError(
            N_("That is more than {n} words and fields to search for; write fewer."), n=MOST_PARTS
        )


def see_line(store: Store, audit_id: int, addressee_id: int) -> AddresseeLine | None:
    """Return all of a recommendation to a committee, or of a part of one; None: it is gone."""
    with store.reading() as session:
        case = cases_for_letters(session, [audit_id]).get(audit_id)
    lines = followed_apart(addressee_lines(case)) if case else ()
    return next((line for line in lines if line.addressee.id == addressee_id), None)


def words_of(asked: Filter) -> tuple[str, ...]:
    """Return the words that a filter looks for in texts, folded."""
    return tuple(
        part.values[0]
        for part in asked.parts
        if part.field is None and not part.is_excluded and len(part.values[0]) >= SHORTEST_WORD
    )


def _may_fit(connection: Connection, test: Test) -> bool:
    """Tell whether any line may meet a test; one that none can is not put to each of them."""
    match test:
        case OneOf(values=values):
            return bool(values)
        case Said():
            return search.is_said(connection, test)
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


def _line(row: LineRow) -> FoundLine:
    return FoundLine(
        **{
            **row._asdict(),
            "standing": told_called(row.standing),
            "position": Position(row.position) if row.position else None,
            "progress": Progress(row.progress) if row.progress else None,
            "verdict": VerdictStep(row.verdict) if row.verdict else None,
            "priority": Priority(row.priority) if row.priority else None,
        }
    )


def _hit(row: TextRow, audit: tuple[str, str, str], names: Mapping[int, tuple[str, ...]]) -> Hit:
    known = tuple(each for each in row.committee_ids if each in names)
    municipality, reference, title = audit
    return Hit(
        text_number=row.text_number,
        kind=row.kind,
        id=row.id,
        municipality=municipality,
        audit_id=row.audit_id,
        audit=reference,
        title=title,
        committees=tuple(names[each][-1] for each in known),
        abbreviations=tuple(names[each][0] for each in known),
        committee_ids=known,
        number=row.number,
        text=row.text,
    )
