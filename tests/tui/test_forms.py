from datetime import date

import pytest
from textual.events import Paste

from revtrack.domain.codes import Relation
from revtrack.domain.follow_up import reply_lines
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.registering.register import add_questions
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2023, 3, 1)
HOSTILE = "R&D <inget> [/] =1+1 {{ x }} [@click=app.quit]x[/] åäö"


async def _new_letter(user: User, *fields: str) -> None:
    await user.press("n")
    for number, text in enumerate(fields):
        if number:
            await user.press("enter")
        if text:
            await user.type(text)
    await user.press("enter", "enter")


async def test_people_s_text_is_text_on_every_screen(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY, (160, 50)) as user:
        await _new_letter(user, HOSTILE, HOSTILE, f'"{HOSTILE}"', "2022-12-01", "")
        assert HOSTILE in user.screen
        await user.press("enter")
        for tab in "1234567":
            await user.press(tab)
            assert HOSTILE in user.screen
        await user.press("2", "r")
        await user.type(HOSTILE)
        await user.press("tab")
        await user.type("alla")
        await user.press("ctrl+s")
        assert f"R1 {HOSTILE}" in user.words
        for tab in "13567":
            await user.press(tab)
        await user.press("3", "s", "tab")
        await user.type(HOSTILE)
        await user.press("ctrl+s")
        assert f"§ {HOSTILE}" in user.words.replace("\xa0", " ")
    (audit,) = list_audits(empty_store, TODAY)
    case = read_case(empty_store, audit.audit_id)
    assert audit.title == HOSTILE
    assert case.recommendations[0].letter_text == HOSTILE
    assert case.responses[0].paragraph == HOSTILE


