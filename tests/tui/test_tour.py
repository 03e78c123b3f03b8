"""The pictures of the README, made by the program; REVTRACK_REWRITE_GOLDEN=1 makes them anew."""

import os
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.widgets import Input

from revtrack.storage.store import Store
from tests.documents.flatten import REWRITE
from tests.tui.conftest import Opened
from tests.tui.user import User

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "bilder"
SIZE = 112, 32
TODAY = date(2026, 2, 16)
_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""A picture fetches nothing when it is looked at."""


class Stop(NamedTuple):
    """A screen of the tour: its picture, and the keys that lead there from the overview."""

    name: str
    keys: tuple[str, ...]


STOPS = (
    Stop("oversikt", ()),
    Stop("granskning", ("enter", "2")),
    Stop("svar-och-frister", ("enter",)),
    Stop("registrera-svar", ("s",)),
    Stop("namnd", ("j", "j", "f3")),
)


async def picture(user: User, stop: Stop) -> str:
    """Return the screen at a stop as SVG."""
    await user.press(*stop.keys)
    for field in user.app.screen.query(Input):
        field.cursor_blink = False
    await user.settle()
    return _FROM_ELSEWHERE.sub("", user.app.export_screenshot(title="RevTrack"))


async def test_the_pictures_of_the_tour_show_the_program_as_it_is(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY, SIZE) as user:
        depth = len(user.app.screen_stack)
        for stop in STOPS:
            path = PICTURES / f"{stop.name}.svg"
            shown = await picture(user, stop)
            if os.environ.get(REWRITE):
                path.write_text(shown, encoding="utf-8")
            assert shown == path.read_text(encoding="utf-8"), stop.name
            await user.back_to(depth)
            await user.press("home")


def test_the_readme_shows_every_picture_with_words_for_those_who_do_not_see_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]{20,})\]\(docs/bilder/([a-z-]+)\.svg\)", readme)
    assert [name for _words, name in shown] == [stop.name for stop in STOPS]
    assert sorted(each.stem for each in PICTURES.glob("*.svg")) == sorted(s.name for s in STOPS)
