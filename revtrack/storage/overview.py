"""The lists over all audits, each by a few queries whatever the size of the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, Select, and_, case, exists, func, select, type_coerce
from sqlmodel import Session

from revtrack.domain import deadlines, records, states
from revtrack.domain.codes import (
    CountedDay,
    ExtensionDecision,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
    VerdictStep,
)
from revtrack.domain.dates import last_day
from revtrack.domain.deadlines import Reply
from revtrack.domain.overview import AuditLine, DueLine, JudgeLine
from revtrack.storage.columns import list_table

AUDIT = list_table(records.Audit)
MUNICIPALITY = list_table(records.Municipality)
COMMITTEE = list_table(records.Committee)
REPLY_CASE = list_table(records.ReplyCase)
EXTENSION = list_table(records.Extension)
RESPONSE = list_table(records.Response)
RESPONSE_CASE = list_table(records.ResponseCase)
RECOMMENDATION = list_table(records.Recommendation)
ADDRESSEE = list_table(records.Addressee)
ANSWER = list_table(records.Answer)
ACTION = list_table(records.Action)
ACTION_ADDRESSEE = list_table(records.ActionAddressee)

_ADDRESSED = ADDRESSEE.join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
_COUNTING = sorted(states.COUNTING_KINDS)


def _has_reply() -> Any:  # noqa: ANN401 - an SQL expression
    return exists(
        select(RESPONSE.c.id)
        .join(RESPONSE_CASE, RESPONSE_CASE.c.response_id == RESPONSE.c.id)
        .where(
            RESPONSE_CASE.c.reply_case_id == REPLY_CASE.c.id,
            RESPONSE.c.kind.in_(_COUNTING),
            RESPONSE.c.is_received,
        )
    )


def _asked_of_case() -> Any:  # noqa: ANN401 - an SQL expression
    return (
        select(func.count())
        .select_from(_ADDRESSED)
        .where(
            RECOMMENDATION.c.audit_id == REPLY_CASE.c.audit_id,
            ADDRESSEE.c.committee_id == REPLY_CASE.c.committee_id,
            ADDRESSEE.c.asked,
        )
        .scalar_subquery()
    )


def _open_cases() -> Select[Any]:
    extended = (
        select(func.max(EXTENSION.c.new_due_on))
        .where(
            EXTENSION.c.reply_case_id == REPLY_CASE.c.id,
            EXTENSION.c.decision == ExtensionDecision.GRANTED,
        )
        .scalar_subquery()
    )
    return (
        select(
            REPLY_CASE.c.id,
            REPLY_CASE.c.audit_id,
            REPLY_CASE.c.committee_id,
            REPLY_CASE.c.due_on,
            REPLY_CASE.c.diary_number,
            AUDIT.c.reference,
            AUDIT.c.title,
            MUNICIPALITY.c.name.label("municipality"),
            MUNICIPALITY.c.counted_day,
            COMMITTEE.c.name.label("committee"),
            COMMITTEE.c.abbreviation,
            type_coerce(extended, Date).label("extended_to"),
            _asked_of_case().label("asked"),
        )
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .where(
            REPLY_CASE.c.due_on.is_not(None),
            REPLY_CASE.c.given_up_on.is_(None),
            ~_has_reply(),
        )
    )


@dataclass(frozen=True)
class _Early:
    """What has come in an open case: officials' drafts, or a decision that was not sent in."""

    decided_on: date | None
    kind: str
    is_referred_back: bool
    is_read: int


