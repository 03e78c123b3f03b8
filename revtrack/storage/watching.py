"""The reply cases of a municipality, or of the whole register, read a part at a time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Row, Select, select
from sqlmodel import Session

from revtrack.domain import states
from revtrack.domain.codes import CommitteeKind, CountedDay, ReminderKind, ReplyState
from revtrack.domain.days import deadlines
from revtrack.domain.watching import WatchLine
from revtrack.storage.list_facts import (
    REPLY_CASE,
    CaseFacts,
    ExtensionFact,
    case_facts,
    extensions_of,
    named,
)
from revtrack.storage.overview import AUDIT, COMMITTEE, MUNICIPALITY
from revtrack.storage.reminded import made_reminders
from revtrack.storage.store import Store

AT_ONCE = 2_000
"""So many reply cases are read together: few queries, and little in memory."""


def watched(store: Store, municipality_id: int | None, today: date) -> Iterator[WatchLine]:
    """Give a line for each reply case of a municipality, or of all where none is given.

    By municipality in the order of the register, the newest audit first, then by committee. The
    lines are read while they are asked for.
    """
    with store.reading() as session:
        ids = iter(session.execute(_ordered(municipality_id)).scalars().all())
        while part := list(islice(ids, AT_ONCE)):
            yield from _lines(session, part, today)


def _ordered(municipality_id: int | None) -> Select[Any]:
    query = (
        select(REPLY_CASE.c.id)
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .order_by(
            AUDIT.c.municipality_id,
            AUDIT.c.audit_year.desc(),
            AUDIT.c.reference,
            COMMITTEE.c.ordinal,
            REPLY_CASE.c.id,
        )
    )
    return (
        query
        if municipality_id is None
        else query.where(AUDIT.c.municipality_id == municipality_id)
    )


def _lines(session: Session, ids: Sequence[int], today: date) -> Iterator[WatchLine]:
    facts, extensions = case_facts(session, ids), extensions_of(session, ids)
    reminded = _reminded(session, ids)
    row_of = {row.id: row for row in session.execute(_with_names(ids))}
    for each in ids:
        yield _line(
            row_of[each],
            facts.get(each, CaseFacts()),
            extensions.get(each, ()),
            reminded.get(each),
            today,
        )


def _reminded(session: Session, ids: Sequence[int]) -> dict[int, date]:
    """Return the day of the latest reminder that has gone out, by the reply case."""
    found: dict[int, date] = {}
    for each in made_reminders(session, ids, ReminderKind.REPLY):
        if each.sent_on:
            found[each.reply_case_id] = max(
                each.sent_on, found.get(each.reply_case_id, each.sent_on)
            )
    return found


def _with_names(ids: Sequence[int]) -> Select[Any]:
    return (
        select(
            REPLY_CASE.c.id,
            REPLY_CASE.c.due_on,
            REPLY_CASE.c.given_up_on,
            REPLY_CASE.c.diary_number,
            AUDIT.c.title,
            AUDIT.c.handed_over_on,
            MUNICIPALITY.c.name.label("municipality"),
            MUNICIPALITY.c.counted_day,
            COMMITTEE.c.name.label("committee"),
            COMMITTEE.c.kind.label("committee_kind"),
        )
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .where(REPLY_CASE.c.id.in_(named(ids)))
    )


def _line(
    row: Row[Any],
    facts: CaseFacts,
    extensions: Sequence[ExtensionFact],
    reminded_on: date | None,
    today: date,
) -> WatchLine:
    state = states.reply_state(
        facts.responses,
        is_requested=row.due_on is not None,
        is_given_up=row.given_up_on is not None,
    )
    decision = states.decisive(facts.responses)
    has_come = decision is not None and decision.is_received
    extended_to = deadlines.extended_to(extensions)
    return WatchLine(
        municipality=row.municipality,
        title=row.title,
        committee=row.committee,
        committee_kind=CommitteeKind(row.committee_kind),
        diary_number=row.diary_number,
        handed_over_on=row.handed_over_on,
        due_on=row.due_on,
        extended_to=extended_to,
        reminded_on=reminded_on,
        has_come=has_come,
        received_on=decision.received_on if decision and has_come else None,
        days_late=_days_late(row, facts, state, extended_to, today),
        unanswered=facts.unanswered,
        state=state,
    )


def _days_late(
    row: Row[Any], facts: CaseFacts, state: ReplyState, extended_to: date | None, today: date
) -> int | None:
    """Return the days that the supplement is late where one is awaited, else those of the reply."""
    supplement_due_on = states.supplement_day(facts.responses, state)
    if supplement_due_on is not None:
        return deadlines.days_past(supplement_due_on, today)
    due_on = extended_to or row.due_on
    if due_on is None or state is ReplyState.NO_REPLY:
        return None
    reply = deadlines.reply_of(states.first_reply(facts.responses), CountedDay(row.counted_day))
    return deadlines.lateness(due_on, reply, today)
