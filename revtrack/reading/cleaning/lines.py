"""A line as it stands in a file, and a block of a paper, before and after cleaning."""

from dataclasses import dataclass
from typing import Any

PARAGRAPH = "paragraph"
ITEM = "item"
HEADING = "heading"
CONTENTS = "contents"
FOOTNOTE = "footnote"
TABLE = "table"


@dataclass(frozen=True)
class SourceLine:
    """A line as it stands in a file, before anything is joined or left out.

    Where it begins and ends is told in characters for a text, in points for a page.
    """

    text: str
    number: int
    """Which line of the file, from 1."""
    page: int | None = None
    height: float | None = None
    """How far from the top of the page it stands, in points; None in a text."""
    left: float = 0.0
    right: float = 0.0
    reach: float | None = None
    """How far the lines of its column go; None where the lines of the file are not wrapped."""
    letter: float = 1.0
    """How wide a letter is."""
    has_gap: bool = True
    """Whether there is more room above it than between the lines of a paragraph."""
    follows_break: bool = False
    """Whether a page ended above it, or something that belongs to the page was left out there."""
    size: float = 1.0
    """Of its letters, against those of the running text."""
    is_bold: bool = False
    is_quoted: bool = False
    """Whether a sign stands before it, as in the quotation of an e-mail."""
    cells: tuple[str, ...] = ()
    """Of a row of a table."""
    merged: tuple[bool, ...] = ()
    """Which of the cells only repeat the one to the left or above."""
    last: int | None = None
    """The last line of the file that it covers, where it covers several."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return len(self.cells) > 1


@dataclass(frozen=True)
class Row:
    """A row of a table, with a cell for each column."""

    cells: tuple[str, ...]
    line: int
    last_line: int
    page: int | None
    merged: tuple[bool, ...] = ()
    """Which of the cells only repeat the one to the left or above."""


@dataclass(frozen=True)
class Block:
    """A paragraph, item, heading, line of contents or footnote, or a table."""

    kind: str
    text: str
    line: int
    last_line: int
    page: int | None = None
    level: int | None = None
    marker: str | None = None
    rows: tuple[Row, ...] = ()
    follows_break: bool = False
    is_quoted: bool = False
    """Whether its first line is quoted."""
    is_full: bool = False
    """Whether its last line goes on to the end of its column, where lines are wrapped."""

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, as the readers give them."""
        place = {"line": self.line, "last_line": self.last_line, "page": self.page}
        if self.kind == TABLE:
            return {"kind": TABLE, "rows": [_row(each) for each in self.rows]} | place
        said = {"kind": self.kind, "text": self.text, "level": self.level, "marker": self.marker}
        return said | place | ({"is_quoted": True} if self.is_quoted else {})


def _row(row: Row) -> dict[str, Any]:
    merged = (*row.merged, *[False] * len(row.cells))
    cells = [
        {"text": text, "is_merged": is_merged}
        for text, is_merged in zip(row.cells, merged, strict=False)
    ]
    return {"cells": cells, "line": row.line, "last_line": row.last_line, "page": row.page}
