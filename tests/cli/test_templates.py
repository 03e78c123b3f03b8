"""Templates of an office's own, by command: copied, changed, looked through, used."""

import json
from pathlib import Path

import pytest
from docx import Document

from revtrack.documents import fields
from tests.cli.conftest import Command
from tests.documents.flatten import word_lines


@pytest.fixture
def own(tmp_path: Path, revtrack: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "mallar"
    monkeypatch.setenv("REVTRACK_TEMPLATES", str(folder))
    assert revtrack("template", "copy", "missiv", "paminnelse_mejl").status == 0
    return folder


def misspell(folder: Path) -> None:
    document = Document(str(folder / "missiv.docx"))
    document.add_paragraph("Svar till {{ svarsadres }} före {{ svar_senastt }}")
    document.save(str(folder / "missiv.docx"))


def test_copies_lie_in_the_office_folder_and_are_never_written_over(
    own: Path, revtrack: Command
) -> None:
    assert sorted(each.name for each in own.iterdir()) == ["missiv.docx", "paminnelse_mejl.txt"]
    misspell(own)
    before = (own / "missiv.docx").read_bytes()
    again = revtrack("template", "copy", "missiv")
    assert (again.status, again.out) == (0, "")
    assert "finns redan och lämnades som den är" in again.err
    assert (own / "missiv.docx").read_bytes() == before


def test_the_list_tells_which_are_the_offices_own(own: Path, revtrack: Command) -> None:
    misspell(own)
    listed = {each["kind"]: each for each in json.loads(revtrack("template", "list", "--json").out)}
    assert set(listed) == {
        name.rpartition(".")[0] for name in (*fields.FIELDS, *fields.MAIL_FIELDS)
    }
    assert listed["missiv"]["is_changed"]
    assert not listed["paminnelse_mejl"]["is_changed"]
    assert listed["rekommendationstabell"]["path"] is None


def test_a_wrong_field_is_named_and_makes_no_document(
    own: Path, awaiting_case: Command, tmp_path: Path
) -> None:
    misspell(own)
    checked = awaiting_case("template", "check", own / "missiv.docx")
    assert checked.status == 1
    assert "{{ svar_senast }}" in checked.out
    assert "Stycket" in checked.out
    out = tmp_path / "ut"
    refused = awaiting_case("document", "cover-letter", "ESK-2022-1", "--out", out)
    assert refused.status == 3
    assert "Mallen missiv.docx kan inte användas" in refused.err
    assert not out.exists()


def test_a_document_follows_the_offices_own_template(
    own: Path, awaiting_case: Command, tmp_path: Path
) -> None:
    document = Document(str(own / "missiv.docx"))
    document.paragraphs[0].insert_paragraph_before("Stadsrevisionen")
    document.save(str(own / "missiv.docx"))
    made = awaiting_case("document", "cover-letter", "ESK-2022-1", "--out", tmp_path / "ut")
    assert made.status == 0
    assert word_lines(Path(made.out.strip()).read_bytes())[0] == "Text: Stadsrevisionen"


def test_fields_are_told_with_meaning_and_columns(revtrack: Command) -> None:
    told = revtrack("template", "fields", "recommendation-table").out
    assert "{{ svar_senast }}  Svar senast: Svarsdagen, om svar begärs." in told
    listed = json.loads(revtrack("template", "fields", "--json").out)
    assert {each["field"] for each in listed["missiv.docx"] if each["is_block"]} >= {"yttrande"}
    unknown = revtrack("template", "fields", "finns-ej")
    assert unknown.status == 2
    assert "Det finns ingen mall finns-ej" in unknown.err


def test_a_mail_is_shown_filled_in_and_a_strange_file_is_told(
    own: Path, revtrack: Command, tmp_path: Path
) -> None:
    shown = revtrack("template", "preview", "paminnelse_mejl", "--out", tmp_path)
    assert Path(shown.out.strip()).read_bytes().startswith(b"X-Unsent: 1")
    (own / "missiv (1).docx").write_bytes(b"x")
    checked = revtrack("template", "check")
    assert checked.status == 1
    assert "Ingen mall heter så" in checked.out


def test_a_folder_that_is_not_there_is_told(
    awaiting_case: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVTRACK_TEMPLATES", str(tmp_path / "borta"))
    refused = awaiting_case("document", "cover-letter", "ESK-2022-1", "--out", tmp_path / "ut")
    assert refused.status == 3
    assert "template copy" in refused.err