async def test_a_refusal_keeps_the_form_and_all_that_was_typed(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await _new_letter(user, "Eskilstuna kommun", "Granskning", "KS", "31/2", "2022-11-30")
        assert "31/2 finns inte i kalendern" in user.words
        assert "Kommun Eskilstuna kommun" in user.words
        await user.press("home", *["delete"] * 4)
        await user.type("2022-12-01")
        await user.press("ctrl+s")
        assert "måste ligga efter missivets egen dag, 2022-12-01" in user.words
        assert "Mottagare KS" in user.words
    assert list_audits(empty_store, TODAY) == ()
    assert list_municipalities(empty_store) == ()


async def test_a_taken_reference_is_refused_beside_its_field(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("n")
        await user.type("Granskning")
        await user.press("tab")
        await user.type("KS")
        await user.press("tab")
        await user.type("1/12")
        await user.press("f2")
        await user.type("esk-2022-1")
        await user.press("ctrl+s")
        assert "esk-2022-1" in user.screen
        assert "Det finns redan en granskning" in user.words
    assert len(list_audits(awaiting_store, TODAY)) == 1


async def test_an_audit_is_built_up_and_handed_over_by_keys(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("a")
        await user.type("Älvsunda kommun")
        await user.press("tab")
        await user.type("Granskning av skolan")
        await user.press("tab")
        await user.type("KS, BUN")
        await user.press("ctrl+s")
        assert "╭─ Nya revisionsfrågor" in user.screen
        await user.press("escape")
        assert "[1 Frågor" in user.screen
        await user.press("f")
        await user.type("Är skolan väl styrd?")
        await user.press("ctrl+s")
        assert "1 Är skolan väl styrd?" in user.words
        await user.press("2", "r")
        await user.type("Se över styrningen")
        await user.press("tab")
        await user.type("alla")
        await user.press("tab")
        await user.type("3.1")
        await user.press("tab")
        await user.type("1")
        await user.press("enter", "enter")
        assert "1 rekommendation, 2 räknat per nämnd" in user.words
        await user.press("o")
        assert "Mottagare: Kommunstyrelsen, Barn- och utbildningsnämnden." in user.words
        await user.press("ctrl+s", "3")
        assert "0 av 2 har svarat" in user.screen
        assert "o Överlämna" not in user.screen
    (audit,) = list_audits(empty_store, TODAY)
    case = read_case(empty_store, audit.audit_id)
    assert audit.reference == "ÄLV-2023-1"
    assert audit.handed_over_on == TODAY
    assert [each.due_on for each in case.reply_cases] == [date(2023, 6, 1)] * 2
    assert case.recommendations[0].number_in_letter == "R1"
    assert case.recommendations[0].relation is Relation.IDENTICAL
    assert [each.number for each in case.questions_of(case.recommendations[0].id)] == [1]


async def test_extension_and_note_stand_in_the_reply_case(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        await user.press("enter", "e")
        assert "Nu gäller 2023-03-20." in user.words
        await user.type("2023-03-01")
        await user.press("ctrl+s")
        assert "måste ligga efter 2023-03-20" in user.words
        await user.press(*["backspace"] * 10)
        await user.type("14/4")
        await user.press("ctrl+s")
        assert "2023-04-14 (förlängt)" in user.screen
        await user.press("m")
        await user.type("Ringde nämndsekreteraren")
        await user.press("enter", "enter", "enter")
        assert "Anteckning 2023-03-21: Ringde nämndsekreteraren" in user.words
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    line = reply_lines(case, TODAY)[0]
    assert line.extended_to == date(2023, 4, 14)
    assert line.reply_case.due_on == date(2023, 3, 20)


async def test_a_problem_is_confirmed_with_its_reason(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "6")
        assert "! Varning Rapportens rekommendation 6 finns inte med i missivet" in user.words
        await user.press("b", "ctrl+s")
        assert "Fyll i det här fältet." in user.words
        await user.type("Revisorerna valde bort den")
        await user.press("enter", "enter")
        assert "1 bekräftad" in user.words
    case = read_case(eskilstuna_store, list_audits(eskilstuna_store, TODAY)[0].audit_id)
    assert [each.reason for each in case.confirmations] == ["Revisorerna valde bort den"]


async def test_what_is_wrong_with_a_question_is_confirmed_for_that_question(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    audit_id = list_audits(eskilstuna_store, TODAY)[0].audit_id
    for text in ("Finns en reservplan?", "Är planen känd?"):
        add_questions(eskilstuna_store, audit_id, [text])
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "6", "slash")
        await user.type("revisionsfråga")
        await user.press("enter", "j", "b")
        assert "Revisionsfråga 10 saknar bedömning" in user.words
        await user.type("Besvaras i nästa granskning")
        await user.press("enter", "enter")
        assert "1 bekräftad" in user.words
        await user.press("k", "k", "enter")
        assert "[1 Frågor" in user.screen
        assert "Finns en reservplan?" in user.words
    [confirmation] = read_case(eskilstuna_store, audit_id).confirmations
    assert confirmation.question_id == read_case(eskilstuna_store, audit_id).questions[-1].id


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_form_fits_the_screen(
    awaiting_store: Store, sit_down: Opened, size: tuple[int, int]
) -> None:
    does: dict[tuple[str, ...], str] = {("enter", "d", "enter"): "Skapa"}
    async with sit_down(awaiting_store, date(2023, 3, 21), size) as user:
        depth = len(user.app.screen_stack)
        for opening in ("n",), ("a",), ("s",), ("enter", "d", "enter"), ("enter", "e"):
            await user.press(*opening)
            for text in ("╭─", "╰─", f"Ctrl+S {does.get(opening, 'Spara')}", "Esc Avbryt"):
                assert text in user.screen, opening
            await user.back_to(depth)


async def test_a_day_is_told_in_words_beside_its_field(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, date(2023, 3, 1)) as user:
        await user.rush("n", "'Eskilstuna", "enter", "'Skolan", "enter", "'KS", "enter", "'1/12")
        assert "1 december 2022" in user.screen
        await user.rush("enter", *["backspace"] * 10, "'20/3")
        assert "20 mars 2023" in user.screen
        await user.rush("up", *["backspace"] * 4, "'2/3")
        assert "2 mars 2022" in user.screen
        assert "20 mars 2022" in user.screen
        await user.rush(*["backspace"] * 3, "'fredag")
        assert "fredag 24 februari 2023" in user.screen
        await user.rush("enter", *["backspace"] * 10, "'7/4")
        assert "fredag 7 april 2023, helgdag" in user.screen
        await user.rush(*["backspace"] * 4, "'om 3 veckor")
        assert "onsdag 22 mars 2023" in user.screen
        await user.rush(*["backspace"] * 11, "'juni 2023", "enter")
        assert "juni 2023 är mer än en dag. Skriv vilken dag, till exempel 20/3 2023." in user.words


async def test_a_letter_that_is_not_yet_sent_is_refused_beside_its_day(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await _new_letter(user, "Eskilstuna kommun", "Granskning", "KS", "2023-03-02", "")
        assert "2023-03-02 ligger framåt i tiden" in user.words
    assert list_audits(empty_store, TODAY) == ()


async def test_what_is_no_committee_holds_the_form_until_it_is_corrected(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.rush("n", "'Eskilstuna kommun", "enter", "'Granskning", "enter")
        await user.rush("'Granskning av skolskjutsar", "enter")
        assert "ser inte ut som namnet på en nämnd: Granskning av skolskjutsar" in user.words
        await user.rush(*["backspace"] * 26, "'BUN", "enter")
        assert "ser inte ut" not in user.words
    assert list_municipalities(empty_store) == ()


async def test_nothing_is_handed_over_to_nobody(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.rush("a", "'Eskilstuna kommun", "enter", "'Granskning", "ctrl+s", "escape", "o")
        assert "╭─" not in user.screen
        assert any("ingen nämnd att överlämnas till" in each for each in user.notices)


async def test_questions_are_pasted_with_their_bullets(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    audit_id = list_audits(eskilstuna_store, TODAY)[0].audit_id
    before = len(read_case(eskilstuna_store, audit_id).questions)
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "1", "f")
        user.app.post_message(Paste("•\tFinns en plan?\n•\tFöljs den\nupp?\n"))
        await user.settle()
        assert "2 frågor läggs till." in user.words
        await user.press("ctrl+s")
    added = read_case(eskilstuna_store, audit_id).questions[before:]
    assert [each.text for each in added] == ["Finns en plan?", "Följs den upp?"]
    assert [each.number for each in added] == [before + 1, before + 2]


async def test_nothing_of_what_is_pasted_is_lost(eskilstuna_store: Store, sit_down: Opened) -> None:
    audit_id = list_audits(eskilstuna_store, TODAY)[0].audit_id
    long = "Ett stycke\tmed tabb\r\noch \x1b[31mrött\x00 och \u202eomvänt\r\n" * 20
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "2", "r")
        user.app.post_message(Paste(long))
        await user.settle()
        assert "\x1b" not in user.screen
        assert "\u202e" not in user.screen
        await user.press("tab")
        user.app.post_message(Paste("KS,\r\nGSN\n"))
        await user.settle()
        assert "Mottagare KS, GSN" in user.words
        await user.press("tab")
        user.app.post_message(Paste("3.1 " * 2500))
        await user.press("ctrl+s")
        assert "1000" in user.words
        await user.press("home", *["ctrl+k"], "ctrl+s")
    added = [each.letter_text for each in read_case(eskilstuna_store, audit_id).recommendations]
    assert added[10:] == ["Ett stycke\tmed tabb", "och \ufffd[31mrött\ufffd och \u202eomvänt"] * 20
