"""The meeting that is expected to take a reply: nobody is reminded before it has passed."""

from datetime import date, timedelta

from revtrack.domain import records as r
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.storage.audits import load_case
from revtrack.storage.rows import change
from revtrack.storage.store import Store

FARTHEST = timedelta(days=366)
"""No committee is expected to take a reply farther ahead: the year is mistyped."""


def expect_meeting(
    store: Store, audit_id: int, reply_case_id: int, day: date | None, today: date
) -> r.ReplyCase:
    """Note the day of the meeting that is expected to take a reply, and return its reply case.

    None takes back what was expected. Raises RevTrackError where no reply is awaited, or the day
    has passed or lies more than a year ahead.
    """
    with store.wish() as session:
        lines = reply_lines(load_case(session, audit_id), today)
        line = next((each for each in lines if each.reply_case.id == reply_case_id), None)
        if line is None:
            raise GoneError
        if day is not None and not line.is_open and line.supplement_due_on is None:
            raise RevTrackError(
                "No reply is awaited from {committee}: {state}.",
                committee=line.committee.name,
                state=line.state,
            )
        _refuse_day(day, today)
        if line.reply_case.expected_meeting_on == day:
            return line.reply_case
        return change(session, line.reply_case, expected_meeting_on=day)


def _refuse_day(day: date | None, today: date) -> None:
    if day is not None and day < today:
        raise UsageError(
            "{day} has passed; name a meeting that lies ahead. Today is {today}.",
            day=day,
            today=today,
        )
    if day is not None and day - today > FARTHEST:
        raise UsageError("{day} lies more than a year ahead. Check the year.", day=day)
