"""A line for each audit of the register, by a few queries whatever their number."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlmodel import Session

from revtrack.domain.overview import AuditLine, DueLine
from revtrack.storage.list_facts import (
    ADDRESSEE,
    RECOMMENDATION,
    REPLY_CASE,
    Among,
    is_among,
    is_counted,
)
from revtrack.storage.overview import AUDIT, MUNICIPALITY, AwaitedCase
from revtrack.storage.parts import closed_in_parts, part_facts
from revtrack.storage.ready import ready_counts

_ORDER = (AUDIT.c.audit_year.desc(), AUDIT.c.reference)


def _addressee_counts(session: Session, audit_ids: Among) -> dict[int, tuple[int, int, int, int]]:
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
        .where(is_counted(), is_among(RECOMMENDATION.c.audit_id, audit_ids))
        .group_by(RECOMMENDATION.c.audit_id)
    )
    closed = closed_in_parts(part_facts(session))
    return {row[0]: (row[1], row[2], row[3] - closed[row[0]], row[4]) for row in rows}


def _case_counts(session: Session, audit_ids: Among) -> dict[int, int]:
    rows = session.execute(
        select(REPLY_CASE.c.audit_id, func.count())
        .where(REPLY_CASE.c.due_on.is_not(None), is_among(REPLY_CASE.c.audit_id, audit_ids))
        .group_by(REPLY_CASE.c.audit_id)
    )
    return {row[0]: row[1] for row in rows}


def audit_ids(session: Session) -> Sequence[int]:
    """Return the ids of all audits, the newest year first, then by reference."""
    return session.execute(select(AUDIT.c.id).order_by(*_ORDER)).scalars().all()


def _audits(among: Among) -> Select[Any]:
    """Name all audits, or those among these, with what a line says of each itself."""
    return (
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
        .where(is_among(AUDIT.c.id, among))
        .order_by(*_ORDER)
    )


def audit_lines(
    session: Session,
    missing: Sequence[AwaitedCase],
    due: Iterable[DueLine],
    today: date,
    among: Among = None,
) -> tuple[AuditLine, ...]:
    """Return a line for each audit, or for those among these, in the order of ``audit_ids``.

    ``missing`` are all replies that have not come, ``due`` all that is awaited.
    """
    addressees = _addressee_counts(session, among)
    cases = _case_counts(session, among)
    ready = ready_counts(session, today, among)
    not_come = Counter(each.row.audit_id for each in missing)
    late = Counter(line.audit_id for line in due if line.is_late)
    lines = []
    for row in session.execute(_audits(among)):
        asked, not_asked, still_open, drafts = addressees.get(row.id, (0, 0, 0, 0))
        total = cases.get(row.id, 0)
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
                replied=total - not_come[row.id],
                reply_cases=total,
                late_replies=late[row.id],
                ready_for_follow_up=ready[row.id],
            )
        )
    return tuple(lines)
