"""Packages by keys: made, looked at before they are read in, and what both changed settled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import PersonRole
from revtrack.services.exchange.packages.making import Wanted, make_package
from revtrack.services.exchange.packages.settling import list_packages
from revtrack.services.exchange.packages.taking import Taking, read_package
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import find_audit, read_case
from revtrack.storage.rows import change, one
from revtrack.storage.store import Person, Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the key that signs lie where no other test sees it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def _sent(store: Store, path: Path) -> Path:
    """Make a package with another person's key."""
    wanted = Wanted(find_audit(store, "ESK-2022-1").id, "de andra", Audience.AUDITORS)
    return make_package(store, wanted, path, TODAY, path.parent / "deras" / "key.pem").path


async def test_a_package_is_made_and_its_key_told(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("X")
        assert "Inget paket är gjort eller inläst. Tryck n" in user.words
        await user.press("n")
        assert "╭─ Gör ett paket" in user.screen
        assert "ESK-2022-1" in user.screen
        await user.press("ctrl+s")
        assert "Signerat med nyckeln" in user.words
        await user.press("escape")
        assert "ESK-2022-1" in user.screen
    (line,) = list_packages(awaiting_store)
    assert line.is_sent


async def test_a_package_is_looked_at_and_read_in_when_its_key_is_compared(
    awaiting_store: Store, new_store: Callable[[], Store], sit_down: Opened, tmp_path: Path
) -> None:
    path, mine = _sent(awaiting_store, tmp_path / "granskning.rtpaket"), new_store()
    async with sit_down(mine, TODAY, (130, 50)) as user:
        await user.press("X", "L")
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "╭─ Paket – ESK-2022-1" in user.screen
        assert "! Nyckeln som det är signerat med är inte känd här" in user.words
        assert "Tillägg: " in user.screen
        assert not list_packages(mine)
        await user.press("ctrl+s", "ctrl+s")
        assert "Jämför nyckeln med avsändarens först." in user.words
        assert not list_packages(mine)
        await user.press("right", "ctrl+s")
        assert user.notices[-1].startswith("Paketet är inläst: ")
    assert read_case(mine, find_audit(mine, "ESK-2022-1").id).recommendations


async def test_all_is_told_of_a_package_that_holds_nothing_new(
    awaiting_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    path = _sent(awaiting_store, tmp_path / "granskning.rtpaket")
    async with sit_down(awaiting_store, TODAY, (80, 24)) as user:
        await user.press("X", "L")
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "! Nyckeln som det är signerat med är inte känd här" in user.words
        assert "Inget är ändrat än; Ctrl+S läser in det som en ändring." in user.words
        assert "Paketet innehåller inget nytt." in user.words
        assert "m Mitt" not in user.screen


async def test_what_both_changed_is_settled_row_by_row(
    awaiting_store: Store, new_store: Callable[[], Store], sit_down: Opened, tmp_path: Path
) -> None:
    mine = new_store()
    theirs = replace(awaiting_store, person=Person("De andra", PersonRole.EXPERT))
    first = _sent(theirs, tmp_path / "ett.rtpaket").read_bytes()
    report = read_package(mine, first, "ett", Taking(TODAY, is_trial=True))
    read_package(mine, first, "ett", Taking(TODAY, trust=report.signer))
    for store, title in ((mine, "Min titel"), (theirs, "Deras titel")):
        with store.wish() as session:
            audit = one(session, r.Audit, find_audit(store, "ESK-2022-1").id)
            change(session, audit, title=title)
    second = _sent(theirs, tmp_path / "två.rtpaket").read_bytes()
    read_package(mine, second, "två", Taking(TODAY))
    async with sit_down(mine, TODAY, (130, 50)) as user:
        await user.press("X")
        assert "Att göra upp: båda har ändrat samma sak (1)" in user.screen
        assert "Min titel" in user.screen
        assert "! ej valt" in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1] == "Välj mitt eller deras på en rad först."
        await user.press("g", "d")
        assert "✓ ta deras" in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1] == "1 konflikt är uppgjord."
        assert "Att göra upp" not in user.screen
    assert find_audit(mine, "ESK-2022-1").title == "Deras titel"
