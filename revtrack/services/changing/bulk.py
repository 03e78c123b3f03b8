"""Many rows changed alike: seen first, each with what it says before and after, then one wish."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.services.changing.bulk_kinds import BulkChange, BulkRow
from revtrack.services.changing.subjects import Subject, fact_of
from revtrack.services.follow_up.judging import Cases
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store


@dataclass(frozen=True)
class BulkPlan:
    """What a bulk change does: a row for each fact, in the order of the subjects."""

    rows: tuple[BulkRow, ...]

    @property
    def changed(self) -> tuple[BulkRow, ...]:
        """The rows that are changed."""
        return tuple(row for row in self.rows if row.refusal is None)

    @property
    def left(self) -> tuple[BulkRow, ...]:
        """The rows that stay as they are, each with the reason."""
        return tuple(row for row in self.rows if row.refusal is not None)


def plan_bulk(
    store: Store, subjects: Sequence[Subject], wanted: BulkChange, today: date
) -> BulkPlan:
    """Return what changing these rows so would do; nothing is stored.

    Rows that lead to the same fact, such as two committees' rows of one recommendation to its
    priority, give one row. Raises RevTrackError where this person may not do it.
    """
    wanted.refuse_person(store)
    with store.reading() as session:
        return _plan(session, subjects, wanted, today)


def _plan(
    session: Session, subjects: Sequence[Subject], wanted: BulkChange, today: date
) -> BulkPlan:
    cases = Cases(session)
    rows: dict[object, BulkRow] = {}
    for subject in dict.fromkeys(subjects):
        case = cases.of_audit(subject.audit_id)
        if fact_of(case, subject) is None:
            raise GoneError
        for row in wanted.rows(case, subject, today):
            rows.setdefault((row.audit, row.what), row)
    return BulkPlan(tuple(rows.values()))


def carry_out_bulk(
    store: Store,
    subjects: Sequence[Subject],
    wanted: BulkChange,
    today: date,
    seen: BulkPlan,
    why: str | None = None,
) -> int:
    """Change the rows as they were seen, all or none, as one wish; return how many were changed.

    Raises GoneError where it would do something else by now, RevTrackError where nothing would be
    changed.
    """
    wanted.refuse_person(store)
    with store.wish(why) as session:
        plan = _plan(session, subjects, wanted, today)
        if plan != seen:
            raise GoneError
        if not plan.changed:
            raise RevTrackError("None of the rows can be changed so.")
        _store(session, plan.changed)
        return len(plan.changed)


def _store(session: Session, rows: Iterable[BulkRow]) -> None:
    """Store what the rows change; a reply that several committees give is changed once."""
    changes: dict[tuple[type[r.Stored], int], tuple[r.Stored, Mapping[str, Any]]] = {}
    for row in rows:
        for known, fields in row.changes:
            changes.setdefault((type(known), known.id), (known, fields))
        for kind, new in row.added:
            add(session, kind, new)
    for known, fields in changes.values():
        change(session, known, **fields)
