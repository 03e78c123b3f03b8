"""Whether a day to reply by is a wise one, and which day would be better.

All of it is advice: no law sets the day, and the auditors choose it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain.days.dates import is_working_day
from revtrack.domain.days.meetings import has_calendar_for, paths_within_reach
from revtrack.domain.days.wise_days import SHORTEST_TIME, first_wise_day, is_in_holidays
from revtrack.domain.records import CommitteeMeeting


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
    """The day itself where no better one is known."""
    days: int
    """Calendar days from the letter to the day."""


def doubts_about(
    due_on: date,
    letter_on: date,
    meetings: Sequence[CommitteeMeeting] = (),
    today: date | None = None,
) -> tuple[DayDoubt, ...]:
    """Return why the day is unwise for a committee with this calendar; empty where it is not.

    That no meeting lies before the day is said only where a calendar covers the time. A free day
    within the holidays is said once. A better day is one that can be kept from ``today`` on, or
    from the letter on where no day is given.
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
    proposed = propose_other_day(due_on, letter_on, meetings, today)
    return tuple(DayDoubt(kind, due_on, proposed, (due_on - letter_on).days) for kind in found)


def propose_other_day(
    due_on: date,
    letter_on: date,
    meetings: Sequence[CommitteeMeeting] = (),
    today: date | None = None,
) -> date:
    """Return the first day from ``due_on`` on that leaves no doubt.

    It is a working day outside the holidays, six weeks or more after the letter, and where the
    calendar covers the time, the minutes of a meeting can have been approved by then. The plan of a
    reply asks for the same day.
    """
    day = first_wise_day(due_on, letter_on)
    if not any(_lacks_meeting(each, letter_on, meetings) for each in (due_on, day)):
        return day
    later = (each.settled_on for each in paths_within_reach(meetings, letter_on, today))
    settled = next((each for each in later if each > due_on), day)
    return first_wise_day(settled, letter_on)


def _lacks_meeting(due_on: date, letter_on: date, meetings: Sequence[CommitteeMeeting]) -> bool:
    if not has_calendar_for(meetings, letter_on, due_on):
        return False
    return all(each.settled_on > due_on for each in paths_within_reach(meetings, letter_on))
