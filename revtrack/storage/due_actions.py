"""What committees are to have carried out by a day, over all audits, read in a few columns.

SQL leaves out only what is closed, not asked or no promise; the rest is asked of the rules.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, String, cast, func, select
from sqlmodel import Session

from revtrack.domain import records
from revtrack.domain.days import deadlines
from revtrack.domain.days.dates import last_day
from revtrack.domain.names.succession import answerable, in_office
from revtrack.domain.overview import ActionLine
from revtrack.storage.awaited import awaited_facts
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import ADDRESSEE, RECOMMENDATION, named
from revtrack.storage.promises import Promise, promises

AUDIT = list_table(records.Audit)
MUNICIPALITY = list_table(records.Municipality)
COMMITTEE = list_table(records.Committee)


def action_lines(
    session: Session, today: date, until: date | None = None
) -> tuple[ActionLine, ...]:
    """Return what is to be done by a day and still awaited, most urgent first.

    One line for each action and committee, and one for each day that is set on a recommendation
    itself. ``until`` leaves out what has its last day after it.
    """
    facts = awaited_facts(session)
    promised = tuple(promises(session, until=until))
    ids = {each.addressee_id for each in promised} | facts.parts.keys()
    places = _places(session, ids, today)
    to_do: dict[tuple[object, int], tuple[Promise, dict[int, _Place]]] = {}
    for promise in promised:
        for open_id in facts.open_ids(promise):
            if open_id in places:
                key = (promise.action_id or -promise.addressee_id, places[open_id].committee_id)
                to_do.setdefault(key, (promise, {}))[1][open_id] = places[open_id]
    lines = (_line(promise, [*found.values()], today) for promise, found in to_do.values())
    return tuple(
        sorted(lines, key=lambda each: (each.due_on, each.audit, each.committee_id, each.text))
    )


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


def _line(promise: Promise, places: list[_Place], today: date) -> ActionLine:
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
