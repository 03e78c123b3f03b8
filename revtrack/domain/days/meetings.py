"""Committees' meeting calendars, and a reply planned backwards from its day as a secretary does.

The committee's last meeting that leaves time to approve the minutes, the working committee before
it, the day when the officials' paper has to be ready; and where that is too late, the meeting that
can still be reached and the day to ask for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.dates import add_working_days
from revtrack.domain.days.wise_days import first_wise_day
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.records import CommitteeMeeting

MINUTES_DAYS = 3
"""Working days from a meeting until its approved minutes can have been sent.

The law allows fourteen days (kommunallagen 2017:725); a reply with a day to keep is approved at
once or within days.
"""

PAPER_DAYS = 7
"""Working days before the first meeting that treats it that the paper has to be ready.

Used where the calendar does not state the last day for papers: the summons goes out about a week
before, and the papers are handed in before that.
"""

DRAFTING_DAYS = 10
"""Working days from a letter until the officials' paper on it can be ready, at the least."""

LONGEST_GAP = 183
"""Days between two registered meetings beyond which the calendar is taken to be incomplete."""

PREPARING = (MeetingKind.WORKING_COMMITTEE, MeetingKind.PRESIDIUM)
"""What prepares a matter before the committee; the first kind that there is."""


@dataclass(frozen=True)
class MeetingPath:
    """The way of a reply to one meeting of the committee."""

    meeting: CommitteeMeeting
    preparing: CommitteeMeeting | None
    """The working committee or presidium before it; None where the calendar has none."""
    paper_ready_on: date
    is_paper_day_stated: bool
    """Whether the calendar states it; else it is counted by ``PAPER_DAYS``."""
    settled_on: date
    """The day when the minutes are approved and the reply can have been sent."""

    @property
    def first(self) -> CommitteeMeeting:
        """The first meeting that treats the reply, to which the paper has to be ready."""
        return self.preparing or self.meeting

    @property
    def dispatched_on(self) -> date | None:
        """The day of the summons to the committee, where the calendar states it."""
        return self.meeting.dispatched_on


@dataclass(frozen=True)
class ReplyPlan:
    """A reply planned backwards from its day."""

    due_on: date
    last: MeetingPath | None
    """The way by the last meeting from which the reply is there in time; None: there is none."""
    within_reach: MeetingPath | None
    """The way by the first meeting that can still be reached; None: none is registered."""
    is_too_late: bool
    """Whether the paper cannot be ready any more for a meeting in time."""
    calendar_until: date | None
    """The last meeting that is registered; None: there is no calendar."""
    ask_until: date | None = None
    """The day to ask for more time until; None where it is not needed or not known."""

    @property
    def is_calendar_short(self) -> bool:
        """Whether the calendar ends before the day, so that a later meeting may be missing."""
        return self.calendar_until is not None and self.calendar_until < self.due_on


def committee_meetings(meetings: Iterable[CommitteeMeeting]) -> tuple[CommitteeMeeting, ...]:
    """Return the meetings of the committee itself, the earliest first."""
    own = (each for each in meetings if each.kind is MeetingKind.COMMITTEE)
    return tuple(sorted(own, key=lambda each: each.held_on))


def paths(meetings: Sequence[CommitteeMeeting]) -> tuple[MeetingPath, ...]:
    """Return the way to each meeting of one committee's calendar, the earliest first.

    A working committee belongs to the first meeting after it.
    """
    own = committee_meetings(meetings)
    earlier = (date.min, *(each.held_on for each in own))
    return tuple(
        _path(meeting, [each for each in meetings if since <= each.held_on < meeting.held_on])
        for since, meeting in zip(earlier, own, strict=False)
    )


def _path(meeting: CommitteeMeeting, before: Sequence[CommitteeMeeting]) -> MeetingPath:
    preparing = next((found for kind in PREPARING if (found := _last_of(kind, before))), None)
    first = preparing or meeting
    stated = [each.papers_by_on for each in (meeting, first) if each.papers_by_on]
    if preparing and preparing.papers_by_on is None:
        stated = [day for day in stated if day < preparing.held_on]
    return MeetingPath(
        meeting,
        preparing,
        min(stated) if stated else add_working_days(first.held_on, -PAPER_DAYS),
        bool(stated),
        add_working_days(meeting.held_on, MINUTES_DAYS),
    )


def _last_of(kind: MeetingKind, before: Iterable[CommitteeMeeting]) -> CommitteeMeeting | None:
    found = (each for each in before if each.kind is kind)
    return max(found, key=lambda each: each.held_on, default=None)


def plan_reply(
    due_on: date, letter_on: date, meetings: Sequence[CommitteeMeeting], today: date
) -> ReplyPlan:
    """Return the plan of a reply to a letter, seen from ``today``.

    ``meetings`` is the calendar of the committee that replies; only meetings are of use whose paper
    can be written after the letter. It is too late where no meeting in time is left, or the day of
    its paper has passed.
    """
    in_time = [
        each for each in paths_within_reach(meetings, letter_on) if each.settled_on <= due_on
    ]
    reach = next(iter(paths_within_reach(meetings, letter_on, today)), None)
    until = max((each.held_on for each in committee_meetings(meetings)), default=None)
    last = in_time[-1] if in_time else None
    is_missed = (
        last.paper_ready_on < today if last else has_calendar_for(meetings, letter_on, due_on)
    )
    ask_until = first_wise_day(reach.settled_on, letter_on) if is_missed and reach else None
    return ReplyPlan(due_on, last, reach, is_missed, until, ask_until)


def paths_within_reach(
    meetings: Sequence[CommitteeMeeting], letter_on: date, today: date | None = None
) -> tuple[MeetingPath, ...]:
    """Return the ways whose paper can be written after the letter has come, the earliest first.

    With ``today`` they are those whose day of the paper has not passed either.
    """
    written_on = add_working_days(letter_on, DRAFTING_DAYS)
    since = max(written_on, today or written_on)
    return tuple(each for each in paths(meetings) if each.paper_ready_on >= since)


def has_calendar_for(meetings: Iterable[CommitteeMeeting], letter_on: date, due_on: date) -> bool:
    """Tell whether the calendar covers the time from the letter to the day of the reply.

    It has a meeting in each year of that time, since committees settle their days a year at a time,
    one on the day or after it, and no longer gap before that one than committees make.
    """
    held = [each.held_on for each in committee_meetings(meetings)]
    later = [day for day in held if day >= due_on]
    years = {day.year for day in held}
    if not later or not years.issuperset(range(letter_on.year, due_on.year + 1)):
        return False
    before = max((day for day in held if day < later[0]), default=letter_on)
    return (later[0] - before).days <= LONGEST_GAP


def plan_of(case: AuditCase, line: ReplyLine, today: date) -> ReplyPlan | None:
    """Return the plan of a reply by the calendar of the committee in office.

    None where no reply is awaited any more.
    """
    letter_on = case.audit.handed_over_on
    if line.due_on is None or letter_on is None or not line.is_open:
        return None
    committee = committee_in_office(case, line.committee, today)
    return plan_reply(line.due_on, letter_on, case.meetings_of(committee.id), today)
