"""What a calendar is made of: the audits and meetings with days ahead, and how often they moved."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.days.dates import last_day
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ACTION,
    ADDRESSEE,
    EXTENSION,
    RECOMMENDATION,
    REPLY_CASE,
    RESPONSE,
)
from revtrack.storage.rows import some, table_of

AUDIT = list_table(r.Audit)
_MUNICIPALITY = list_table(r.Municipality)

_UNDER = {
    "reply_case_id": ("extension", "response_case"),
    "addressee_id": ("answer", "progress_report", "verdict"),
}
"""Tables whose rows decide what a calendar says of another row, by the field that names it."""


def audits_with_days(
    session: Session, since: date, municipality_id: int | None = None
) -> frozenset[int]:
    """Return the ids of the audits with a day from ``since`` on, of a reply or what follows it."""
    found: set[int] = set()
    moved = select(EXTENSION.c.reply_case_id).where(EXTENSION.c.new_due_on >= since)
    replies = select(REPLY_CASE.c.audit_id).where(
        or_(REPLY_CASE.c.due_on >= since, REPLY_CASE.c.id.in_(moved))
    )
    supplements = select(RESPONSE.c.audit_id).where(RESPONSE.c.supplement_due_on >= since)
    actions = select(ACTION.c.audit_id).where(_is_since(session, ACTION.c.due, since))
    own = (
        select(RECOMMENDATION.c.audit_id)
        .join(ADDRESSEE, ADDRESSEE.c.recommendation_id == RECOMMENDATION.c.id)
        .where(_is_since(session, ADDRESSEE.c.due, since))
    )
    planned = select(AUDIT.c.id).where(_is_since(session, AUDIT.c.follow_up_planned, since))
    for query in (replies, supplements, actions, own, planned):
        found |= set(session.execute(query).scalars())
    if municipality_id is None:
        return frozenset(found)
    theirs = select(AUDIT.c.id).where(AUDIT.c.municipality_id == municipality_id)
    return frozenset(found & set(session.execute(theirs).scalars()))


def _is_since(session: Session, column: ColumnElement[str], since: date) -> ColumnElement[bool]:
    stated = session.execute(select(column).where(column.is_not(None)).distinct()).scalars()
    return column.in_([each for each in stated if last_day(each) >= since])


def scope_of(session: Session, municipality_id: int | None, audit_id: int | None) -> str:
    """Return what tells the same choice in the same register from any other, in 32 signs.

    A register is known by what was drawn by lot when the first thing was written in it.
    """
    first = "SELECT salt FROM event ORDER BY sequence LIMIT 1"
    drawn = session.connection().exec_driver_sql(first).scalar()
    chosen = [
        session.execute(select(table.c.uid).where(table.c.id == number)).scalar()
        for table, number in ((_MUNICIPALITY, municipality_id), (AUDIT, audit_id))
    ]
    return sha256(json.dumps([drawn, *chosen]).encode()).hexdigest()[:32]


def meetings_since(
    session: Session, since: date, committee_ids: Iterable[int] | None
) -> tuple[r.CommitteeMeeting, ...]:
    """Return the committees' meetings from a day on, in order; of all committees where None."""
    columns = table_of(r.CommitteeMeeting).c
    rules = [columns.held_on >= since]
    if committee_ids is not None:
        rules.append(columns.committee_id.in_(list(committee_ids)))
    return some(session, r.CommitteeMeeting, *rules, order_by=[columns.held_on])


def change_counts(session: Session, uids: Iterable[str]) -> Mapping[str, int]:
    """Return how often each of these facts has been changed since it was registered."""
    rows = session.connection().exec_driver_sql(
        "SELECT uid, count(*) - 1 FROM event "
        "WHERE uid IN (SELECT value FROM json_each(?)) GROUP BY uid",
        (json.dumps(sorted(uids)),),
    )
    return {uid: count for uid, count in rows}  # noqa: C416 - rows are no tuples


def moves(session: Session) -> Mapping[tuple[str, int], int]:
    """Return how often something was registered, changed or removed under a case or addressee.

    They are named by field and id: ``("reply_case_id", 7)`` counts more time and responses there,
    ``("addressee_id", 7)`` answers, progress reports and verdicts. What has been removed counts
    too: an entry of a calendar must never seem older than it was.
    """
    found: dict[tuple[str, int], int] = {}
    for field, tables in _UNDER.items():
        rows = session.connection().exec_driver_sql(
            "SELECT json_extract(coalesce(new, old), ?), count(*) FROM event "
            "WHERE table_name IN (SELECT value FROM json_each(?)) GROUP BY 1",
            (f"$.{field}", json.dumps(tables)),
        )
        found |= {(field, number): count for number, count in rows}
    return found
