"""Word documents cleaned as texts are: pasted texts, typed bullets, footnotes, signing lines."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from revtrack.domain.texts.paper import Line, Paper
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of


def paper(document: WordDocument) -> Paper:
    made = io.BytesIO()
    document.save(made)
    return paper_of(read_paper(made.getvalue()))


def told(read: Paper) -> list[str]:
    return [
        f"{line.kind.value} {line.place.line}: {line.text}"
        for line in read.blocks
        if isinstance(line, Line)
    ]


def test_a_text_that_was_pasted_line_by_line_reads_as_the_text_does() -> None:
    document = Document()
    for text in (
        "Till: Kommunstyrelsen,",
        "vård- och",
        "omsorgsnämnden",
        "Justerandes sign",
        "- Följa upp målen",
        "¹ Antogs i mars.",
        "Bedömning",
        "Målen följs *inte* upp.",
    ):
        document.add_paragraph(text)

    read = paper(document)

    assert told(read) == [
        "paragraph 1: Till: Kommunstyrelsen, vård- och omsorgsnämnden",
        "item 5: Följa upp målen",
        "footnote 6: Antogs i mars.",
        "heading 7: Bedömning",
        "paragraph 8: Målen följs inte upp.",
    ]
    assert [line.text for line in read.furniture] == ["Justerandes sign"]


def test_a_bold_line_is_a_heading_and_a_line_break_parts_addresses() -> None:
    document = Document()
    document.add_paragraph().add_run("Nämndens inriktning").bold = True
    document.add_paragraph("Beslutet skickas till:\nKommunstyrelsen\nRevisorerna")

    assert told(paper(document)) == [
        "heading 1: Nämndens inriktning",
        "paragraph 2: Beslutet skickas till:",
        "paragraph 2: Kommunstyrelsen",
        "paragraph 2: Revisorerna",
    ]


def test_lines_count_paragraphs_and_rows_and_a_table_for_signing_is_no_text() -> None:
    document = Document()
    document.add_paragraph("Först.")
    table = document.add_table(2, 2)
    for place, text in enumerate(("Fråga", "Svar", "Mål?", "Ja")):
        table.cell(place // 2, place % 2).text = text
    signing = document.add_table(1, 2)
    signing.cell(0, 0).text, signing.cell(0, 1).text = "Justerandes sign", "Utdragsbestyrkande"
    document.add_paragraph("Sist.")

    read = paper(document)

    assert told(read) == ["paragraph 1: Först.", "paragraph 5: Sist."]
    assert len(read.blocks) == 3
    assert [line.place.line for line in read.furniture] == [4]


def test_a_footnote_follows_the_paragraph_that_it_hangs_on() -> None:
    document = Document()
    paragraph = document.add_paragraph("Nämnden har en plan")
    mark = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'
    paragraph._p.append(parse_xml(mark))  # noqa: SLF001 - python-docx writes no footnotes
    paragraph.add_run(" för arbetet.")
    document.add_paragraph("Planen följs upp.")
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Antagen i mars.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    read = paper(document)

    assert told(read) == [
        "paragraph 1: Nämnden har en plan för arbetet.",
        "footnote 1: Antagen i mars.",
        "paragraph 2: Planen följs upp.",
    ]
    assert [line.marker for line in read.blocks if isinstance(line, Line)] == [None, "1", None]
