"""A second process that reads half of the papers of a large file gives what one alone does."""

from collections.abc import Iterable, Sequence

import pytest

from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import OnePaper, one_by_one, propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of
from revtrack.services.reading_in import second_hand
from revtrack.services.reading_in.second_hand import PAGES, PAPERS, SecondHand

REPLY = (
    "§ {number}\n\nSN/2024:{number}\n\nSvar på granskning av avtal\n\nBeslut\n\n"
    "1. Socialnämnden antar svaret som sitt eget och överlämnar det till revisorerna.\n\n"
    "Ärendebeskrivning\n\nKommunens revisorer har granskat avtalen.\n\n"
    "Beslutet skickas till:\nRevisorerna\n\n"
)


@pytest.fixture
def papers() -> list[OnePaper]:
    """Return the papers of a bundle, one more than are needed to share them."""
    found: list[OnePaper] = []

    def kept(papers: Sequence[OnePaper]) -> Iterable[Proposal]:
        found.extend(papers)
        return one_by_one(papers)

    text = "".join(REPLY.format(number=each) for each in range(1, PAPERS + 2))
    propose(paper_of(read_paper(text.encode())), read_each=kept)
    assert len(found) == PAPERS + 1
    return found


def _numbers(made: Iterable[Proposal]) -> list[object]:
    return [each.paragraph and each.paragraph.value for one in made for each in one.responses]


def test_two_hands_read_what_one_does_in_the_same_order(papers: list[OnePaper]) -> None:
    told: list[tuple[int, int]] = []
    with SecondHand(lambda done, of: told.append((done, of))) as hand:
        hand.is_called(PAGES)
        made = list(hand.read_each(papers))
        assert list(hand.read_each(papers)) == made, "a second time it is read here"
    assert made == list(one_by_one(papers))
    assert _numbers(made) == [str(each) for each in range(1, PAPERS + 2)]
    assert told[-1] == (PAPERS + 1, PAPERS + 1)


def test_a_hand_that_fails_leaves_nothing_unread(
    papers: list[OnePaper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_hand, "__name__", "revtrack.no_such_module")
    with SecondHand() as hand:
        hand.is_called(PAGES)
        made = list(hand.read_each(papers))
    assert made == list(one_by_one(papers))


def test_a_short_file_needs_no_second_hand(
    papers: list[OnePaper], monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun(*_words: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr("subprocess.Popen", begun)
    with SecondHand() as hand:
        hand.is_called(PAGES - 1)
        assert list(hand.read_each(papers)) == list(one_by_one(papers))
