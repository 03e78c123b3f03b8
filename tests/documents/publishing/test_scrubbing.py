"""Secrets in every corner of a document: gone from what is published, or found by the gate."""

import io
from datetime import date

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook

from revtrack.documents.office.package import read_parts, write_parts
from revtrack.documents.publishing.scrubbing import scrubbed
from revtrack.documents.publishing.told import told_by
from revtrack.documents.publishing.unseen import Unseen
from revtrack.domain.errors import RevTrackError
from revtrack.domain.publishing.gate import Known, look_through
from tests.documents.publishing.book_secrets import BOOKS, DOUBTFUL, HIDING, SHOWN, front, made_book
from tests.documents.publishing.picture_secrets import PICTURES, REFUSED, placed, png
from tests.documents.publishing.planting import (
    SECRET,
    is_in,
    link,
    paragraph,
    part,
    published,
    run,
    text,
    word,
)
from tests.documents.publishing.word_secrets import (
    FLAT,
    FLAT_ROW,
    SEEN,
    UNSEEN,
    WORD,
    asking,
    boxed,
    commented,
    field,
    note,
    styled,
    unread_in_white,
)

DAY = date(2023, 6, 1)


def findings(content: bytes) -> set[str]:
    return {
        each.text for part, said in told_by(content) for each in look_through(said, part, Known())
    }


@pytest.mark.parametrize("place", WORD)
def test_what_no_reader_sees_is_gone(place: str) -> None:
    parts = word()
    WORD[place](parts)
    planted = write_parts(parts)
    assert is_in(planted), "nothing was planted"
    copy = published(planted)
    assert not is_in(copy)
    assert "Nämnden bör följa upp avtalen." in read_parts(copy)["word/document.xml"].decode()


@pytest.mark.parametrize("place", UNSEEN)
def test_what_nobody_can_see_is_taken_out_and_told_of(place: str) -> None:
    parts = word()
    UNSEEN[place](parts)
    copy = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert not is_in(copy.content)
    assert copy.unseen == (Unseen(SECRET),)


def test_an_unread_note_goes_without_a_word_though_it_is_white() -> None:
    parts = word()
    unread_in_white(parts)
    assert not scrubbed(write_parts(parts), author="Revisorerna", on=DAY).unseen


@pytest.mark.parametrize("place", DOUBTFUL)
def test_what_a_coloured_area_may_show_stays_and_is_told_of(place: str) -> None:
    copy = scrubbed(made_book(DOUBTFUL[place]), author="Revisorerna", on=DAY)
    assert SECRET in findings(copy.content)
    assert copy.unseen == (Unseen(SECRET, is_gone=False),)


def test_white_text_in_a_box_stays_and_is_told_of() -> None:
    parts = word()
    text(boxed(run(SECRET, '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')))(parts)
    copy = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert SECRET in findings(copy.content)
    assert copy.unseen == (Unseen(SECRET, is_gone=False),)
    assert "gammal" not in read_parts(copy.content)["word/document.xml"].decode()


@pytest.mark.parametrize(
    "around",
    [
        boxed(run(SECRET)).replace("<w:p>", f"<w:p>{FLAT}", 1),
        f"{FLAT_ROW}<w:tc>{boxed(run(SECRET))}</w:tc></w:tr></w:tbl><w:p/>",
    ],
    ids=["line", "row"],
)
def test_a_box_on_a_flat_line_or_row_stays_and_is_told_of(around: str) -> None:
    parts = word()
    text(around)(parts)
    copy = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert SECRET in findings(copy.content)
    assert copy.unseen == (Unseen(SECRET, is_gone=False),)


@pytest.mark.parametrize("place", SEEN)
def test_what_a_reader_sees_is_found(place: str) -> None:
    parts = word()
    SEEN[place](parts)
    copy = published(write_parts(parts))
    assert SECRET in findings(copy)


@pytest.mark.parametrize("kind", REFUSED)
def test_a_picture_that_nobody_can_look_through_is_refused(kind: str) -> None:
    parts = word()
    placed(*REFUSED[kind])(parts)
    with pytest.raises(RevTrackError, match=r"The picture"):
        published(write_parts(parts))


def test_a_cropped_picture_is_refused() -> None:
    parts = word()
    placed(png(), within='<a:srcRect l="20000"/>')(parts)
    with pytest.raises(RevTrackError, match="cropped"):
        published(write_parts(parts))


