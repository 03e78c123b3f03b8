"""Papers of somebody else's as lines and tables that rules can look at."""

from typing import Any

from revtrack.confined.running import OnProgress
from revtrack.domain.texts.paper import (
    Cell,
    Line,
    LineKind,
    Paper,
    PaperWarning,
    Place,
    Row,
    Table,
    quote_of,
)
from revtrack.reading.guard import read_guarded


def read_any_paper(content: bytes, on_progress: OnProgress | None = None) -> Paper:
    """Return a Word document, a PDF or a text, cleaned of what belongs to its pages.

    ``on_progress`` is called with how many of how many pages of a PDF are read. Raises
    RevTrackError, with one sentence that says why, where it cannot be read.
    """
    return paper_of(read_guarded("any_paper", content, on_progress=on_progress))


def read_paper(content: bytes) -> Paper:
    """Return a .docx as it stands, as lines and tables; raise RevTrackError where it cannot."""
    return paper_of(read_guarded("word_text", content))


def paper_of(read: dict[str, Any]) -> Paper:
    """Return what a reader of papers gives as lines and tables with their places."""
    blocks: list[Line | Table] = []
    paragraph = table = 0
    for each in read["blocks"]:
        if each["kind"] == "table":
            table += 1
            blocks.append(_table(each["rows"], table))
        else:
            paragraph += 1
            blocks.append(_line(each, paragraph))
    return Paper(
        tuple(blocks),
        tuple(read["headers"]),
        read["has_changes"],
        tuple(_furniture(each) for each in read.get("furniture", ())),
        tuple(PaperWarning(**each) for each in read.get("warnings", ())),
        read.get("pages"),
    )


def _line(block: dict[str, Any], number: int) -> Line:
    text = block["text"]
    place = Place(quote_of(text), paragraph=number, **_where(block))
    kind, is_quoted = LineKind(block["kind"]), block.get("is_quoted", False)
    return Line(kind, text, place, block["level"], block["marker"], is_quoted=is_quoted)


def _where(said: dict[str, Any]) -> dict[str, int | None]:
    """Return the page and lines of a block or row, where the reader counts them."""
    return {key: said.get(key) for key in ("page", "line", "last_line")}


def _furniture(said: dict[str, Any]) -> Line:
    place = Place(quote_of(said["text"]), **_where(said | {"last_line": said["line"]}))
    return Line(LineKind.PARAGRAPH, said["text"], place)


def _table(rows: list[Any], number: int) -> Table:
    return Table(tuple(_row(row, number, place) for place, row in enumerate(rows, start=1)))


def _row(row: Any, table: int, number: int) -> Row:  # noqa: ANN401 - cells, or cells with a place
    cells, where = (row, {}) if isinstance(row, list) else (row["cells"], _where(row))
    longest = max((cell["text"] for cell in cells), key=len, default="")
    return Row(
        tuple(Cell(cell["text"], cell["is_merged"]) for cell in cells),
        Place(quote_of(longest), table=table, row=number, **where),
    )
