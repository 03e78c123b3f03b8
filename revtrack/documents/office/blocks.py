"""What a document consists of before it is Word: headings, text, lists, tables, charts, signatures.

A block says what a piece of text is, never how it looks; the looks are the template's styles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from revtrack.documents.office.charts import Chart


class Style(StrEnum):
    """The styles of a template, by the names Word stores; the template decides their looks."""

    BODY = "Normal"
    BULLET = "List Bullet"
    CAPTION = "caption"
    COVER_LINE = "Subtitle"
    COVER_TITLE = "Title"
    CONTENTS_HEADING = "TOC Heading"
    DRAFT = "Utkast"
    FACT = "Uppgift"
    NOTE = "Not"
    NUMBERED = "List Number"
    SIGNATURE = "Underskrift"
    SIGNATURE_LINE = "Underskriftsrad"
    TABLE = "Registertabell"
    TABLE_HEADING = "Tabellrubrik"
    TABLE_TEXT = "Tabelltext"
    TABLE_TOTAL = "Tabellsumma"


@dataclass(frozen=True)
class Heading:
    """A heading; levels follow each other without a gap."""

    text: str
    level: int = 1
    starts_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text; a line break in the text is kept."""

    text: str
    style: Style = Style.BODY
    keeps_next: bool = False
    """Whether it stays with what the template puts after it."""


@dataclass(frozen=True)
class Item:
    """An item of a list, with a label in bold before its text: ``R1.``."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list with bullets."""

    items: tuple[Item, ...]
    keeps_next: bool = False
    """Whether its last item stays with what the template puts after it."""


@dataclass(frozen=True)
class Numbered:
    """A list numbered from 1."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its width in millimetres, and what templates call it."""

    title: str
    width: float
    field: str = ""
    """The Swedish name by which a template's own table places it; empty: no template can."""


@dataclass(frozen=True)
class Table:
    """A table with one header row that is repeated on each page.

    A line break in a cell's text starts a new paragraph there; no cell is empty or merged.
    """

    title: str
    """Shown above the table and read out by screen readers."""
    description: str
    """What a row is and in which order the rows stand; for those who cannot see the table."""
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    has_total: bool = False
    """Whether the last row sums up the others."""
    stays_together: bool = False
    """Whether a short table is kept on one page, or at the most parted in its middle."""


@dataclass(frozen=True)
class Signatures:
    """Places to sign, each with the lines that stand under it, after what stands above them all."""

    above: tuple[str, ...]
    signatories: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Contents:
    """Table of contents: the headings of the first two levels, under a heading of its own."""

    title: str


Block = Heading | Paragraph | Bullets | Numbered | Table | Chart | Signatures | Contents


def with_what_follows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, the last of which stays with what the template puts after them."""
    if not blocks or not isinstance(blocks[-1], Paragraph | Bullets):
        return tuple(blocks)
    return (*blocks[:-1], replace(blocks[-1], keeps_next=True))


def bullets(texts: Sequence[str]) -> tuple[Bullets, ...]:
    """Return a list with bullets, or nothing where there is nothing to list."""
    return (Bullets(tuple(Item(text) for text in texts)),) if texts else ()
