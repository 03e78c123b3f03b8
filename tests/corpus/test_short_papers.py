"""What short papers of many shapes state is found, and nothing else: see ``short_papers.py``."""

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.reading import propose
from revtrack.services.reading_in.as_json import as_json
from tests.corpus.scoring import differences
from tests.corpus.short_papers import FOLDER, ShortPaper, short_papers
from tests.domain.proposals.written import written

PAPERS = [
    pytest.param(paper, id=f"{file.stem}-{paper.name}")
    for file in sorted(FOLDER.glob("*.txt"))
    for paper in short_papers(file.stem)
]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_short_paper_is_read_as_expected_or_marked_as_open(paper: ShortPaper) -> None:
    try:
        found = as_json(propose(written(paper.text)))
    except RevTrackError:
        found = {"document_type": "not_audit"}
    differs = differences(paper.expected, found)
    assert bool(differs) == paper.is_open, "\n".join(differs) or "read rightly: remove its mark"
