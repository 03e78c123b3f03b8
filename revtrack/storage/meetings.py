"""Committees' meeting calendars: that of one committee, and those that one audit needs.

Also what rests on a meeting, so that none is taken away in silence.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.states import COUNTING_KINDS
from revtrack.storage.rows import some, table_of

YEARS_AHEAD = 2
"""So many years after that of the letter a reply may still be awaited by its calendar."""


def list_meetings(
    session: Session,
    committee_ids: Iterable[int],
    first: date | None = None,
    last: date | None = None,
) -> tuple[r.CommitteeMeeting, ...]:
    """Return the meetings of these committees from first to last, both included, by their day."""
    columns = table_of(r.CommitteeMeeting).c
    rules: list[ColumnElement[bool]] = [columns.committee_id.in_(sorted(committee_ids))]
    rules += [columns.held_on >= first] if first else []
    rules += [columns.held_on <= last] if last else []
    return some(session, r.CommitteeMeeting, *rules, order_by=[columns.held_on])


def meetings_around(
    session: Session, cases: Sequence[AuditCase]
) -> list[tuple[r.CommitteeMeeting, ...]]:
    """Return, for each case, the meetings at which a reply that is still to come may be decided.

    They are those of the committees that have not replied, or of all that a draft goes to, and of
    the committees that have taken over from them, by their day. One query asks for all cases.
    """
    ids = [_awaited_from(case) for case in cases]
    named = set().union(*ids)
    years = [_first_year(case) for case in cases]
    if not named:
        return [() for _case in cases]
    last = max(years) + YEARS_AHEAD
    found = list_meetings(session, named, date(min(years), 1, 1), date(last, 12, 31))
    return [
        tuple(
            each
            for each in found
            if each.committee_id in own and year <= each.held_on.year <= year + YEARS_AHEAD
        )
        for own, year in zip(ids, years, strict=True)
    ]


def _awaited_from(case: AuditCase) -> set[int]:
    """Return the committees, by id, whose calendars tell when an awaited reply may be decided."""
    awaited = case.in_order(_awaited(case))
    return {one.id for each in awaited for one in (each, committee_in_office(case, each))}


def _first_year(case: AuditCase) -> int:
    return case.audit.handed_over_on.year if case.audit.handed_over_on else case.audit.audit_year


def decided_at(session: Session, meeting: r.CommitteeMeeting) -> tuple[str, ...]:
    """Return the references of the audits that the committee decided a reply to at this meeting."""
    if meeting.kind is not MeetingKind.COMMITTEE:
        return ()
    response, link = table_of(r.Response).c, table_of(r.ResponseCase).c
    decided = (
        select(link.reply_case_id)
        .join(table_of(r.Response), response.id == link.response_id)
        .where(response.decided_on == meeting.held_on)
    )
    return _audits_of(session, meeting, table_of(r.ReplyCase).c.id.in_(decided))


def awaited_from(session: Session, meeting: r.CommitteeMeeting) -> tuple[str, ...]:
    """Return the references of the audits whose reply is expected from this meeting."""
    if meeting.kind is not MeetingKind.COMMITTEE:
        return ()
    expected = table_of(r.ReplyCase).c.expected_meeting_on == meeting.held_on
    return _audits_of(session, meeting, expected)


def _audits_of(
    session: Session, meeting: r.CommitteeMeeting, rule: ColumnElement[bool]
) -> tuple[str, ...]:
    """Return the audits, by reference, with such a reply of the committee or its predecessors."""
    audit, reply = table_of(r.Audit).c, table_of(r.ReplyCase).c
    committee = table_of(r.Committee).c
    own = or_(committee.id == meeting.committee_id, committee.successor_id == meeting.committee_id)
    found = session.execute(
        select(audit.reference)
        .join(table_of(r.ReplyCase), reply.audit_id == audit.id)
        .join(table_of(r.Committee), committee.id == reply.committee_id)
        .where(own, rule)
        .distinct()
        .order_by(audit.reference)
    )
    return tuple(found.scalars())


def _awaited(case: AuditCase) -> set[int]:
    """Return the committees, by id, whose reply is still to come."""
    if not case.is_handed_over:
        ids = {each.committee_id for each in case.addressees}
        return ids | {each.committee_id for each in case.audit_committees}
    come = {each.id for each in case.responses if each.is_received and each.kind in COUNTING_KINDS}
    answered = {link.reply_case_id for link in case.response_cases if link.response_id in come}
    return {
        each.committee_id
        for each in case.reply_cases
        if each.due_on is not None and each.id not in answered
    }
