"""A file of somebody else's read as a proposal, its committees known by the register's names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.proposals.proposal import AuditInFile, Doubt, Found, Proposal
from revtrack.domain.proposals.reading import propose, town_of
from revtrack.domain.proposals.tasks import DoEach
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
    audits: tuple[AuditInFile, ...] = ()
    """Those that it holds papers of, where they are several."""
    only: int | None = None
    """The number of the one, from 1, whose papers alone the proposal is of."""


def read_file(
    path: Path,
    store: Store | None,
    on_progress: OnProgress | None = None,
    only: int | None = None,
) -> Proposal:
    """Return what a file proposes; nothing is saved.

    Committees are named as in the register where it has the municipality that the file is about.
    Of a file of several audits ``only`` is the number of the one that is meant, from 1.
    Raises RevTrackError where the file cannot be read or has no such audit, NotAuditError where it
    is about no audit.
    """
    file = read_beside(path, store, on_progress)
    return (file if only is None else only_of(file, store, only, on_progress)).proposal


def read_beside(
    path: Path,
    store: Store | None,
    on_progress: OnProgress | None = None,
    municipality_id: int | None = None,
) -> ReadFile:
    """Do as ``read_file``, and return the paper as well, to be read beside what it proposes.

    Committees are named as in the municipality that is meant, where one is.
    """
    content = content_at(path)
    with SecondHand() as hand:

        def on_page(done: int, of: int) -> None:
            hand.is_called(of)
            if on_progress:
                on_progress(Piece.PAGE, done, of)

        paper = read_any_paper(content, on_page)
        proposal = _proposed(paper, store, municipality_id, None, hand.do_each, on_progress)
    return ReadFile(path.name, content, paper, proposal, proposal.audits)


def only_of(
    file: ReadFile,
    store: Store | None,
    only: int | None,
    on_progress: OnProgress | None = None,
    municipality_id: int | None = None,
) -> ReadFile:
    """Return a file of several audits with what the papers of one of them propose, by its number.

    None: what all propose as one. Raises UsageError where the file has no audit of that number.
    """
    if only is not None and not file.audits:
        raise UsageError("{name} holds papers of one audit only.", name=file.name)
    if only is not None and not 1 <= only <= len(file.audits):
        raise UsageError(
            "{name} holds papers of {count} audits; choose one of them by its number, 1–{count}.",
            name=file.name,
            count=len(file.audits),
        )
    with SecondHand() as hand:
        hand.is_called(file.paper.pages or 0)
        made = _proposed(file.paper, store, municipality_id, only, hand.do_each, on_progress)
    return replace(file, proposal=made, only=only)


def _proposed(
    paper: Paper,
    store: Store | None,
    municipality_id: int | None,
    only: int | None,
    do_each: DoEach,
    on_progress: OnProgress | None,
) -> Proposal:
    """Return what a paper proposes by the names of its municipality's committees.

    How its text was got is among the doubts. Which municipality it is of, its first page tells
    mostly; where it is another after all, it is read anew. Raises NotAuditError for none of an
    audit.
    """
    on_paper = partial(on_progress, Piece.PAPER) if on_progress else None
    made = _named(
        partial(propose, paper, do_each=do_each, on_paper=on_paper, only=only),
        paper,
        store,
        municipality_id,
    )
    if made.kind is PaperKind.NOT_AUDIT:
        raise _refusal(made)
    return replace(made, doubts=(*doubts_of(paper), *made.doubts))


def _named(
    read: Callable[..., Proposal], paper: Paper, store: Store | None, municipality_id: int | None
) -> Proposal:
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
