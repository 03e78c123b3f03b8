"""Whether a day to reply by is a wise one, and which day would be better.

All of it is advice: no law sets the day, and the auditors choose it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from revtrack.domain.days.dates import add_working_days, is_working_day, next_working_day
from revtrack.domain.days.meetings import MeetingPath, has_calendar_for, paths
from revtrack.domain.records import CommitteeMeeting

SHORTEST_TIME = timedelta(weeks=6)
"""Time that registration, drafting, working committee and committee take at the least."""

DRAFTING_DAYS = 10
"""Working days from a letter until the officials' paper on it can be ready, at the least."""

JULY = 7
CHRISTMAS_BEGINS = (12, 23)
CHRISTMAS_ENDS = (1, 6)
"""Month and day between which, both included, hardly any committee meets."""


class DoubtKind(StrEnum):
    """Why a day is unwise; the codes of the checks that say so."""

    WITHOUT_MEETING = "due_without_meeting"
    IN_HOLIDAYS = "due_in_holidays"
    ON_FREE_DAY = "due_on_free_day"
    TOO_SOON = "due_too_soon"


@dataclass(frozen=True)
class DayDoubt:
    """One reason why a day is unwise, with a better one."""

    kind: DoubtKind
    due_on: date
    proposed_on: date
    days: int
    """Calendar days from the letter to the day."""


def is_in_holidays(day: date) -> bool:
    """Tell whether the day lies in July or in the weeks of Christmas, 23 December to 6 January."""
    month_day = (day.month, day.day)
    return day.month == JULY or month_day >= CHRISTMAS_BEGINS or month_day <= CHRISTMAS_ENDS


def doubts_about(
    due_on: date, letter_on: date, meetings: Sequence[CommitteeMeeting] = ()
) -> tuple[DayDoubt, ...]:
    """Return why the day is unwise for a committee with this calendar; empty where it is not.

    That no meeting lies before the day is said only where a calendar covers the time. A free day
    within the holidays is said once.
    """
    kinds = {
        DoubtKind.WITHOUT_MEETING: _lacks_meeting(due_on, letter_on, meetings),
        DoubtKind.IN_HOLIDAYS: is_in_holidays(due_on),
        DoubtKind.ON_FREE_DAY: not is_in_holidays(due_on) and not is_working_day(due_on),
        DoubtKind.TOO_SOON: due_on - letter_on < SHORTEST_TIME,
    }
    found = [kind for kind, is_so in kinds.items() if is_so]
    if not found:
        return ()
    proposed = propose_other_day(due_on, letter_on, meetings)
    return tuple(DayDoubt(kind, due_on, proposed, (due_on - letter_on).days) for kind in found)


def propose_other_day(
    due_on: date, letter_on: date, meetings: Sequence[CommitteeMeeting] = ()
) -> date:
    """Return the first day from ``due_on`` on that leaves no doubt.

    It is a working day outside the holidays, six weeks or more after the letter, and where the
    calendar covers the time, the minutes of a meeting can have been approved by then.
    """
    day = _allowed(max(due_on, letter_on + SHORTEST_TIME))
    if not _lacks_meeting(day, letter_on, meetings):
        return day
    later = (each.settled_on for each in _within_reach(meetings, letter_on))
    return _allowed(next((settled for settled in later if settled > day), day))


def _allowed(day: date) -> date:
    while is_in_holidays(day) or not is_working_day(day):
        day = next_working_day(day + timedelta(days=1))
    return day


def _lacks_meeting(due_on: date, letter_on: date, meetings: Sequence[CommitteeMeeting]) -> bool:
    if not has_calendar_for(meetings, letter_on, due_on):
        return False
    return all(each.settled_on > due_on for each in _within_reach(meetings, letter_on))


def _within_reach(meetings: Sequence[CommitteeMeeting], letter_on: date) -> tuple[MeetingPath, ...]:
    """Return the ways whose paper can be written after the letter has come."""
    written_on = add_working_days(letter_on, DRAFTING_DAYS)
    return tuple(each for each in paths(meetings) if each.paper_ready_on >= written_on)
