"""Making documents by keys: chosen by what they are for, made where one says, opened after."""

import os
from datetime import date
from pathlib import Path

import docx
import pytest

from revtrack.services.find import read_case
from revtrack.services.history import list_history
from revtrack.services.papers.offers import offers_of_audit
from revtrack.storage.store import Store
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2026, 2, 16)
LATER = date(2023, 6, 1)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose program for opening files writes down what it was asked to open."""
    log, program = tmp_path / "opened.txt", tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{log}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return log


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines()


async def test_a_document_is_made_for_one_committee_in_one_format_where_one_says(
    eskilstuna_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    async with sit_down(eskilstuna_store, LATER) as user:
        await user.press("G", "enter", "2", "d")
        assert "╭─ Framställ handling – ESK-2022-1" in user.screen
        assert "Om granskningen" in user.screen
        assert "Missiv: skickas till dem som ska svara" in user.words
        await user.press("down", "enter")
        assert "╭─ Rekommendationstabell – ESK-2022-1" in user.screen
        assert "‹ Alla mottagare gemensamt ›" in user.screen
        await user.press("right", "right")
        assert "‹ Kommunstyrelsen ›" in user.screen
        await user.press("tab", "tab", "right", "right")
        assert "‹ Excel ›" in user.screen
        await user.press("tab", "ctrl+u")
        await user.type(str(tmp_path / "hit"))
        await user.press("ctrl+s")
        (made,) = (tmp_path / "hit").iterdir()
        assert made.suffix == ".xlsx"
        assert "╭─ Framställda handlingar" in user.screen
        assert "✓ framställd" in user.screen
        assert "Att se över innan den skickas" in user.screen
        await user.press("question_mark")
        assert user.screen.splitlines()[0].startswith(" Hjälp")
        assert "Öppna mappen" in user.screen
        await user.press("escape", "escape")
        assert "[2 Rekommendationer]" in user.screen
    assert [each.file_name for each in read_case(eskilstuna_store, 1).documents] == [made.name]


async def test_what_was_made_is_opened_and_so_is_its_folder(
    awaiting_store: Store, sit_down: Opened, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        await user.press("enter", "d", "enter", "ctrl+s", "enter", "m")
        folder = user.app.desk.documents_folder
        (made,) = folder.iterdir()
        assert _lines(desktop) == [str(made), str(folder)]
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        await user.press("enter")
        assert user.notices[-1].startswith("Här finns inget skrivbord att öppna den på.")
        assert _lines(desktop) == [str(made), str(folder)]


async def test_escape_stops_what_is_being_made_and_what_has_no_occasion_is_not_begun(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, LATER) as user:
        await user.press("G", "enter", "d", "down", "down", "down", "enter")
        assert "╭─ Svarsformulär" in user.screen
        await user.rush("ctrl+s", "escape")
        assert "Avbrutet. Inget skrevs." in user.words
        assert not user.app.desk.documents_folder.exists()
        await user.press("escape")
        assert "╭─ Framställ handling" in user.screen
        await user.press("home", *["down"] * 8)
        assert "· inte aktuell nu" in user.screen
        await user.press("enter")
        assert "Begär den först: i på fliken Svar och frister." in user.notices[-1]
    assert not read_case(eskilstuna_store, 1).documents


async def test_kinds_of_a_municipality_and_of_a_committee_are_made_from_other_screens(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("j", "j", "f3", "d")
        await user.press(*["down"] * 13, "enter")
        assert "╭─ Underlag inför möte med nämnd – Älvsunda kommun" in user.screen
        assert "‹ Socialnämnden ›" in user.screen
        await user.press("ctrl+s", "escape", "escape", "d", *["down"] * 10, "enter")
        assert "╭─ Bevakningslista – Älvsunda kommun" in user.screen
        await user.press("right")
        assert "‹ Registrets alla kommuner ›" in user.screen
        await user.press("ctrl+s")
        made = sorted(each.name for each in user.app.desk.documents_folder.iterdir())
        assert [name.split("_")[1] for name in made] == ["Alla-huvudmän", "Älvsunda-kommun"]


def test_who_works_as_a_clerk_is_offered_other_papers(eskilstuna_store: Store) -> None:
    offers = offers_of_audit(eskilstuna_store, 1, LATER)
    assert "official-memo" not in {each.kind.value for each in offers}
    assert "supplement-request" in {each.kind.value for each in offers}


async def _made(user: User) -> Path:
    """Make the first kind of document and return its file."""
    await user.press("d", "enter", "ctrl+s", "escape")
    (made,) = user.app.desk.documents_folder.glob("*.docx")
    return made


async def test_a_document_is_noted_as_sent_and_to_whom_stands_in_the_history(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        await user.press("enter", "5")
        await _made(user)
        assert "✓ oförändrad" in user.screen
        await user.press("D")
        assert "╭─ Skickad eller lämnad – Missiv" in user.screen
        await user.press("ctrl+u")
        await user.type("20/3")
        await user.press("tab")
        await user.type("kommunstyrelsen")
        await user.press("tab", "right", "ctrl+s")
        assert "✓ 2023-03-20" in user.screen
        assert "2023-03-20" in user.notices[-1]
        assert "Så skickades den: Till: kommunstyrelsen, med e-post" in user.words
    (document,) = read_case(awaiting_store, 1).documents
    assert document.issued_on == date(2023, 3, 20)
    assert list_history(awaiting_store)[-1].why == "Till: kommunstyrelsen, med e-post"


async def test_what_an_edited_document_tells_is_shown_and_confirmed_before_a_copy_is_written(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21), (150, 50)) as user:
        await user.press("enter", "5")
        path = await _made(user)
        word = docx.Document(str(path))
        word.paragraphs[3].insert_paragraph_before("Tillagt för hand.")
        word.save(str(path))
        await user.press("f5")
        assert "! ändrad för hand" in user.screen
        assert "Bara i den ändrade filen: Tillagt för hand." in user.words
        word.paragraphs[3].insert_paragraph_before("Ring Anna Berg, 070-123 45 67.")
        word.save(str(path))
        await user.press("f5", "P")
        assert "╭─ Publicera " in user.screen
        assert "Telefonnummer" in user.screen
        await user.press("ctrl+s")
        assert "Inget publicerades." in user.notices[-1]
        await user.press("b")
        assert "╭─ Det får vara offentligt" in user.screen
        await user.type("Växelns nummer")
        await user.press("ctrl+s")
        assert "✓ bekräftad" in user.screen
        await user.press("a")
        await user.type("Står i protokollet")
        await user.press("ctrl+s")
        assert "Inget hindrar att den publiceras." in user.words
        await user.press("ctrl+s")
        assert "╭─ Framställda handlingar" in user.screen
        assert [each.name for each in (path.parent / "publicerat").iterdir()] == [path.name]
    documents = read_case(awaiting_store, 1).documents
    assert documents[-1].published_on == date(2023, 3, 21)


async def test_marked_documents_are_published_together_or_not_at_all(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        await user.press("enter", "5", "d", "enter", "ctrl+s", "escape")
        await user.press("d", "down", "enter", "ctrl+s", "escape", "V", "P")
        assert "╭─ Publicera 3 handlingar" in user.screen
        folder = user.app.desk.documents_folder
        if "Gå igenom" in user.words:
            await user.press("ctrl+s")
            assert "Inget publicerades." in user.notices[-1]
            await user.press("a")
            await user.type("Står i protokollet")
            await user.press("ctrl+s")
        assert "Inget hindrar att de publiceras." in user.words
        made = {each.name for each in folder.iterdir() if each.is_file()}
        assert len(made) == 3
        assert all(name in user.screen for name in made)
        await user.press("ctrl+s")
        assert {each.name for each in (folder / "publicerat").iterdir()} == made
