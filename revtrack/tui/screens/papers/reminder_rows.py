"""Påminnelser: the columns and rows of the screen, and what a message tells, in words."""

from dataclasses import dataclass

from revtrack.domain.codes import ReminderKind
from revtrack.domain.filtering import Field
from revtrack.domain.replies.reminder_message import AwaitedLine, PromiseLine, ReminderMessage
from revtrack.forms.found_by import names_of
from revtrack.services.reminding.remind_log import LogLine
from revtrack.tui import words
from revtrack.tui.widgets.layout import Column, Row
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.reminded import days_told, step_told

WIDE = 96
MOST_LOGGED = 12
DUE, PRESIDIUM, DRAFT, HELD, LOG = "due", "presidium", "draft", "held", "log"


@dataclass(frozen=True)
class ReminderRow:
    """Which of the lines of a section a row stands for."""

    section: str
    place: int


WHO = (
    Column(_("Committee"), grows=True),
    Column(_("Audit"), most=16),
    Column(_("Reply by"), from_width=WIDE),
    Column(_("State"), most=20),
    Column(_("Why"), grows=True),
)
LOGGED = (
    Column(_("Made"), from_width=WIDE),
    Column(_("Sent")),
    Column(_("Committee"), grows=True),
    Column(_("Audit"), most=16),
    Column(_("About"), grows=True),
    Column(_("Written as"), from_width=WIDE, most=22),
)


def about(message: ReminderMessage) -> str:
    """Return how many replies and actions a message is about."""
    replies, actions = len(message.awaited), len(message.promised)
    parts = [
        ngettext("{n} reply", "{n} replies", replies).format(n=replies) if replies else "",
        ngettext("{n} action", "{n} actions", actions).format(n=actions) if actions else "",
    ]
    return ", ".join(filter(None, parts))


def reminded(line: AwaitedLine) -> str:
    """Return how many reminders have gone out after the day and brought no reply."""
    count = len(line.unanswered)
    said = ngettext("{n} reminder without a reply", "{n} reminders without a reply", count)
    return said.format(n=count)


def awaited_told(line: AwaitedLine) -> str:
    """Return what a message says of a reply, with the step that it is."""
    parts = [
        _("reply by {day}").format(day=line.due_on),
        label(line.state).lower(),
        step_told(line.due.step.days) if line.due else "",
    ]
    if line.due and line.due.passed_over:
        missed = ", ".join(days_told(step.days) for step in line.due.passed_over)
        parts.append(_("stands for what was missed {steps} too").format(steps=missed))
    return f"{line.case.audit.reference}  {', '.join(filter(None, parts))}"


def also_told(line: AwaitedLine) -> str:
    """Return what a message says of a reply besides."""
    told = _("spoken of too: reply by {day}").format(day=line.due_on)
    return f"{line.case.audit.reference}  {told}"


def promised_told(line: PromiseLine) -> str:
    """Return what a message says of an action."""
    told = _("{number}: action by {day}").format(number=line.number, day=line.due_on)
    return f"{line.case.audit.reference}  {told}, {step_told(line.due.step.days)}"


def logged_row(section: str, place: int, line: LogLine) -> Row:
    """Return the row of a reminder that was made."""
    reminder = line.reminder
    day = line.due_on.isoformat() if line.due_on else _("day not stated")
    about = (
        _("reply by {day}").format(day=day)
        if reminder.kind is ReminderKind.REPLY
        else _("{number}: action by {day}").format(number=line.recommendation or "–", day=day)
    )
    sent = (
        words.marked(words.MARK_DONE, line.sent_on.isoformat())
        if line.sent_on
        else words.marked(words.MARK_DRAFT, _("draft"))
    )
    return Row(
        (
            reminder.reminded_on.isoformat(),
            sent,
            words.name(line.committee),
            line.audit,
            f"{about}, {step_told(reminder.step)}",
            label(reminder.form),
        ),
        ReminderRow(section, place),
        "" if line.sent_on else "waiting",
        line.committee.abbreviation or "",
        {Field.COMMITTEE: names_of(line.committee), Field.MUNICIPALITY: line.municipality},
    )
