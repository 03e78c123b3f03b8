import io
import json
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.cli.conftest import Command


@pytest.fixture
def missive(answered_case: Command, tmp_path: Path) -> Path:
    """The letter as RevTrack makes it, where its user would edit it."""
    outcome = answered_case("document", "cover-letter", "ESK-2022-1", "--out", tmp_path / "ut")
    return Path(outcome.out.strip())


def edit(path: Path, start: str, old: str, new: str) -> None:
    document = Document(io.BytesIO(path.read_bytes()))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(start):
            text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = text
    document.save(str(path))


def test_an_unchanged_letter_differs_in_nothing(answered_case: Command, missive: Path) -> None:
    outcome = answered_case("compare", "ESK-2022-1", missive)

    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "Jämfört med missivets lista.\nInga skillnader.\n"


def test_a_copy_for_one_committee_is_told_as_such(answered_case: Command, tmp_path: Path) -> None:
    made = answered_case(
        *("document", "cover-letter", "ESK-2022-1", "--committee", "GSN", "--out", tmp_path / "ut")
    )
    outcome = answered_case("compare", "ESK-2022-1", made.out.strip())

    assert outcome.status == 0
    assert outcome.err.startswith(
        "Jämfört med missivets lista, som exemplar till grundskolenämnden."
    )


def test_a_difference_is_told_with_its_place_and_what_to_do(
    answered_case: Command, missive: Path
) -> None:
    edit(missive, "2. Till", "samt socialnämnden", "samt stadsbyggnadsnämnden")
    outcome = answered_case("compare", "ESK-2022-1", missive)

    assert outcome.status == 1
    assert outcome.out == (
        "Fel: R6 lämnas till stadsbyggnadsnämnden i stället för socialnämnden. Rätta\n"
        "  handlingen eller registret.\n"
        "  Stycke 20: ”2. Till grundskolenämnden, gymnasienämnden, kultur- och …”\n"
        "  I registret: grundskolenämnden, gymnasienämnden, kultur- och fritidsnämnden\n"
        "    samt socialnämnden\n"
        "  I filen: grundskolenämnden, gymnasienämnden, kultur- och fritidsnämnden samt\n"
        "    stadsbyggnadsnämnden\n"
    )
    assert outcome.err.endswith("1 skillnad.\n")


def test_the_json_holds_each_difference(answered_case: Command, missive: Path) -> None:
    edit(missive, "R8.", "Arbeta mer", "Arbeta inte mer")
    outcome = answered_case("compare", "ESK-2022-1", missive, "--json")
    [told] = json.loads(outcome.out)

    assert outcome.status == 1
    assert list(told) == [
        *("code", "severity", "message", "recommendation", "committee", "where"),
        *("expected", "found"),
    ]
    assert (told["code"], told["severity"], told["recommendation"]) == (
        "reworded_in_meaning",
        "warning",
        "R8",
    )
    assert told["where"] == ("stycke 24: ”R8. Arbeta inte mer systematiskt och strukturerat med …”")
    assert told["expected"].startswith("Arbeta mer systematiskt")
    assert told["found"].startswith("Arbeta inte mer systematiskt")


def test_one_day_changed_is_told_in_one_line(answered_case: Command, missive: Path) -> None:
    edit(missive, "Svar önskas", "2023-03-20", "2023-03-24")
    outcome = answered_case("compare", "ESK-2022-1", missive)

    assert outcome.out == (
        "Fel: Svar begärs senast 2023-03-24, i registret senast 2023-03-20. Rätta det\n"
        "  ena eller det andra.\n"
        "  Stycke 4: ”Svar önskas senast: 2023-03-24”\n"
    )


def test_the_report_s_list_is_another(answered_case: Command, missive: Path) -> None:
    edit(missive, "Datum", "Datum 2022-12-01", "")
    outcome = answered_case("compare", "ESK-2022-1", missive, "--as", "report", "--json")

    assert [(each["code"], each["recommendation"]) for each in json.loads(outcome.out)] == [
        ("missing", "6"),
        ("reworded_in_meaning", "4"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen är tom."),
        (b"{\\rtf1", "Filen är i RTF-format (.rtf). Öppna den i Word och spara den som .docx."),
        (b"PK\x03\x04 half a file", "Filen går inte att läsa: den är skadad eller inte hel. "),
        (b"%PDF-1.7", "Filen är inte av det slag som behövs här: .docx."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    answered_case: Command, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "missiv.docx"
    path.write_bytes(content)
    outcome = answered_case("compare", "ESK-2022-1", path)

    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.startswith(told)
    assert outcome.err.count("\n") == 1


def test_a_file_that_is_not_there_is_one_sentence(answered_case: Command, tmp_path: Path) -> None:
    outcome = answered_case("compare", "ESK-2022-1", tmp_path / "borta.docx")

    assert outcome.status == 3
    assert outcome.err.endswith("borta.docx kunde inte läsas: filen eller mappen finns inte.\n")


def test_a_paper_of_something_else_is_one_sentence(answered_case: Command, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Kallelse till sammanträde")
    document.save(str(tmp_path / "kallelse.docx"))
    outcome = answered_case("compare", "ESK-2022-1", tmp_path / "kallelse.docx")

    assert outcome.status == 1
    assert outcome.out == (
        "Fel: Dokumentet verkar inte vara ett missiv, en rapport eller en tabell för\n"
        "  ”Granskning av kommunens digitaliseringsarbete”: av registrets\n"
        "  rekommendationer finns 0 av 9 i det, och rubriken är en annan. Välj rätt fil\n"
        "  eller rätt granskning.\n"
    )


def test_tracked_changes_are_said_to_be_read_as_accepted(
    answered_case: Command, missive: Path
) -> None:
    document = Document(str(missive))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("För kännedom"):
            inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="9" w:author="A"/>')
            inserted.append(paragraph.runs[0]._element)  # noqa: SLF001 - python-docx tracks nothing
            paragraph._element.append(inserted)  # noqa: SLF001
    document.save(str(missive))
    outcome = answered_case("compare", "ESK-2022-1", missive)

    assert "Filen har spårade ändringar; den lästes som om alla hade godkänts.\n" in outcome.err
