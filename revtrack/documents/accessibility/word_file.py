"""A Word document opened to be looked through: paragraphs and tables in order, with places."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from revtrack.confined.archive import DAMAGED
from revtrack.documents.accessibility.finding import Place
from revtrack.documents.accessibility.opened import parts_of, title_of, tree
from revtrack.documents.accessibility.word_names import under_words_names
from revtrack.documents.accessibility.word_styles import (
    VAL,
    Element,
    Style,
    Styles,
    W,
    theme_colours,
)
from revtrack.domain.errors import N_, RevTrackError

MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_SIDE_PART = re.compile(r"word/(?:(header|footer)\d*|(footnotes|endnotes|comments))\.xml")
_THEME = re.compile(r"word/theme/theme\d*\.xml")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONG = 40

WHOLE = Place(N_("The document"))
BEFORE_HEADINGS = Place(N_("Before the first heading"))
IN_HEADER, IN_FOOTER = Place(N_("In the header")), Place(N_("In the footer"))
IN_NOTES = Place(N_("In the notes"))


def shortened(text: str) -> str:
    """Return a text as it is quoted: in one line, cut where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONG else f"{plain[:_LONG].rstrip()} …"


def text_of(element: Element) -> str:
    """Return the text within an element, line breaks and tabs included."""
    pieces = []
    for each in element.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        if each.tag == f"{W}t":
            pieces.append(each.text or "")
        elif next(each.iterancestors()).tag == f"{W}r":  # a tab stop is no tab
            pieces.append({f"{W}br": "\n", f"{W}tab": "\t"}.get(each.tag, "-"))
    return "".join(pieces)


@dataclass
class Cell:
    """A cell of a table."""

    element: Element
    table: "Table"
    row: int
    column: int
    """Both from 1."""

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(
            N_("Table {table}, row {row}, column {column}"),
            {"table": self.table.number, "row": self.row, "column": self.column},
        )

    @cached_property
    def properties(self) -> Element | None:
        """Its properties."""
        return self.element.find(f"{W}tcPr")

    @cached_property
    def shading(self) -> Element | None:
        """What is said of the colour behind it in the cell itself."""
        return self.properties.find(f"{W}shd") if self.properties is not None else None


