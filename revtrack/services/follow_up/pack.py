"""The whole pack of a follow-up: what committees are asked, and the underlay to work in."""

from datetime import date
from pathlib import Path

from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.scope import is_under_way
from revtrack.services.find import read_case
from revtrack.services.papers.follow_up_papers import asked_committees
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Store


def make_pack(
    store: Store, audit_id: int, today: date, folder: Path, due_on: date | None
) -> tuple[Produced, ...]:
    """Make the letters to the committees and the underlay in Excel and Word, and return them.

    Raises RevTrackError where the audit is no follow-up under way.
    """
    case = read_case(store, audit_id)
    if not is_under_way(case):
        raise RevTrackError(
            "{reference} is no follow-up under way. Begin one with: revtrack follow-up start",
            reference=case.audit.reference,
        )
    if due_on is not None and due_on <= today:
        raise RevTrackError(
            "The day to answer by must lie ahead of {today}.",
            today=today,
        )
    followed = tuple(read_case(store, each.followed_id) for each in case.followed)
    letters = (
        produce(store, DocumentKind.RESPONSE_FORM, audit_id, today, folder, due_on=due_on)
        if asked_committees(case, followed, today)
        else ()
    )
    underlay = produce(store, DocumentKind.FOLLOW_UP_WORKBOOK, audit_id, today, folder)
    return (*letters, *underlay)
