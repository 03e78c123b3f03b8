"""What others wrote is read in by keys: line by line beside the paper, saved as one change."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.codes import Grade, Position
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.domain.texts.paper import Place
from revtrack.forms.others_paper import state_told
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.services.registering.labels import set_own_word
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.services.watch import see_overview
from revtrack.storage.store import Store
from tests.services.reading_in.several_audits import BODIES as SEVERAL_BODIES
from tests.services.reading_in.several_audits import TOWN, file_of_several
from tests.tui.conftest import Opened
from tests.tui.test_hostile_screens import OBEYED
from tests.tui.user import User

TODAY = date(2022, 3, 1)
KNOWN = Path(__file__).parent.parent / "corpus" / "known"
REPORT = KNOWN / "rapport_krisberedskap_numrerad" / "paper.docx"
LETTER = KNOWN / "missiv_grupper_pdf" / "paper.pdf"
REPLY = KNOWN / "protokoll_tekniska_txt" / "paper.txt"
BODIES = "Kommunstyrelsen KS\nSocialnämnden SN\nTekniska nämnden TN\nKommunfullmäktige KF"


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A register with the municipality of the papers, and no audit."""
    entry = SetUp(name="Norrvika kommun", committees=listed_committees(BODIES))
    set_up_municipality(empty_store, entry)
    return empty_store


async def read_in(user: User, path: Path) -> None:
    """Name a file to be read in."""
    await user.press("L")
    await user.type(str(path))
    await user.press("ctrl+s")


def audits(store: Store) -> list[int]:
    return [each.audit_id for each in see_overview(store, TODAY).audits]


async def test_a_report_a_letter_and_a_reply_become_one_audit_line_by_line(
    store: Store, sit_down: Opened
) -> None:
    set_own_word(store, 1, Grade.PARTLY, "Fyllt i delar")
    async with sit_down(store, TODAY) as user:
        await read_in(user, REPORT)
        assert "Granskningsrapport → ny granskning i Norrvika kommun" in user.words
        assert "0 rader tas med · 30 lämnas" in user.words
        await user.press(*["down"] * 6, "enter")
        assert "‹ Fyllt i delar ›" in user.screen
        await user.press("escape", "home")
        await user.press("down", "space")
        assert "1 rad tas med · 29 lämnas" in user.words
        assert "Titel · + nytt · ✓ med" not in user.words  # the cursor has gone on to the next row
        await user.press("A")
        assert "30 rader tas med · 0 lämnas" in user.words
        assert not audits(store)
        await user.press("ctrl+s")
        assert "30 rader sparas, 0 lämnas." in user.screen
        assert "I: ny granskning i Norrvika kommun" in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1] == "30 rader är sparade i NOR-2021-1."
        assert "5 rekommendationer, 7 räknat per nämnd" in user.words
        (audit_id,) = audits(store)
        assert [each.sha256 for each in read_case(store, audit_id).attachments]

        await read_in(user, LETTER)
        assert "Missiv → NOR-2021-1 Norrvika kommun: Granskning av krisberedskap" in user.words
        assert "= samma" in user.screen
        await user.press("A", "slash", *"senast", "down", "enter")
        assert "I handlingen: 2022-01-31" in user.words
        await user.press("end", *["backspace"] * 5)
        await user.type("02-15")
        await user.press("ctrl+s")
        assert "✓ rättad" in user.screen
        assert any("▌ Vi önskar att" in line for line in user.screen.splitlines())
        await user.press("ctrl+s", "enter")
        case = read_case(store, audit_id)
        assert {each.due_on for each in case.reply_cases} == {date(2022, 2, 15)}
        assert [each.dated_on for each in case.letters] == [date(2021, 10, 27)]

        await user.press("escape")
        await read_in(user, REPLY)
        assert " (gissad): Granskning av krisberedskap" in user.words
        await user.press("A", "ctrl+s", "enter")
        case = read_case(store, audit_id)
        assert {each.position for each in case.answers} == {Position.AGREES}
        assert case.responses[0].paragraph == "7"
        await user.press("ctrl+z", "enter")
        assert not read_case(store, audit_id).responses


