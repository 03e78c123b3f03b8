"""Documents are listed, noted as issued and published by command."""

import json
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor

from tests.cli.conftest import Command

DAY = ("--today", "2023-06-01")


@pytest.fixture
def letter(answered_case: Command, tmp_path: Path) -> Path:
    made = answered_case(*DAY, "document", "cover-letter", "ESK-2022-1", "--out", tmp_path / "ut")
    return Path(made.out.strip())


def add(path: Path, text: str, white: str = "") -> None:
    document = docx.Document(str(path))
    run = document.add_paragraph(text).add_run(white)
    run.font.color.rgb = RGBColor(255, 255, 255)
    document.save(str(path))


def test_a_letter_is_issued_and_listed(answered_case: Command, letter: Path) -> None:
    issued = answered_case(*DAY, "issue", letter, "--on", "2022-12-01")
    assert issued.err == f"{letter.name}, version 1, är antecknad som skickad den 2022-12-01.\n"
    listed = answered_case(*DAY, "documents", "ESK-2022-1", "--in", letter.parent, "--json")
    (line,) = json.loads(listed.out)
    assert (line["kind"], line["edition"], line["state"]) == ("cover-letter", 1, "unchanged")
    assert (line["issued_on"], line["published_on"]) == ("2022-12-01", None)


def test_an_edited_letter_is_told_of_with_what_differs(
    answered_case: Command, letter: Path
) -> None:
    add(letter, "Ett eget stycke.")
    made = answered_case(
        *DAY, "document", "cover-letter", "ESK-2022-1", "--out", letter.parent, "--json"
    )
    (line,) = json.loads(made.out)
    assert line["edited"] == str(letter)
    assert line["differences"]["only_in_file"] == ["Ett eget stycke."]
    assert line["differences"]["deviations"] == []


def test_nothing_is_published_until_each_name_is_confirmed(
    answered_case: Command, letter: Path, tmp_path: Path
) -> None:
    add(letter, "Fråga Anna Lindqvist, 811218-9876.")
    refused = answered_case(*DAY, "publish", letter, "--to", tmp_path / "webb")
    assert refused.status == 3
    assert "Namn på person: Anna Lindqvist (texten)  person:" in refused.err
    assert "Personnummer: 811218-9876 (texten)" in refused.err
    assert refused.err.endswith("med --reviewed --why.\n")
    assert not (tmp_path / "webb").exists()
    found = json.loads(answered_case(*DAY, "publish", letter, "--json").out)[0]["findings"]
    first, second = (each["key"] for each in found)
    one = answered_case(*DAY, "publish", letter, "--confirm", f"{first}=Är pressekreterare")
    assert one.status == 3
    done = answered_case(
        *(*DAY, "publish", letter, "--to", tmp_path / "webb"),
        *("--confirm", f"{first}=Är pressekreterare", "--confirm", f"{second}=Påhittat"),
    )
    assert (done.status, done.out) == (0, f"{tmp_path / 'webb' / letter.name}\n")
    listed = json.loads(answered_case(*DAY, "documents", "--in", letter.parent, "--json").out)
    assert [each["published_on"] for each in listed] == [None, "2023-06-01", "2023-06-01"]
    assert [each["edition"] for each in listed] == [1, 2, 2]
    history = answered_case("history", "--json").out
    assert "Är pressekreterare" in history


def test_all_is_confirmed_with_one_reason_and_never_without(
    answered_case: Command, letter: Path
) -> None:
    add(letter, "Fråga Anna Lindqvist.", "Vit text.")
    assert answered_case(*DAY, "publish", letter, "--reviewed").status == 2
    done = answered_case(*DAY, "publish", letter, "--reviewed", "--why", "Uppgiften är offentlig")
    assert done.status == 0
    assert "  Osynlig text, borttagen: Vit text. (texten)\n" in done.err
    copy = docx.Document(str(letter.parent / "publicerat" / letter.name))
    assert copy.paragraphs[-1].text == "Fråga Anna Lindqvist."


def test_the_published_copy_is_known_by_its_own_hash(
    answered_case: Command, letter: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "webb"
    for _again in range(2):
        assert answered_case(*DAY, "publish", letter, "--to", folder).status == 0
    issued = answered_case(*DAY, "issue", folder / letter.name, "--on", "2023-05-31")
    assert issued.err == f"{letter.name}, version 1, är antecknad som skickad den 2023-05-31.\n"
    listed = json.loads(answered_case(*DAY, "documents", "--in", folder, "--json").out)
    assert [(each["state"], each["edition"], each["issued_on"]) for each in listed] == [
        ("other", 1, None),
        ("unchanged", 1, "2023-05-31"),
    ]
    assert {each["published_on"] for each in listed} == {"2023-06-01"}


def test_a_reason_for_what_was_not_found_is_refused(answered_case: Command, letter: Path) -> None:
    refused = answered_case(*DAY, "publish", letter, "--confirm", "person:deadbeef=Påhittat")
    assert refused.status == 2
    assert "person:deadbeef" in refused.err
    assert not (letter.parent / "publicerat").exists()


def test_nobody_confirms_a_draft(answered_case: Command, letter: Path) -> None:
    add(letter, "Utkast – arbetsmaterial")
    refused = answered_case(*DAY, "publish", letter, "--reviewed", "--why", "Ingen fara")
    assert refused.status == 3
    assert "utkast" in refused.err.casefold()
    assert not (letter.parent / "publicerat").exists()


@pytest.mark.parametrize(
    ("kind", "options"),
    [("meeting-brief", ()), ("committee-brief", ("--committee", "KS")), ("risk-input", ())],
)
def test_nobody_publishes_what_the_auditors_prepare_for_themselves(
    answered_case: Command, tmp_path: Path, kind: str, options: tuple[str, ...]
) -> None:
    made = answered_case(*DAY, "document", kind, "Eskilstuna", *options, "--out", tmp_path / "ut")
    brief = Path(made.out.strip())
    assert docx.Document(str(brief)).paragraphs[0].text.startswith("Arbetsmaterial – ")
    refused = answered_case(*DAY, "publish", brief, "--reviewed", "--why", "Ingen fara")
    assert refused.status == 3
    assert "revisorernas eget arbetsmaterial och publiceras inte" in refused.err
    assert not (brief.parent / "publicerat").exists()


def test_what_is_no_document_of_the_register_is_refused(
    answered_case: Command, tmp_path: Path
) -> None:
    (tmp_path / "fil.pdf").write_bytes(b"%PDF-1.7")
    assert answered_case("publish", tmp_path / "fil.pdf").status == 2
    docx.Document().save(str(tmp_path / "annan.docx"))
    assert answered_case("publish", tmp_path / "annan.docx").status == 3
