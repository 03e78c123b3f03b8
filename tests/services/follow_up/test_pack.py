"""The pack of a follow-up: what the letters tell and ask."""

import shutil
from pathlib import Path

import pytest

from revtrack.services.database.opening import open_store
from revtrack.services.follow_up.pack import make_pack
from tests.conftest import TESTER, TODAY
from tests.documents.flatten import word_lines
from tests.services.follow_up.test_following_up import follow_up

LETTER, FORM = "Begäran-om-lägesbeskrivning", "Lägesformulär"


@pytest.fixture(scope="module")
def papers(
    demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, list[str]]]:
    """The lines of the letters and of the forms, by the committee's abbreviation."""
    folder = tmp_path_factory.mktemp("pack")
    store = open_store(shutil.copyfile(demo_database, folder / "register.db"), TESTER)
    audit = follow_up(store, "ALV-2023-1", "ALV-2023-2", "ALV-2022-1")
    made = make_pack(store, audit.id, TODAY, folder / "ut", None)
    store.close()
    return {
        kind: {
            each.path.stem.rsplit("_", 1)[1]: word_lines(each.path.read_bytes())
            for each in made
            if kind in each.path.name
        }
        for kind in (LETTER, FORM)
    }


@pytest.fixture
def letters(papers: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    """The lines of the letters by the committee's abbreviation."""
    return papers[LETTER]


def told_of(lines: list[str], heading: str) -> str:
    """Return the paragraph that tells what has happened since a recommendation."""
    return lines[lines.index(f"Rubrik 3: {heading}") + 2]


def test_the_letter_tells_the_latest_accepted_report(letters: dict[str, list[str]]) -> None:
    assert told_of(letters["SBN"], "R1 Fastigheternas skick") == (
        "Text: Nämndens svar: avser att vidta åtgärder. Redovisade åtgärder: Besiktiga samtliga "
        "skolor och förskolor. Lägesrapport 2025-05-20: uppger att åtgärden är genomförd. Alla "
        "skolor och förskolor är besiktigade; kostnaden är beräknad till 84 miljoner kronor."
    )
    is_not_accepted = "Planerna är klara för skolorna"
    assert not any(is_not_accepted in line for line in letters["SBN"])


def test_the_letter_tells_why_a_recommendation_was_reopened(letters: dict[str, list[str]]) -> None:
    assert told_of(letters["SBN"], "R5 Kontroller mot jäv").startswith(
        "Text: Nämndens svar: uppger att åtgärden redan är genomförd. Vår bedömning i den förra "
        "uppföljningen: Genomförd. Vi har därefter öppnat rekommendationen igen: Öppnad på nytt "
        "2025-11-06: granskningen av avtalsuppföljning visade"
    )


def test_what_a_reply_leaves_out_is_said_in_a_whole_sentence(letters: dict[str, list[str]]) -> None:
    told = told_of(letters["ÄBAB"], "R5 Styrelsens uppföljning")
    assert told == "Text: I bolagets svar tas rekommendationen inte upp."


def test_nothing_is_asked_since_a_reply_that_has_not_come(
    papers: dict[str, dict[str, list[str]]],
) -> None:
    forms = papers[FORM]
    assert "| Vad har gjorts sedan rekommendationen lämnades? |  |" in forms["SN"]
    assert not any("sedan svaret" in line for line in forms["SN"])
    assert "| Vad har gjorts sedan svaret? |  |" in forms["ÄBAB"]


def test_each_committee_gets_a_letter_and_a_form(papers: dict[str, dict[str, list[str]]]) -> None:
    assert [list(each) for each in papers.values()] == [
        ["KS", "BUN", "SN", "KFN", "SBN", "ÄBAB"],
    ] * 2


def test_the_year_of_an_audit_stands_once(letters: dict[str, list[str]]) -> None:
    title = "Grundläggande granskning av styrning och intern kontroll 2023"
    assert f"Rubrik 2: {title}" in letters["SN"]
