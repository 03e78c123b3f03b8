from datetime import date

import pytest

from revtrack.services.watch import see_audits, see_overview
from revtrack.storage.store import Store
from revtrack.tui.screens.overview import overview
from tests.tui.conftest import Opened


async def test_a_new_register_says_how_to_begin(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, date(2023, 3, 1)) as user:
        assert "Registret är tomt" in user.screen
        assert "Lägg upp kommunen och dess nämnder" in user.screen
        assert "Registrera ett missiv som har skickats" in user.screen
        assert "1 mars 2023" in user.screen


@pytest.mark.parametrize(
    ("today", "late", "near"),
    [
        (date(2023, 3, 20), 0, 7),
        (date(2023, 3, 21), 6, 1),
        (date(2023, 3, 24), 6, 1),
        (date(2023, 3, 25), 7, 0),
    ],
)
async def test_late_and_near_replies_stand_first(
    awaiting_store: Store, sit_down: Opened, today: date, late: int, near: int
) -> None:
    async with sit_down(awaiting_store, today) as user:
        assert f"Försenade ({late})" in user.screen
        assert f"Förfaller inom 30 dagar ({near})" in user.screen


async def test_late_rows_are_told_in_words_filtered_and_opened(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 25)) as user:
        assert "! 5 dagar sent 2023-03-20 Kommunstyrelsen" in user.words
        assert "! 1 dag sent 2023-03-24 (förlängt) Kultur- och fritidsnämnden" in user.words
        assert "! 7 försenade svar 0 av 7 27 av 27" in user.words
        await user.press("j", "enter")
        assert "[3 Svar och frister]" in user.screen
        assert "Grundskolenämnden · dnr GSN/2022:817" in user.screen
        await user.press("escape")
        assert "RevTrack – Översikt" in user.screen
        await user.rush("slash", "'grundskole")
        assert "Försenade (1 av 7)" in user.screen


async def test_the_demonstration_has_something_in_every_section(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, date(2026, 2, 16), (120, 80)) as user:
        titles = ("Försenade", "Förfaller inom 30 dagar", "Svar att bedöma", "Klara att följa upp")
        for title in (*titles, "Granskningar"):
            assert f"{title} (" in user.screen
            assert f"{title} (0)" not in user.screen
        assert "ESK-2022-1 Granskning av kommunens digitaliseringsarbete" in user.words


async def test_the_filter_takes_words_fields_and_what_is_not_wanted(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, date(2026, 2, 16)) as user:
        await user.press("slash")
        assert "Ord, eller fält: nämnd:KS status:öppen -prio:låg försenad" in user.words
        await user.type("socialnämnden alv")
        assert "Socialnämnden" in user.screen
        assert "Kommunstyrelsen" not in user.screen
        await user.press("enter")
        assert "socialnämnden alv" in user.screen
        await user.press("slash", "escape")
        assert "Kommunstyrelsen" in user.screen
        assert "Filter:" not in user.screen
        await user.press("slash")
        await user.type("försenad nämnd:BUN")
        assert "Försenade (1 av 5)" in user.screen
        assert "Granskningar (" not in user.screen
        await user.press("escape", "slash")
        await user.type("nämd:SN")
        assert "Det finns inget fält som heter nämd. De här kan anges: nämnd, kommun" in user.words
        await user.press("escape")
        assert "Det finns inget fält" not in user.screen


async def test_nothing_is_clipped_at_the_right_edge(demo_store: Store, sit_down: Opened) -> None:
    async with sit_down(demo_store, date(2026, 2, 16), (80, 24)) as user:
        await user.rush("slash", "'kultur", "enter")
        for size in (80, 24), (120, 40), (200, 60):
            await user.resize(size)
            assert "Kultur- och fritidsnämnden" in user.words.replace("Kultur- och ALV", "")
            for keys in ("q Avsluta", "F1 Hjälp", "/ Filter", "a Granskning", "16 februari 2026"):
                assert keys in user.screen, size
            for line in user.screen.splitlines():
                assert len(line) <= size[0]


async def test_a_reply_that_is_far_off_is_listed_and_can_be_registered(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 1, 10)) as user:
        assert "Förfaller inom 30 dagar (0)" in user.screen
        assert "Inväntar svar (7)" in user.screen
        assert "○ om 69 dagar 2023-03-20 Kommunstyrelsen" in user.words
        await user.press("s")
        assert "╭─ Registrera svar – kommunstyrelsen" in user.screen


async def test_of_many_audits_the_latest_are_shown_first_and_then_all(
    demo_store: Store, sit_down: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = date(2026, 2, 16)
    whole, begun = see_overview(demo_store, today), see_overview(demo_store, today, 2)
    assert begun.audits == whole.audits[:2]
    assert begun.audits + see_audits(demo_store, today, begun.left) == whole.audits
    async with sit_down(demo_store, today, (120, 80)) as user:
        at_once = user.screen
    monkeypatch.setattr(overview, "FIRST", 2)
    monkeypatch.setattr(overview, "SLICE", 3)
    async with sit_down(demo_store, today, (120, 80)) as user:
        assert user.screen == at_once
