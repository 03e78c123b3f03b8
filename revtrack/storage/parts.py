"""What was split after its letter: parts that are followed on their own and counted with the whole.

They are few, so lists over all audits read them apart and give them to the rules of the domain.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from revtrack.storage.list_facts import ADDRESSEE, RECOMMENDATION, is_counted


class PartFact(NamedTuple):
    """A part as it is put to a committee, and what it was split from."""

    id: int
    """Of its addressee."""
    whole_id: int
    """Of the addressee that it was split from."""
    audit_id: int
    recommendation_id: int
    asked: bool | None
    outcome: str | None
    due: str | None
    is_reopened: bool
    whole_asked: bool | None
    whole_outcome: str | None
    whole_due: str | None


def part_facts(session: Session) -> tuple[PartFact, ...]:
    """Return the parts of all audits, each with what it was split from."""
    whole, of_whole = RECOMMENDATION.alias("whole"), ADDRESSEE.alias("of_whole")
    rows = session.execute(
        select(
            ADDRESSEE.c.id,
            of_whole.c.id,
            RECOMMENDATION.c.audit_id,
            RECOMMENDATION.c.id,
            ADDRESSEE.c.asked,
            ADDRESSEE.c.outcome,
            ADDRESSEE.c.due,
            ADDRESSEE.c.reopening_reason.is_not(None),
            of_whole.c.asked,
            of_whole.c.outcome,
            of_whole.c.due,
        )
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(whole, whole.c.id == RECOMMENDATION.c.split_from_id)
        .join(
            of_whole,
            (of_whole.c.recommendation_id == whole.c.id)
            & (of_whole.c.committee_id == ADDRESSEE.c.committee_id),
        )
        .where(RECOMMENDATION.c.split_from_id.is_not(None), ~is_counted())
    )
    return tuple(PartFact(*row) for row in rows)


def by_whole(parts: Iterable[PartFact]) -> dict[int, list[PartFact]]:
    """Return the parts by the id of the addressee that they were split from."""
    found: dict[int, list[PartFact]] = {}
    for part in parts:
        found.setdefault(part.whole_id, []).append(part)
    return found


def closed_in_parts(parts: Iterable[PartFact]) -> Counter[int]:
    """Count, by audit, what the letter asks that is open by itself and closed in all its parts."""
    return Counter(
        members[0].audit_id
        for members in by_whole(parts).values()
        if members[0].whole_asked
        and members[0].whole_outcome is None
        and all(part.outcome is not None for part in members)
    )
