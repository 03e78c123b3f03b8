"""Whether days to reply by are wise, asked before a letter is issued or registered."""

from collections.abc import Mapping
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.checks.due_days import Party, doubted_days, doubts_told
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipient_words import typed_recipients
from revtrack.domain.records import Committee
from revtrack.services.registering.hand_over import recipients_of
from revtrack.services.registering.new_letter import boards_and_committees
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.meetings import list_meetings
from revtrack.storage.store import Store


def doubts_of_hand_over(
    case: AuditCase, on: date, due_on: date | None, due_for: Mapping[int, date], today: date
) -> tuple[Problem, ...]:
    """Return why days are unwise that a letter of this day would ask its recipients to reply by."""
    due = dict.fromkeys((committee.id for committee in recipients_of(case)), due_on)
    return doubted_days(case, on, {**due, **due_for}, today)


def doubts_of_extension(
    case: AuditCase, committee: Committee, new_due_on: date, today: date
) -> tuple[Problem, ...]:
    """Return why the day is unwise that a committee would be given more time until."""
    on = case.audit.handed_over_on
    if on is None:
        return ()
    plan_from = today if today <= new_due_on else None  # else it is registered afterwards
    return doubted_days(case, on, {committee.id: new_due_on}, today, plan_from)


def doubts_of_letter(
    store: Store, municipality: str, recipients: str, on: date, due_on: date
) -> tuple[Problem, ...]:
    """Return why the day is unwise that a letter asks for, its recipients known or not."""
    with store.reading() as session:
        try:
            town = municipality_called(session, municipality)
            known = stored.list_committees(session, town.id) if town else ()
            named = typed_recipients(recipients, boards_and_committees(known), known).named
        except UsageError:  # told beside the field that it is about
            return ()
        ids = [each.id for each in named if isinstance(each, Committee)]
        meetings = list_meetings(session, ids, date(on.year, 1, 1))
    parties = (
        Party(each, due_on)
        if isinstance(each, str)
        else Party(each.name, due_on, [m for m in meetings if m.committee_id == each.id], each)
        for each in named
    )
    return doubts_told(parties, on)
