"""What one committee is reminded of in one message, whatever the number of audits and rows."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReminderForm, ReplyState
from revtrack.domain.records import (
    Action,
    Addressee,
    Committee,
    Municipality,
    Recommendation,
    Reminder,
    ReplyCase,
    Response,
)
from revtrack.domain.replies.reminders import DueStep, unanswered


@dataclass(frozen=True, kw_only=True)
class AwaitedLine:
    """A reply, or a supplement to one, that a message speaks of."""

    case: AuditCase
    """The audit, with what letters tell of."""
    reply_case: ReplyCase
    committee: Committee
    """The one that the letter was written to; another may have taken over since."""
    state: ReplyState
    due_on: date
    """The day that counts."""
    is_extended: bool
    decision: Response | None
    """The reply as far as it is known: adopted and not sent in, or to be supplemented."""
    recommendations: tuple[Recommendation, ...]
    """What was asked of the committee, in the order of the letter's numbers."""
    made: tuple[Reminder, ...] = ()
    """What has been made to remind of this day, drafts too, oldest first."""
    sent: tuple[Reminder, ...] = ()
    """What of it has gone out, each with the day that it did."""
    due: DueStep | None = None
    """The step that is made now; None: it is only spoken of beside others."""

    def days_late(self, today: date) -> int:
        """Return the days since the day that counts, 0 before and on it."""
        return max((today - self.due_on).days, 0)

    @property
    def unanswered(self) -> tuple[Reminder, ...]:
        """The reminders that went out after the day and brought no reply."""
        return unanswered(self.sent, self.due_on)


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    """A recommendation that was to be carried out by a day, of which nothing is told."""

    case: AuditCase
    reply_case: ReplyCase
    addressee: Addressee
    recommendation: Recommendation
    committee: Committee
    """The one that answers for it."""
    due_on: date
    """The last day of the time that was stated."""
    stated: str
    """The time as stated: ``2023-06``."""
    actions: tuple[Action, ...]
    """What the committee promised by that day; none where the day is the recommendation's own."""
    due: DueStep

    @property
    def number(self) -> str:
        """The number that the recommendation is known by."""
        return self.case.number_of(self.recommendation)


@dataclass(frozen=True, kw_only=True)
class ReminderMessage:
    """All that a committee is reminded of in one run."""

    municipality: Municipality
    committee: Committee
    """The one written to: that of the letters, or the one in office after it."""
    awaited: tuple[AwaitedLine, ...] = ()
    """Replies whose step is made now, by the day that counts."""
    also: tuple[AwaitedLine, ...] = ()
    """Replies it has been reminded of before; spoken of, not counted as reminded again."""
    promised: tuple[PromiseLine, ...] = ()

    @cached_property
    def form(self) -> ReminderForm:
        """The form of the message: a letter where any of its steps asks for one."""
        forms = {line.due.step.form for line in self.awaited if line.due}
        forms |= {line.due.step.form for line in self.promised}
        return ReminderForm.LETTER if ReminderForm.LETTER in forms else ReminderForm.MAIL

    @property
    def case(self) -> AuditCase:
        """One of its audits, for what is common to all: people, committees, municipality."""
        return self.audits[0]

    @property
    def audits(self) -> tuple[AuditCase, ...]:
        """The audits that it reminds of, each once."""
        cases = [line.case for line in self.awaited] + [line.case for line in self.promised]
        return tuple({case.audit.id: case for case in cases}.values())


@dataclass(frozen=True)
class PresidiumProposal:
    """A reply that reminders have not brought, to be taken up with the council's presidium."""

    line: AwaitedLine
    committee: Committee
    """The one that answers for it now."""

    @property
    def last_on(self) -> date:
        """The day of the last reminder."""
        return self.line.unanswered[-1].reminded_on
