"""Word documents as other people write them, read as they would be printed."""

import io
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from revtrack.domain.errors import RevTrackError
from revtrack.reading.guard import read_guarded
from revtrack.reading.word_text import read_word
from tests.reading.archives import CONTENT_TYPES, archive, word

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: WordDocument) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def blocks(document: WordDocument) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_word(saved(document))["blocks"]
    return found


def with_xml(*paragraphs: str) -> list[str]:
    """Return the texts of a document that holds these paragraphs, written as XML."""
    document = Document()
    for each in paragraphs:
        append(document, each)
    return [block["text"] for block in blocks(document)]


def append(document: WordDocument, xml: str, name: str = "p") -> None:
    body = document.element.body
    element = parse_xml(f"<w:{name} {nsdecls('w', 'wp', 'a')} {MC}>{xml}</w:{name}>")
    body.insert(len(body) - 1, element)


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def shown(table: list[list[dict[str, Any]]]) -> list[list[str]]:
    return [[cell["text"] + "*" * cell["is_merged"] for cell in row] for row in table]


def test_headings_lists_and_text_are_told_apart_by_their_styles() -> None:
    document = Document()
    document.add_heading("Missiv", 0)
    document.add_heading("Rekommendationer", 2)
    document.add_paragraph("Vi rekommenderar nämnden att:")
    document.add_paragraph("följa upp avtalen", style="List Bullet")
    document.add_paragraph("utbilda cheferna", style="List Number")
    document.add_paragraph("utse ansvariga", style="List Number")
    document.add_paragraph("")

    told = [
        (each["kind"], each["level"], each["marker"], each["text"]) for each in blocks(document)
    ]

    assert told == [
        ("heading", 1, None, "Missiv"),
        ("heading", 2, None, "Rekommendationer"),
        ("paragraph", None, None, "Vi rekommenderar nämnden att:"),
        ("item", 0, "•", "följa upp avtalen"),
        ("item", 0, "1.", "utbilda cheferna"),
        ("item", 0, "2.", "utse ansvariga"),
    ]


LEVELS = (("3", "decimal", "R%1."), ("1", "lowerLetter", "%1%2)"), ("4", "upperRoman", "%3"))


def defined(kind: str, number: str, inner: str) -> Any:  # noqa: ANN401 - lxml's element
    return parse_xml(f'<w:{kind} {nsdecls("w")} w:{kind}Id="{number}">{inner}</w:{kind}>')


def level(place: int, start: str, form: str, text: str) -> str:
    parts = (("start", start), ("numFmt", form), ("lvlText", text))
    inner = "".join(f'<w:{name} w:val="{said}"/>' for name, said in parts)
    return f'<w:lvl w:ilvl="{place}">{inner}</w:lvl>'


def test_numbers_are_counted_as_word_counts_them() -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(level(place, *each) for place, each in enumerate(LEVELS))
    numbering.insert(0, defined("abstractNum", "77", levels))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    for number, inner in (("77", ""), ("78", start)):
        kind = f'<w:abstractNumId w:val="77"/>{inner}'
        numbering.append(defined("num", number, kind))
    for listed, deep in ((77, 0), (77, 1), (77, 1), (77, 2), (77, 0), (77, 1), (78, 0), (78, 0)):
        place = f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{listed}"/></w:numPr>'
        append(document, f"<w:pPr>{place}</w:pPr>{run('text')}")

    markers = [each["marker"] for each in blocks(document)]

    assert markers == ["R3.", "3a)", "3b)", "IV", "R4.", "4a)", "R9.", "R10."]


def test_changes_are_read_as_accepted_and_notes_and_hidden_text_left_out() -> None:
    changed = (
        run("Nämnden ")
        + f'<w:del w:id="1" w:author="A">{run("bör").replace("w:t", "w:delText")}</w:del>'
        + f'<w:ins w:id="2" w:author="A">{run("ska")}</w:ins>'
        + run(" följa upp")
        + '<w:r><w:footnoteReference w:id="3"/></w:r>'
        + run("hemligt", "<w:vanish/>")
        + f'<w:moveFrom w:id="4">{run(" flyttat bort")}</w:moveFrom>'
        + f'<w:moveTo w:id="5">{run(" flyttat hit")}</w:moveTo>'
    )

    assert with_xml(changed) == ["Nämnden ska följa upp flyttat hit"]


