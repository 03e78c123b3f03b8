"""What a row stands for is changed in a form filled in with what stands there, or removed."""

from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Priority
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.recommendations import How
from revtrack.services.find import read_case
from revtrack.storage.store import Person, Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


def case_of(store: Store) -> AuditCase:
    return read_case(store, 1)


async def test_a_question_is_changed_from_its_row(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "1", "ä")
        assert "╭─ Ändra revisionsfråga 1" in user.screen
        await user.press("f7")
        await user.type("Finns en plan?")
        await user.press("ctrl+s")
        assert case_of(awaiting_store).questions[0].text == "Finns en plan?"
        assert user.notices[-1] == "Ändringen är sparad."
        assert "Finns en plan?" in user.words


async def test_an_audit_is_changed_from_the_overview(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("end", "E")
        assert "╭─ Ändra granskningen – ESK-2022-1" in user.screen
        await user.press("home", "shift+end")
        await user.type("Digitalisering")
        await user.press("ctrl+s")
        assert case_of(awaiting_store).audit.title == "Digitalisering"


async def test_an_issued_wording_needs_a_reason(awaiting_store: Store, sit_down: Opened) -> None:
    said = case_of(awaiting_store).recommendations[0].letter_text
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "2", "home", "ä")
        assert "Missivet 2022-12-01 är utfärdat" in user.words
        await user.press("f7")
        await user.type(f"{said} snarast")
        await user.press("ctrl+s")
        assert "Ange varför lydelsen av R1 ändras." in user.words
        await user.press("tab", "tab")
        await user.type("Ord föll bort")
        await user.press("tab", "right", "ctrl+s")
        [changed] = [e for e in case_of(awaiting_store).recommendations if e.priority]
        assert changed.letter_text == f"{said} snarast"
        assert changed.priority is Priority.HIGH


async def test_a_reply_its_number_and_a_note_are_corrected_together(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, TODAY) as user:
        await user.press("down", "down", "enter", "3", "home", "ä")
        assert "╭─ Ändra – kommunstyrelsen" in user.screen
        await user.press("tab")
        await user.press("home", "shift+end")
        await user.type("999")
        await user.press("ctrl+s")
        assert "999" in {each.paragraph for each in case_of(eskilstuna_store).responses}


async def test_removing_asks_and_enter_does_not_confirm(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "home", "m")
        await user.type("Ringde")
        await user.press("ctrl+s", "delete")
        assert "Anteckningen 2023-03-21: Ringde" in user.words
        await user.press("enter")
        assert [each.text for each in case_of(awaiting_store).notes] == ["Ringde"]
        await user.press("delete", "j")
        assert case_of(awaiting_store).notes == ()
        await user.press("ctrl+z", "enter")
        assert [each.text for each in case_of(awaiting_store).notes] == ["Ringde"]


async def test_what_something_rests_on_and_what_goes_by_itself_is_not_asked_about(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "2", "home", "delete")
        assert user.notices[-1].startswith("Missivet är utfärdat, så R1 kan inte tas bort")
        assert "Ta bort?" not in user.screen
        await user.press("6", "home", "delete")
        assert user.notices[-1].startswith("Ett problem försvinner när det rättas")
        assert "Ta bort?" not in user.screen


async def test_what_somebody_else_changed_meanwhile_is_not_lost(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "1", "ä")
        other = Store(awaiting_store.engine, awaiting_store.path, Person("Annan Person"))
        known = case_of(awaiting_store).questions[0]
        change_facts(other, 1, [Edit(known, {"text": "Annans?"})], TODAY)
        await user.press("f7")
        await user.type("Min?")
        await user.press("ctrl+s")
        assert "Annan Person" in user.words
        assert case_of(awaiting_store).questions[0].text == "Annans?"


HOSTILE = "[red]x[/bilaga] \u202e\u200bx e\u0301 👩‍👩‍👧 " + "å" * 10_000


async def test_hostile_text_is_shown_changed_and_removed_without_harm(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    case = case_of(eskilstuna_store)
    edits = [Edit(each, {"text": HOSTILE, "responsible": "[b]"}) for each in case.actions]
    change_facts(eskilstuna_store, 1, [*edits, Edit(case.questions[0], {"text": HOSTILE})], TODAY)
    async with sit_down(eskilstuna_store, TODAY, (80, 24)) as user:
        await user.press("end", "enter", "1", "ä")
        assert "╭─ Ändra revisionsfråga 1" in user.screen
        await user.press("escape", "2", "down", "delete")
        assert "[red]x[/bilaga]" in user.words
        assert "\u202e" not in user.screen
        await user.press("escape", "ä", "escape", "V", "ä", "down", "enter")
        await user.type("[red]")
        await user.press("ctrl+s")
        assert "rader ändras" in user.words
        assert "\u202e" not in user.screen


async def test_a_new_wording_stands_beside_that_of_the_letter(
    awaiting_store: Store, sit_down: Opened
) -> None:
    item = case_of(awaiting_store).recommendations[0]
    edit = Edit(item, {"text": "Kartlägg processerna.", "how": How.NEW})
    change_facts(awaiting_store, 1, [edit], TODAY, "Revisorernas beslut § 4")
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "2", "home")
        assert f"I missivet: {(item.letter_text or '')[:40]}" in user.words
        assert (
            "Ny lydelse 2023-03-21: Kartlägg processerna. – Revisorernas beslut § 4" in user.words
        )
