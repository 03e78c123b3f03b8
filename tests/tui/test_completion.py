"""Names are proposed while one types; → accepts, Enter goes on with what is typed."""

from datetime import date

from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


async def test_recipients_are_completed_one_by_one(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("n")
        await user.type("Granskning")
        await user.press("enter")
        await user.type("grunds")
        assert "→ GSN Grundskolenämnden" in user.screen
        await user.press("right")
        assert "Mottagare GSN" in user.words
        assert "→ GSN" not in user.screen
        await user.type(", g")
        await user.press("ctrl+down", "ctrl+up", "ctrl+down")
        chosen = user.screen.split("→ ")[1].split()[0]
        await user.press("right")
        assert f"Mottagare GSN, {chosen}" in user.words
        await user.type(", kom")
        assert "→ " in user.screen
        await user.press("tab")
        assert "→ " not in user.screen
        assert f"Mottagare GSN, {chosen}, kom" in user.words
