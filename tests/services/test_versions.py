"""Which document was issued when; a file edited by hand is left, told of, and known again."""

import hashlib
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, ReplyState, Review
from revtrack.domain.entries import JudgementEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.services.find import find_audit, find_municipality, read_case
from revtrack.services.papers.clerk_makers import in_role_for
from revtrack.services.papers.edited import edits_beside
from revtrack.services.papers.issuing import issue_document
from revtrack.services.papers.listing import FileState, list_documents
from revtrack.services.papers.makers import MAKERS, ON_OCCASION
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, PER_COMMITTEE
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.services.replies.review import judge, take_back_judgement
from revtrack.storage.rows import change, one
from revtrack.storage.store import Store
from tests.cli.english import english_in
from tests.conftest import TODAY as DEMO_DAY
from tests.documents.flatten import shown_in

TODAY = date(2023, 6, 1)
SENT = date(2022, 12, 1)
LETTER = DocumentKind.COVER_LETTER


def edit(path: Path, begins: str, old: str, new: str) -> bytes:
    """Change a paragraph as a person does in Word, and return the file."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(begins):
            text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = text
    document.save(str(path))
    return path.read_bytes()


def letter(store: Store, folder: Path) -> Produced:
    (made,) = produce(store, LETTER, 1, TODAY, folder)
    return made


def test_a_letter_edited_by_hand_survives_ten_regenerations(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    first = letter(eskilstuna_store, tmp_path)
    mine = edit(first.path, "Vi önskar", "Vi önskar", "Vi ber vänligen")
    for number in range(10):
        with eskilstuna_store.wish() as session:
            own = one(session, r.Letter, 1)
            change(session, own, place=f"Ort {number}")
        made = letter(eskilstuna_store, tmp_path)
        assert first.path.read_bytes() == mine
        assert made.is_new
        assert made.edited == first.path
    assert len(list(tmp_path.glob("*.docx"))) == 11
    assert letter(eskilstuna_store, tmp_path).edited is None


def test_what_was_edited_is_told_and_what_the_register_says_instead(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    first = letter(eskilstuna_store, tmp_path)
    edit(first.path, "2. Till", "samt socialnämnden", "samt stadsbyggnadsnämnden")
    edit(first.path, "För revisorerna", "För revisorerna", "På uppdrag av revisorerna")
    made = letter(eskilstuna_store, tmp_path)
    edits = edits_beside(eskilstuna_store, made, 1)
    assert edits is not None
    assert {each.code for each in edits.deviations} == {"wrong_recipient"}
    assert any(line.startswith("På uppdrag av") for line in edits.lines.only_first)
    assert any(line.startswith("För revisorerna i") for line in edits.lines.only_second)
    assert len(edits.lines.only_first) == len(edits.lines.only_second) == 2


def test_a_file_that_was_only_saved_anew_says_the_same(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    first = letter(eskilstuna_store, tmp_path)
    edit(first.path, "ingenting", "", "")
    edits = edits_beside(eskilstuna_store, letter(eskilstuna_store, tmp_path), 1)
    assert edits is not None
    assert edits.is_none


def test_an_edited_workbook_tells_its_rows(eskilstuna_store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only here

    made = produce(eskilstuna_store, DocumentKind.RECOMMENDATION_TABLE, 1, TODAY, tmp_path)
    (path,) = [each.path for each in made if each.path.suffix == ".xlsx"]
    book = load_workbook(path)
    book.worksheets[0]["A2"] = "Min egen"
    book.save(path)
    made = produce(eskilstuna_store, DocumentKind.RECOMMENDATION_TABLE, 1, TODAY, tmp_path)
    (again,) = [each for each in made if each.path.suffix == ".xlsx"]
    edits = edits_beside(eskilstuna_store, again, 1)
    assert edits is not None
    (line,) = edits.lines.only_first
    assert "Min egen" in line


def test_what_cannot_be_read_is_said_and_the_new_edition_stands(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    first = letter(eskilstuna_store, tmp_path)
    first.path.write_bytes(b"min egen")
    made = letter(eskilstuna_store, tmp_path)
    edits = edits_beside(eskilstuna_store, made, 1)
    assert made.is_new
    assert edits is not None
    assert edits.refusal is not None


def test_an_issued_document_is_known_by_its_content(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    made = letter(eskilstuna_store, tmp_path)
    elsewhere = tmp_path / "skickat.docx"
    elsewhere.write_bytes(made.path.read_bytes())
    issued = issue_document(eskilstuna_store, elsewhere, SENT, TODAY)
    assert not issued.is_edited
    (noted,) = read_case(eskilstuna_store, 1).documents
    assert (noted.issued_on, noted.edition) == (SENT, 1)
    issue_document(eskilstuna_store, elsewhere, SENT, TODAY)
    with pytest.raises(RevTrackError, match="is noted as issued on 2022-12-01"):
        issue_document(eskilstuna_store, elsewhere, TODAY, TODAY)


def test_an_edited_document_that_is_issued_is_an_edition_of_its_own(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    made = letter(eskilstuna_store, tmp_path)
    ours = made.path.read_bytes()
    mine = edit(made.path, "Vi önskar", "Vi önskar", "Vi ber vänligen")
    issued = issue_document(eskilstuna_store, made.path, SENT, TODAY)
    assert issued.is_edited
    assert issued.edits is not None
    assert any("Vi ber vänligen" in line for line in issued.edits.lines.only_first)
    first, second = read_case(eskilstuna_store, 1).documents
    assert (first.issued_on, first.edition) == (None, 1)
    assert (second.issued_on, second.edition) == (SENT, 2)
    assert second.content_hash == hashlib.sha256(mine).hexdigest()
    states = [each.state for each in list_documents(eskilstuna_store, tmp_path)]
    assert states == [FileState.REPLACED, FileState.UNCHANGED]
    made.path.write_bytes(ours)
    states = [each.state for each in list_documents(eskilstuna_store, tmp_path)]
    assert states == [FileState.UNCHANGED, FileState.OTHER]
    made.path.write_bytes(mine)
    again = issue_document(eskilstuna_store, made.path, SENT, TODAY)
    assert not again.is_edited


def test_an_edited_document_under_another_name_says_what_it_was(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    made = letter(eskilstuna_store, tmp_path)
    edit(made.path, "Vi önskar", "Vi önskar", "Vi ber vänligen")
    mine = made.path.rename(tmp_path / "slutligt missiv.docx")
    with pytest.raises(RevTrackError, match="is none of the documents"):
        issue_document(eskilstuna_store, mine, SENT, TODAY)
    issued = issue_document(eskilstuna_store, mine, SENT, TODAY, made_as=made.path.name)
    assert issued.document.file_name == "slutligt missiv.docx"


def test_a_draft_or_a_day_ahead_is_not_issued(eskilstuna_store: Store, tmp_path: Path) -> None:
    made = letter(eskilstuna_store, tmp_path)
    with pytest.raises(UsageError, match="lies ahead"):
        issue_document(eskilstuna_store, made.path, date(2023, 6, 2), TODAY)
    with pytest.raises(UsageError, match="was handed over on 2022-12-01"):
        issue_document(eskilstuna_store, made.path, date(2022, 11, 30), TODAY)
    edit(made.path, "Granskning", "Granskning", "Utkast – arbetsmaterial")
    with pytest.raises(RevTrackError, match="says itself that it is a draft"):
        issue_document(eskilstuna_store, made.path, SENT, TODAY)


def test_the_list_tells_what_became_of_each_file(demo_store: Store, tmp_path: Path) -> None:
    audit = find_audit(demo_store, "ESK-2022-1").id
    for kind in (LETTER, DocumentKind.RESPONSE_SUMMARY):
        produce(demo_store, kind, audit, TODAY, tmp_path)
    word, summary, workbook = sorted(tmp_path.glob("20*"), key=lambda each: each.name)
    word.write_bytes(b"min egen")
    workbook.unlink()
    lines = list_documents(demo_store, tmp_path, "eskilstuna")
    assert {line.document.file_name: line.state for line in lines} == {
        word.name: FileState.EDITED,
        summary.name: FileState.UNCHANGED,
        workbook.name: FileState.GONE,
    }
    assert list_documents(demo_store, tmp_path, "Älvsunda") == ()
    assert len(list_documents(demo_store, tmp_path, "ESK-2022-1")) == 3
    with pytest.raises(UsageError, match="Neither an audit nor a municipality"):
        list_documents(demo_store, tmp_path, "Ingenstans")


def _ask_by_a_day(store: Store, audit_id: int) -> None:
    """Ask anew for the supplement that the audit awaits, now by a day."""
    reply = next(
        each
        for each in reply_lines(read_case(store, audit_id), DEMO_DAY)
        if each.state is ReplyState.INCOMPLETE
    )
    take_back_judgement(store, audit_id, reply.reply_case.id, "begärs på nytt", DEMO_DAY)
    asked = JudgementEntry(
        audit_id=audit_id,
        reply_case_id=reply.reply_case.id,
        review=Review.SUPPLEMENT_REQUESTED,
        reviewed_on=DEMO_DAY,
        review_note="R4 besvaras inte.",
    )
    judge(store, asked, DEMO_DAY)


def _made(store: Store, kind: DocumentKind, folder: Path) -> tuple[Produced, ...]:
    if kind in ON_OCCASION:
        return produce(store, kind, find_audit(store, "ALV-2025-2").id, DEMO_DAY, folder)
    if kind in MAKERS:
        audit = find_audit(store, "ESK-2022-1")
        return produce(in_role_for(store, kind), kind, audit.id, TODAY, folder)
    town = find_municipality(store, "Eskilstuna")
    case = read_case(store, find_audit(store, "ESK-2022-1").id)
    committee = case.committees[0] if kind in PER_COMMITTEE else None
    return produce_municipal(store, kind, town, TODAY, folder, committee=committee)


@pytest.mark.parametrize("kind", [*MAKERS, *MUNICIPAL])
def test_the_same_data_makes_the_same_bytes_with_the_control_number_where_it_belongs(
    demo_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    """In tables and reports, never in letters; every kind, also of a municipality."""
    if kind is DocumentKind.SUPPLEMENT_REQUEST:
        _ask_by_a_day(demo_store, find_audit(demo_store, "ALV-2025-2").id)
    made = _made(demo_store, kind, tmp_path / "ett")
    stamps = {
        line.document.file_name: line.document.stamp
        for line in list_documents(demo_store, tmp_path / "ett")
    }
    again = _made(demo_store, kind, tmp_path / "två")
    assert [each.path.name for each in made] == [each.path.name for each in again]
    for one_of, other in zip(made, again, strict=True):
        assert one_of.path.read_bytes() == other.path.read_bytes()
        text = _text(one_of.path).replace("\u2011", "-").replace("\u00a0", " ")
        is_numbered = f"kontrollnummer {stamps[one_of.path.name]}" in text
        assert is_numbered is (kind not in SENT_TO_COMMITTEES), one_of.path.name
        if one_of.path.suffix in {".docx", ".xlsx"}:
            shown = shown_in(one_of.path.name, one_of.path.read_bytes())
            assert english_in(shown.replace(" sig an ", " ")) == [], one_of.path.name


def _text(path: Path) -> str:
    if path.suffix in {".html", ".csv", ".eml"}:
        return path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(each).decode("utf-8", "ignore") for each in archive.namelist()]
    return re.sub(r"<[^>]+>", "", "\n".join(parts))


SENT_TO_COMMITTEES = {
    DocumentKind.COVER_LETTER,
    DocumentKind.RESPONSE_FORM,
    DocumentKind.REMINDER,
    DocumentKind.SUPPLEMENT_REQUEST,
    DocumentKind.EXTENSION_NOTICE,
    DocumentKind.STATUS_REQUEST,
    DocumentKind.OFFICIAL_MEMO,
    DocumentKind.DECISION_TEXT,
}
"""Letters, forms and clerks' papers: what goes out bears no number of the auditors' register."""
