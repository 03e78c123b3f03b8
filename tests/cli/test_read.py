"""Others' papers, read from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command

KNOWN = Path(__file__).parents[1] / "corpus" / "known"
REPORT = """Granskning av skolans ekonomi

Rapport
Ekby kommun
Firma Revision AB
2024-05-02

Revisionsfrågor
1. Finns en plan för skolans ekonomi?

Rekommendationer
Vi rekommenderar barn- och utbildningsnämnden att:
- ta fram en plan för skolans ekonomi
- följa upp planen varje kvartal
"""


def test_a_report_is_told_line_by_line_and_nothing_is_saved(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    told = revtrack("read", paper)
    assert told.status == 0
    assert told.out.splitlines()[0] == "Granskningsrapport: Granskning av skolans ekonomi"
    assert "  Kommun: Ekby kommun (rad 4)" in told.out
    assert "  1. Finns en plan för skolans ekonomi? (rad 9)" in told.out
    assert "  R1. Ta fram en plan för skolans ekonomi (rad 13)" in told.out
    assert "    I rapporten till: Barn- och utbildningsnämnden" in told.out
    assert told.err == "Inget sparades.\n"


def test_the_json_has_what_is_said_and_null_for_what_is_not(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    found = json.loads(revtrack("read", paper, "--json").out)
    assert found["document_type"] == "report"
    assert found["report_on"] == "2024-05-02"
    assert found["due_on"] is None
    assert found["letter_on"] is None
    assert found["sources"]["municipality"]["line"] == 4
    assert [(each["number"], each["line"]) for each in found["recommendations"]] == [
        ("1", 13),
        ("2", 14),
    ]
    assert {each["letter_text"] for each in found["recommendations"]} == {None}


def test_committees_are_named_as_in_the_register(awaiting_case: Command, tmp_path: Path) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(
        REPORT.replace("Ekby", "Eskilstuna").replace("barn- och utbildningsnämnden", "VON")
    )
    found = json.loads(awaiting_case("read", paper, "--json").out)
    assert found["recommendations"][0]["committees"] == ["vård- och omsorgsnämnden"]


def test_what_is_no_paper_of_an_audit_is_refused(revtrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "recept.txt"
    paper.write_text("Koka potatisen i tjugo minuter.\nServera med dill.\n")
    told = revtrack("read", paper, "--json")
    assert told.status == 3
    assert json.loads(told.out)["document_type"] == "not_audit"
    assert json.loads(told.out)["warnings"][0]["message"] + "\n" == told.err
    missing = revtrack("read", tmp_path / "saknas.pdf")
    assert (missing.status, missing.out) == (3, "")
    assert "saknas.pdf" in missing.err
