"""A floor under the reading of others' papers; the benchmark tells it field by field."""

from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of
from revtrack.services.reading_in.as_json import as_json
from tests.corpus.scoring import papers, score, total

FLOOR = 0.95
EVERY = 3
"""The benchmark reads the whole corpus."""


def read(content: bytes) -> dict[str, object]:
    try:
        return as_json(propose(paper_of(read_paper(content))))
    except RevTrackError:
        return {"document_type": "not_audit"}


def test_nearly_all_of_what_known_papers_state_is_found_and_nearly_nothing_invented() -> None:
    counted = total(
        score(expected, read(file.read_bytes())) for _, file, expected in papers("known")[::EVERY]
    )["all"]
    assert counted.hits > 200
    assert (counted.precision or 0) >= FLOOR
    assert (counted.recall or 0) >= FLOOR
