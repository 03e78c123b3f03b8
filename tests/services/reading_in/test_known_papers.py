"""Papers of the corpus, read and accepted from their files: all of it once, nothing twice."""

from pathlib import Path

import pytest

from revtrack.domain.names.committee_lines import ListedCommittee
from revtrack.domain.names.committee_names import propose_committee
from revtrack.domain.proposals.proposal import Proposal
from revtrack.services.find import read_case
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.lines import Accepting, Original, Standing
from revtrack.services.reading_in.read_file import read_beside
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.storage.store import Store
from tests.services.reading_in.papers import TODAY

KNOWN = Path(__file__).parents[2] / "corpus" / "known"


def _set_up(store: Store, paper: Proposal) -> None:
    """Register the municipality of a paper, and the committees that it names."""
    named = [each.value for each in (*paper.committees, *paper.for_information)]
    named += [name for each in paper.recommendations for name in each.committees or ()]
    named += [name for each in paper.recommendations for name in each.letter_committees or ()]
    made = [propose_committee(name) for name in dict.fromkeys(named)]
    listed = [ListedCommittee(name, None, kind) for name, _abbreviation, kind in made]
    assert paper.municipality is not None
    set_up_municipality(store, SetUp(paper.municipality.value, listed))


@pytest.mark.parametrize(
    ("name", "ending"),
    [("bunt_fullmaktiges_handlingar", "pdf"), ("rapport_krisberedskap_numrerad", "docx")],
)
def test_a_paper_is_accepted_whole_and_only_once(
    empty_store: Store, name: str, ending: str
) -> None:
    store, path = empty_store, KNOWN / name / f"paper.{ending}"
    _set_up(store, read_beside(path, store).proposal)
    found = read_beside(path, store)
    paper, original = found.proposal, Original(found.name, found.content)
    seen = compare_with(store, paper, None, TODAY)
    new = {each.key for each in seen.lines if each.standing is Standing.NEW}
    done = accept(store, paper, Accepting(seen.standing_on(new)), original, TODAY)
    case = read_case(store, done.audit.id)
    assert len(case.questions) == len(paper.questions)
    assert len(case.recommendations) == len(paper.recommendations)
    assert len(case.responses) == len(paper.responses)
    again = compare_with(store, paper, done.audit.id, TODAY)
    assert {each.standing for each in again.lines} == {Standing.SAME}
