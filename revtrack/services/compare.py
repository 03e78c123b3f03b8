"""Holding a letter or report that was edited by hand against the register."""

from pathlib import Path

from revtrack.documents.letters.cover_letter import heading
from revtrack.domain.comparison import ComparedAs, Comparison, compare
from revtrack.domain.records import Committee
from revtrack.reading.paper import read_paper
from revtrack.services.papers.files import content_at
from revtrack.storage.audits import load_case
from revtrack.storage.store import Store


def compare_file(
    store: Store,
    audit_id: int,
    path: Path,
    compared_as: ComparedAs | None = None,
    committee: Committee | None = None,
) -> Comparison:
    """Return where a Word document differs from the register; nothing is changed.

    ``compared_as`` and ``committee`` say which list it is held against and whose copy it is, where
    the document does not say so itself. Raises RevTrackError where the file cannot be read.
    """
    paper = read_paper(content_at(path))
    with store.reading() as session:
        case = load_case(session, audit_id)
        earlier = [load_case(session, each.followed_id) for each in case.followed]
    titles = (heading(case, earlier),)
    return compare(case, paper, compared_as, committee, earlier, titles)
