"""The lines of the list in which every reply that a letter asks for is watched."""

from dataclasses import dataclass
from datetime import date

from revtrack.domain.codes import CommitteeKind, ReplyState


@dataclass(frozen=True, kw_only=True)
class WatchLine:
    """One reply case: what was asked of a committee, what has come and how late it is."""

    municipality: str
    title: str
    """Of the audit."""
    committee: str
    committee_kind: CommitteeKind
    diary_number: str | None
    handed_over_on: date | None
    due_on: date | None
    """The original day; None: no reply is asked for."""
    extended_to: date | None
    reminded_on: date | None
    """The day of the latest reminder of the reply."""
    has_come: bool
    received_on: date | None
    """None where nothing has come, or its day is not stated."""
    days_late: int | None
    """Of the supplement where one is awaited; None: nothing is asked for by a day, or a reply has
    come whose day is not stated."""
    unanswered: int
    """Recommendations asked of the committee to which no position is known."""
    state: ReplyState
