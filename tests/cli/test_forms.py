"""Answer forms and pasted texts as commands: made, filled in, read back."""

import json
from pathlib import Path

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command
from tests.services import forms

RETURNED = Path(forms.__file__).parent
DAY = ("--today", "2023-03-24")


@pytest.fixture
def on_the_day(revtrack: Command, awaiting_store: Store) -> Command:
    """Carry out commands on the real case on the day that the last reply was asked for."""
    return lambda *words: revtrack("--database", awaiting_store.path, *DAY, *words)


def test_a_form_is_made_for_each_committee_that_is_asked(
    on_the_day: Command, tmp_path: Path
) -> None:
    made = on_the_day("form", "make", "ESK-2022-1", "--out", tmp_path / "ut")
    paths = [Path(line) for line in made.out.splitlines()]
    assert made.status == 0
    assert [path.stem.rsplit("_", 1)[1] for path in paths] == [
        *("KS", "GSN", "GN", "KFN", "SOCN", "SBN", "VON"),
    ]
    assert paths[3].name == "2022-12-01_Eskilstuna-kommun_Svarsformulär_ESK-2022-1_KFN.docx"
    again = on_the_day("form", "make", "ESK-2022-1", "KFN", "--out", tmp_path / "ut")
    assert again.out == f"{paths[3]}\n"
    assert again.err == f"{paths[3].name} fanns redan med samma innehåll.\n"


def test_form_make_and_document_make_the_same(on_the_day: Command, tmp_path: Path) -> None:
    words = ("ESK-2022-1", "--json", "--out", tmp_path / "ut")
    one = on_the_day("form", "make", "ESK-2022-1", "KFN", "--excel", *words[1:])
    (made,) = json.loads(one.out)
    assert (made["kind"], made["is_new"]) == ("response-form", True)
    both = on_the_day("document", "response-form", "ESK-2022-1", "--committee", "KFN", *words[1:])
    assert [(Path(each["path"]).suffix, each["is_new"]) for each in json.loads(both.out)] == [
        (".docx", True),
        (".xlsx", False),
    ]


def test_a_form_is_shown_before_it_is_filed(on_the_day: Command) -> None:
    shown = on_the_day("form", "read", RETURNED / "libreoffice.docx", "--dry-run")
    assert shown.status == 0
    assert shown.err == "Inget registrerades.\n"
    assert shown.out.splitlines()[:8] == [
        "ESK-2022-1  Granskning av kommunens digitaliseringsarbete",
        "Kultur- och fritidsnämnden",
        "2023-03-21, § 38, KFN/2023:41",
        "",
        "R6   Instämmer · Planerad",
        "     Instämmer.",
        "     Planen tas fram med övriga nämnder.",
        "     – Ta fram ett förslag till plan (Förvaltningschefen, 2023-09-30)",
    ]


def test_a_form_is_filed_and_refused_the_second_time(on_the_day: Command) -> None:
    form = RETURNED / "libreoffice.xlsx"
    filed = on_the_day("form", "read", form, "--received", "2023-03-22", "--json")
    assert filed.status == 0
    said = json.loads(filed.out)
    assert (said["filed"], said["is_whole"], said["committee"]) == (
        *(True, True, "kultur- och fritidsnämnden"),
    )
    assert [(each["recommendation"], each["position"]) for each in said["answers"]] == [
        ("R6", "agrees"),
        ("R7", "agrees_partly"),
        ("R8", "already_met"),
        ("R9", "disagrees"),
    ]
    case = json.loads(on_the_day("show", "ESK-2022-1", "--json").out)
    answered = [each for each in case["addressees"] if each["position"]]
    assert {each["committee"] for each in answered} == {"kultur- och fritidsnämnden"}
    assert [each["days_late"] for each in case["reply_cases"] if each["received_on"]] == [0]
    again = on_the_day("form", "read", form, "--json")
    assert again.status == 3
    assert json.loads(again.out)["filed"] is False
    assert again.err == "Just denna fil är redan registrerad, som inkommen 2023-03-22.\n"


def test_a_form_for_another_audit_than_the_one_named_is_refused(
    revtrack: Command, demo_store: Store
) -> None:
    outcome = revtrack(
        *("--database", demo_store.path, *DAY, "form", "read"),
        *(RETURNED / "libreoffice.docx", "--into", "ALV-2023-1"),
    )
    assert outcome.status == 3
    assert outcome.err.startswith("Formuläret hör till ESK-2022-1")


def test_a_file_that_is_not_there_is_told(on_the_day: Command) -> None:
    outcome = on_the_day("form", "read", "saknas.docx")
    assert (outcome.status, outcome.out) == (3, "")


def test_a_pasted_reply_lands_on_its_recommendations_unread(
    on_the_day: Command, tmp_path: Path
) -> None:
    pasted = tmp_path / "svar.txt"
    pasted.write_text(
        "Nämnden yttrar sig.\n\nR6: Planen är på väg.\nR7 och R8\nBåda tas om hand.\nR9.\n",
        encoding="utf-8",
    )
    outcome = on_the_day("respond", "ESK-2022-1", "KFN", "--texts", pasted)
    assert outcome.status == 0
    assert outcome.err.startswith("Inget står under R9.\n")
    case = json.loads(on_the_day("show", "ESK-2022-1", "--json").out)
    quotes = {
        each["recommendation"]: (each["position"], each["quote"])
        for each in case["addressees"]
        if each["quote"]
    }
    assert quotes == {
        "R6": (None, "Planen är på väg."),
        "R7": (None, "Båda tas om hand."),
        "R8": (None, "Båda tas om hand."),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Inga rubriker.", "Texten har inga rubriker som R1."),
        ("R1: Till fel nämnd", "R1 har inte riktats till vård- och omsorgsnämnden."),
        ("R77: Finns inte", "ESK-2022-1 har ingen rekommendation R77."),
    ],
)
def test_a_pasted_reply_that_fits_nowhere_is_refused(
    on_the_day: Command, tmp_path: Path, text: str, said: str
) -> None:
    pasted = tmp_path / "svar.txt"
    pasted.write_text(text, encoding="utf-8")
    outcome = on_the_day("respond", "ESK-2022-1", "VON", "--texts", pasted)
    assert outcome.status == 2
    assert outcome.err.startswith(said)
