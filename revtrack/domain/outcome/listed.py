"""Every recommendation to a committee as lists over all audits find it: one line with its codes."""

from dataclasses import dataclass
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    addressee_lines,
    followed_apart,
    reply_lines,
)
from revtrack.domain.names.recipients import number_key
from revtrack.domain.outcome.promised import promises_of
from revtrack.domain.outcome.standings import told_standing

_LATEST = date.max


@dataclass(frozen=True)
class ListedLine:
    """What one recommendation to one committee is found by; nothing in it changes by the day."""

    year: int
    audit_id: int
    place: int
    """In its audit, from 0."""
    addressee_id: int
    recommendation_id: int
    committee_id: int
    municipality_id: int
    number: str
    standing: str
    """The code that ``told_standing`` gives."""
    position: str | None
    progress: str | None
    verdict: str | None
    priority: str | None
    is_open: bool
    """Asked and not closed."""
    is_answered: bool
    awaited_on: date | None
    """The first day by which something is awaited; it is late from the day after."""
    due_on: date | None
    """The day that counts for the reply, or for a supplement to it."""
    received_on: date | None
    responsible: str | None
    """Who answers for its actions, one a line."""


def listed_lines(case: AuditCase) -> tuple[ListedLine, ...]:
    """Return the lines of an audit by their numbers, what was split as the parts it is now."""
    replies = {each.reply_case.id: each for each in reply_lines(case, _LATEST)}
    lines = sorted(followed_apart(addressee_lines(case)), key=_in_order)
    return tuple(_listed(case, place, line, replies) for place, line in enumerate(lines))


def _in_order(line: AddresseeLine) -> tuple[bool, int, str]:
    return number_key(line.number)


def _listed(
    case: AuditCase, place: int, line: AddresseeLine, replies: dict[int, ReplyLine]
) -> ListedLine:
    reply = replies.get(line.reply_case.id) if line.reply_case else None
    is_open = line.addressee.asked is True and line.addressee.outcome is None
    priority = line.recommendation.priority
    return ListedLine(
        year=case.audit.audit_year,
        audit_id=case.audit.id,
        place=place,
        addressee_id=line.addressee.id,
        recommendation_id=line.recommendation.id,
        committee_id=line.committee.id,
        municipality_id=case.municipality.id,
        number=line.number,
        standing=told_standing(line).value,
        position=line.position.value if line.position else None,
        progress=line.progress.value if line.progress else None,
        verdict=line.verdict.verdict.value if line.verdict else None,
        priority=priority.value if priority else None,
        is_open=is_open,
        is_answered=line.response is not None,
        awaited_on=_awaited_on(case, line, reply) if is_open else None,
        due_on=(reply.supplement_due_on or reply.due_on) if reply else None,
        received_on=reply.decision.received_on if reply and reply.decision else None,
        responsible="\n".join(each.responsible for each in line.actions if each.responsible)
        or None,
    )


def _awaited_on(case: AuditCase, line: AddresseeLine, reply: ReplyLine | None) -> date | None:
    """Return the first day by which a reply, a supplement or an action is awaited."""
    days = [promise.due_on for promise in promises_of(case, line)]
    if reply is not None:
        days += [day for day in (_reply_awaited_on(reply), reply.supplement_due_on) if day]
    return min(days, default=None)


def _reply_awaited_on(reply: ReplyLine) -> date | None:
    """Return the day after which a reply is late; the first of all where it is, whatever the day.

    The line is that of the last day there is: what is awaited then has been late since its day. A
    reply that is decided and not sent in may have stopped counting.
    """
    if not reply.is_late or reply.due_on is None:
        return None
    return reply.due_on if reply.days_late == (_LATEST - reply.due_on).days else date.min
