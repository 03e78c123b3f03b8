"""Holds a proposal against the register, line by line; nothing is saved."""

from datetime import date
from itertools import chain

from sqlmodel import Session

from revtrack.domain.errors import UsageError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.records import Municipality
from revtrack.services.reading_in.about_audit import committee_lines, head_lines, question_lines
from revtrack.services.reading_in.about_letter import extension_lines, letter_lines
from revtrack.services.reading_in.about_recommendations import recommendation_lines
from revtrack.services.reading_in.about_replies import reply_lines
from revtrack.services.reading_in.ground import Ground
from revtrack.services.reading_in.lines import Comparison
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.store import Store

PARTS = (
    head_lines,
    committee_lines,
    question_lines,
    recommendation_lines,
    letter_lines,
    extension_lines,
    reply_lines,
)
"""What gives the lines, in reading order."""


def compare_with(
    store: Store,
    proposal: Proposal,
    audit_id: int | None,
    today: date,
    municipality: str | None = None,
) -> Comparison:
    """Return a proposal's lines beside what an audit has, or as those of a new audit.

    ``municipality`` is that of a new audit where the paper's own is not meant; raises UsageError
    where it is not registered.
    """
    with store.reading() as session:
        return compared(ground_of(session, proposal, audit_id, today, municipality))


def ground_of(
    session: Session,
    proposal: Proposal,
    audit_id: int | None,
    today: date,
    municipality: str | None = None,
) -> Ground:
    """Return what a proposal is held against."""
    case = stored.load_case(session, audit_id) if audit_id is not None else None
    town = case.municipality if case else _town(session, proposal, municipality)
    committees = stored.list_committees(session, town.id) if town else ()
    return Ground(proposal, case, town, committees, today)


def _town(session: Session, proposal: Proposal, named: str | None) -> Municipality | None:
    """Return the municipality of a new audit: the one that is named, else the paper's."""
    if named is not None:
        town = municipality_called(session, named)
        if town is None:
            raise UsageError(
                "There is no municipality called {name}. Register it first, or name another.",
                name=named,
            )
        return town
    said = proposal.municipality
    try:
        return municipality_called(session, said.value) if said else None
    except UsageError:
        return None


def compared(ground: Ground) -> Comparison:
    """Return the lines of a proposal held against this."""
    lines = tuple(chain.from_iterable(part(ground) for part in PARTS))
    return Comparison(ground.proposal, lines, ground.town, ground.case, ground.proposal.doubts)