async def test_what_is_taken_is_asked_for_before_it_is_left_and_leaves_nothing(
    store: Store, sit_down: Opened
) -> None:
    before = store.path.read_bytes()
    async with sit_down(store, TODAY, (80, 24)) as user:
        await read_in(user, REPORT)
        assert "── Sida" not in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1].startswith("Inget är valt än: Blanksteg tar med en rad, A alla")
        await user.press("down", "down", "space", "ctrl+s")
        assert user.notices[-1] == "Ange titel; utan det kan granskningen inte läggas upp."
        await user.press("escape")
        assert "Kasta det som är skrivet?" in user.screen
        await user.press("n", "ctrl+z", "escape")
        assert "Vad är nästa steg?" in user.words
        await read_in(user, KNOWN / "skannad_rapport_pdf" / "paper.pdf")
        assert "Filen är inte inläst" in user.screen
        assert "skannad" in user.words
        await user.press("x")
        assert "Läs in" not in user.screen.splitlines()[0]
        assert "Vad är nästa steg?" in user.words
    assert store.path.read_bytes() == before


async def test_a_municipality_that_is_missing_is_registered_on_the_way(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        assert "Läs in en rapport, ett missiv eller ett svar" in user.screen
        await read_in(user, REPORT)
        assert "n registrerar det som saknas" in user.words
        await user.press("space")
        assert "Huvudman kan inte sparas som det är." in user.notices[-1]
        await user.press("n", "ctrl+s", "ctrl+s", "ctrl+s")
        assert "ny granskning i Norrvika kommun" in user.words
        assert "går inte" not in user.screen
        await user.press("M")
        assert "╭─ I vilken granskning?" in user.screen
        await user.press("escape", "A", "ctrl+s", "enter")
        assert "NOR-2021-1" in user.screen.splitlines()[0]
        await user.press("ctrl+z", "enter")
        assert "Granskningen finns inte längre i registret." in user.notices
        assert "Vad är nästa steg?" in user.screen
    assert [each.name for each in list_municipalities(empty_store)] == ["Norrvika kommun"]


async def test_the_audits_of_a_file_are_chosen_and_read_in_one_after_the_other(
    empty_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    set_up_municipality(empty_store, SetUp(TOWN, listed_committees(SEVERAL_BODIES)))
    path = tmp_path / "handlingar.txt"
    path.write_bytes(file_of_several())
    async with sit_down(empty_store, date(2024, 9, 1)) as user:
        await read_in(user, path)
        assert "handlingar.txt innehåller handlingar från 3 granskningar." in user.words
        assert "‹ Granskning av hemtjänstens bemanning ›" in user.screen
        await user.press("right", "ctrl+s")
        assert "0 rader tas med · 21 lämnas" in user.words
        assert re.search(r"Titel +Granskning av komm", user.screen)
        await user.press("A", "ctrl+s", "space", "ctrl+s", "enter")
        assert user.notices[-1] == "20 rader är sparade i BJÖ-2024-1."
        assert "välj en av dem först." in user.words
        await user.press("A")
        assert user.notices[-1] == "0 rader till tas med."
        await user.press("v", "ctrl+s")
        assert "→ ny granskning i Björkånga kommun" in user.words
        assert re.search(r"Titel +Granskning av hemt", user.screen)
        await user.press("escape", "v", "escape", "escape")
        assert "Krisberedskap" not in user.words
        assert "BJÖ-2024-1" in user.words
    (audit_id,) = [each.audit_id for each in see_overview(empty_store, TODAY).audits]
    case = read_case(empty_store, audit_id)
    assert case.audit.title == "Granskning av kommunens krisberedskap"
    assert [each.paragraph for each in case.responses] == ["42"]


async def test_a_paper_that_means_harm_is_shown_and_not_obeyed(
    store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    odd = "\x1b[31m [red]röd[/red] \u202egnaldab \U0001f6a8 e\u0301 " + "å" * 10_000
    said = (KNOWN / "rapport_som_kort_brev" / "paper.txt").read_text("utf-8", "replace")
    path = tmp_path / "brev.txt"
    path.write_text(said.replace("likvida", f"likvida {odd}", 3), "utf-8")
    async with sit_down(store, TODAY, (80, 24)) as user:
        await read_in(user, path)
        for key in ("down", "down", "end", "home", "enter", "escape", "ctrl+down"):
            await user.press(key)
            assert OBEYED.search(user.screen) is None


def test_a_line_that_is_not_sure_says_so_by_word_and_sign() -> None:
    line = ProposalLine(
        "head.title", Group.HEAD, "Titel", "x", Form.LINE, Standing.NEW, Place(""), 0.6
    )
    assert state_told(line) == "nytt, osäker ?"
    assert state_told(replace(line, confidence=0.8)) == "nytt"
    assert state_told(replace(line, standing=Standing.SAME)) == "samma"
