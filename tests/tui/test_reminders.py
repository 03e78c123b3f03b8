"""Påminnelser by keys: whom, why, the drafts, and that they were sent."""

from datetime import date

from revtrack.services.reminding.remind_log import list_reminders
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2023, 4, 3)


async def test_drafts_are_made_and_noted_as_sent(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY, (130, 50)) as user:
        await user.press("R")
        assert user.screen.lstrip().startswith("Påminnelser")
        assert "Att påminna i dag (" in user.screen
        assert "! 14 dagar sent" in user.words
        assert "Ett meddelande, till " in user.words
        await user.press("d")
        assert "╭─ Gör utkasten" in user.screen
        await user.press("ctrl+s")
        assert "╭─ Framställda handlingar" in user.screen
        drafts = list(user.app.desk.documents_folder.glob("*.eml"))
        assert drafts
        await user.press("escape")
        assert "Ingen ska påminnas i dag." in user.words
        assert "Utkast som inte är skickade" in user.screen
        await user.press("D")
        await user.press("ctrl+u")
        await user.type("2023-04-03")
        await user.press("ctrl+s")
        assert "antecknade som skickade" in user.notices[-1]
        assert "Utkast som inte är skickade" not in user.screen
        assert "✓ 2023-04-03" in user.screen
    assert {each.sent_on for each in list_reminders(awaiting_store)} == {TODAY}


async def test_who_is_late_and_not_reminded_is_told_with_the_reason(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, date(2026, 2, 16), (130, 60)) as user:
        await user.press("R")
        assert "Försenade som inte påminns i dag (" in user.screen
        assert "! 157 dagar sent tas upp vid möte 2026-03-12" in user.words
        await user.press("G", "escape")
        assert "Översikt" in user.screen.splitlines()[0]


async def test_an_empty_register_says_that_nobody_is_reminded(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("R")
        assert "Ingen ska påminnas i dag." in user.words
        assert "Ingen har påmints." in user.words
        await user.press("d")
        assert user.notices[-1] == "Ingen ska påminnas i dag."
