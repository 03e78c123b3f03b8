"""Made documents given names of their own, written, and noted in the register."""

import hashlib
import os
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.names.file_names import join_file_name, name_on_disk
from revtrack.services.papers.files import written
from revtrack.services.papers.orders import OrderT, Paper
from revtrack.services.papers.places import read_template
from revtrack.storage.rows import add
from revtrack.storage.store import Store

Told = Callable[[int, int], None]
"""Is told how many of how many documents are made; what it raises gives all of them up."""


class GivenUpError(RevTrackError):
    """Somebody has thought better of it before anything was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(N_("Given up. Nothing was written."))


@dataclass(frozen=True)
class Produced:
    """A document that was made, or that lay there already with the same content."""

    kind: DocumentKind
    path: Path
    committee: r.Committee | None
    """The committee it is for; None: for all."""
    is_new: bool
    """False where the same content had been made and lies there untouched."""
    edited: Path | None = None
    """The file edited by hand that a new edition was written beside; None: there is none."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A document's content, what it is called by, and what the register is told of it."""

    kind: DocumentKind
    content: bytes
    named_by: tuple[str, ...]
    """The parts of its file's name, in order."""
    suffix: str
    template: str
    """Empty: it needed none."""
    stamp: str
    made_on: date
    audit: r.Audit | None
    """The audit that it is about; None: about more than one."""
    municipality: r.Municipality | None
    """The one it is about; None: about all of the register."""
    committee: r.Committee | None
    apart: str = ""
    """What tells its name from those for the municipality's other committees."""
    also: Callable[[Session, str], object] | None = None
    """What is noted with it, under the name of its file; None: nothing more."""

    @cached_property
    def content_hash(self) -> str:
        """The sha-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def name(self, edition: int) -> str:
        """Return the name of its file in that edition."""
        return join_file_name(self.named_by, self.suffix, apart=self.apart, edition=edition)

    def is_among(self, documents: Iterable[r.Document]) -> bool:
        """Tell whether these made documents hold this very one."""
        to = self.committee.id if self.committee else None
        return (self.kind, to, self.content_hash) in {
            (each.kind, each.committee_id, each.content_hash) for each in documents
        }


@dataclass(frozen=True)
class _Placed:
    """A document with the name that it gets."""

    wanted: Wanted
    name: str
    edition: int
    is_new: bool
    """Whether it has to be written."""
    edited: str | None = None
    """The name of a file in its place that nobody here has made; None: there is none."""


def content_of(order: OrderT, paper: Paper[OrderT], templates: Path | None) -> bytes:
    """Return what a file of an order holds; raise RevTrackError where it could not be made.

    ``templates`` is the folder of the office's own; None: it has none.
    """
    design = read_template(paper.template, templates) if paper.template else b""
    try:
        return paper.maker(order, design)
    except OSError as fault:  # a workbook takes room in the system's folder for temporary files
        raise RevTrackError(
            "The document could not be made: {reason}. Nothing was written.",
            reason=fault,
        ) from fault


def keep(
    store: Store, folder: Path, wanted: Iterable[Wanted], known: Sequence[r.Document]
) -> tuple[Produced, ...]:
    """Write what is not there, note what is not ``known``, both or neither, and return all of it.

    What has changed becomes a new edition beside the old. Raises RevTrackError, having written
    nothing, where the folder cannot be written.
    """
    made = frozenset(each.content_hash for each in known)
    placed = _placed(folder, wanted, made)
    new = {each.name: each.wanted.content for each in placed if each.is_new}
    unknown = [each for each in placed if not each.wanted.is_among(known)]
    with ExitStack() as files:  # closed after the commit, so that a commit that fails takes them
        if unknown:
            with store.wish() as session:
                for each in unknown:
                    _note(session, each)
                files.enter_context(written(folder, new))
        elif new:
            files.enter_context(written(folder, new))
    return tuple(
        Produced(
            each.wanted.kind,
            folder / each.name,
            each.wanted.committee,
            each.is_new,
            folder / each.edited if each.edited and each.is_new else None,
        )
        for each in placed
    )


def _placed(folder: Path, wanted: Iterable[Wanted], made: Container[str]) -> list[_Placed]:
    found: list[_Placed] = []
    taken: set[str] = set()
    for each in wanted:
        found.append(_place(each, folder, taken, made))
        taken.add(name_on_disk(found[-1].name))
    return found


def _place(wanted: Wanted, folder: Path, taken: Container[str], made: Container[str]) -> _Placed:
    """Return the document with its name.

    A file of that name with other content, made earlier or edited by hand, is left alone, and so is
    a name that is ``taken`` by another document of the same wish: the next free edition is used.
    What lies there and is none of the hashes ``made`` was edited by hand; the latest is named.
    """
    edition, edited = 1, None
    while True:
        name = wanted.name(edition)
        path = folder / name
        if name_on_disk(name) not in taken:
            if not os.path.lexists(path):
                return _Placed(wanted, name, edition, is_new=True, edited=edited)
            found = _hash_of(path)
            if found == wanted.content_hash:
                return _Placed(wanted, name, edition, is_new=False, edited=edited)
            if found is not None and found not in made:
                edited = name
        edition += 1


def _hash_of(path: Path) -> str | None:
    """Return the sha-256 of a file; None where something else has the name."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def _note(session: Session, placed: _Placed) -> None:
    wanted = placed.wanted
    if wanted.also is not None:
        wanted.also(session, placed.name)
    add(
        session,
        r.Document,
        r.NewDocument(
            audit_id=wanted.audit.id if wanted.audit else None,
            municipality_id=(
                wanted.municipality.id if wanted.municipality and not wanted.audit else None
            ),
            committee_id=wanted.committee.id if wanted.committee else None,
            kind=wanted.kind,
            file_name=placed.name,
            edition=placed.edition,
            template=wanted.template or None,
            stamp=wanted.stamp,
            content_hash=wanted.content_hash,
            made_on=wanted.made_on,
        ),
    )
