"""How many replies came in time, came late or are missing, of those that letters asked for."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState
from revtrack.domain.follow_up import ReplyLine, reply_lines


class ReplyTime(StrEnum):
    """Whether a reply that was asked for came, and came in time."""

    IN_TIME = "in_time"
    LATE = "late"
    UNKNOWN = "unknown"
    """It came; nobody can say when."""
    MISSING = "missing"
    """It has not come and is late."""
    GIVEN_UP = "given_up"
    """The auditors no longer wait for it."""
    AWAITED = "awaited"
    """It has not come and is not late."""


def reply_time(line: ReplyLine) -> ReplyTime | None:
    """Return whether a reply came in time; None: none was asked for."""
    if line.reply_case.due_on is None:
        return None
    if line.has_come:
        if line.days_late is None:
            return ReplyTime.UNKNOWN
        return ReplyTime.LATE if line.days_late else ReplyTime.IN_TIME
    if line.state is ReplyState.NO_REPLY:
        return ReplyTime.GIVEN_UP
    return ReplyTime.MISSING if line.is_late else ReplyTime.AWAITED


def reply_times(cases: Iterable[AuditCase], today: date) -> dict[int, Counter[ReplyTime]]:
    """Return how many replies came in time and not, by the id of the committee.

    Each reply case is counted once. Audits that are not handed over have asked for nothing yet.
    """
    found: dict[int, Counter[ReplyTime]] = {}
    for case in cases:
        for line in reply_lines(case, today) if case.is_handed_over else ():
            time = reply_time(line)
            if time is not None:
                found.setdefault(line.committee.id, Counter())[time] += 1
    return found
