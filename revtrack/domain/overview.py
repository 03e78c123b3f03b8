"""The lines of the lists over all audits: what is due, and how far each audit has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from revtrack.domain.codes import ReplyState, ResponseKind


@dataclass(frozen=True)
class DueLine:
    """A reply, or a supplement to one, that is asked for and has not come."""

    reply_case_id: int
    audit_id: int
    committee_id: int
    municipality: str
    audit: str
    """Reference of the audit."""
    title: str
    committee: str
    abbreviation: str | None
    diary_number: str | None
    original_due_on: date | None
    """None: no reply was asked for, and yet one came that is to be supplemented."""
    extended_to: date | None
    times_extended: int
    supplement_due_on: date | None
    """The day by which a supplement is awaited; None: the reply itself is."""
    due_on: date
    """The day that counts now: of these, the last that is set."""
    days_late: int | None
    """None: adopted and not sent in, where that day counts and is not stated."""
    unanswered: int
    """Recommendations asked of the committee to which no position is known."""
    state: ReplyState
    expected_meeting_on: date | None = None
    """The meeting that is expected to take it."""

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return bool(self.days_late)


@dataclass(frozen=True)
class ActionLine:
    """Something that a committee is to have done by a day, and has not said to be done."""

    action_id: int | None
    """None: the day is set on the recommendation itself."""
    audit_id: int
    committee_id: int
    municipality: str
    audit: str
    """Reference of the audit."""
    title: str
    committee: str
    """The one that answers for it now."""
    abbreviation: str | None
    recommendations: tuple[str, ...]
    """The numbers of the recommendations that it answers to and that are open."""
    text: str
    """What is promised, or the recommendation itself."""
    responsible: str | None
    due: str
    """The day as exact as stated."""
    due_on: date
    """The last day that it covers."""
    days_late: int
    """Days past that day; 0 on it and before."""

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return bool(self.days_late)


@dataclass(frozen=True)
class JudgeLine:
    """What has come and the auditors have not judged: a response, or progress reports."""

    kind: ResponseKind | None
    """None: progress reports."""
    response_id: int
    """0: progress reports."""
    audit_id: int
    audit: str
    title: str
    municipality: str
    committee_id: int
    committee: str
    received_on: date | None
    """The day it came; of several reports the first."""
    is_read: bool
    """Whether it has been gone through, so that it can be judged."""
    count: int = 1
    """How many progress reports there are."""


@dataclass(frozen=True)
class AuditLine:
    """One audit and how far its recommendations have come, counted per committee."""

    audit_id: int
    reference: str
    title: str
    municipality: str
    audit_year: int
    handed_over_on: date | None
    follow_up_planned: str | None
    asked: int
    not_asked: int
    open: int
    """Asked and not closed."""
    drafts: int
    """Not yet put in a letter."""
    replied: int
    """Reply cases that have been answered."""
    reply_cases: int
    """Reply cases that ask for an answer."""
    late_replies: int
    """Replies, and supplements to them, that are still missing after their day."""
    ready_for_follow_up: int
    """Open recommendations said to be done, or whose action's day has passed, once it is time."""


@dataclass(frozen=True)
class Overview:
    """What needs somebody now, and how far each audit has come."""

    due: tuple[DueLine, ...]
    """Late and within the days asked for, most urgent first."""
    later: tuple[DueLine, ...]
    """What is awaited after those days, most urgent first."""
    to_judge: tuple[JudgeLine, ...]
    audits: tuple[AuditLine, ...]
    left: tuple[int, ...] = ()
    """The ids of the audits after these, which have not been gone through."""

    @property
    def late(self) -> tuple[DueLine, ...]:
        """The replies that are late."""
        return tuple(line for line in self.due if line.is_late)

    @property
    def ready(self) -> tuple[AuditLine, ...]:
        """The audits with something to follow up."""
        return tuple(line for line in self.audits if line.ready_for_follow_up)


def most_urgent_first(lines: Iterable[DueLine]) -> tuple[DueLine, ...]:
    """Return the lines by the day that counts, then by audit and committee."""
    return tuple(sorted(lines, key=lambda line: (line.due_on, line.audit, line.committee_id)))


def due_within(lines: Iterable[DueLine], today: date, days: int | None) -> tuple[DueLine, ...]:
    """Return what is late or falls due within so many days, the last day included; None: all."""
    if days is None:
        return tuple(lines)
    last = today + timedelta(days=days)
    return tuple(line for line in lines if line.due_on <= last)
