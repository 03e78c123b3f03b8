"""A letter or report as somebody wrote it: its lines and tables, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

QUOTE_LENGTH = 60


class LineKind(Enum):
    """What a line of a paper is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Of a list that the word processor numbers or marks."""
    HEADING = "heading"
    CONTENTS = "contents"
    """Of a table of contents."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Place:
    """Where in a paper something stands."""

    quote: str
    """How it begins there."""
    paragraph: int | None = None
    """Which paragraph outside the tables, from 1, empty ones not counted."""
    table: int | None = None
    row: int | None = None
    """Which row of the table, from 1."""
    page: int | None = None
    """Of a PDF, from 1; None where pages are not known."""
    line: int | None = None
    """Its first line in the file, from 1: as in a text, as counted over a PDF's pages, or which
    paragraph or row of all in a Word document."""
    last_line: int | None = None
    """Its last line in the file, included."""


@dataclass(frozen=True)
class Line:
    """A paragraph, a heading or an item of a list."""

    kind: LineKind
    text: str
    place: Place
    level: int | None = None
    """Of a heading, from 1, None where only its place shows that it is one; of a list, from 0."""
    marker: str | None = None
    """The number or bullet that the word processor shows before it."""
    is_quoted: bool = False
    """Whether it stands behind the signs by which an e-mail quotes another."""


@dataclass(frozen=True)
class Cell:
    """A cell; one that goes on into the next column or row is repeated there."""

    text: str
    is_merged: bool = False
    """Whether it repeats the cell to the left or above."""


@dataclass(frozen=True)
class Row:
    """A row of a table, with a cell for each column."""

    cells: tuple[Cell, ...]
    place: Place


@dataclass(frozen=True)
class Table:
    """A table, row by row."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PaperWarning:
    """What a person should know of how a paper was read; ``code`` is stable, for scripts."""

    code: str
    message: str
    """A sentence of the catalogue, with its facts filled in by ``facts``."""
    line: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A letter or report from its beginning to its end."""

    blocks: tuple[Line | Table, ...]
    headers: tuple[str, ...] = ()
    """The lines of the page headers."""
    has_changes: bool = False
    """Whether changes are tracked in it, that nobody has accepted yet."""
    furniture: tuple[Line, ...] = ()
    """What belongs to the pages and was left out: page numbers, lines for signing, heads, feet."""
    warnings: tuple[PaperWarning, ...] = ()
    """What was guessed or mended while it was read."""
    pages: int | None = None
    """How many pages it has; None where pages are not known."""


def quote_of(text: str) -> str:
    """Return how a text begins, short enough to be shown beside its place."""
    line = " ".join(text.split())
    if len(line) <= QUOTE_LENGTH:
        return line
    return f"{line[:QUOTE_LENGTH].rsplit(' ', 1)[0]} …"
