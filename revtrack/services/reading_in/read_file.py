"""A file of somebody else's read as a proposal, its committees known by the register's names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from revtrack.confined.running import OnProgress
from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.proposals.proposal import Doubt, Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper
from revtrack.reading.paper import read_any_paper
from revtrack.services import find
from revtrack.services.papers.files import content_at
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
    paper = read_any_paper(content, on_progress)
    proposal = propose(paper)
    known = _committees(store, proposal, municipality_id) if store else ()
    if known:
        proposal = propose(paper, known)
    if proposal.kind is PaperKind.NOT_AUDIT:
        raise _refusal(proposal)
    told = replace(proposal, doubts=(*doubts_of(paper), *proposal.doubts))
    return ReadFile(path.name, content, paper, told)


def _committees(
    store: Store, proposal: Proposal, municipality_id: int | None
) -> Sequence[Committee]:
    said = proposal.municipality
    if municipality_id is not None:
        return [each for town, each in find.list_committees(store) if town.id == municipality_id]
    if said is None:
        return ()
    return [
        committee
        for municipality, committee in find.list_committees(store)
        if is_same_municipality(municipality.name, said.value)
    ]


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
