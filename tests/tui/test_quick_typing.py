"""What is typed faster than the screen follows still goes where it was meant to go."""

from datetime import date

from revtrack.services.find import read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 6)
LETTER = ("'Eskilstuna kommun", "enter", "'Granskning av skolan", "enter", "'KS, BUN", "enter")


async def test_no_key_is_lost_or_reaches_the_screen_behind_a_form_that_opens(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.rush("n", *LETTER, "'1/12", "enter", "enter", "enter", "j", "s", "'27/2")
        assert "╭─ Registrera svar – barn- och utbildningsnämnden" in user.screen
        assert "27 februari 2023" in user.screen
        await user.rush("enter", "'85", "enter", "enter", "enter", "enter", "slash", "'KS")
        assert "Filter: KS" in user.words
    (audit,) = list_audits(empty_store, TODAY)
    (response,) = read_case(empty_store, audit.audit_id).responses
    assert audit.title == "Granskning av skolan"
    assert (response.decided_on, response.paragraph) == (date(2023, 2, 27), "85")


async def test_a_title_full_of_command_letters_commands_nothing(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        for opening in ("n", "a"):
            await user.rush(opening, "'sqnaledbomfjj", "enter", "'sssqqq")
            assert "Titel sqnaledbomfjj" in user.words
            assert "sssqqq" in user.words
            assert len(user.app.screen_stack) == 3
            await user.press("escape", "j")
    assert len(list_audits(awaiting_store, TODAY)) == 1


async def test_enter_in_mid_form_saves_nothing(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.rush("s", "'27/2", "enter", "'85", "enter", "enter", "enter", "i", "enter")
        assert "▶ Spara ◀" in user.screen
        await user.rush("s", "j", "n")
        assert "╭─ Registrera svar" in user.screen
    (audit,) = list_audits(awaiting_store, TODAY)
    assert read_case(awaiting_store, audit.audit_id).responses == ()


async def test_an_audit_opened_in_haste_obeys_what_is_typed_after(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.rush("enter", "m", "'Ringde sekreteraren", "ctrl+s", "7")
        assert "[7 Historik]" in user.screen
        assert "Text: Ringde sekreteraren" in user.screen


async def test_what_is_typed_is_thrown_away_only_when_that_is_said(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("n", "escape")
        assert "RevTrack – Översikt" in user.screen
        await user.press("n")
        await user.type("Granskning")
        await user.press("escape")
        assert "Kasta det som är skrivet?" in user.screen
        await user.press("enter")
        assert "Titel Granskning" in user.words
        await user.press("escape", "j")
        assert "RevTrack – Översikt" in user.screen
        await user.press("s", "tab", "tab", "tab", "tab", "i", "escape")
        assert "Kasta det som är skrivet?" in user.screen, "a position that is chosen as well"


async def test_a_complaint_goes_away_when_the_field_is_filled_in(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("n", "ctrl+s")
        assert user.words.count("Fyll i det här fältet.") == 4
        await user.rush("'Eskilstuna kommun", "enter", "'Granskning")
        assert user.words.count("Fyll i det här fältet.") == 2


async def test_a_letter_right_after_the_filter_is_meant_for_the_list(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.rush("slash", "'skol", "enter", "s")
        assert "╭─ Registrera svar" in user.screen
        await user.press("escape")
        assert "Filter: skol" in user.words
        assert "skols" not in user.words
