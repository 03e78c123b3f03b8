"""Who was reminded of what, when and how."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.services.reminding.remind_plan import EVERYBODY, Whom
from revtrack.storage.reminders import reminder_audits
from revtrack.storage.rows import some
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store


@dataclass(frozen=True)
class LogLine:
    """A reminder that was made, with the names that it is shown by."""

    reminder: r.Reminder
    municipality: str
    audit: str
    """Reference of the audit."""
    committee: r.Committee
    """The one that the letter was written to."""
    recommendation: str | None
    """Number of the recommendation whose action it was about; None: the reply."""
    sent_on: date | None
    """The day that it went out; None: it is a draft."""
    is_waiting: bool
    """Whether it is a draft to be sent; none that a later one stands for."""
    due_on: date | None
    """The day that it reminded of; in registers from before that was kept, the reply's own."""


def list_reminders(store: Store, whom: Whom = EVERYBODY) -> tuple[LogLine, ...]:
    """Return the reminders that were made, drafts too, oldest first."""
    with store.reading() as session:
        return reminders_in(session, whom)


def reminders_in(session: Session, whom: Whom = EVERYBODY) -> tuple[LogLine, ...]:
    """Return them as they are in a session."""
    audits = reminder_audits(session, whom.audit_id)
    cases = cases_for_letters(session, set(audits.values()))
    reminders = [each for each in some(session, r.Reminder) if each.reply_case_id in audits]
    lines = []
    for reminder in sorted(reminders, key=lambda each: (each.reminded_on, each.id)):
        case = cases[audits[reminder.reply_case_id]]
        reply_case = next(each for each in case.reply_cases if each.id == reminder.reply_case_id)
        addressee = case.addressee_by_id.get(reminder.addressee_id or 0)
        gone = {each.id: each.reminded_on for each in case.sent_reminders}
        line = LogLine(
            reminder=reminder,
            municipality=case.municipality.name,
            audit=case.audit.reference,
            committee=case.committee_by_id[reply_case.committee_id],
            recommendation=case.number_of(case.recommendation_by_id[addressee.recommendation_id])
            if addressee
            else None,
            sent_on=gone.get(reminder.id),
            is_waiting=reminder in case.reminder_drafts,
            due_on=reminder.due_on or (None if addressee else reply_case.due_on),
        )
        is_there = whom.municipality_id in {None, case.municipality.id}
        if is_there and whom.is_to(line.committee):
            lines.append(line)
    return tuple(lines)