def test_a_paragraph_whose_end_is_struck_out_runs_on() -> None:
    first = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("Följa upp ")

    assert with_xml(first, run("avtalen")) == ["Följa upp avtalen"]


def test_hyphens_and_spaces_that_only_steer_the_line_are_plain() -> None:
    text = (
        run("upp\u00adfölj")
        + "<w:r><w:softHyphen/></w:r>"
        + run("ning\u00a0av  §\u202f85")
        + "<w:r><w:noBreakHyphen/><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r>"
        + run("\u2011D")
    )

    assert with_xml(text) == ["uppföljning av § 85-A B\nC-D"]


def test_fields_controls_and_links_give_the_text_they_show() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("2022-12-01")
    )
    control = f"<w:sdt><w:sdtContent>{run(' kl. 9')}</w:sdtContent></w:sdt>"

    assert with_xml(f"{field}{control}<w:hyperlink>{run(' här')}</w:hyperlink>") == [
        "2022-12-01 kl. 9 här"
    ]


def test_a_text_box_is_read_once_whatever_its_forms() -> None:
    box = f"<w:txbxContent><w:p>{run('I rutan')}</w:p></w:txbxContent>"
    drawn = (
        f"{run('Utanför')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert with_xml(drawn) == ["Utanför", "I rutan"]


def test_merged_cells_are_repeated_and_marked() -> None:
    document = Document()
    table = document.add_table(4, 3)
    for place, text in enumerate(("Nr", "Rekommendation", "Mottagare")):
        table.cell(0, place).text = text
    table.cell(1, 0).merge(table.cell(1, 2)).text = "Till nämnderna"
    table.cell(2, 2).merge(table.cell(3, 2)).text = "KS\nGSN"
    table.cell(2, 1).text, table.cell(3, 1).text = "Följa upp", "Utbilda"
    for place in (2, 3):
        table.cell(place, 0).paragraphs[0].style = "List Number"

    [block] = blocks(document)

    assert shown(block["rows"]) == [
        ["Nr", "Rekommendation", "Mottagare"],
        ["Till nämnderna", "Till nämnderna*", "Till nämnderna*"],
        ["1.", "Följa upp", "KS\nGSN"],
        ["2.", "Utbilda", "KS\nGSN*"],
    ]


def test_a_row_that_is_struck_out_is_left_out_and_a_table_in_a_cell_is_lines() -> None:
    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    struck = cell(f"<w:p>{run('bort')}</w:p>")
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{struck}</w:tr>"
    pair = "".join(cell(f"<w:p>{run(text)}</w:p>") for text in "ab")
    nested = f"<w:p>{run('kvar')}</w:p><w:tbl><w:tr>{pair}</w:tr></w:tbl>"
    document = Document()
    append(document, f"{gone}<w:tr>{cell(nested)}</w:tr>", "tbl")

    [block] = blocks(document)

    assert shown(block["rows"]) == [["kvar\na\nb"]]


def test_a_table_of_contents_and_page_headers_are_apart() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Revisorerna i Alvsunda"
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("1 Sammanfattning 2", style=style)

    read = read_word(saved(document))

    assert read["headers"] == ["Revisorerna i Alvsunda"]
    assert [each["kind"] for each in read["blocks"]] == ["contents"]


def test_a_document_is_read_through_the_guard() -> None:
    document = Document()
    document.add_paragraph("Hej å ä ö")

    assert read_guarded("word_text", saved(document))["blocks"] == [
        {"kind": "paragraph", "text": "Hej å ä ö", "level": None, "marker": None}
    ]


@pytest.mark.parametrize(
    "content",
    [
        word(document="<w:document"),
        word(document="<a/>"),
        word(document="<a>" * 100_000),
        archive(("[Content_Types].xml", CONTENT_TYPES), ("word/styles.xml", "<a/>")),
    ],
    ids=["cut", "foreign", "deep", "no document"],
)
def test_a_document_that_is_none_is_one_sentence(content: bytes) -> None:
    with pytest.raises(RevTrackError, match="it is damaged or not whole"):
        read_guarded("word_text", content)


def test_a_cell_as_wide_as_a_million_columns_is_no_wider_than_word_allows() -> None:
    document = Document()
    wide = '<w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>'
    append(document, f"<w:tr><w:tc>{wide}<w:p>{run('bred')}</w:p></w:tc></w:tr>", "tbl")

    [block] = blocks(document)

    assert len(block["rows"][0]) == 64