@dataclass
class Table:
    """A table: its number from the beginning of the document, and its rows of cells."""

    element: Element
    number: int
    is_nested: bool
    rows: list[list[Cell]] = field(default_factory=list)
    row_elements: list[Element] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it is, by its title where it has one."""
        title = self.told("tblCaption")
        if title:
            return Place(
                N_("Table {table} (”{title}”)"),
                {"table": self.number, "title": shortened(title)},
            )
        return Place(N_("Table {table}"), {"table": self.number})

    @cached_property
    def properties(self) -> Element | None:
        """Its properties."""
        return self.element.find(f"{W}tblPr")

    def told(self, name: str) -> str:
        """Return a text of its properties; nothing where there is none."""
        found = self.properties.find(f"{W}{name}") if self.properties is not None else None
        return (found.get(VAL) or "").strip() if found is not None else ""


@dataclass
class Paragraph:
    """A paragraph, with its style and where it stands."""

    element: Element
    style: Style
    place: Place
    cell: Cell | None
    is_body: bool
    """Whether it stands in the body, not in a header, a footer or a note."""

    @cached_property
    def text(self) -> str:
        """Its text, without that of text boxes that hang on it."""
        return "".join(text_of(each) for each in self.runs)

    @cached_property
    def properties(self) -> Element | None:
        """Its properties."""
        return self.element.find(f"{W}pPr")

    @cached_property
    def runs(self) -> tuple[Element, ...]:
        """Its runs in order, also those within links and fields to fill in."""
        return tuple(_runs(self.element))

    @cached_property
    def level(self) -> int | None:
        """Its level as a heading, from 1; None: it is none."""
        own = self.properties.find(f"{W}outlineLvl") if self.properties is not None else None
        if own is not None and own.get(VAL, "").isdecimal():
            level = int(own.get(VAL, "")) + 1
            return level if level <= _LEVELS else None
        return self.style.level

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        where = f"{W}numPr/{W}numId"
        own = self.properties.find(where) if self.properties is not None else None
        return own.get(VAL) != "0" if own is not None else self.style.is_list


_LEVELS = 9


def _runs(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in {f"{W}pPr", f"{W}del", f"{W}moveFrom"} and isinstance(child.tag, str):
            yield from _runs(child)


@dataclass
class WordFile:
    """What a Word document holds, in the order it is read."""

    title: str
    styles: Styles
    body: Element
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    background: Element | None = None
    """The element that gives the colour of the page."""


def opened(content: bytes) -> WordFile:
    """Return a Word document opened; raise RevTrackError where it is damaged or none."""
    parts = under_words_names(parts_of(content))
    read = {name: tree(part) for name, part in parts.items() if _is_read(name)}
    return of_trees(
        {name: _without_fallbacks(root) for name, root in read.items()}, title_of(parts)
    )


def of_trees(roots: Mapping[str, Element], title: str = "") -> WordFile:
    """Return a Word document whose parts are open, under Word's own names, as trees.

    Raises RevTrackError where none of them holds the text.
    """
    body = roots[MAIN].find(f"{W}body") if MAIN in roots else None
    if body is None:
        raise RevTrackError(DAMAGED)
    theme = next((root for name, root in roots.items() if _THEME.fullmatch(name)), None)
    file = WordFile(
        title=title,
        styles=Styles(roots.get(_STYLES), theme_colours(theme) if theme is not None else {}),
        body=body,
        background=roots[MAIN].find(f"{W}background"),
    )
    _Walk(file, BEFORE_HEADINGS, is_body=True).through(body, None)
    for name, root in roots.items():
        if name != MAIN and _is_text(name):
            _Walk(file, _place_of(name), is_body=False).through(root, None)
    return file


def _is_read(name: str) -> bool:
    return name == _STYLES or _is_text(name) or _THEME.fullmatch(name) is not None


def _is_text(name: str) -> bool:
    return name == MAIN or _SIDE_PART.fullmatch(name) is not None


def _place_of(name: str) -> Place:
    if "header" in name:
        return IN_HEADER
    return IN_FOOTER if "footer" in name else IN_NOTES


def _without_fallbacks(root: Element) -> Element:
    """Take out what is shown by old programs only: it would be found twice."""
    for each in list(root.iter(_FALLBACK)):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    return root


@dataclass
class _Walk:
    """Goes through a part from first to last and puts what it meets into the file."""

    file: WordFile
    place: Place
    is_body: bool

    def through(self, element: Element, cell: Cell | None) -> None:
        for child in element:
            if child.tag == f"{W}p":
                self._paragraph(child, cell)
            elif child.tag == f"{W}tbl":
                self._table(child, is_nested=cell is not None)
            elif isinstance(child.tag, str) and child.tag not in _NOT_ENTERED:
                self.through(child, cell)

    def _paragraph(self, element: Element, cell: Cell | None) -> None:
        named = element.find(f"{W}pPr/{W}pStyle")
        style = self.file.styles.style(named.get(VAL) if named is not None else None)
        place = cell.place if cell else self.place
        made = Paragraph(element, style, place, cell, self.is_body)
        if cell is None and self.is_body and (made.level or style.is_title) and made.text.strip():
            self.place = Place(
                N_("Under the heading ”{heading}”"), {"heading": shortened(made.text)}
            )
            made.place = Place(N_("The heading ”{heading}”"), {"heading": shortened(made.text)})
        self.file.paragraphs.append(made)
        for box in element.iter(f"{W}txbxContent"):
            if _nearest(box, f"{W}p") is element:
                self.through(box, cell)

    def _table(self, element: Element, *, is_nested: bool) -> None:
        table = Table(element, len(self.file.tables) + 1, is_nested)
        self.file.tables.append(table)
        for row in _inner(element, f"{W}tr"):
            table.row_elements.append(row)
            table.rows.append([])
            for cell in _inner(row, f"{W}tc"):
                made = Cell(cell, table, len(table.rows), len(table.rows[-1]) + 1)
                table.rows[-1].append(made)
                self.through(cell, made)


_NOT_ENTERED = {f"{W}tcPr", f"{W}sectPr", f"{W}sdtPr"}


def _inner(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those within fields to fill in."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _inner(child, tag)


def _nearest(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)
