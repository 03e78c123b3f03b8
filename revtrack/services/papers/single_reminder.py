"""A single reminder of one reply, made when a person wants it, and its place in the log."""

from datetime import date

from sqlmodel import Session

from revtrack.documents.letters.reply_matter import ReplyMatter
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReminderForm, ReminderKind, ReplyState
from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.recipients import number_key
from revtrack.domain.replies.reminded import stem_of, stems_in
from revtrack.domain.replies.reminder_message import AwaitedLine, ReminderMessage
from revtrack.domain.replies.reminders import MOST_DAYS, made_for
from revtrack.storage.rows import add, change, some


def message_of(matter: ReplyMatter) -> ReminderMessage:
    """Return what a committee is reminded of where only this reply is spoken of."""
    case, line = matter.case, matter.line
    is_supplement = line.state is ReplyState.INCOMPLETE
    due_on = _day(line)
    sent = made_for(line.reminders, due_on, line.reply_case.due_on)
    awaited = AwaitedLine(
        case=case,
        reply_case=line.reply_case,
        committee=line.committee,
        state=line.state,
        due_on=due_on,
        is_extended=not is_supplement and due_on != line.reply_case.due_on,
        decision=line.decision,
        recommendations=() if is_supplement else _asked(case, line.committee.id),
        sent=tuple(each for each in sent if each.reminded_on < matter.today),
    )
    return ReminderMessage(
        municipality=case.municipality, committee=matter.committee, awaited=(awaited,)
    )


def _day(line: ReplyLine) -> date:
    """Return the day that counts for what is awaited; raise GoneError where nothing is."""
    due_on = line.supplement_due_on or line.due_on
    if due_on is None:
        raise GoneError
    return due_on


def _asked(case: AuditCase, committee_id: int) -> tuple[r.Recommendation, ...]:
    """Return what the letter put to a committee and is not closed, in the order of its numbers."""
    asked = (
        case.recommendation_by_id[each.recommendation_id]
        for each in case.addressees
        if each.committee_id == committee_id and each.asked and each.outcome is None
    )
    put = [each for each in asked if each.number_in_letter]
    return tuple(sorted(put, key=lambda each: number_key(case.number_of(each))))


def log_reminder(matter: ReplyMatter, session: Session, name: str) -> r.Reminder:
    """Note that a reminder was made today, as the letter of that name, and return it."""
    due_on = _day(matter.line)
    step = max(-MOST_DAYS, min((matter.today - due_on).days, MOST_DAYS))
    return add(
        session,
        r.Reminder,
        r.NewReminder(
            reply_case_id=matter.line.reply_case.id,
            reminded_on=matter.today,
            step=step,
            kind=ReminderKind.REPLY,
            form=ReminderForm.LETTER,
            due_on=due_on,
            text=name,
        ),
    )


def name_reminders(session: Session, name: str, new_name: str) -> None:
    """Note with the reminders made as a file that it was sent under another name."""
    if stem_of(new_name) == stem_of(name):
        return
    for each in some(session, r.Reminder):
        if stem_of(name) in stems_in(each.text):
            change(session, each, text=f"{new_name}, {each.text}")
