"""Forty secrets in the corners of a document: scrubbed away, or found by the gate."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from revtrack.documents.office.package import read_parts, write_parts
from revtrack.documents.publishing.scrubbing import scrubbed
from revtrack.documents.publishing.sheets import blank_hidden
from revtrack.documents.publishing.told import told_by
from revtrack.domain.errors import RevTrackError
from revtrack.domain.publishing.gate import Known, look_through

DAY = date(2023, 6, 1)
SECRET = "Zarah Hemligström"  # noqa: S105 - a person's name
"""A name that the gate knows as a person's, where it is seen."""
Parts = dict[str, bytes]
Plant = Callable[[Parts], None]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT, TYPES, RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
R_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word() -> Parts:
    document = docx.Document()
    document.core_properties.title = "Granskning av ekonomistyrning"
    document.add_heading("Granskning", 1)
    document.add_paragraph("Nämnden bör följa upp avtalen.")
    document.add_table(2, 2).cell(0, 0).text = "Rekommendation"
    buffer = io.BytesIO()
    document.save(buffer)
    return read_parts(buffer.getvalue())


def front(made: Workbook) -> Any:  # noqa: ANN401 - a sheet, as openpyxl has it
    return made.active


def book() -> Parts:
    made = Workbook()
    front(made).title = "Rekommendationer"
    for row in (("Nr", "Rekommendation"), ("R1", "Följ upp avtalen"), ("R2", "Se över rutiner")):
        front(made).append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return read_parts(buffer.getvalue())


def replaced(parts: Parts, name: str, old: str, new: str) -> None:
    assert old.encode() in parts[name], (name, old)
    parts[name] = parts[name].replace(old.encode(), new.encode(), 1)


def text(inner: str) -> Plant:
    """Plant something after the first paragraph of the text."""
    return lambda parts: replaced(parts, DOCUMENT, "<w:tbl>", f"{inner}<w:tbl>")


def paragraph(inner: str, properties: str = "") -> Plant:
    return text(f"<w:p>{properties}{inner}</w:p>")


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


def part(name: str, content: str, kind: str, source: str = DOCUMENT, seen: str = "") -> Plant:
    """Plant a part that the text leads to."""

    def plant(parts: Parts) -> None:
        parts[name] = content.encode()
        folder, base = source.rsplit("/", 1)
        rels = f"{folder}/_rels/{base}.rels"
        target = "/" + name
        line = f'<Relationship Id="rIdX9" Type="{R_TYPE}{kind}" Target="{target}"/>'
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts.setdefault(rels, empty.encode())
        replaced(parts, rels, "</Relationships>", f"{line}</Relationships>")
        override = f'<Override PartName="/{name}" ContentType="application/xml"/>'
        replaced(parts, TYPES, "</Types>", f"{override}</Types>")
        if seen:
            text(seen)(parts)

    return plant


def link(target: str, words: str) -> Plant:
    def plant(parts: Parts) -> None:
        line = f'<Relationship Id="rIdX8" Type="{R_TYPE}hyperlink" Target="{target}" TargetMode="External"/>'  # noqa: E501 - XML as it stands
        replaced(parts, RELS, "</Relationships>", f"{line}</Relationships>")
        relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX8"'  # noqa: E501 - XML as it stands
        paragraph(f"<w:hyperlink {relation}>{run(words)}</w:hyperlink>")(parts)

    return plant


def core(field: str) -> Plant:
    def plant(parts: Parts) -> None:
        name = "docProps/core.xml"
        parts[name] = re.sub(
            rb"</cp:coreProperties>",
            f"<{field}>{SECRET}</{field}></cp:coreProperties>".encode(),
            parts[name],
        )

    return plant


def setting(inner: str) -> Plant:
    return lambda parts: replaced(
        parts, "word/settings.xml", "</w:settings>", f"{inner}</w:settings>"
    )


