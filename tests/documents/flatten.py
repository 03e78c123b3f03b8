"""Word and Excel files as lines of text, so that a golden file can be read and compared."""

from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

SWEDISH = {
    "heading 1": "Rubrik 1",
    "heading 2": "Rubrik 2",
    "heading 3": "Rubrik 3",
    "caption": "Beskrivning",
    "list bullet": "Punkt",
    "list number": "Nummer",
    "normal": "Text",
    "title": "Titel",
    "subtitle": "Underrubrik",
}


def word_lines(document: bytes) -> list[str]:
    """Return "Rubrik 1: text" for each paragraph and "| a | b |" for each row of a table."""
    lines = []
    opened = Document(BytesIO(document))
    for block in opened.element.body.iterchildren():
        if block.tag.endswith("}p"):
            paragraph = Paragraph(block, opened)
            style = paragraph.style.name if paragraph.style else "normal"
            lines.append(f"{SWEDISH.get(style.lower(), style)}: {paragraph.text}")
        elif block.tag.endswith("}tbl"):
            lines.extend(_row(row) for row in Table(block, opened)._tbl.tr_lst)
    return lines


def _row(row: object) -> str:
    cells = [
        " / ".join(Paragraph(p, None).text for p in cell.p_lst)  # type: ignore[attr-defined]
        for cell in row.tc_lst  # type: ignore[attr-defined]
    ]
    return f"| {' | '.join(cells)} |"


def excel_rows(workbook: bytes, sheet: str) -> list[tuple[object, ...]]:
    """Return the values of a sheet's cells."""
    return list(load_workbook(BytesIO(workbook))[sheet].iter_rows(values_only=True))
