"""More time for a reply: asked for, granted or refused, decided later, and corrected."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.days.deadlines import LONGEST_EXTENSION
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store

REQUESTED, REFUSED = ExtensionDecision.REQUESTED, ExtensionDecision.REFUSED
UNDECIDED = {"decided_on": None, "decided_by": None}


def extend(store: Store, audit_id: int, new: r.NewExtension, today: date) -> r.Extension:
    """Store more time for a reply (asked for, granted or refused) and return it.

    The original day stays as it was. What is granted or refused while a request waits is what
    became of that request, as ``decide_extension`` stores it. Raises RevTrackError where no reply
    is asked for, the new day is no later than the day that counts or more than a year after it, a
    day lies ahead or before the letter, the same is registered already, or the committee has
    replied; what was asked for or decided before the reply is taken in after it, if that day is
    stated.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        request, fields = planned_extension(case, new, today)
        if request is not None:
            return change(session, request, **fields)
        return add(session, r.Extension, new)


def planned_extension(
    case: AuditCase, new: r.NewExtension, today: date
) -> tuple[r.Extension | None, dict[str, Any]]:
    """Return the request that more time decides on, with what that changes of it; else None.

    Raises RevTrackError where this more time makes no sense, as ``extend`` says.
    """
    request = _line_of(case, new.reply_case_id).requested
    if request is None or new.decision is REQUESTED:
        refuse_extension(case, new, today)
        return None, {}
    fields = _stated(new.model_dump())
    refuse_extension(_without(case, request), _with(request, fields), today)
    return request, fields


def refuse_extension(case: AuditCase, new: r.NewExtension, today: date) -> None:
    """Raise RevTrackError where this more time makes no sense, as ``extend`` says."""
    _refuse_days(case, new, today)
    line = _line_of(case, new.reply_case_id)
    _refuse_second(line, new)
    _refuse_after_reply(line, new)
    _refuse_new_day(line, new)


def _line_of(case: AuditCase, reply_case_id: int) -> ReplyLine:
    lines = reply_lines(case, date.max)
    line = next((each for each in lines if each.reply_case.id == reply_case_id), None)
    if line is None:
        raise GoneError
    return line


def _refuse_days(case: AuditCase, new: r.NewExtension, today: date) -> None:
    """Refuse days of asking and deciding that cannot be right."""
    asked, decided, letter = new.asked_on, new.decided_on, case.audit.handed_over_on
    if new.decision is REQUESTED and (decided or new.decided_by):
        raise UsageError(
            "What is only asked for is not decided yet. Leave out who decided and when, or say "
            "what was decided."
        )
    for day in filter(None, (asked, decided)):
        if day > today:
            raise UsageError(
                "{day} lies ahead; register it when the day has come. Today is {today}.",
                day=day,
                today=today,
            )
        if letter is not None and day < letter:
            raise UsageError(
                "{day} lies before the letter, which is of {letter}. Check the year.",
                day=day,
                letter=letter,
            )
    if asked and decided and decided < asked:
        raise RevTrackError(
            "More time was asked for on {asked}, so it cannot have been decided on {decided}.",
            asked=asked,
            decided=decided,
        )


def _refuse_second(line: ReplyLine, new: r.NewExtension) -> None:
    """Refuse what is registered already, and a request while another waits."""
    request = line.requested
    if new.decision is REQUESTED and request is not None:
        raise RevTrackError(
            "{committee} has asked for time until {day} already, and that is not decided yet. "
            "Decide on it (--grant, --refuse), or correct it (--correct).",
            committee=line.committee.name,
            day=request.new_due_on,
        )
    if any(r.NewExtension.model_validate(_facts(each)) == new for each in line.extensions):
        raise RevTrackError(
            "This is registered already for {committee}: {decision}, until {day}.",
            committee=line.committee.name,
            decision=new.decision,
            day=new.new_due_on,
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


def _refuse_new_day(line: ReplyLine, new: r.NewExtension) -> None:
    """Refuse a day that gives no more time, or so much that its year is mistyped."""
    if line.due_on is None:
        raise RevTrackError(
            "{committee} is not asked for a reply, so there is no day to move.",
            committee=line.committee.name,
        )
    if new.decision is not REFUSED and new.new_due_on <= line.due_on:
        raise RevTrackError(
            "The new day must lie after {day}, the day that counts for {committee}.",
            day=line.due_on,
            committee=line.committee.name,
        )
    if new.new_due_on - line.due_on > LONGEST_EXTENSION:
        raise UsageError(
            "{day} lies more than a year after {due}, the day that counts for {committee}. "
            "Check the year.",
            day=new.new_due_on,
            due=line.due_on,
            committee=line.committee.name,
        )


def decide_extension(
    store: Store, audit_id: int, request_id: int, stated: dict[str, Any], today: date
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
        if request.decision is not REQUESTED:
            raise RevTrackError(
                "The request for time until {day} is decided already.", day=request.new_due_on
            )
        return _decided(session, case, request, stated, today)


def _decided(
    session: Session, case: AuditCase, request: r.Extension, stated: dict[str, Any], today: date
) -> r.Extension:
    fields = _stated(stated)
    refuse_extension(_without(case, request), _with(request, fields), today)
    return change(session, request, **fields)


def correct_extension(
    store: Store, audit_id: int, reply_case_id: int, stated: dict[str, Any], today: date
) -> r.Extension:
    """Store what was meant by the extension that was registered last, in its place, and return it.

    ``stated`` are the fields that were mistyped; the rest stays, and the history keeps what stood.
    Raises RevTrackError where there is none, nothing is changed, or its days cannot be right.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        line = _line_of(case, reply_case_id)
        if not line.extensions:
            raise RevTrackError(
                "No extension is registered for {committee}, so there is none to correct.",
                committee=line.committee.name,
            )
        known = line.extensions[-1]
        fields = _stated(stated)
        if fields.get("decision") is REQUESTED:
            fields |= UNDECIDED
        meant = _with(known, fields)
        if meant == r.NewExtension.model_validate(_facts(known)):
            raise RevTrackError("All that is said stands there already; nothing was changed.")
        _refuse_days(case, meant, today)
        _refuse_new_day(_line_of(_without(case, known), reply_case_id), meant)
        return change(session, known, **fields)


def _stated(fields: dict[str, Any]) -> dict[str, Any]:
    known = fields.items()
    return {name: value for name, value in known if value is not None and name != "reply_case_id"}


def _facts(extension: r.Extension) -> dict[str, Any]:
    return extension.model_dump(include=set(r.NewExtension.model_fields))


def _with(extension: r.Extension, fields: dict[str, Any]) -> r.NewExtension:
    return r.NewExtension.model_validate({**_facts(extension), **fields})


def _without(case: AuditCase, extension: r.Extension) -> AuditCase:
    """Return the case as it was before this extension, which is judged by itself."""
    kept = tuple(each for each in case.extensions if each.id != extension.id)
    return replace(case, extensions=kept)
