"""``search``: words in all texts, recommendations by a filter, views by their names."""

import csv
import io
import json
from typing import Any

import pytest

from revtrack.domain.records import NewSavedView
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.saved_views import list_views, save_view
from revtrack.storage.store import Store
from tests.cli.conftest import Command

AT = ("--today", "2026-02-16")


def read(outcome: Any) -> Any:  # noqa: ANN401 - whatever JSON it is
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


def test_words_are_found_in_all_texts_with_their_place(demo: Command) -> None:
    found = read(demo(*AT, "search", "risk", "sårbarhet", "--json"))
    assert found == [
        {
            "found_in": "question",
            "municipality": "Älvsunda kommun",
            "audit": "ALV-2025-4",
            "title": "Granskning av kommunens krisberedskap",
            "committees": [],
            "number": "1",
            "text": "Finns en aktuell risk- och sårbarhetsanalys?",
        }
    ]
    outcome = demo(*AT, "search", "sårbarhet")
    assert outcome.out.splitlines()[0].split() == [
        "Finns",
        "i",
        "Granskning",
        "Nr",
        "Nämnd",
        "Text",
    ]
    assert outcome.err == "1 text hittades.\n"


def test_fields_list_recommendations_by_committee(demo: Command) -> None:
    found = read(demo(*AT, "search", "nämnd:SN", "försenad", "--json"))
    assert {each["committee"] for each in found} == {"socialnämnden"}
    assert all(each["is_late"] for each in found)
    assert found[0] == {
        "municipality": "Älvsunda kommun",
        "audit": "ALV-2025-2",
        "title": "Granskning av kommunens avtalsuppföljning",
        "audit_year": 2025,
        "recommendation": "R1",
        "committee": "socialnämnden",
        "abbreviation": "SN",
        "text": "Besluta om en årlig plan för uppföljning av avtal, utifrån risk och värde",
        "standing": "awaiting",
        "position": None,
        "progress": None,
        "verdict": None,
        "priority": "high",
        "awaited_on": "2026-02-11",
        "is_late": True,
    }
    every = read(demo(*AT, "search", "--recommendations", "--limit", "0", "--json", "nämnden"))
    assert len(every) > len(found)


def test_no_more_are_listed_than_asked_for(demo: Command) -> None:
    outcome = demo(*AT, "search", "nämnd:SN", "--limit", "2", "--csv")
    rows = list(csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff"))))
    assert len(rows) == 3
    assert rows[0][:4] == ["Kommun", "Granskning", "Titel", "År"]
    assert outcome.err.startswith("De första 2 av ")
    assert outcome.err.endswith("; --limit 0 visar alla.\n")


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ((), 2, "Skriv vad som ska sökas"),
        (("x", "--view", "y"), 2, "Skriv vad som ska sökas"),
        (("x",), 2, "Skriv ett ord på minst två bokstäver"),
        (("--view", "mina"), 2, "Ingen vy är sparad än."),
        (("nämn:SN",), 2, "nämn"),
        (("år:x",), 2, "är inget årtal"),
        (("ab " * 51,), 2, "mer än 50 ord"),
    ],
)
def test_what_cannot_be_searched_for_is_told(
    demo: Command, words: tuple[str, ...], status: int, sentence: str
) -> None:
    outcome = demo(*AT, "search", *words)
    assert outcome.status == status
    assert sentence in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    "words", ["ab\udcff", "\udcff\udcfe", "x\x01y", "a\x00b", "qq " * 50], ids=range(5)
)
def test_whatever_is_searched_for_is_no_fault_of_the_program(demo: Command, words: str) -> None:
    for mode in ((), ("--recommendations",)):
        outcome = demo(*AT, "search", *mode, words)
        assert outcome.status == 0
        assert outcome.out == ""


def test_nothing_found_is_no_fault(demo: Command) -> None:
    assert read(demo(*AT, "search", "xylofonmusik", "--json")) == []
    outcome = demo(*AT, "search", "xylofonmusik")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "0 texter hittades.\n")


def test_a_saved_view_is_used_by_its_name_and_travels_with_the_case_file(
    demo: Command, demo_store: Store, empty_store: Store
) -> None:
    filter_text = "nämnd:SN försenad"
    new = NewSavedView(name="Sena i SN", screen="recommendations", filter_text=filter_text)
    save_view(demo_store, new)
    by_name = read(demo(*AT, "search", "--view", "sena i sn", "--json"))
    assert by_name == read(demo(*AT, "search", *filter_text.split(), "--json")) != []
    outcome = demo(*AT, "search", "--view", "andra")
    assert "Ingen vy heter andra. Sparade är: Sena i SN." in outcome.err
    import_case_file(empty_store, export_case_file(demo_store), source="ärendefil")
    assert [each.filter_text for each in list_views(empty_store)] == [filter_text]
