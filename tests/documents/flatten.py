"""Word and Excel files as lines of text, so that a golden file can be read and compared."""

import os
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree, html
from openpyxl import load_workbook

GOLDEN = Path(__file__).parents[1] / "golden"
REWRITE = "REVTRACK_REWRITE_GOLDEN"
"""Set in the environment, golden files are written anew, to be read as a diff."""

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
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
    "toc heading": "Innehållsrubrik",
    "toc 1": "Innehåll 1",
    "toc 2": "Innehåll 2",
}


def word_lines(document: bytes) -> list[str]:
    """Return "Rubrik 1: text" for each paragraph and "| a | b |" for each row of a table."""
    opened = Document(BytesIO(document))
    lines = []
    for block in opened.iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style and block.style.name else "normal"
            text = f"{SWEDISH.get(style.lower(), style)}: {block.text}".rstrip(" \t")
            lines += [text.replace("\n", " / ")] if block.text else []
            lines += chart_lines(block)
        else:
            lines += [_row(cells) for cells in table_rows(block)]
    return lines


def chart_lines(paragraph: Paragraph) -> list[str]:
    """Return a chart's alternative text, its titles and its bars; nothing where there is none."""
    lines = []
    for shown in paragraph._element.iter(f"{WP}docPr"):  # noqa: SLF001 - no other way to it
        named = next(each for each in shown.itersiblings("{*}graphic")).iterdescendants(f"{C}chart")
        relation = next(named).get(qn("r:id"))
        chart = etree.fromstring(paragraph.part.related_parts[relation].blob)
        lines.append(f"Diagram: {shown.get('title')}. {shown.get('descr')}")
        lines += [
            f"Diagramaxel: {''.join(map(str, each.itertext()))}" for each in chart.iter(f"{C}title")
        ]
        for each in chart.iter(f"{C}ser"):
            name, words, numbers = (
                [found.text or "" for found in each.iterfind(f"{C}{part}//{C}v")]
                for part in ("tx", "cat", "val")
            )
            bars = ", ".join(map(" ".join, zip(words, numbers, strict=True)))
            lines.append(f"Staplar: {name[0]}: {bars}")
    return lines


def plain_spaces(text: str) -> str:
    """Return the text with common spaces in place of those that no line ends at."""
    return text.replace("\u00a0", " ")


def table_rows(table: Table) -> list[list[str]]:
    """Return the texts of a table's cells, paragraphs parted by line breaks."""
    return [
        ["\n".join(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]


def tables(document: bytes) -> list[list[list[str]]]:
    """Return all tables of a document, row by row."""
    return [table_rows(table) for table in Document(BytesIO(document)).tables]


def shown_in(name: str, content: bytes) -> str:
    """Return what a reader sees in a Word document, a workbook or a page."""
    match name.rpartition(".")[2]:
        case "docx":
            texts = [line.partition(": ")[2] or line for line in word_lines(content)]
        case "xlsx":
            book = load_workbook(BytesIO(content))
            rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
            texts = [*book.sheetnames, *(str(cell) for row in rows for cell in row if cell)]
        case _:
            (body,) = html.fromstring(content).iter("body")
            texts = [str(each) for each in body.itertext()]
    return "\n".join(texts)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace(chr(10), ' / ') for cell in cells)} |"


def excel_rows(workbook: bytes, sheet: str) -> list[tuple[object, ...]]:
    """Return the values of a sheet's cells."""
    return list(load_workbook(BytesIO(workbook))[sheet].iter_rows(values_only=True))


def assert_golden(name: str, document: bytes) -> None:
    """Compare a document with its golden file; REVTRACK_REWRITE_GOLDEN=1 writes it anew."""
    text = "\n".join(word_lines(document)) + "\n"
    path = GOLDEN / name
    if os.environ.get(REWRITE):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
