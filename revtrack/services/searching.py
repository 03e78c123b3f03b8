"""Sök: all recommendations of the register, and all of its texts.

The lines are made by the rules of the domain and kept by their codes; an audit's are made anew once
something in it has changed. The database then finds what fits a filter, and its order.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import RLock

from sqlalchemy import Connection
from sqlmodel import Session

from revtrack.domain.codes import Position, Priority, Progress, VerdictStep
from revtrack.domain.errors import N_, RevTrackError, UsageError
from revtrack.domain.filtering import (
    Filter,
)
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.outcome.listed import listed_lines
from revtrack.domain.outcome.standings import told_called
from revtrack.domain.searching import SHORTEST_WORD, FoundLine, Hit
from revtrack.services.line_tests import LineTests
from revtrack.storage import search_lines
from revtrack.storage.search_lines import LineRow
from revtrack.storage.search_texts import TextRow, audits_named, text_numbers, text_rows
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store

BATCH = 20
"""Audits whose lines are made in one transaction: others who write wait no longer than that."""
MOST_PARTS = 50
"""Words and fields that are searched for at once."""
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
    _tests: LineTests = field(default_factory=LineTests)

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
            self._tests.forget()
            with self._reading() as connection:
                left = search_lines.count_stale(connection)
                version = search_lines.data_version(connection)
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
        search_lines.shadow(own)
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
            audit_ids = search_lines.stale_audits(connection, BATCH)
            cases = cases_for_letters(session, audit_ids)
            lines = (line for case in cases.values() for line in listed_lines(case))
            search_lines.keep_lines(connection, audit_ids, lines)
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
            clauses = self._tests.clauses(connection, asked, today)
            if clauses is None:
                return array("q")
            return search_lines.line_ids(connection, clauses, limit, is_wanted)

    def lines(self, addressee_ids: Sequence[int]) -> tuple[FoundLine, ...]:
        """Return what a list shows of these addressees, in the order that they are named."""
        with self._reading() as connection:
            return tuple(map(_line, search_lines.line_rows(connection, addressee_ids)))

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
            return text_numbers(connection, words, without, limit, before)

    def hits(self, numbers: Iterable[int]) -> tuple[Hit, ...]:
        """Return the texts with these numbers, each with its place, in the order of the numbers."""
        with self._reading() as connection:
            rows = text_rows(connection, numbers)
            audits = audits_named(connection, {row.audit_id for row in rows})
            names = self._tests.names(connection, "committee")
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
