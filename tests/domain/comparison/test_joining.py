"""A recommendation that somebody typed over several lines or rows is read as one."""

from copy import deepcopy

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from revtrack.domain.case import AuditCase
from tests.domain.comparison.papers import (
    Edit,
    Found,
    compared,
    edited,
    found,
    letter,
    paragraph,
    remove,
    saved,
    say,
    table,
)


@pytest.fixture(scope="session")
def made(eskilstuna: AuditCase) -> bytes:
    return letter(eskilstuna)


def broken(start: str, *parts: str, style: str | None = None) -> Edit:
    """Give a paragraph the first part, and the parts after it paragraphs of their own."""

    def edit(document: WordDocument) -> None:
        first = paragraph(document, start)
        after = first
        for part in parts[1:]:
            new = document.add_paragraph(part, style=style or first.style)
            after._element.addnext(new._element)  # noqa: SLF001 - no public way to insert after
            after = new
        say(first, parts[0])

    return edit


@pytest.mark.parametrize("style", [None, "Normal"])
@pytest.mark.parametrize(
    "parts",
    [
        (
            "R4. Pröva om dagens resurser för digitalisering, även för teknisk utveckling,",
            "är anpassade till den ambitionsnivå som programmet för digital transformation anger",
        ),
        (
            "R4. Pröva om dagens resurser för digitalisering:",
            "även för teknisk utveckling",
            "är anpassade till den ambitionsnivå som programmet för digital transformation anger.",
        ),
        (
            "R4. Pröva om dagens resurser för digitalisering,",
            "– även för teknisk utveckling,",
            "– är anpassade till den ambitionsnivå",
            "– som programmet för digital transformation anger",
        ),
    ],
)
def test_lines_that_together_are_the_wording_are_no_difference(
    eskilstuna: AuditCase, made: bytes, parts: tuple[str, ...], style: str | None
) -> None:
    assert found(eskilstuna, edited(made, broken("R4.", *parts, style=style))) == []


def test_a_word_changed_in_the_second_line_is_told_with_the_whole_wording(
    eskilstuna: AuditCase, made: bytes
) -> None:
    parts = (
        "R4. Pröva om dagens resurser för digitalisering, även för teknisk utveckling,",
        "inte är anpassade till den ambitionsnivå som programmet för digital transformation anger",
    )
    [only] = compared(eskilstuna, edited(made, broken("R4.", *parts))).deviations

    assert (only.code, only.number) == ("reworded_in_meaning", "R4")
    assert only.found == (
        "Pröva om dagens resurser för digitalisering, även för teknisk utveckling inte är "
        "anpassade till den ambitionsnivå som programmet för digital transformation anger"
    )


def test_a_new_line_below_a_recommendation_is_not_swallowed(
    eskilstuna: AuditCase, made: bytes
) -> None:
    whole = (
        "R3. Besluta om riktlinjen för kvalitets- och verksamhetsutveckling och införa den i "
        "verksamheterna"
    )
    content = edited(made, broken("R3.", whole, "Utbilda alla chefer i verksamhetsutveckling"))

    assert found(eskilstuna, content) == [Found("extra", None)]


def split_rows(document: WordDocument) -> None:
    """Break the fourth recommendation of a table over two rows, as at the end of a page."""
    row = document.tables[0].rows[4]
    text = row.cells[1].text
    row._tr.addnext(deepcopy(row._tr))  # noqa: SLF001 - no public way to insert a row
    below = document.tables[0].rows[5]
    row.cells[1].text = text[: text.index(" är anpassade")]
    for cell in below.cells:
        cell.text = ""
    below.cells[1].text = text[text.index("är anpassade") :]


def split_cells(document: WordDocument) -> None:
    """Break the fourth recommendation of a table over two cells of its row."""
    row = document.tables[0].rows[4]
    text = row.cells[1].text
    row.cells[1].text = text[: text.index(" är anpassade")]
    row.cells[3].text = text[text.index("är anpassade") :]


@pytest.mark.parametrize("edit", [split_rows, split_cells])
def test_a_recommendation_over_two_rows_or_cells_is_no_difference(
    eskilstuna: AuditCase, edit: Edit
) -> None:
    assert found(eskilstuna, edited(table(eskilstuna), edit)) == []


def tracked(start: str, old: str, new: str) -> Edit:
    """Replace words with changes tracked, as Word writes it."""

    def edit(document: WordDocument) -> None:
        each = paragraph(document, start)
        before, after = each.text.replace("\u00a0", " ").split(old)
        say(each, before)
        for kind, tag, text in (("del", "delText", old), ("ins", "t", new), (None, "t", after)):
            run = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
            space = nsdecls("w")
            xml = f'<w:{kind} w:id="9" w:author="A">{run}</w:{kind}>' if kind else run
            each._element.append(parse_xml(xml.replace(">", f" {space}>", 1)))  # noqa: SLF001

    return edit


def test_tracked_changes_are_read_as_accepted_and_said(eskilstuna: AuditCase, made: bytes) -> None:
    comparison = compared(eskilstuna, edited(made, tracked("R8.", "Arbeta mer", "Arbeta inte mer")))
    [only] = comparison.deviations

    assert (only.code, only.number) == ("reworded_in_meaning", "R8")
    assert comparison.has_changes
    assert not compared(eskilstuna, made).has_changes


def boxed(document: WordDocument) -> None:
    """Move R9 into a text box."""
    each = paragraph(document, "R9.")
    text = each.text
    say(each, "")
    box = (
        f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )
    each._element.append(parse_xml(box))  # noqa: SLF001 - python-docx makes no text boxes


def counted_by_word(document: WordDocument) -> None:
    """Let Word count the recommendations in one list that shows R1, R2 and so on."""
    numbering = document.part.numbering_part.element
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="R%1."/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, kind)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for each in document.paragraphs:
        if each.text[:1] == "R" and each.text[1:2].isdigit():
            say(each, each.text.partition(". ")[2])
            each._element.get_or_add_pPr().append(  # noqa: SLF001 - python-docx counts no lists
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
                )
            )


@pytest.mark.parametrize("edit", [boxed, counted_by_word])
def test_what_word_counts_or_frames_is_no_difference(
    eskilstuna: AuditCase, made: bytes, edit: Edit
) -> None:
    assert found(eskilstuna, edited(made, edit)) == []


def test_a_number_that_word_counts_differently_is_told(eskilstuna: AuditCase, made: bytes) -> None:
    content = edited(made, counted_by_word, remove("Göra klart"))

    assert [each.code for each in compared(eskilstuna, content).deviations] == [
        "missing",
        *["renumbered"] * 8,
    ]


def test_an_empty_document_is_another_paper(eskilstuna: AuditCase) -> None:
    assert found(eskilstuna, saved(Document())) == [Found("other_paper", None)]
