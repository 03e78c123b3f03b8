"""What committees are to have carried out by a day, over all audits, read in a few columns.

SQL leaves out only what is closed, not asked, fulfilled or far off; the rest is asked of the rules.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, cast, func, null, select
from sqlmodel import Session

from revtrack.domain import records, states
from revtrack.domain.codes import Progress, Review
from revtrack.domain.days import deadlines
from revtrack.domain.days.dates import last_day
from revtrack.domain.names.succession import answerable, in_office
from revtrack.domain.overview import ActionLine
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ACTION,
    ADDRESSEE,
    RECOMMENDATION,
    is_action_counted,
    named,
)
from revtrack.storage.parts import PartFact, by_whole, part_facts
from revtrack.storage.ready import progress_of, verdicts_of_all

AUDIT = list_table(records.Audit)
MUNICIPALITY = list_table(records.Municipality)
COMMITTEE = list_table(records.Committee)
LINK = list_table(records.ActionAddressee)
REPORT = list_table(records.ProgressReport)


class _Promise(NamedTuple):
    """A day by which something is to be done of a recommendation to a committee."""

    addressee_id: int
    action_id: int | None
    """None: the day is set on the recommendation itself."""
    text: str | None
    responsible: str | None
    due: str


@dataclass(frozen=True)
class _Facts:
    """What decides whether something is still to be done."""

    progress: dict[int, Progress | None]
    verdicts: dict[int, Any]
    parts: dict[int, PartFact]
    split: dict[int, list[PartFact]]
    reopened: frozenset[int]
    """Opened again; a verdict that nothing remains ends them no more."""

    def open_ids(self, promise: _Promise) -> Iterator[int]:
        """Name what is still to be done of a promise: its recommendation, or the open parts of it.

        A day of a part's own goes before that of the whole.
        """
        members = self.split.get(promise.addressee_id)
        if members is None and self._is_open(promise.addressee_id):
            yield promise.addressee_id
        for part in members or ():
            has_own_day = promise.action_id is None and part.due is not None
            if not has_own_day and self._is_open(part.id):
                yield part.id

    def _is_open(self, addressee_id: int) -> bool:
        part = self.parts.get(addressee_id)
        said = self.progress.get(addressee_id)
        progress = said or (self.progress.get(part.whole_id) if part else None)
        verdict = states.latest_verdict(self.verdicts.get(addressee_id, ()))
        is_ended = verdict is not None and verdict.verdict in states.ENDED_VERDICTS
        return progress is not Progress.DONE and (not is_ended or addressee_id in self.reopened)


def action_lines(
    session: Session, today: date, until: date | None = None
) -> tuple[ActionLine, ...]:
    """Return what is to be done by a day and not said to be done, most urgent first.

    One line for each action and committee, and one for each day that is set on a recommendation
    itself. ``until`` leaves out what has its last day after it.
    """
    parts = part_facts(session)
    facts = _Facts(
        progress_of(session, parts),
        verdicts_of_all(session),
        {part.id: part for part in parts},
        by_whole(parts),
        _reopened(session),
    )
    promises = [*_promised(session, until), *_own_days(session, until)]
    ids = {each.addressee_id for each in promises} | {part.id for part in parts}
    places = _places(session, ids, today)
    to_do: dict[tuple[object, int], tuple[_Promise, dict[int, _Place]]] = {}
    for promise in promises:
        for open_id in facts.open_ids(promise):
            if open_id in places:
                key = (promise.action_id or -promise.addressee_id, places[open_id].committee_id)
                to_do.setdefault(key, (promise, {}))[1][open_id] = places[open_id]
    lines = (_line(promise, [*found.values()], today) for promise, found in to_do.values())
    return tuple(
        sorted(lines, key=lambda each: (each.due_on, each.audit, each.committee_id, each.text))
    )


def _reopened(session: Session) -> frozenset[int]:
    opened_again = ADDRESSEE.c.reopening_reason.is_not(None) & ADDRESSEE.c.outcome.is_(None)
    return frozenset(session.execute(select(ADDRESSEE.c.id).where(opened_again)).scalars())


def _promised(session: Session, until: date | None) -> Iterator[_Promise]:
    """Give the actions with a day that are not known to be carried out, for each addressee."""
    rows = session.execute(
        select(LINK.c.addressee_id, ACTION.c.id, ACTION.c.text, ACTION.c.responsible, ACTION.c.due)
        .join(ACTION, ACTION.c.id == LINK.c.action_id)
        .where(
            ACTION.c.due.in_(_days(session, ACTION.c.due, until)),
            ACTION.c.fulfilled_on.is_(None),
            ACTION.c.fulfilled_by.is_(None),
            ACTION.c.fulfilled_paragraph.is_(None),
            ACTION.c.id.not_in(_reported_done()),
            is_action_counted(),
        )
        .order_by(ACTION.c.id, LINK.c.addressee_id)
    )
    return (_Promise(*row) for row in rows)


def _reported_done() -> Select[Any]:
    """Name the actions of which the latest accepted report says that they are done."""
    accepted = (
        select(
            REPORT.c.action_id,
            REPORT.c.progress,
            func.row_number()
            .over(
                partition_by=REPORT.c.action_id,
                order_by=(func.coalesce(REPORT.c.reported_on, "").desc(), REPORT.c.id.desc()),
            )
            .label("nth"),
        )
        .where(REPORT.c.action_id.is_not(None), REPORT.c.review == Review.SUFFICIENT)
        .subquery()
    )
    return select(accepted.c.action_id).where(
        accepted.c.nth == 1, accepted.c.progress == Progress.DONE
    )


def _own_days(session: Session, until: date | None) -> Iterator[_Promise]:
    """Give the days that are set on recommendations themselves."""
    days = _days(session, ADDRESSEE.c.due, until)
    own = select(ADDRESSEE.c.id, null(), null(), null(), ADDRESSEE.c.due)
    for row in session.execute(own.where(ADDRESSEE.c.due.in_(days)).order_by(ADDRESSEE.c.id)):
        yield _Promise(*row)


def _days(session: Session, column: ColumnElement[Any], until: date | None) -> list[str]:
    """Return the days that stand in a column and whose last day is not after ``until``."""
    stated = session.execute(select(column).where(column.is_not(None)).distinct()).scalars()
    return [each for each in stated if until is None or last_day(each) <= until]


class _Place(NamedTuple):
    """A recommendation to a committee, with the names that a list shows."""

    id: int
    audit_id: int
    municipality: str
    audit: str
    title: str
    number: str
    text: str
    committee_id: int
    committee: str
    abbreviation: str | None


class _Body(NamedTuple):
    """A committee, and who took over from it."""

    id: int
    name: str
    abbreviation: str | None
    valid_to_on: date | None
    successor_id: int | None


def _places(session: Session, ids: Collection[int], today: date) -> dict[int, _Place]:
    """Return the open ones of these recommendations to committees, by id."""
    bodies = {
        row.id: _Body(*row)
        for row in session.execute(select(*(COMMITTEE.c[name] for name in _Body._fields)))
    }
    rows = session.execute(_named_places(ids))
    found = {}
    for number, committee_id, taken_over_by_id, *names in rows:
        own = bodies[committee_id]
        body = (
            answerable(bodies, own, taken_over_by_id, today)
            if taken_over_by_id
            else in_office(bodies, own, today)
        )
        found[number] = _Place._make((number, *names, body.id, body.name, body.abbreviation))
    return found


def _named_places(ids: Collection[int]) -> Select[Any]:
    ordinal = cast(RECOMMENDATION.c.ordinal, String)
    texts = ("heading", "letter_text", "report_text")
    return (
        select(
            ADDRESSEE.c.id,
            ADDRESSEE.c.committee_id,
            ADDRESSEE.c.taken_over_by_id,
            AUDIT.c.id,
            MUNICIPALITY.c.name,
            AUDIT.c.reference,
            AUDIT.c.title,
            func.coalesce(
                RECOMMENDATION.c.number_in_letter, RECOMMENDATION.c.number_in_report, ordinal
            ),
            func.coalesce(*(RECOMMENDATION.c[name] for name in texts), ""),
        )
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(AUDIT, AUDIT.c.id == RECOMMENDATION.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .where(ADDRESSEE.c.id.in_(named(ids)), ADDRESSEE.c.asked, ADDRESSEE.c.outcome.is_(None))
    )


def _line(promise: _Promise, places: list[_Place], today: date) -> ActionLine:
    first, due_on = places[0], last_day(promise.due)
    return ActionLine(
        action_id=promise.action_id,
        audit_id=first.audit_id,
        committee_id=first.committee_id,
        municipality=first.municipality,
        audit=first.audit,
        title=first.title,
        committee=first.committee,
        abbreviation=first.abbreviation,
        recommendations=tuple(each.number for each in places),
        text=promise.text or first.text,
        responsible=promise.responsible,
        due=promise.due,
        due_on=due_on,
        days_late=deadlines.days_past(due_on, today) or 0,
    )