def _early_responses(session: Session) -> dict[int, list[_Early]]:
    """Return what has come in each open case, by the id of the reply case, oldest first."""
    answered = (
        select(func.count())
        .where(ANSWER.c.response_id == RESPONSE.c.id, ANSWER.c.position.is_not(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            RESPONSE_CASE.c.reply_case_id,
            RESPONSE.c.decided_on,
            RESPONSE.c.kind,
            RESPONSE.c.is_referred_back,
            answered,
        )
        .join(RESPONSE, RESPONSE.c.id == RESPONSE_CASE.c.response_id)
        .join(REPLY_CASE, REPLY_CASE.c.id == RESPONSE_CASE.c.reply_case_id)
        .where(~_has_reply())
        .order_by(RESPONSE.c.id)
    )
    found: dict[int, list[_Early]] = {}
    for reply_case_id, *rest in rows:
        found.setdefault(reply_case_id, []).append(_Early(*rest))
    return found


def _state_of(early: Sequence[_Early]) -> ReplyState:
    if any(each.kind != ResponseKind.DRAFT for each in early):
        return ReplyState.ADOPTED
    if not early:
        return ReplyState.AWAITED
    return ReplyState.REFERRED_BACK if early[-1].is_referred_back else ReplyState.DRAFT_RECEIVED


def _due_line(row: Row[Any], early: Sequence[_Early], today: date) -> DueLine:
    adopted = [each for each in early if each.kind != ResponseKind.DRAFT]
    counts = row.counted_day == CountedDay.DECIDED and adopted
    reply = Reply(adopted[-1].decided_on) if counts else None
    late = deadlines.lateness(row.extended_to or row.due_on, reply, today)
    return DueLine(
        reply_case_id=row.id,
        audit_id=row.audit_id,
        committee_id=row.committee_id,
        municipality=row.municipality,
        audit=row.reference,
        title=row.title,
        committee=row.committee,
        abbreviation=row.abbreviation,
        diary_number=row.diary_number,
        original_due_on=row.due_on,
        extended_to=row.extended_to,
        days_late=late or 0,
        unanswered=row.asked - (adopted[-1].is_read if adopted else 0),
        state=_state_of(early),
    )


def due_lines(session: Session, today: date) -> list[DueLine]:
    """Return a line for each reply that is asked for and has not come, in no order."""
    early = _early_responses(session)
    rows = session.execute(_open_cases())
    return [_due_line(row, early.get(row.id, ()), today) for row in rows]


def judge_lines(session: Session) -> list[JudgeLine]:
    """Return a line for each response that waits for the auditors' judgement, oldest first."""
    read = (
        select(func.count())
        .where(ANSWER.c.response_id == RESPONSE.c.id, ANSWER.c.position.is_not(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            RESPONSE.c.id,
            AUDIT.c.id,
            AUDIT.c.reference,
            MUNICIPALITY.c.name,
            COMMITTEE.c.name,
            RESPONSE.c.received_on,
            read >= _asked_of_case(),
        )
        .join(RESPONSE_CASE, RESPONSE_CASE.c.response_id == RESPONSE.c.id)
        .join(REPLY_CASE, REPLY_CASE.c.id == RESPONSE_CASE.c.reply_case_id)
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .where(
            RESPONSE.c.review == Review.PENDING,
            RESPONSE.c.kind != ResponseKind.DRAFT,
            RESPONSE.c.is_received,
        )
        .order_by(RESPONSE.c.received_on, RESPONSE.c.id, COMMITTEE.c.ordinal)
    )
    return [JudgeLine(*row) for row in rows]


def _addressee_counts(session: Session) -> dict[int, tuple[int, int, int, int]]:
    def total(rule: Any) -> Any:  # noqa: ANN401 - SQL expressions
        return func.coalesce(func.sum(case((rule, 1), else_=0)), 0)

    is_open = and_(ADDRESSEE.c.asked, ADDRESSEE.c.outcome.is_(None))
    rows = session.execute(
        select(
            RECOMMENDATION.c.audit_id,
            total(ADDRESSEE.c.asked),
            total(~ADDRESSEE.c.asked),
            total(is_open),
            total(ADDRESSEE.c.asked.is_(None)),
        )
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .group_by(RECOMMENDATION.c.audit_id)
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _reply_counts(session: Session) -> dict[int, tuple[int, int]]:
    rows = session.execute(
        select(
            REPLY_CASE.c.audit_id,
            func.sum(case((_has_reply(), 1), else_=0)),
            func.count(),
        )
        .where(REPLY_CASE.c.due_on.is_not(None))
        .group_by(REPLY_CASE.c.audit_id)
    )
    return {audit_id: (replied, total) for audit_id, replied, total in rows}


def _ready_counts(session: Session, today: date) -> dict[int, int]:
    """Count, per audit, the open recommendations said to be done or whose action's day is past."""
    verdict = list_table(records.Verdict)
    still_open = and_(
        ADDRESSEE.c.asked,
        ADDRESSEE.c.outcome.is_(None),
        ~exists(
            select(verdict.c.id).where(
                verdict.c.addressee_id == ADDRESSEE.c.id, verdict.c.verdict == VerdictStep.FULL
            )
        ),
    )
    done = (
        select(RECOMMENDATION.c.audit_id, ADDRESSEE.c.id)
        .select_from(_ADDRESSED)
        .join(ANSWER, ANSWER.c.addressee_id == ADDRESSEE.c.id)
        .join(RESPONSE, RESPONSE.c.id == ANSWER.c.response_id)
        .where(still_open, RESPONSE.c.kind.in_(_COUNTING), ANSWER.c.progress == Progress.DONE)
    )
    acting = (
        select(RECOMMENDATION.c.audit_id, ADDRESSEE.c.id, ACTION.c.due)
        .select_from(_ADDRESSED)
        .join(ACTION_ADDRESSEE, ACTION_ADDRESSEE.c.addressee_id == ADDRESSEE.c.id)
        .join(ACTION, ACTION.c.id == ACTION_ADDRESSEE.c.action_id)
        .where(still_open, ACTION.c.due.is_not(None))
    )
    ready = {(audit_id, addressee_id) for audit_id, addressee_id in session.execute(done)}
    ready |= {
        (audit_id, addressee_id)
        for audit_id, addressee_id, due in session.execute(acting)
        if last_day(due) < today
    }
    counts: dict[int, int] = {}
    for audit_id, _ in ready:
        counts[audit_id] = counts.get(audit_id, 0) + 1
    return counts


def audit_lines(session: Session, due: Sequence[DueLine], today: date) -> list[AuditLine]:
    """Return a line for each audit, the newest year first, then by reference.

    ``due`` are the lines of all unanswered cases, from which the late ones are counted.
    """
    addressees = _addressee_counts(session)
    replies = _reply_counts(session)
    ready = _ready_counts(session, today)
    late: dict[int, int] = {}
    for line in due:
        late[line.audit_id] = late.get(line.audit_id, 0) + line.is_late
    rows = session.execute(
        select(
            AUDIT.c.id,
            AUDIT.c.reference,
            AUDIT.c.title,
            AUDIT.c.audit_year,
            AUDIT.c.handed_over_on,
            AUDIT.c.follow_up_planned,
            MUNICIPALITY.c.name.label("municipality"),
        )
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .order_by(AUDIT.c.audit_year.desc(), AUDIT.c.reference)
    )
    lines = []
    for row in rows:
        asked, not_asked, still_open, drafts = addressees.get(row.id, (0, 0, 0, 0))
        replied, total = replies.get(row.id, (0, 0))
        lines.append(
            AuditLine(
                audit_id=row.id,
                reference=row.reference,
                title=row.title,
                municipality=row.municipality,
                audit_year=row.audit_year,
                handed_over_on=row.handed_over_on,
                follow_up_planned=row.follow_up_planned,
                asked=asked,
                not_asked=not_asked,
                open=still_open,
                drafts=drafts,
                replied=replied,
                reply_cases=total,
                late_replies=late.get(row.id, 0),
                ready_for_follow_up=ready.get(row.id, 0),
            )
        )
    return lines