@pytest.mark.parametrize("place", BOOKS)
def test_what_no_reader_of_a_workbook_sees_is_gone(place: str) -> None:
    planted = made_book(BOOKS[place])
    assert is_in(planted), "nothing was planted"
    copy = published(planted)
    assert not is_in(copy)
    opened = load_workbook(io.BytesIO(copy))
    assert [each.title for each in opened.worksheets] == ["Rekommendationer"]
    assert front(opened)["A2"].value == "R1"


@pytest.mark.parametrize("place", HIDING)
def test_a_cell_that_nobody_can_see_is_emptied_and_told_of(place: str) -> None:
    copy = scrubbed(made_book(HIDING[place]), author="Revisorerna", on=DAY)
    assert not is_in(copy.content)
    assert copy.unseen == (Unseen(SECRET),)


@pytest.mark.parametrize("place", SHOWN)
def test_what_a_reader_of_a_workbook_sees_is_found(place: str) -> None:
    copy = scrubbed(made_book(SHOWN[place]), author="Revisorerna", on=DAY)
    assert any(SECRET in each for each in findings(copy.content))
    assert not copy.unseen


def test_there_are_forty_secrets_of_each_kind_at_least() -> None:
    assert len(WORD) - len(PICTURES) >= 40
    assert len(BOOKS) + len(HIDING) + len(PICTURES) >= 40


def test_the_rest_of_the_text_stands_as_before() -> None:
    parts = word()
    for place in ("deletion", "insertion by", "hidden text", "bookmark", "fetched field"):
        WORD[place](parts)
    for place in ("smart tag", "choices of a field", "for other programs", "bookmark led to"):
        WORD[place](parts)
    copy = docx.Document(io.BytesIO(published(write_parts(parts))))
    shown = [each.text for each in copy.paragraphs if each.text]
    assert shown[:2] == ["Granskning", "Nämnden bör följa upp avtalen."]
    assert sorted(shown[2:]) == [
        *("hit", "hitdit", "infogat", "kvar", "ort", "svar", "synligt", "visas", "x")
    ]
    assert copy.core_properties.title == "Granskning av ekonomistyrning"
    assert copy.core_properties.author == "Revisorerna"


@pytest.mark.parametrize("code", ["MERGEFIELD namn", "PAGE"])
def test_of_a_field_within_another_s_code_only_the_outer_result_stands(code: str) -> None:
    parts = word()
    paragraph(asking(field(code).replace("visas", SECRET)))(parts)
    copy = read_parts(published(write_parts(parts)))["word/document.xml"]
    assert copy.count(b"visas") == 1
    assert b"fldChar" not in copy


def test_a_field_that_never_ends_hides_nothing() -> None:
    parts = word()
    paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run(SECRET))(parts)
    assert SECRET in findings(published(write_parts(parts)))


def test_a_file_that_leads_out_or_runs_something_does_neither() -> None:
    parts = word()
    link("https://example.se", "länk")(parts)
    copy = read_parts(published(write_parts(parts)))
    assert not [each for each in copy.values() if b"External" in each]
    parts = word()
    seen = '<w:p><w:r><w:object xmlns:o="urn:x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><o:OLEObject r:id="rIdX9"/></w:object></w:r></w:p>'  # noqa: E501 - XML as it stands
    part("word/embeddings/fil.bin", "x", "oleObject", seen=seen)(parts)
    with pytest.raises(RevTrackError, match="embedded object"):
        published(write_parts(parts))


def test_a_scrubbed_copy_scrubbed_again_is_the_same() -> None:
    parts = word()
    for plant in (commented, styled, note("footnote"), placed(png())):
        plant(parts)
    for place in ("bookmark led to", "name of a style", "unused list"):
        WORD[place](parts)
    once = published(write_parts(parts))
    assert published(once) == once
    for content in read_parts(once).values():
        if content.startswith(b"<?xml"):
            etree.fromstring(content)


def test_numbers_that_are_none_are_told_as_damage() -> None:
    parts = read_parts(made_book(lambda _made: None))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<row r="1"', b'<row r="ett"')
    with pytest.raises(RevTrackError, match="damaged or not whole"):
        published(write_parts(parts))


def test_a_formula_becomes_what_it_gave_and_is_refused_where_it_gave_nothing() -> None:
    reckoned = made_book(lambda made: front(made).__setitem__("C2", f'=IF(1=1,"a","{SECRET}")'))
    with pytest.raises(RevTrackError, match="has not been reckoned"):
        published(reckoned)
    parts = read_parts(reckoned)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = (
        parts[name].replace(b"</f><v></v>", b"</f><v>1</v>").replace(b"</f><v/>", b"</f><v>1</v>")
    )
    copy = published(write_parts(parts))
    assert not is_in(copy)
    assert front(load_workbook(io.BytesIO(copy)))["C2"].value == 1
