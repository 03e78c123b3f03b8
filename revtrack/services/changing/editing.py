"""What the rules of changing work with, and what they have in common."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.storage.rows import add, remove


@dataclass(frozen=True)
class Editing:
    """The wish that is under way, in one audit."""

    session: Session
    case: AuditCase
    today: date
    why: str | None


def refuse_ahead(day: date | None, today: date) -> None:
    """Refuse a day that has not come yet."""
    if day is not None and day > today:
        raise UsageError(
            "{day} lies ahead; register it when the day has come. Today is {today}.",
            day=day,
            today=today,
        )


def relink(
    session: Session,
    links: Mapping[int, r.Stored],
    wanted: Iterable[int],
    make: Callable[[int], tuple[type[Any], r.Record]],
) -> bool:
    """Store links to none but what is wanted, and tell whether any was added or removed.

    ``links`` are those that there are, by what they lead to; ``make`` gives the kind of a link to
    something else, and the link.
    """
    to = set(wanted)
    gone = [link for target, link in links.items() if target not in to]
    new = [target for target in dict.fromkeys(wanted) if target not in links]
    for link in gone:
        remove(session, link)
    for target in new:
        add(session, *make(target))
    return bool(gone or new)
