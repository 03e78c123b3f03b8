"""A file of somebody else's read as a proposal, its committees known by the register's names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.proposals.proposal import Doubt, Found, Proposal
from revtrack.domain.proposals.reading import propose, town_of
from revtrack.domain.proposals.tasks import DoEach, OnDone
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.texts.paper import Paper
from revtrack.reading.paper import read_any_paper
from revtrack.services import find
from revtrack.services.papers.files import content_at
from revtrack.services.reading_in.progress import OnProgress, Piece
from revtrack.services.reading_in.second_hand import SecondHand
from revtrack.storage.store import Store

SURE = 0.8
"""The confidence below which a person should look at what is proposed."""


class NotAuditError(RevTrackError):
    """The file can be read, but is no paper of an audit."""


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: what it proposes, and the paper that each proposal has its place in."""

    name: str
    content: bytes
    paper: Paper
    proposal: Proposal


def read_file(
    path: Path,
    store: Store | None,
    on_progress: OnProgress | None = None,
    municipality_id: int | None = None,
) -> Proposal:
    """Return what a file proposes; nothing is saved.

    Committees are named as in the register where it has the municipality that the file is about,
    or as in the municipality that is meant.
    Raises RevTrackError where the file cannot be read, NotAuditError where it is about no audit.
    """
    return read_beside(path, store, on_progress, municipality_id).proposal


def read_beside(
    path: Path,
    store: Store | None,
    on_progress: OnProgress | None = None,
    municipality_id: int | None = None,
) -> ReadFile:
    """Do as ``read_file``, and return the paper as well, to be read beside what it proposes."""
    content = content_at(path)
    with SecondHand() as hand:

        def on_page(done: int, of: int) -> None:
            hand.is_called(of)
            if on_progress:
                on_progress(Piece.PAGE, done, of)

        paper = read_any_paper(content, on_page)
        on_paper = partial(on_progress, Piece.PAPER) if on_progress else None
        proposal = _proposed(paper, store, municipality_id, hand.do_each, on_paper)
    if proposal.kind is PaperKind.NOT_AUDIT:
        raise _refusal(proposal)
    proposal = replace(proposal, doubts=(*doubts_of(paper), *proposal.doubts))
    return ReadFile(path.name, content, paper, proposal)


def _proposed(
    paper: Paper,
    store: Store | None,
    municipality_id: int | None,
    do_each: DoEach,
    on_paper: OnDone | None,
) -> Proposal:
    """Return what a paper proposes by the names of its municipality's committees.

    Which that is, its first page tells mostly; where it is another after all, it is read anew.
    """
    read = partial(propose, paper, do_each=do_each, on_paper=on_paper)
    if store is None:
        return read()
    registered = find.list_committees(store)
    if municipality_id is not None:
        named = [each for town, each in registered if town.id == municipality_id]
        return read(named)
    known = _committees(registered, town_of(paper))
    made = read(known)
    own = _committees(registered, made.municipality)
    return made if own == known else read(own)


def _committees(
    registered: Sequence[tuple[Municipality, Committee]], said: Found[str] | None
) -> list[Committee]:
    """Return the committees of the municipality that a paper says it is of."""
    if said is None:
        return []
    return [each for town, each in registered if is_same_municipality(town.name, said.value)]


def _refusal(proposal: Proposal) -> NotAuditError:
    if not proposal.doubts:
        return NotAuditError("The file is no paper of an audit.")
    first = proposal.doubts[0]
    return NotAuditError(first.message, **first.facts)


def doubts_of(paper: Paper) -> tuple[Doubt, ...]:
    """Return what a person should know of how the text was got, besides what it says."""
    return tuple(
        Doubt(each.code, each.message, each.line, dict(each.facts)) for each in paper.warnings
    )
