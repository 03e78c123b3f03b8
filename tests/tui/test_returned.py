"""An answer form that came back is looked at beside the register, then filed by keys."""

from datetime import date
from pathlib import Path

from revtrack.domain.codes import DocumentKind, Position, VerdictStep
from revtrack.domain.replies.answer_form import AskedForm, asked_form
from revtrack.services.find import find_committee, read_case
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Store
from tests.services.follow_up.test_workbook import edited, put
from tests.services.forms.filling import Filled, in_excel, in_word
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 24)


def _asked(store: Store) -> AskedForm:
    case = read_case(store, 1)
    return asked_form(case, find_committee(case, "KFN"))


def _returned(store: Store, path: Path, filled: Filled) -> Path:
    fill = in_word if path.suffix == ".docx" else in_excel
    path.write_bytes(fill(_asked(store), filled))
    return path


WHOLE = {
    ("R6", "po"): "Instämmer",
    ("R7", "po"): "Noterar utan ställningstagande",
    ("R8", "po"): "Instämmer",
    ("R8", "a1"): "Ta fram en rutin",
    ("R8", "r1"): "Förvaltningschefen",
    ("R8", "d1"): "2023-06-30",
    ("R9", "po"): "Instämmer delvis",
}


async def test_a_form_is_read_row_by_row_and_filed_as_one_change(
    awaiting_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    path = _returned(awaiting_store, tmp_path / "svar.docx", WHOLE)
    async with sit_down(awaiting_store, TODAY, (120, 50)) as user:
        await user.press("L")
        assert "╭─ Läs in svar, rapport eller missiv" in user.screen
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "╭─ Inläst – ESK-2022-1 – Kultur- och fritidsnämnden" in user.screen
        assert "4 av 4 rader kan föras in" in user.words
        await user.press("down", "down")
        assert "Åtgärd: Ta fram en rutin · Förvaltningschefen · 2023-06-30" in user.words
        assert "Registret har inget svar på den." in user.words
        assert not read_case(awaiting_store, 1).responses
        await user.press("ctrl+s")
        assert "‹ Nämndens svar ›" in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1] == "Svaret är infört med sin blankett."
        await user.press("ctrl+z")
        assert "╭─ Ångra" in user.screen
    positions = {each.position for each in read_case(awaiting_store, 1).answers}
    assert positions == {Position.AGREES, Position.NOTED, Position.AGREES_PARTLY}


async def test_a_form_that_is_half_filled_in_waits_until_that_is_accepted(
    awaiting_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    path = _returned(awaiting_store, tmp_path / "svar.xlsx", {("R6", "po"): "Instämmer"})
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "L")
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "1 av 4 rader kan föras in" in user.words
        assert "! inte ifylld" in user.screen
        await user.press("ctrl+s", "ctrl+s")
        assert "Inget fördes in: R7, R8" in user.words
        assert not read_case(awaiting_store, 1).responses
        await user.press("tab", "tab", "right", "ctrl+s")
    assert len(read_case(awaiting_store, 1).answers) == 1


async def test_a_file_that_is_no_form_is_refused_beside_its_field(
    awaiting_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("L")
        await user.type(str(tmp_path / "saknas.docx"))
        await user.press("ctrl+s")
        assert "kunde inte läsas" in user.words
        assert "╭─ Läs in svar, rapport eller missiv" in user.screen


async def test_a_workbook_of_a_follow_up_gives_its_verdicts(
    eskilstuna_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    today, kind = date(2023, 6, 1), DocumentKind.FOLLOW_UP_WORKBOOK
    (made,) = produce(eskilstuna_store, kind, 1, today, tmp_path, formats={".xlsx"})
    filled = tmp_path / "ifylld.xlsx"
    where = ("ESK-2022-1", "R1", "Kommunstyrelsen")
    said = {"Bedömning": "Genomförd", "Underlag": "Stickprov", "Bedömd_den": "2023-05-30"}
    said["Hur_det_har_kontrollerats"] = "Fem avtal gicks igenom"
    filled.write_bytes(edited(made.path.read_bytes(), lambda book: put(book, where, **said)))
    async with sit_down(eskilstuna_store, today, (120, 50)) as user:
        await user.press("L")
        await user.type(str(made.path))
        await user.press("ctrl+s")
        assert "Filen säger inget som registret inte har." in user.words
        await user.press("escape", "L")
        await user.type(str(filled))
        await user.press("ctrl+s")
        assert "1 av 1 rad kan föras in" in user.words
        await user.press("ctrl+s")
        assert user.notices[-1] == "1 bedömning är sparad."
    (verdict,) = read_case(eskilstuna_store, 1).verdicts
    assert verdict.verdict is VerdictStep.FULL
