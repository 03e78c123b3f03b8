"""A second process that does half of what is to be done with a large file's papers."""

from collections.abc import Callable
from functools import partial

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.domain.proposals.tasks import in_turn
from revtrack.domain.texts.paper import Paper
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of
from revtrack.services.reading_in import second_hand
from revtrack.services.reading_in.second_hand import PAGES, TASKS, SecondHand

REPLY = (
    "§ {number}\n\nSN/2024:{number}\n\nSvar på granskning av avtal\n\nBeslut\n\n"
    "1. Socialnämnden antar svaret som sitt eget och överlämnar det till revisorerna.\n\n"
    "Ärendebeskrivning\n\nKommunens revisorer har granskat avtalen. De rekommenderar nämnden att "
    "följa upp avtal {number} varje år. Nämnden instämmer i rekommendationen.\n\n"
    "Beslutet skickas till:\nRevisorerna\n\n"
)


@pytest.fixture
def bundle() -> Paper:
    """Return a bundle of replies, one more than are needed to share them."""
    text = "".join(REPLY.format(number=each) for each in range(1, TASKS + 2))
    return paper_of(read_paper(text.encode()))


def _counted(first: int) -> list[Callable[[], int]]:
    return [partial(pow, each, 2) for each in range(first, first + TASKS + 1)]


def test_two_hands_read_what_one_does(bundle: Paper) -> None:
    told: list[tuple[int, int]] = []
    with SecondHand() as hand:
        hand.is_called(PAGES)
        made = propose(
            bundle,
            do_each=hand.do_each,
            on_paper=lambda done, of: told.append((done, of)),
        )
    assert made == propose(bundle)
    numbers = [each.paragraph and each.paragraph.value for each in made.responses]
    assert numbers == [str(each) for each in range(1, TASKS + 2)]
    assert {len(each.answers) for each in made.responses} == {1}
    assert told[0] == (0, TASKS + 1)
    assert {of for _, of in told} == {TASKS + 1}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (TASKS + 1, TASKS + 1)


@pytest.mark.parametrize("last", [(0, TASKS + 1), (TASKS, TASKS + 1), (TASKS + 1, TASKS + 1)])
def test_a_reading_that_is_left_ends_wherever_it_is(bundle: Paper, last: tuple[int, int]) -> None:
    class LeftError(Exception):
        pass

    def leave(done: int, of: int) -> None:
        if (done, of) == last:
            raise LeftError

    with SecondHand() as hand:
        hand.is_called(PAGES)
        with pytest.raises(LeftError):
            propose(bundle, do_each=hand.do_each, on_paper=leave)


def test_words_of_something_else_are_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_hand, "__name__", "this")
    with SecondHand() as hand:
        hand.is_called(PAGES)
        assert hand.do_each(_counted(0)) == in_turn(_counted(0))


def test_tasks_of_one_kind_after_another_are_shared_in_their_order() -> None:
    with SecondHand() as hand:
        hand.is_called(PAGES)
        for first in (0, 100):
            assert hand.do_each(_counted(first)) == in_turn(_counted(first))
        assert hand.do_each([]) == []


def test_a_hand_that_fails_leaves_nothing_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_hand, "__name__", "revtrack.no_such_module")
    with SecondHand() as hand:
        hand.is_called(PAGES)
        for first in (0, 100):
            assert hand.do_each(_counted(first)) == in_turn(_counted(first))


@pytest.mark.parametrize("place", [0, 1], ids=["here", "there"])
def test_after_a_task_that_fails_no_answer_is_taken_for_another(place: int) -> None:
    tasks: list[Callable[[], object]] = [*_counted(100)]
    tasks[place] = partial(divmod, 1, 0)
    with SecondHand() as hand:
        hand.is_called(PAGES)
        with pytest.raises(ZeroDivisionError):
            hand.do_each(tasks)
        assert hand.do_each(_counted(0)) == in_turn(_counted(0))


def test_a_short_file_needs_no_second_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def begun(*_words: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr("subprocess.Popen", begun)
    with SecondHand() as hand:
        hand.is_called(PAGES - 1)
        assert hand.do_each(_counted(0)) == in_turn(_counted(0))
