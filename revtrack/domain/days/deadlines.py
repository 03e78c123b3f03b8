"""The day a reply is due, what moves it, and whether a reply is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from revtrack.domain.codes import CountedDay, ExtensionDecision
from revtrack.domain.days.dates import add_months, next_working_day
from revtrack.domain.facts import ArrivalFacts, ExtensionFacts

SUPPLEMENT_MONTHS = 1
"""The time that a committee is given for a supplement."""
LONGEST_EXTENSION = timedelta(days=366)
"""So much more time than the day that counts nobody is given at once: the year is mistyped."""


@dataclass(frozen=True)
class Reply:
    """That a case has been answered, and the day that counts; None where no day is stated."""

    counted_on: date | None


def propose_due_on(handed_over_on: date, months: int = 3) -> date:
    """Return the proposed due day: so many months later, moved forward to a working day.

    Source: the usual practice of the auditors; no law sets a time limit.
    """
    return next_working_day(add_months(handed_over_on, months))


def propose_supplement_due_on(judged_on: date) -> date:
    """Return the proposed day for a supplement: a month after it is asked for, on a working day.

    Source: practice; a reply of which a part is missing needs less time than a whole one.
    """
    return propose_due_on(judged_on, SUPPLEMENT_MONTHS)


def extended_to(extensions: Iterable[ExtensionFacts]) -> date | None:
    """Return the latest day that was granted; requested and refused extensions move nothing."""
    granted = [e.new_due_on for e in extensions if e.decision is ExtensionDecision.GRANTED]
    return max(granted, default=None)


def granted_on(extensions: Iterable[ExtensionFacts], day: date) -> date | None:
    """Return when this day was granted; None where that is not stated.

    Where only the day of asking is, it was granted no earlier than that.
    """
    granted = ExtensionDecision.GRANTED
    stated = [
        each.decided_on or each.asked_on
        for each in extensions
        if each.decision is granted and each.new_due_on == day
    ]
    return max(filter(None, stated), default=None)


def times_extended(extensions: Iterable[ExtensionFacts]) -> int:
    """Return how many times more time has been granted."""
    return sum(each.decision is ExtensionDecision.GRANTED for each in extensions)


def reply_of(response: ArrivalFacts | None, counted_day: CountedDay) -> Reply | None:
    """Return the reply that a response makes; None where it is not yet one.

    The other day is used where the one that counts is not stated. A response that is adopted but
    not sent in is a reply only where the day of the decision counts.
    """
    if response is None:
        return None
    days = (response.decided_on, response.received_on)
    if counted_day is CountedDay.DECIDED:
        return Reply(days[0] or days[1])
    if not response.is_received:
        return None
    return Reply(days[1] or days[0])


def days_past(due_on: date | None, today: date) -> int | None:
    """Calendar days past a day that something is awaited by; 0 on it and before, None without."""
    return lateness(due_on, None, today) if due_on else None


def lateness(due_on: date, reply: Reply | None, today: date) -> int | None:
    """Calendar days past the due day; 0 on the day itself and before.

    An answered case stops counting on the day of its reply; None when that day is not stated.
    Source: the auditors' letter ("svar önskas senast"); a wish, not a legal time limit.
    """
    if reply is None:
        return max((today - due_on).days, 0)
    if reply.counted_on is None:
        return None
    return max((reply.counted_on - due_on).days, 0)
