"""Which wish is next to undo and to redo, by what the history tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.undoing import Direction, Done, Turn, next_redo, next_undo, turn_named

UNDO, REDO = Direction.UNDO, Direction.REDO


class Person:
    """Somebody who does, undoes and redoes; what stands is kept beside, as two plain stacks."""

    def __init__(self) -> None:
        self.history: list[Done] = []
        self.standing: list[int] = []
        self.undone: list[int] = []

    def _note(self, why: str | None) -> int:
        number = len(self.history) + 1
        self.history.append(Done(wish=number, first=10 * number, why=why))
        return 10 * number

    @property
    def latest_first(self) -> list[Done]:
        return self.history[::-1]

    def do(self) -> None:
        self.standing.append(self._note("skäl"))
        self.undone.clear()

    def undo(self) -> None:
        turn = next_undo(self.latest_first)
        assert (turn and turn.about) == (self.standing[-1] if self.standing else None)
        if turn:
            self._note(turn.reason)
            self.undone.append(self.standing.pop())

    def redo(self) -> None:
        turn = next_redo(self.latest_first)
        assert (turn and turn.about) == (self.undone[-1] if self.undone else None)
        if turn:
            self._note(turn.reason)
            self.standing.append(self.undone.pop())


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_the_history_alone_gives_the_order_of_two_stacks(steps: list[str]) -> None:
    person = Person()
    for step in steps:
        getattr(person, step)()


def test_what_was_redone_is_undone_from_where_it_was_redone() -> None:
    person = Person()
    for step in (person.do, person.undo, person.redo):
        step()
    assert next_undo(person.latest_first) == Turn(UNDO, about=10, wish=3)
    assert next_redo(person.latest_first) is None


@pytest.mark.parametrize("why", [None, "", "undo", "undo x", "Undo 4", "redo 4 ", "vi undo 4"])
def test_another_reason_names_no_turn(why: str | None) -> None:
    assert turn_named(why) is None


def test_a_turn_is_read_back_from_its_reason() -> None:
    assert turn_named(Turn(REDO, about=412, wish=7).reason) == (REDO, 412)
