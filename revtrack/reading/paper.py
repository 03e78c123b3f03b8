"""A Word document of somebody else's as a paper that rules can look at."""

from typing import Any

from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table, quote_of
from revtrack.reading.guard import read_guarded


def read_paper(content: bytes) -> Paper:
    """Return a .docx as lines and tables; raise RevTrackError where it cannot be read."""
    return paper_of(read_guarded("word_text", content))


def paper_of(read: dict[str, Any]) -> Paper:
    """Return what the reader of Word documents gives as lines and tables with their places."""
    blocks: list[Line | Table] = []
    paragraph = table = 0
    for each in read["blocks"]:
        if each["kind"] == "table":
            table += 1
            blocks.append(_table(each["rows"], table))
        else:
            paragraph += 1
            blocks.append(_line(each, paragraph))
    return Paper(tuple(blocks), tuple(read["headers"]), read["has_changes"])


def _line(block: dict[str, Any], number: int) -> Line:
    text = block["text"]
    place = Place(quote_of(text), paragraph=number)
    return Line(LineKind(block["kind"]), text, place, block["level"], block["marker"])


def _table(rows: list[list[dict[str, Any]]], number: int) -> Table:
    return Table(tuple(_row(cells, number, place) for place, cells in enumerate(rows, start=1)))


def _row(cells: list[dict[str, Any]], table: int, number: int) -> Row:
    longest = max((cell["text"] for cell in cells), key=len, default="")
    return Row(
        tuple(Cell(cell["text"], cell["is_merged"]) for cell in cells),
        Place(quote_of(longest), table=table, row=number),
    )
