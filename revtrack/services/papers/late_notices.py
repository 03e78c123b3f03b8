"""Notices of more time that are made long after the decision: somebody may have told it already."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.records import Committee

LATE_AFTER_DAYS = 14
"""A decision is told within so many days (the auditors' own custom, no rule of law)."""


@dataclass(frozen=True)
class LateNotice:
    """A decision on more time that is told only now."""

    committee: Committee
    decided_on: date
    days: int
    """So many days ago."""


def late_notices(case: AuditCase, today: date, to: Container[int]) -> Iterator[LateNotice]:
    """Give those of the notices to these committees whose decision is old."""
    for line in reply_lines(case, today):
        latest = line.extensions[-1] if line.extensions else None
        if line.committee.id not in to or latest is None or latest.decided_on is None:
            continue
        days = (today - latest.decided_on).days
        if latest.decision is not ExtensionDecision.REQUESTED and days > LATE_AFTER_DAYS:
            yield LateNotice(line.committee, latest.decided_on, days)
