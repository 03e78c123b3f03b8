"""Ctrl+Z shows what the latest change was and takes it back; Ctrl+Y does it again."""

from datetime import date

from revtrack.services.find import read_case
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


def notes(store: Store) -> list[str]:
    return [each.text for each in read_case(store, 1).notes]


async def test_a_note_is_undone_and_done_again_and_before_it_there_is_nothing_to_redo(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("ctrl+y")
        assert user.notices[-1].startswith("Det finns inget att göra om")
        await user.press("enter", "3", "m")
        await user.type("Ringde nämndsekreteraren")
        await user.press("ctrl+s")
        assert notes(awaiting_store) == ["Ringde nämndsekreteraren"]

        await user.press("ctrl+z")
        assert "Din senaste ändring" in user.words
        assert "Anteckning togs bort" in user.words
        await user.press("escape")
        assert notes(awaiting_store) == ["Ringde nämndsekreteraren"]

        await user.press("ctrl+z", "enter")
        assert notes(awaiting_store) == []
        assert user.notices[-1] == "Ändringen är ångrad."
        await user.press("ctrl+y", "enter")
        assert notes(awaiting_store) == ["Ringde nämndsekreteraren"]
        assert user.notices[-1] == "Ändringen är gjord på nytt."
