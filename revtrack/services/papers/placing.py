"""Made documents given names of their own, written, and noted in the register."""

import hashlib
import os
from collections.abc import Container, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.file_names import join_file_name, name_on_disk, short_name
from revtrack.services.papers.files import written
from revtrack.services.papers.makers import OF_THE_LETTER, Order, Paper, papers_of
from revtrack.services.papers.places import read_template
from revtrack.storage.rows import add
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Made:
    """A document's content and the name that it gets."""

    order: Order
    paper: Paper
    name: str
    edition: int
    content: bytes
    is_new: bool
    """Whether it has to be written."""

    @property
    def content_hash(self) -> str:
        """The sha-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_noted(self) -> bool:
        """Whether the register told of this very document when it was made."""
        to = self.order.committee.id if self.order.committee else None
        return (self.order.kind, to, self.content_hash) in {
            (each.kind, each.committee_id, each.content_hash) for each in self.order.case.documents
        }


def _name(order: Order, paper: Paper, edition: int) -> str:
    day = order.case.audit.handed_over_on if order.kind in OF_THE_LETTER else None
    return join_file_name(
        (
            (day or order.today).isoformat(),
            order.case.municipality.name,
            paper.title + (" arbetsversion" if order.is_working else ""),
            order.case.audit.reference,
        ),
        paper.suffix,
        apart=short_name(order.committee, order.case.committees) if order.committee else "",
        edition=edition,
    )


def placed(folder: Path, orders: Iterable[Order], formats: Container[str] | None) -> list[Made]:
    """Make the documents and find each a name of its own."""
    made: list[Made] = []
    taken: set[str] = set()
    for order in orders:
        for paper in papers_of(order, formats):
            content = _content(order, paper)
            made.append(_place(order, paper, content, folder, taken))
            taken.add(name_on_disk(made[-1].name))
    return made


def _content(order: Order, paper: Paper) -> bytes:
    design = read_template(paper.template) if paper.template else b""
    try:
        return paper.maker(order, design)
    except OSError as fault:  # a workbook takes room in the system's folder for temporary files
        raise RevTrackError(
            "The document could not be made: {reason}. Nothing was written.",
            reason=fault,
        ) from fault


def _place(order: Order, paper: Paper, content: bytes, folder: Path, taken: Container[str]) -> Made:
    """Return the document with its name.

    A file of that name with other content, made earlier or edited by hand, is left alone, and so is
    a name that is ``taken`` by another document of the same wish: the next free edition is used.
    """
    edition = 1
    while True:
        name = _name(order, paper, edition)
        path = folder / name
        if name_on_disk(name) not in taken:
            if not os.path.lexists(path):
                return Made(order, paper, name, edition, content, is_new=True)
            if _holds(path, content):
                return Made(order, paper, name, edition, content, is_new=False)
        edition += 1


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def keep(store: Store, folder: Path, made: Sequence[Made]) -> None:
    """Write what is not there and note what is not noted, both or neither."""
    new = {each.name: each.content for each in made if each.is_new}
    unknown = [each for each in made if not each.is_noted]
    with ExitStack() as files:  # closed after the commit, so that a commit that fails takes them
        if unknown:
            with store.wish() as session:
                for each in unknown:
                    _note(session, each)
                files.enter_context(written(folder, new))
        elif new:
            files.enter_context(written(folder, new))


def _note(session: Session, made: Made) -> None:
    order = made.order
    add(
        session,
        r.Document,
        r.NewDocument(
            audit_id=order.case.audit.id,
            committee_id=order.committee.id if order.committee else None,
            kind=order.kind,
            file_name=made.name,
            edition=made.edition,
            template=made.paper.template or None,
            stamp=order.stamp,
            content_hash=made.content_hash,
            made_on=order.today,
        ),
    )
