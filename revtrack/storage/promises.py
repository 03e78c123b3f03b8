"""Days by which something is to be carried out, over all audits, read in a few columns.

SQL leaves out what is fulfilled, reported to have ended or outside the time; whether the rest is
still to be done is asked of the rules in ``awaited``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, null, select
from sqlmodel import Session

from revtrack.domain import records
from revtrack.domain.codes import Review
from revtrack.domain.days.dates import last_day
from revtrack.domain.replies.progress import ENDED
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import ACTION, ADDRESSEE, is_action_counted

LINK = list_table(records.ActionAddressee)
REPORT = list_table(records.ProgressReport)


class Promise(NamedTuple):
    """A day by which something is to be done of a recommendation to a committee."""

    addressee_id: int
    action_id: int | None
    """None: the day is set on the recommendation itself."""
    response_id: int | None
    """The response that promises it; None: no response does."""
    text: str | None
    responsible: str | None
    due: str
    """The day as exact as stated."""


def promises(
    session: Session, since: date | None = None, until: date | None = None
) -> Iterator[Promise]:
    """Give the promised actions that have a day, then the days of recommendations themselves.

    ``since`` and ``until`` leave out what has its last day before or after them.
    """
    columns = ("id", "response_id", "text", "responsible", "due")
    actions = (
        select(LINK.c.addressee_id, *(ACTION.c[name] for name in columns))
        .join(ACTION, ACTION.c.id == LINK.c.action_id)
        .where(
            ACTION.c.due.in_(_days(session, ACTION.c.due, since, until)),
            ACTION.c.fulfilled_on.is_(None),
            ACTION.c.fulfilled_by.is_(None),
            ACTION.c.fulfilled_paragraph.is_(None),
            ACTION.c.id.not_in(_reported_ended()),
            is_action_counted(),
        )
        .order_by(ACTION.c.id, LINK.c.addressee_id)
    )
    own = (
        select(ADDRESSEE.c.id, null(), null(), null(), null(), ADDRESSEE.c.due)
        .where(ADDRESSEE.c.due.in_(_days(session, ADDRESSEE.c.due, since, until)))
        .order_by(ADDRESSEE.c.id)
    )
    for query in (actions, own):
        for row in session.execute(query):
            yield Promise(*row)


def _reported_ended() -> Select[Any]:
    """Name the actions that are done, or will not be, by the latest accepted report on them."""
    accepted = (
        select(
            REPORT.c.action_id,
            REPORT.c.progress,
            func.row_number()
            .over(
                partition_by=REPORT.c.action_id,
                order_by=(func.coalesce(REPORT.c.reported_on, "").desc(), REPORT.c.id.desc()),
            )
            .label("nth"),
        )
        .where(REPORT.c.action_id.is_not(None), REPORT.c.review == Review.SUFFICIENT)
        .subquery()
    )
    return select(accepted.c.action_id).where(accepted.c.nth == 1, accepted.c.progress.in_(ENDED))


def _days(
    session: Session, column: ColumnElement[Any], since: date | None, until: date | None
) -> list[str]:
    """Return the days that stand in a column and whose last day lies within the time."""
    stated = session.execute(select(column).where(column.is_not(None)).distinct()).scalars()
    first, last = since or date.min, until or date.max
    return [each for each in stated if first <= last_day(each) <= last]
