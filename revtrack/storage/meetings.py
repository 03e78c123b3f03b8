"""Committees' meeting calendars: that of one committee, and those that one audit needs."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
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


def meetings_around(session: Session, case: AuditCase) -> tuple[r.CommitteeMeeting, ...]:
    """Return the meetings at which a reply that is still to come may be decided, by their day.

    They are those of the committees that have not replied, or of all that a draft goes to, and of
    the committees that have taken over from them.
    """
    awaited = case.in_order(_awaited(case))
    ids = {each.id for each in awaited}
    ids |= {committee_in_office(case, each).id for each in awaited}
    if not ids:
        return ()
    year = case.audit.handed_over_on.year if case.audit.handed_over_on else case.audit.audit_year
    return list_meetings(session, ids, date(year, 1, 1), date(year + YEARS_AHEAD, 12, 31))


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
