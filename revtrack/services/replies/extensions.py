"""More time for a reply: asked for, granted or refused, and a request that is decided later."""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store


def extend(store: Store, audit_id: int, new: r.NewExtension) -> r.Extension:
    """Store more time for a reply (asked for, granted or refused) and return it.

    The original day stays as it was. Raises RevTrackError where no reply is asked for, the new day
    is no later than the day that counts, or the committee has replied already; what was asked for
    or decided before the reply is taken in after it, if that day is stated.
    """
    with store.wish() as session:
        refuse_extension(load_case(session, audit_id), new)
        return add(session, r.Extension, new)


def refuse_extension(case: AuditCase, new: r.NewExtension) -> None:
    """Raise RevTrackError where this more time makes no sense, as ``extend`` says."""
    lines = reply_lines(case, new.new_due_on)
    line = next((each for each in lines if each.reply_case.id == new.reply_case_id), None)
    if line is None:
        raise GoneError
    if line.due_on is None:
        raise RevTrackError(
            "{committee} is not asked for a reply, so there is no day to move.",
            committee=line.committee.name,
        )
    _refuse_after_reply(line, new)
    if new.decision is not ExtensionDecision.REFUSED and new.new_due_on <= line.due_on:
        raise RevTrackError(
            "The new day must lie after {day}, the day that counts for {committee}.",
            day=line.due_on,
            committee=line.committee.name,
        )


def _refuse_after_reply(line: ReplyLine, new: r.NewExtension) -> None:
    reply = line.decision
    if reply is None or not reply.is_received:
        return
    came, stated = reply.received_on or reply.decided_on, new.decided_on or new.asked_on
    if came is None or stated is None or stated > came:
        raise RevTrackError(
            "{committee} has replied already, so there is no day to move. If the time was given "
            "before the reply, state the day when it was decided.",
            committee=line.committee.name,
        )


def decide_extension(
    store: Store, audit_id: int, request_id: int, stated: dict[str, Any]
) -> r.Extension:
    """Store what became of a request, in its place, and return it.

    ``stated`` are the fields that are known now: the decision, its day, who decided, another day
    than was asked for. The rest stays, so that the history reads as it happened. Raises
    RevTrackError where it is decided already, or where ``extend`` would refuse it.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        request = next((each for each in case.extensions if each.id == request_id), None)
        if request is None:
            raise GoneError
        if request.decision is not ExtensionDecision.REQUESTED:
            raise RevTrackError(
                "The request for time until {day} is decided already.", day=request.new_due_on
            )
        fields = {name: value for name, value in stated.items() if value is not None}
        known = request.model_dump(include=set(r.NewExtension.model_fields))
        refuse_extension(case, r.NewExtension.model_validate({**known, **fields}))
        return change(session, request, **fields)
