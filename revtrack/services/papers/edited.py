"""What a file edited by hand says otherwise than the register."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from revtrack.documents.letters.cover_letter import heading
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.comparison import ComparedAs, Deviation, compare
from revtrack.domain.comparison.lines import (
    LineDifferences,
    line_differences,
    line_of_cells,
    lines_of_paper,
)
from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper
from revtrack.reading.guard import read_guarded
from revtrack.reading.paper import read_paper
from revtrack.services.papers.placing import Produced
from revtrack.storage.audits import load_case
from revtrack.storage.store import Store

_COMPARED = {
    DocumentKind.COVER_LETTER: ComparedAs.COVER_LETTER,
    DocumentKind.RECOMMENDATION_TABLE: ComparedAs.COVER_LETTER,
    DocumentKind.FOLLOW_UP_REPORT: ComparedAs.COVER_LETTER,
}
"""The kinds whose recommendations are held against the register, one by one."""


@dataclass(frozen=True)
class Edits:
    """The differences between a file edited by hand and what the register would write now."""

    deviations: tuple[Deviation, ...] = ()
    """Of recommendations, recipients and days, each with what to do."""
    lines: LineDifferences = field(default_factory=lambda: LineDifferences((), ()))
    """First what stands in the edited file only, then what stands in the register's only."""
    refusal: RevTrackError | None = None
    """Why the file could not be read, and so not compared; None: it was."""

    @property
    def is_none(self) -> bool:
        """Whether the file says nothing otherwise: it was only saved anew."""
        lines = self.lines
        return not (self.deviations or lines.only_first or lines.only_second or self.refusal)


def edits_beside(store: Store, made: Produced, audit_id: int | None) -> Edits | None:
    """Return what the edited file that a document was made beside says otherwise than it.

    None where there is no such file. ``audit_id`` is the audit that it is about, if it is one.
    """
    if made.edited is None:
        return None
    try:
        edited, fresh = made.edited.read_bytes(), made.path.read_bytes()
    except OSError as fault:
        return Edits(
            refusal=RevTrackError(
                "{path} could not be read: {reason}.", path=made.edited, reason=fault
            )
        )
    return edits_of(store, made.kind, edited, fresh, made.edited, audit_id, made.committee)


def edits_of(  # noqa: PLR0913, PLR0917 - both versions, and what they are
    store: Store,
    kind: DocumentKind,
    edited: bytes,
    fresh: bytes,
    path: Path,
    audit_id: int | None,
    committee: Committee | None,
) -> Edits:
    """Return what an edited file says otherwise than one made afresh from the register.

    What the fresh one deviates in as well, as a report does that leaves out what is closed, was
    not edited and is not told.
    """
    try:
        if path.suffix.lower() != ".docx":
            return Edits(lines=line_differences(_rows(edited), _rows(fresh)))
        papers = read_paper(edited), read_paper(fresh)
    except RevTrackError as refusal:
        return Edits(refusal=refusal)
    lines = line_differences(*map(lines_of_paper, papers))
    if kind not in _COMPARED or audit_id is None:
        return Edits(lines=lines)
    with store.reading() as session:
        case = load_case(session, audit_id)
        earlier = [load_case(session, each.followed_id) for each in case.followed]
    told, usual = (_deviations(case, earlier, paper, kind, committee) for paper in papers)
    expected = {_sameness(each) for each in usual}
    return Edits(tuple(each for each in told if _sameness(each) not in expected), lines)


def _deviations(
    case: AuditCase,
    earlier: Sequence[AuditCase],
    paper: Paper,
    kind: DocumentKind,
    committee: Committee | None,
) -> tuple[Deviation, ...]:
    titles = (heading(case, earlier),)
    return compare(case, paper, _COMPARED[kind], committee, earlier, titles).deviations


def _sameness(each: Deviation) -> tuple[object, ...]:
    about = each.committee.id if each.committee else None
    return (each.code, each.number, about, each.expected, each.found)


def _rows(content: bytes) -> list[str]:
    return [
        line_of_cells([row["sheet"], *filter(None, row["cells"])])
        for row in read_guarded("workbook_text", content)
    ]