def png(words: str) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    says = chunk(b"tEXt", f"Author\0{words}".encode("latin-1"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + says + pixels + chunk(b"IEND", b"")


def picture(words: str, described: str = "Stapeldiagram") -> Plant:
    def plant(parts: Parts) -> None:
        document = docx.Document(io.BytesIO(write_parts(parts)))
        document.add_picture(io.BytesIO(png(words)))
        for each in document.element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        ):
            each.set("descr", described)
            each.set("name", SECRET)
        buffer = io.BytesIO()
        document.save(buffer)
        parts.clear()
        parts.update(read_parts(buffer.getvalue()))

    return plant


def commented(parts: Parts) -> None:
    words = f'<w:comments {W}><w:comment w:id="1" w:author="{SECRET}"><w:p>{run(SECRET)}</w:p></w:comment></w:comments>'  # noqa: E501 - XML as it stands
    part("word/comments.xml", words, "comments")(parts)
    mark = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'  # noqa: E501 - XML as it stands
    paragraph(mark.format(run("Med kommentar")))(parts)


BY = f'w:id="7" w:author="{SECRET}" w:date="2023-01-01T00:00:00Z"'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
STYLED = '<w:style w:type="character" w:styleId="Gomd"><w:name w:val="gömd"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'  # noqa: E501 - XML as it stands


def styled(parts: Parts) -> None:
    replaced(parts, "word/styles.xml", "</w:styles>", STYLED)
    paragraph(run(SECRET, '<w:rPr><w:rStyle w:val="Gomd"/></w:rPr>'))(parts)


def note(name: str) -> Plant:
    def plant(parts: Parts) -> None:
        words = f'<w:{name}s {W}><w:{name} w:id="2"><w:p>{run(SECRET)}</w:p></w:{name}></w:{name}s>'
        part(f"word/{name}s.xml", words, f"{name}s")(parts)
        paragraph(f'<w:r><w:{name}Reference w:id="2"/></w:r>')(parts)

    return plant


def header(name: str) -> Plant:
    def plant(parts: Parts) -> None:
        document = docx.Document(io.BytesIO(write_parts(parts)))
        getattr(document.sections[0], name).paragraphs[0].text = SECRET
        buffer = io.BytesIO()
        document.save(buffer)
        parts.clear()
        parts.update(read_parts(buffer.getvalue()))

    return plant


def zip_extra(parts: Parts) -> None:
    parts["hemligt/okänd.bin"] = SECRET.encode()


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("visas")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


WORD: dict[str, Plant] = {
    "author": core("dc:creator"),
    "last author": core("cp:lastModifiedBy"),
    "keywords": core("cp:keywords"),
    "description": core("dc:description"),
    "custom properties": part(
        "docProps/custom.xml", f"<Properties>{SECRET}</Properties>", "custom-properties"
    ),
    "custom xml": part("customXml/item1.xml", f"<x>{SECRET}</x>", "customXml"),
    "comment": commented,
    "people": part("word/people.xml", f"<people>{SECRET}</people>", "people"),
    "deletion": paragraph(
        f"<w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>{run('kvar')}"
    ),
    "insertion by": paragraph(f"<w:ins {BY}>{run('infogat')}</w:ins>"),
    "moved from": paragraph(f"<w:moveFrom {BY}>{run(SECRET)}</w:moveFrom>"),
    "change of looks": paragraph(
        f"<w:r><w:rPr><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>fet</w:t></w:r>"
    ),
    "struck paragraph": paragraph(
        f"<w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>",
        f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>",
    ),
    "struck row": text(
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{run(SECRET)}</w:p></w:tc></w:tr></w:tbl>"
    ),
    "hidden text": paragraph(run(SECRET, HIDDEN) + run("synligt")),
    "hidden by style": styled,
    "document variable": setting(f'<w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars>'),
    "mail merge": setting(f'<w:mailMerge><w:query w:val="{SECRET}"/></w:mailMerge>'),
    "fetched field": paragraph(field(f'INCLUDETEXT "C:\\{SECRET}.docx"')),
    "bookmark": paragraph(
        f'<w:bookmarkStart w:id="5" w:name="{SECRET}"/>{run("hit")}<w:bookmarkEnd w:id="5"/>'
    ),
    "smart tag": paragraph(f'<w:smartTag w:uri="{SECRET}" w:element="x">{run("ort")}</w:smartTag>'),
    "data binding": text(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{SECRET}"/></w:sdtPr><w:sdtContent><w:p>{run("svar")}</w:p></w:sdtContent></w:sdt>'  # noqa: E501 - XML as it stands
    ),
    "permission": paragraph(
        f'<w:permStart w:id="3" w:ed="{SECRET}"/>{run("får ändras")}<w:permEnd w:id="3"/>'
    ),
    "remark in xml": text(f"<!-- {SECRET} -->"),
    "address of a link": link(f"https://example.se/{SECRET}", "länk"),
    "glossary": part(
        "word/glossary/document.xml",
        f"<w:glossaryDocument {W}><w:p>{run(SECRET)}</w:p></w:glossaryDocument>",
        "glossaryDocument",
    ),
    "thumbnail": part("docProps/thumbnail.jpeg", SECRET, "thumbnail"),
    "stray part": zip_extra,
    "picture's author": picture(SECRET),
}
"""Where nobody sees it: it is scrubbed away."""

SEEN: dict[str, Plant] = {
    "text": paragraph(run(SECRET)),
    "text in pieces": paragraph(run("Zarah Hem") + run("ligström")),
    "inserted text": paragraph(f"<w:ins {BY}>{run(SECRET)}</w:ins>"),
    "page header": header("header"),
    "page footer": header("footer"),
    "footnote": note("footnote"),
    "endnote": note("endnote"),
    "alternative text": picture("x", SECRET),
    "words of a link": link("https://example.se", SECRET),
    "title": lambda parts: replaced(parts, "docProps/core.xml", "Granskning av", SECRET),
    "table's description": lambda parts: replaced(
        parts, DOCUMENT, "<w:tblPr>", f'<w:tblPr><w:tblDescription w:val="{SECRET}"/>'
    ),
}
"""Where a reader sees it: the gate finds it."""


def everywhere(content: bytes) -> bytes:
    """Return all bytes of a file, unpacked, its archive's own too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join([content, *(archive.read(each) for each in archive.namelist())])


def is_in(content: bytes, secret: str = SECRET) -> bool:
    whole = everywhere(content)
    shown = " ".join(said for _part, said in told_by(content))
    ways = (secret.encode(), secret.encode("utf-16-le"), secret.encode("latin-1"))
    return any(way in whole for way in ways) or secret in shown


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
    copy = scrubbed(planted, author="Revisorerna", on=DAY)
    assert not is_in(copy)
    assert docx.Document(io.BytesIO(copy)).paragraphs[0].text == "Granskning"


@pytest.mark.parametrize("place", SEEN)
def test_what_a_reader_sees_is_found(place: str) -> None:
    parts = word()
    SEEN[place](parts)
    copy = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert SECRET in findings(copy)


def made_book(change: Callable[[Workbook], None]) -> bytes:
    opened = load_workbook(io.BytesIO(write_parts(book())))
    change(opened)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def hidden_sheet(made: Workbook, state: str = "hidden") -> None:
    sheet = made.create_sheet("Dolt", 0)
    sheet["A1"] = SECRET
    sheet.sheet_state = state
    made.active = 1
    made["Rekommendationer"]["C2"] = "=Dolt!A1"


def hidden_row(made: Workbook) -> None:
    front(made)["B4"] = SECRET
    front(made).row_dimensions[4].hidden = True


def hidden_column(made: Workbook) -> None:
    front(made)["D2"] = SECRET
    front(made).column_dimensions["D"].hidden = True


def remark(made: Workbook) -> None:
    front(made)["A1"].comment = Comment(SECRET, SECRET)


def name(made: Workbook) -> None:
    made.defined_names["dold"] = DefinedName("dold", attr_text=f'"{SECRET}"', hidden=True)


def linked(made: Workbook) -> None:
    front(made)["A2"].hyperlink = f"mailto:{SECRET}"


def properties(made: Workbook) -> None:
    made.properties.creator = made.properties.lastModifiedBy = SECRET
    made.properties.description = SECRET


BOOKS: dict[str, Callable[[Workbook], None]] = {
    "hidden sheet": hidden_sheet,
    "very hidden sheet": lambda made: hidden_sheet(made, "veryHidden"),
    "hidden row": hidden_row,
    "hidden column": hidden_column,
    "remark": remark,
    "hidden name": name,
    "address of a link": linked,
    "properties": properties,
}
SHOWN: dict[str, Callable[[Workbook], None]] = {
    "cell": lambda made: front(made).append(("R3", SECRET)),
    "name of a sheet": lambda made: setattr(front(made), "title", SECRET),
    "page header": lambda made: setattr(front(made).oddHeader.center, "text", SECRET),
}


@pytest.mark.parametrize("place", BOOKS)
def test_what_no_reader_of_a_workbook_sees_is_gone(place: str) -> None:
    planted = made_book(BOOKS[place])
    assert is_in(planted), "nothing was planted"
    copy = scrubbed(planted, author="Revisorerna", on=DAY)
    assert not is_in(copy)
    opened = load_workbook(io.BytesIO(copy))
    assert [each.title for each in opened.worksheets] == ["Rekommendationer"]
    assert front(opened)["B2"].value == "Följ upp avtalen"


@pytest.mark.parametrize("place", SHOWN)
def test_what_a_reader_of_a_workbook_sees_is_found(place: str) -> None:
    copy = scrubbed(made_book(SHOWN[place]), author="Revisorerna", on=DAY)
    assert any(SECRET in each for each in findings(copy))


def test_there_are_forty_secrets_at_least() -> None:
    assert len(WORD) + len(SEEN) + len(BOOKS) + len(SHOWN) >= 40


def test_the_rest_of_the_text_stands_as_before() -> None:
    parts = word()
    for place in (
        "deletion",
        "insertion by",
        "hidden text",
        "bookmark",
        "fetched field",
        "smart tag",
    ):
        WORD[place](parts)
    copy = docx.Document(io.BytesIO(scrubbed(write_parts(parts), author="Revisorerna", on=DAY)))
    shown = [each.text for each in copy.paragraphs if each.text]
    assert shown[:2] == ["Granskning", "Nämnden bör följa upp avtalen."]
    assert sorted(shown[2:]) == ["hit", "infogat", "kvar", "ort", "synligt", "visas"]
    assert copy.core_properties.title == "Granskning av ekonomistyrning"
    assert copy.core_properties.author == "Revisorerna"


def test_a_file_that_leads_out_or_runs_something_does_neither() -> None:
    parts = word()
    link("https://example.se", "länk")(parts)
    copy = read_parts(scrubbed(write_parts(parts), author="Revisorerna", on=DAY))
    assert not [each for each in copy.values() if b"External" in each]
    parts = word()
    seen = '<w:p><w:r><w:object xmlns:o="urn:x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><o:OLEObject r:id="rIdX9"/></w:object></w:r></w:p>'  # noqa: E501 - XML as it stands
    part("word/embeddings/fil.bin", "x", "oleObject", seen=seen)(parts)
    with pytest.raises(RevTrackError, match="embedded object"):
        scrubbed(write_parts(parts), author="Revisorerna", on=DAY)


def test_a_scrubbed_copy_scrubbed_again_is_the_same() -> None:
    parts = word()
    for plant in (commented, styled, note("footnote"), picture("x")):
        plant(parts)
    once = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert scrubbed(once, author="Revisorerna", on=DAY) == once
    for content in read_parts(once).values():
        if content.startswith(b"<?xml"):
            etree.fromstring(content)


def test_a_hidden_row_of_a_table_is_gone() -> None:
    parts = word()
    cell = f"<w:tc><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:tc>"
    hidden = f"<w:tr {W}><w:trPr><w:hidden/></w:trPr>{cell}</w:tr>"
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</w:tbl>", hidden.encode() + b"</w:tbl>")
    copy = scrubbed(write_parts(parts), author="Revisorerna", on=DAY)
    assert SECRET.encode() not in read_parts(copy)[DOCUMENT]
    assert b"Rekommendation" in read_parts(copy)[DOCUMENT]


def test_a_cell_without_an_address_is_emptied_in_a_hidden_column() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
    cols = '<cols><col min="2" max="2" hidden="1"/></cols>'
    sheet = etree.fromstring(f'<worksheet xmlns="{space}">{cols}{cells}</worksheet>')
    blank_hidden(sheet)
    assert [each.findtext(f"{{{space}}}v") for each in sheet[1]] == ["1", None, "3"]
