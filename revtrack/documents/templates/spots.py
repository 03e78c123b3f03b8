"""The paragraphs of a template, each with the words that lead a person to it in Word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from revtrack.documents.accessibility.finding import Place
from revtrack.documents.office.patterns import W
from revtrack.domain.errors import N_

BODY = "word/document.xml"
STYLES = "word/styles.xml"
BEGINNING = 50
"""Of a paragraph's text, as it is shown to find it by."""

IN_FILE = Place(N_("The file"))
_TEXT_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading [1-9]|title", re.IGNORECASE)
_OTHER_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_PLACES = {
    (False, False): N_("Paragraph ”{text}”"),
    (False, True): N_("Paragraph ”{text}”, page {page}"),
    (True, False): N_("Paragraph ”{text}” under ”{heading}”"),
    (True, True): N_("Paragraph ”{text}” under ”{heading}”, page {page}"),
}
"""By whether a heading stands above it, and whether the page is known."""
_OTHER_PLACES = {
    "header": N_("The header: ”{text}”"),
    "footer": N_("The footer: ”{text}”"),
    "footnotes": N_("A footnote: ”{text}”"),
    "endnotes": N_("An endnote: ”{text}”"),
}


class Where(Enum):
    """What a paragraph stands in."""

    PAGE = "page"
    CELL = "cell"
    TEXT_BOX = "text box"
    MARGIN = "margin"
    """A header, a footer or a note."""


@dataclass(frozen=True, eq=False)
class Spot:
    """A paragraph: its own text, without that of text boxes that hang on it, and its place."""

    element: etree._Element
    text: str
    where: Where
    place: Place


@dataclass
class _Reading:
    """How far down the document one has come."""

    headings: frozenset[str]
    """The ids of the styles of headings."""
    breaks: frozenset[str]
    """What parts the pages: Word's own marks of its latest layout, or else hard breaks."""
    heading: str = ""
    page: int = 1
    is_page_known: bool = False
    tables: int = 0


def spots(trees: Mapping[str, etree._Element]) -> Iterator[Spot]:
    """Yield the paragraphs of the page in order, then those of headers, footers and notes."""
    if BODY in trees:
        body = trees[BODY].find(f"{W}body")
        if body is not None:
            yield from _within(body, _reading(trees), None)
    for name, root in trees.items():
        if found := _OTHER_PARTS.fullmatch(name):
            for paragraph in root.iter(f"{W}p"):
                if text := own_text(paragraph).strip():
                    place = Place(_OTHER_PLACES[found[1]], {"text": beginning(text)})
                    yield Spot(paragraph, own_text(paragraph), Where.MARGIN, place)


def _reading(trees: Mapping[str, etree._Element]) -> _Reading:
    ids = set()
    for style in trees[STYLES].iter(f"{W}style") if STYLES in trees else ():
        name = style.find(f"{W}name")
        if name is not None and _HEADING.fullmatch(name.get(f"{W}val", "")):
            ids.add(style.get(f"{W}styleId", ""))
    rendered = f"{W}lastRenderedPageBreak"
    is_rendered = next(trees[BODY].iter(rendered), None) is not None
    hard = frozenset({f"{W}br", f"{W}pageBreakBefore"})
    return _Reading(frozenset(ids), frozenset({rendered}) if is_rendered else hard)


def _within(
    container: etree._Element, reading: _Reading, cell: tuple[int, int, int] | None
) -> Iterator[Spot]:
    for child in container:
        if child.tag == f"{W}p":
            yield from _paragraph(child, reading, cell)
        elif child.tag == f"{W}tbl":
            yield from _table(child, reading)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _within(child, reading, cell)


def _table(table: etree._Element, reading: _Reading) -> Iterator[Spot]:
    reading.tables += 1
    number = reading.tables
    for row, line in enumerate(table.iterfind(f"{W}tr"), start=1):
        for column, cell in enumerate(line.iterfind(f"{W}tc"), start=1):
            yield from _within(cell, reading, (number, row, column))


def _paragraph(
    paragraph: etree._Element, reading: _Reading, cell: tuple[int, int, int] | None
) -> Iterator[Spot]:
    text = own_text(paragraph)
    _turn_pages(paragraph, reading, is_before=True)
    place = _place(text, reading, cell)
    yield Spot(paragraph, text, Where.CELL if cell else Where.PAGE, place)
    for box in paragraph.iter(_TEXT_BOX):
        if next(box.iterancestors(_FALLBACK), None) is None:
            for each in box.iter(f"{W}p"):
                inner = own_text(each)
                yield Spot(each, inner, Where.TEXT_BOX, _place(inner, reading, None))
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(f"{W}val") in reading.headings and text.strip():
        reading.heading = beginning(text)
    _turn_pages(paragraph, reading, is_before=False)


def _turn_pages(paragraph: etree._Element, reading: _Reading, *, is_before: bool) -> None:
    """Count the breaks in a paragraph: a hard one amid its text turns the page after it."""
    for each in paragraph.iter(*reading.breaks):
        is_break = each.tag != f"{W}br" or each.get(f"{W}type") == "page"
        if is_break and (each.tag != f"{W}br") is is_before:
            reading.page += 1
            reading.is_page_known = True


def _place(text: str, reading: _Reading, cell: tuple[int, int, int] | None) -> Place:
    values: dict[str, object] = {"page": reading.page, "heading": reading.heading}
    if cell is not None:
        table, row, column = cell
        values |= {"table": table, "row": row, "column": column}
        if reading.is_page_known:
            return Place(N_("Table {table}, row {row}, column {column}, page {page}"), values)
        return Place(N_("Table {table}, row {row}, column {column}"), values)
    message = _PLACES[bool(reading.heading), reading.is_page_known]
    return Place(message, {**values, "text": beginning(text)})


def beginning(text: str) -> str:
    """Return the first words of a text."""
    flat = " ".join(text.split())
    return flat if len(flat) <= BEGINNING else f"{flat[:BEGINNING].rstrip()}…"


def own_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text without that of the text boxes that hang on it."""
    pieces = []
    for each in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        box = next(each.iterancestors(f"{W}p"), None)
        if box is not paragraph:
            continue
        pieces.append((each.text or "") if each.tag == f"{W}t" else " ")
    return "".join(pieces)
