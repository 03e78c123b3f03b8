"""Agenda: what falls on which day over all audits, so that a week can be planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.dates import first_day, last_day
from revtrack.domain.follow_up import addressee_lines
from revtrack.domain.outcome.readiness import is_followed_up
from revtrack.domain.overview import ActionLine, DueLine
from revtrack.services.watch import list_actions, list_due
from revtrack.storage import audits as stored
from revtrack.storage.calendar import meetings_since
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store


class Occasion(StrEnum):
    """What falls on a day."""

    REPLY = "reply"
    ACTION = "action"
    PAPERS = "papers"
    MEETING = "meeting"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class AgendaLine:
    """Something that falls on a day."""

    occasion: Occasion
    due_on: date
    """The day; of a follow-up the first that its plan covers, of an action the last."""
    municipality: str
    committee: str | None
    """None: it is about no one committee."""
    abbreviation: str | None
    committee_id: int | None
    audit_id: int | None
    """None: of a meeting, which is about no one audit."""
    audit: str
    """Reference of the audit."""
    title: str
    days_late: int = 0
    reply: DueLine | None = None
    action: ActionLine | None = None
    meeting: MeetingKind | None = None
    planned: str | None = None
    """Of a follow-up: when, as exact as stated."""


_ORDER = tuple(Occasion)


def see_agenda(store: Store, today: date) -> tuple[AgendaLine, ...]:
    """Return what is awaited, late or not, and the meetings from today on, day by day.

    The replies are those of ``list_due`` and the actions those of ``list_actions``.
    """
    lines = [
        *map(_reply, list_due(store, today)),
        *map(_action, list_actions(store, today)),
        *_meetings(store, today),
        *_follow_ups(store, today),
    ]
    return tuple(
        sorted(
            lines,
            key=lambda each: (
                each.due_on,
                _ORDER.index(each.occasion),
                each.municipality,
                each.committee or "",
                each.audit,
            ),
        )
    )


def _reply(line: DueLine) -> AgendaLine:
    return AgendaLine(
        Occasion.REPLY,
        line.due_on,
        line.municipality,
        line.committee,
        line.abbreviation,
        line.committee_id,
        line.audit_id,
        line.audit,
        line.title,
        line.days_late or 0,
        reply=line,
    )


def _action(line: ActionLine) -> AgendaLine:
    return AgendaLine(
        Occasion.ACTION,
        line.due_on,
        line.municipality,
        line.committee,
        line.abbreviation,
        line.committee_id,
        line.audit_id,
        line.audit,
        line.title,
        line.days_late,
        action=line,
    )


def _meetings(store: Store, today: date) -> Iterator[AgendaLine]:
    with store.reading() as session:
        towns = {town.id: town.name for town in stored.list_municipalities(session)}
        committees = {each.id: each for each in stored.list_committees(session)}
        meetings = meetings_since(session, today, None)
    for meeting in meetings:
        committee = committees[meeting.committee_id]
        town = towns[committee.municipality_id]
        if meeting.papers_by_on and meeting.papers_by_on >= today:
            yield _of_meeting(Occasion.PAPERS, meeting.papers_by_on, town, committee, meeting)
        yield _of_meeting(Occasion.MEETING, meeting.held_on, town, committee, meeting)


def _of_meeting(
    occasion: Occasion,
    day: date,
    town: str,
    committee: r.Committee,
    meeting: r.CommitteeMeeting,
) -> AgendaLine:
    return AgendaLine(
        occasion,
        day,
        town,
        committee.name,
        committee.abbreviation,
        committee.id,
        None,
        "",
        "",
        meeting=meeting.kind,
    )


def _follow_ups(store: Store, today: date) -> Iterator[AgendaLine]:
    with store.reading() as session:
        planned = [
            audit.id
            for audit in stored.list_audits(session)
            if audit.follow_up_planned and audit.handed_over_on
        ]
        cases = cases_for_letters(session, planned)
    for case in cases.values():
        if not is_followed_up(case, addressee_lines(case)):
            yield _follow_up(case, case.audit.follow_up_planned or "", today)


def _follow_up(case: AuditCase, planned: str, today: date) -> AgendaLine:
    return AgendaLine(
        Occasion.FOLLOW_UP,
        first_day(planned),
        case.municipality.name,
        None,
        None,
        None,
        case.audit.id,
        case.audit.reference,
        case.audit.title,
        max((today - last_day(planned)).days, 0),
        planned=planned,
    )
