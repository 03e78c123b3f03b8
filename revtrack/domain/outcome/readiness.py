"""The queue of what can be followed up, and why the rest has to wait."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress, Standing, VerdictStep
from revtrack.domain.days.dates import last_day
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.judged import is_overturned, is_to_close
from revtrack.domain.records import Committee


class Readiness(StrEnum):
    """Why a recommendation can be followed up, or why not yet."""

    DONE_REPORTED = "done_reported"
    TIME_UP = "time_up"
    PLANNED_NOW = "planned_now"
    TO_CLOSE = "to_close"
    PLANNED_LATER = "planned_later"
    NO_REPLY = "no_reply"
    TIME_TO_COME = "time_to_come"
    NO_DAY = "no_day"


READY = frozenset({Readiness.DONE_REPORTED, Readiness.TIME_UP, Readiness.PLANNED_NOW})
"""What can be followed up now."""

SENTENCES: Mapping[Readiness, str] = {
    Readiness.DONE_REPORTED: N_("The committee says that it is done."),
    Readiness.TIME_UP: N_("It was to be done by {due}."),
    Readiness.PLANNED_NOW: N_("Its follow-up was planned for {planned}, which has come."),
    Readiness.TO_CLOSE: N_("Nothing remains after the follow-up; it can be closed."),
    Readiness.PLANNED_LATER: N_("Its follow-up is planned for {planned}."),
    Readiness.NO_REPLY: N_("No reply has come."),
    Readiness.TIME_TO_COME: N_("It is to be done by {due}."),
    Readiness.NO_DAY: N_("No day is stated by which it is to be done."),
}
"""What is said of each, with the day as exact as stated."""


class _Ready:
    """What has a readiness."""

    __slots__ = ()
    readiness: Readiness

    @property
    def is_ready(self) -> bool:
        """Whether it can be followed up now."""
        return self.readiness in READY


@dataclass(frozen=True)
class QueueLine(_Ready):
    """An open recommendation to a committee, or a part of one, and whether its time has come."""

    case: AuditCase
    line: AddresseeLine
    committee: Committee
    """The one that answers for it today."""
    readiness: Readiness
    due: str | None
    """The day that decides, as exact as stated."""


@dataclass(frozen=True, slots=True)
class QueueItem(_Ready):
    """What a list over all audits keeps of a line of the queue: little, for there may be many."""

    municipality: str
    audit: str
    """Reference of the audit."""
    planned: str | None
    """When the audit is to be followed up, as exact as stated."""
    number: str
    committee: str
    """The one that the recommendation was put to."""
    responsible: str
    """The name of the one that answers for it today."""
    abbreviation: str | None
    """Its abbreviation."""
    readiness: Readiness
    due: str | None
    """The day that decides, as exact as stated."""
    progress: Progress | None
    verdict: VerdictStep | None
    judged_on: date | None
    standing: Standing


def own_days(line: AddresseeLine) -> tuple[str, ...]:
    """Return the days by which something is to be done, as exact as stated."""
    return tuple(day for day in (line.addressee.due, *(each.due for each in line.actions)) if day)


def is_followed_up(case: AuditCase, lines: Iterable[AddresseeLine]) -> bool:
    """Tell whether an audit's follow-up is over: a verdict on it, or on all that is not closed.

    What was opened again is to be followed up anew.
    """
    asked = [line for line in lines if line.addressee.asked]
    left = [
        line
        for line in asked
        if line.addressee.outcome is None and (line.verdict is None or is_overturned(line))
    ]
    return case.audit.verdict is not None or (bool(asked) and not left)


def queue_lines(case: AuditCase, today: date) -> tuple[QueueLine, ...]:
    """Return a line for each open recommendation that the letter asks of a committee.

    What is followed in parts is listed by its parts.
    """
    return tuple(
        _queue_line(case, line, today)
        for line in followed_apart(addressee_lines(case))
        if line.addressee.asked and line.addressee.outcome is None
    )


def queue_items(case: AuditCase, today: date) -> tuple[QueueItem, ...]:
    """Return what a list keeps of ``queue_lines``."""
    return tuple(
        QueueItem(
            municipality=case.municipality.name,
            audit=case.audit.reference,
            planned=case.audit.follow_up_planned,
            number=each.line.number,
            committee=each.line.committee.name,
            responsible=each.committee.name,
            abbreviation=each.committee.abbreviation,
            readiness=each.readiness,
            due=each.due,
            progress=each.line.progress,
            verdict=each.line.verdict.verdict if each.line.verdict else None,
            judged_on=each.line.verdict.judged_on if each.line.verdict else None,
            standing=each.line.standing,
        )
        for each in queue_lines(case, today)
    )


def _queue_line(case: AuditCase, line: AddresseeLine, today: date) -> QueueLine:
    days = own_days(line)
    past = [day for day in days if last_day(day) < today]
    latest = max(past or days, key=last_day, default=None)
    committee = responsible_committee(case, line.addressee, today)
    readiness = _readiness(case, line, today, is_past=bool(past))
    return QueueLine(case, line, committee, readiness, latest)


def _readiness(case: AuditCase, line: AddresseeLine, today: date, *, is_past: bool) -> Readiness:
    if is_to_close(line):
        return Readiness.TO_CLOSE
    if not states.is_follow_up_time(case.audit.follow_up_planned, today):
        return Readiness.PLANNED_LATER
    if line.progress is Progress.DONE:
        return Readiness.DONE_REPORTED
    if is_past:
        return Readiness.TIME_UP
    is_judged = line.verdict is not None and not is_overturned(line)
    is_planned = states.has_begun(case.audit.follow_up_planned, today)
    if is_planned and not is_judged and not own_days(line):
        return Readiness.PLANNED_NOW
    return _waiting(line)


def _waiting(line: AddresseeLine) -> Readiness:
    """Return what is waited for where nothing says that the time has come."""
    if line.response is None and line.reply_case and line.reply_case.due_on:
        return Readiness.NO_REPLY
    return Readiness.TIME_TO_COME if own_days(line) else Readiness.NO_DAY
