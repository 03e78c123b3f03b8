"""What is open towards each committee, and when each meets next, by a few queries."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.names.succession import CommitteeFacts, answerable, in_office
from revtrack.storage.list_facts import ADDRESSEE, named
from revtrack.storage.parts import part_facts
from revtrack.storage.rows import table_of


def open_counts(
    session: Session, by_id: Mapping[int, CommitteeFacts], today: date | None
) -> Counter[int]:
    """Count what committees were asked to do and is not closed, by who answers for it ``today``.

    Without ``today``, whoever is to take over is taken to have done so. What was split is counted
    by its parts. Committees that are not in ``by_id`` are left out.
    """
    wholes = {part.whole_id for part in part_facts(session)}
    rows = session.execute(
        select(ADDRESSEE.c.committee_id, ADDRESSEE.c.taken_over_by_id, func.count())
        .where(
            ADDRESSEE.c.asked,
            ADDRESSEE.c.outcome.is_(None),
            ADDRESSEE.c.id.not_in(named(wholes)),
        )
        .group_by(ADDRESSEE.c.committee_id, ADDRESSEE.c.taken_over_by_id)
    )
    found: Counter[int] = Counter()
    for own_id, heir_id, count in rows:
        own = by_id.get(own_id)
        if own is None:
            continue
        who = (
            in_office(by_id, own, today)
            if heir_id is None
            else answerable(by_id, own, heir_id, today)
        )
        found[who.id] += count
    return found


def next_meetings(session: Session, today: date) -> dict[int, date]:
    """Return the first day, today or later, that each committee meets, by the committee."""
    columns = table_of(r.CommitteeMeeting).c
    rows = session.execute(
        select(columns.committee_id, func.min(columns.held_on))
        .where(columns.held_on >= today)
        .group_by(columns.committee_id)
    )
    return {row[0]: date.fromisoformat(str(row[1])) for row in rows}
