"""An empty register offers what one can begin with, and leads on to the next key."""

from datetime import date
from pathlib import Path

from revtrack.storage.store import Store
from tests.conftest import SAMPLE_DATA
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


async def test_from_nothing_to_who_has_not_answered(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY) as user:
        assert "Registret är tomt. Vad vill du börja med?" in user.screen
        await user.press("enter")
        await user.type("Ekby kommun")
        await user.press("ctrl+s")
        await user.rush("'Kommunstyrelsen KS", "enter", "'Socialnämnden SN")
        await user.press("ctrl+s", "ctrl+s")
        assert "Ekby kommun är upplagd med 2 nämnder. Vad är nästa steg?" in user.screen
        assert "Registrera ett missiv som har skickats" in user.screen
        await user.press("enter")
        await user.type("Granskning av inköp")
        await user.press("enter")
        await user.type("KS, SN")
        await user.press("enter")
        await user.type("2026-01-15")
        await user.press("ctrl+s")
        assert "Inväntar svar (2)" in user.screen
        assert "2026-04-15" in user.screen
        assert "EKB-2026-1" in user.screen


async def test_the_demonstration_opens_over_ones_own_register_and_leaves_it_alone(
    empty_store: Store, sit_down: Opened
) -> None:
    before = empty_store.path.read_bytes()
    async with sit_down(empty_store, TODAY) as user:
        await user.press("j", "enter")
        assert "Demo" in user.screen.splitlines()[0]
        assert "Försenade" in user.screen
        await user.press("f4")
        assert "Älvsunda kommun" in user.screen
        await user.press("escape", "escape")
        assert "Registret är tomt" in user.screen
        assert "Demo" not in user.screen.splitlines()[0]
    assert empty_store.path.read_bytes() == before


async def test_a_case_file_is_tried_and_then_read_in(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("j", "j", "enter")
        await user.type(str(SAMPLE_DATA / "eskilstuna_2022_awaiting.json"))
        await user.press("ctrl+s")
        assert "Granskningar: ESK-2022-1." in user.words
        assert "Rekommendationer: 10" in user.words
        await user.press("escape")
        assert "Registret är tomt" in user.screen
        await user.press("i")
        await user.type(str(SAMPLE_DATA / "eskilstuna_2022_awaiting.json"))
        await user.press("ctrl+s", "ctrl+s")
        assert "ESK-2022-1" in user.screen


async def test_a_file_that_cannot_be_read_leaves_the_form_open(
    empty_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Granskning;Nämnd;Rekommendation\nX;;Att göra\n", encoding="utf-8")
    async with sit_down(empty_store, TODAY) as user:
        await user.press("i")
        await user.type(str(tmp_path / "finns inte.json"))
        await user.press("ctrl+s")
        assert "kunde inte läsas" in user.words
        await user.press("escape", "j")
        await user.press("i")
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "Att rätta" in user.screen
        await user.press("ctrl+s")
        assert "Att rätta" in user.screen


async def test_each_place_of_an_empty_register_says_what_to_do(
    empty_store: Store, sit_down: Opened
) -> None:
    told = {
        "v": "Gå tillbaka med Esc och tryck n",
        "H": "Inget har registrerats ännu.",
        "f6": "Inget missiv har ställt något ännu. Gå tillbaka med Esc och tryck n",
        "f7": "Ingen rekommendation är registrerad än.",
    }
    async with sit_down(empty_store, TODAY) as user:
        depth = len(user.app.screen_stack)
        for key, sentence in told.items():
            await user.press(key)
            assert sentence in user.words, key
            await user.press("down", "enter", "f3")
            await user.back_to(depth)
            assert "Översikt" in user.screen.splitlines()[0]
