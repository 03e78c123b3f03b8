"""Rows are marked by keys, told in the heading, and stay marked whatever the filter hides."""

from datetime import date

from revtrack.storage.store import Store
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.marks import Marks
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2023, 3, 21)
ROWS = tuple("abcdef")


def rows_marked(user: User) -> int:
    return sum(line.startswith(" ●") for line in user.screen.splitlines())


def test_extending_back_gives_rows_the_marks_they_had() -> None:
    marks = Marks()
    marks.turn("b")
    marks.extend(ROWS, 3, 4)
    marks.extend(ROWS, 4, 5)
    assert marks.among(ROWS) == ("b", "d", "e", "f")
    marks.extend(ROWS, 5, 4)
    marks.extend(ROWS, 4, 3)
    marks.extend(ROWS, 3, 2)
    marks.extend(ROWS, 2, 1)
    assert marks.among(ROWS) == ("b", "c", "d")
    marks.extend(ROWS, 1, 2)
    assert marks.among(ROWS) == ("b", "c", "d")


def test_marks_know_rows_by_key_and_forget_those_that_are_gone() -> None:
    marks = Marks()
    marks.turn_all(ROWS)
    marks.keep(("f", "a", "x"))
    assert marks.among(("f", "b", "a")) == ("f", "a")
    marks.turn_all(("f", "a"))
    assert len(marks) == 0


async def test_space_marks_and_moves_on_and_escape_unmarks_before_it_goes_back(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "home", "space", "space")
        assert "2 markerade" in user.screen.splitlines()[0]
        assert rows_marked(user) == 2
        await user.press("up", "space")
        assert "1 markerad ·" in user.screen.splitlines()[0]
        await user.press("J", "J", "K")
        assert rows_marked(user) == 3
        await user.press("f5")
        assert rows_marked(user) == 3
        await user.press("escape")
        assert rows_marked(user) == 0
        assert "Svar och frister" in user.screen
        await user.press("escape")
        assert "Översikt" in user.screen.splitlines()[0]
        await user.press("space", "escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0], "there is nowhere to go back to"
        assert rows_marked(user) == 0


async def test_all_rows_shown_are_marked_and_hidden_ones_are_told(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "V")
        lines = user.app.screen.query_one(Lines)
        every = len(lines.keys)
        assert len(lines.chosen_keys) == every == 7
        await user.press("slash")
        await user.type("nämnd:KS")
        await user.press("enter")
        assert "1 markerad, 6 dolda" in user.screen.splitlines()[0]
        assert len(lines.chosen_keys) == 1
        await user.press("V")
        assert "0 markerade, 6 dolda" in user.screen.splitlines()[0]
        await user.press("escape")
        assert "dolda" not in user.screen.splitlines()[0]
