from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from revtrack.services.database.opening import open_store
from revtrack.storage.store import Store
from revtrack.tui import keys
from tests.conftest import TESTER
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)
KEYS = {
    each.id: each.key.split(",")[0] for group in keys.GROUPS.values() for each in group if each.id
}
OPENING = {
    "audit.question": "1",
    "audit.matrix": "1",
    "audit.recommendation": "2",
    "audit.verdict": "4",
    "audit.verdicts": "4",
    "audit.start_follow_up": "4",
    "audit.close": "4",
    "audit.reopen": "4",
    "audit.issue": "5",
    "audit.publish": "5",
    "audit.confirm": "6",
}


ELSEWHERE = {"audit.hand_over", "audit.pack", "views.remove"}
"""Writing actions that a test of their own asks for: they need more to work on."""


@pytest.fixture
def locked_store(awaiting_store: Store) -> Iterator[Store]:
    store = open_store(Path(awaiting_store.path), TESTER, read_only=True)
    yield store
    store.close()


PLACES = {
    "audit": "enter",
    "bodies": "f4",
    "packages": "X",
    "problems": "f12",
    "reminders": "R",
    "search": "f7",
}
"""The key that leads from the overview to where the actions of a group are."""
ACTIONS = sorted(keys.WRITING - ELSEWHERE)


async def test_every_writing_action_is_refused_with_a_sentence(
    locked_store: Store, sit_down: Opened
) -> None:
    async with sit_down(locked_store, TODAY) as user:
        footer = user.screen.splitlines()[-1]
        assert "/ Filter" in footer
        for writing in ("s Svar", "n Missiv", "a Granskning"):
            assert writing not in footer
        before = locked_store.path.read_bytes()
        depth = len(user.app.screen_stack)
        for group in sorted({name.partition(".")[0] for name in ACTIONS}):
            await user.press("home", *filter(None, [PLACES.get(group)]))
            for name in (each for each in ACTIONS if each.partition(".")[0] == group):
                if group == "audit":
                    await user.press(OPENING.get(name, "3"))
                user.app.clear_notifications()
                await user.press(KEYS[name])
                assert any("öppnat enbart för läsning" in each for each in user.notices), name
                assert "╭─" not in user.screen, name
                assert "Endast läsning" in user.screen, name
            await user.back_to(depth)
        assert locked_store.path.read_bytes() == before


async def test_reading_works_as_usual(locked_store: Store, sit_down: Opened) -> None:
    async with sit_down(locked_store, TODAY) as user:
        await user.press("enter", *"1234567")
        assert "ändringar" in user.screen
