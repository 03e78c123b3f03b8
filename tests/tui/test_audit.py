from datetime import date

import pytest

from revtrack.storage.events import HistoryEvent
from revtrack.storage.store import Store
from revtrack.tui.tabs.history import when
from tests.tui.conftest import Opened

TODAY = date(2023, 6, 1)


async def test_each_tab_shows_its_part_of_the_audit(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, TODAY, (140, 60)) as user:
        await user.press("G", "enter", "1")
        assert "8 revisionsfrågor" in user.screen
        assert "◔ I" in user.screen
        await user.press("2")
        assert "9 rekommendationer, 27 räknat per nämnd, 1 ej med i missivet" in user.screen
        assert "(6) Införa en uppföljning av digitaliseringen" in user.words
        await user.press("3")
        assert "7 av 7 har svarat" in user.screen
        assert "Kultur- och fritidsnämnden ? Inkommet men ej bedömt 2023-03-24 (förlängt)" in (
            user.words
        )
        assert "okänt om i tid" in user.screen
        await user.press("4")
        assert "0 av 28 uppföljda" in user.screen
        assert "Kommunstyrelsen – Ej uppföljd 6" in user.screen
        await user.press("5")
        assert "Ingen handling är framställd ännu. Tryck d för att framställa en." in user.screen
        await user.press("6")
        assert "Rapportens rekommendation 6 finns inte med i missivet" in user.words
        assert "Grundskolenämnden besvarar inte R6" in user.words
        await user.press("7")
        assert "· Test Person" in user.screen
        assert "Ny: nämnd" in user.screen


async def test_tabs_are_turned_and_say_more_of_their_rows(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, TODAY) as user:
        await user.press("G", "enter", "1")
        assert "● Ja ◔ I begränsad utsträckning ○ Nej · Ej bedömd" in user.words
        await user.press("left")
        assert "[7 Historik]" in user.screen
        await user.press("right", "l")
        assert "[2 Rekommendationer]" in user.screen
        await user.press("down")
        assert "Ställningstagande: ✓ Instämmer" in user.words
        assert "Nämnden uppger: Planerad" in user.words


async def test_history_tells_who_changed_what_from_what_to_what(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, TODAY, (140, 60)) as user:
        await user.press("G", "enter", "3", "m")
        await user.type("Ringde nämndsekreteraren")
        await user.press("ctrl+s", "7")
        assert "Ny: anteckning" in user.screen
        assert "Text: Ringde nämndsekreteraren" in user.screen


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2023-03-20T23:30:00+00:00", "2023-03-21 00:30"),
        ("2023-06-20T22:30:00.123456+00:00", "2023-06-21 00:30"),
    ],
)
def test_history_tells_the_time_in_sweden_whatever_the_computer_s(at: str, told: str) -> None:
    assert when(HistoryEvent(1, at, None, None, None, None, "note", "", None, None)) == told


async def test_enter_on_a_problem_goes_to_where_it_is_mended(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, TODAY) as user:
        await user.press("G", "enter", "6", "enter")
        assert "[2 Rekommendationer]" in user.screen
        assert "I rapporten: Införa en uppföljning" in user.words
        await user.press("6", "down", "down", "enter")
        assert "[3 Svar och frister]" in user.screen
        assert "Grundskolenämnden · dnr" in user.screen


async def test_all_tabs_and_keys_are_in_sight(eskilstuna_store: Store, sit_down: Opened) -> None:
    async with sit_down(eskilstuna_store, TODAY, (80, 24)) as user:
        await user.press("G", "enter")
        for size in (80, 24), (120, 40), (200, 60):
            await user.resize(size)
            for tab in "1234567":
                await user.press(tab)
                for text in ("1 Frågor", "7 Historik", "Esc Tillbaka", "q Avsluta"):
                    assert text in user.screen, size
                assert "1 juni 2023" in user.screen, size
