"""Every screen on a register in which each text is one that has broken programs before."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from revtrack.services.database.opening import open_store
from revtrack.storage.store import Store
from revtrack.tui import keys
from revtrack.tui.places import PLACES
from tests.conftest import TESTER
from tests.services.papers.hostile import make_hostile
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2026, 2, 16)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What a terminal obeys in place of showing it, or what turns the line around."""
OVER_THEM = (
    ["f3"],
    *(["enter", tab] for tab in "1234567"),
    ["enter", "1", "B"],
    ["enter", "2", "V", "ä"],
    ["V", "ä", "enter"],
    ["f1"],
)
"""Ways to screens that no function key opens: what a row leads to, and what stands over them."""
FORMS = {
    "overview": [each.key.split(",")[0] for each in keys.OVERVIEW if each.id in keys.WRITING],
    "audit": [each.key.split(",")[0] for each in keys.AUDIT if each.id in keys.WRITING],
}


@pytest.fixture(scope="module")
def hostile_database(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a hostile text in every field."""
    path = tmp_path_factory.mktemp("hostile") / "register.db"
    shutil.copyfile(demo_database, path)
    opened = open_store(path, TESTER)
    make_hostile(opened)
    opened.close()
    return path


@pytest.fixture
def store(hostile_database: Path, tmp_path: Path) -> Iterator[Store]:
    """The same, for one test."""
    shutil.copyfile(hostile_database, tmp_path / "register.db")
    opened = open_store(tmp_path / "register.db", TESTER)
    yield opened
    opened.close()


def assert_harmless(user: User) -> None:
    found = OBEYED.search(user.screen)
    assert found is None, f"{found[0]!r} in {found.string[found.start() - 60 : found.end() + 20]!r}"


async def look_around(user: User) -> None:
    """Read the screen from its first row to its last, with what is told of some of them."""
    assert_harmless(user)
    for key in ("down", "enter", "escape", "end"):
        depth = len(user.app.screen_stack)
        await user.press(key)
        assert_harmless(user)
        while len(user.app.screen_stack) > depth:
            await user.press("escape")


async def test_no_text_of_the_register_is_obeyed_on_a_place_or_a_tab(
    store: Store, sit_down: Opened
) -> None:
    async with sit_down(store, TODAY, (80, 24)) as user:
        depth = len(user.app.screen_stack)
        for place in PLACES:
            user.app.action_open(place)
            await user.settle()
            assert len(user.app.screen_stack) > depth, place
            await look_around(user)
            await user.back_to(depth)
        for way in OVER_THEM:
            await user.press("home", *way)
            assert len(user.app.screen_stack) > depth, way
            await look_around(user)
            await user.back_to(depth)
            await user.press("escape")


@pytest.mark.parametrize("place", FORMS)
async def test_no_text_of_the_register_is_obeyed_in_a_form(
    store: Store, sit_down: Opened, place: str
) -> None:
    async with sit_down(store, TODAY) as user:
        if place == "audit":
            await user.press("enter")
        depth = len(user.app.screen_stack)
        for key in FORMS[place]:
            await user.press(key)
            assert_harmless(user)
            while len(user.app.screen_stack) > depth:
                await user.press("escape")
                if len(user.app.screen_stack) > depth + 1:
                    await user.press("j")
