"""A workbook opened to be looked through: its sheets with cells, styles, charts and pictures."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from revtrack.confined.archive import DAMAGED
from revtrack.documents.accessibility.finding import Place
from revtrack.documents.accessibility.opened import parts_of, title_of, tree
from revtrack.domain.errors import N_, RevTrackError

Element: TypeAlias = etree._Element  # noqa: SLF001 - what lxml calls the type of its elements

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
WHOLE = Place(N_("The workbook"))


def column_number(letters: str) -> int:
    """Return the number of a column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def place_of(reference: str) -> tuple[int, int]:
    """Return the row and the column of a cell by its name: (2, 1) for A2; (0, 0) for none."""
    found = _REFERENCE.fullmatch(reference.replace("$", ""))
    return (int(found[2]), column_number(found[1])) if found else (0, 0)


@dataclass(frozen=True)
class Area:
    """Cells from one corner to the other."""

    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is one of them."""
        rows, columns = zip(self.first, self.last, strict=True)
        return rows[0] <= row <= rows[1] and columns[0] <= column <= columns[1]


def areas(text: str) -> tuple[Area, ...]:
    """Return the areas of a text such as ``A1:C9 E2``."""
    found = []
    for each in text.split():
        first, _, last = each.partition(":")
        found.append(Area(place_of(first), place_of(last or first)))
    return tuple(found)


@dataclass(frozen=True)
class Cell:
    """A cell that has a text or a look of its own."""

    row: int
    column: int
    reference: str
    text: str
    style: int


@dataclass
class Sheet:
    """A sheet that is shown, with what it holds."""

    name: str
    root: Element
    cells: list[Cell] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    """What lies above its cells: pictures and charts."""
    charts: list[Element] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    is_printed_with_header: bool = False

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(N_("The sheet ”{sheet}”"), {"sheet": self.name})

    def place_of(self, cell: str) -> Place:
        """Return where one of its cells is."""
        return Place(N_("The sheet ”{sheet}”, cell {cell}"), {"sheet": self.name, "cell": cell})

    @cached_property
    def filled(self) -> Mapping[tuple[int, int], Cell]:
        """The cells that hold something, by row and column."""
        return {(each.row, each.column): each for each in self.cells if each.text.strip()}

    @cached_property
    def to_fill_in(self) -> tuple[Area, ...]:
        """The areas where something is chosen or written by rule."""
        found = self.root.iter(f"{S}dataValidation")
        return tuple(area for each in found for area in areas(each.get("sqref", "")))

    @property
    def is_list(self) -> bool:
        """Whether its rows are meant to be sorted and filtered."""
        return bool(self.tables) or self.root.find(f"{S}autoFilter") is not None


@dataclass
class ExcelFile:
    """What a workbook holds."""

    title: str
    sheets: list[Sheet]
    styles: Element | None
    theme: Element | None


def opened(content: bytes) -> ExcelFile:
    """Return a workbook opened; raise RevTrackError where it is damaged or none."""
    parts = parts_of(content)
    if BOOK not in parts:
        raise RevTrackError(DAMAGED)
    book = tree(parts[BOOK])
    texts = _texts(parts)
    printed = _printed_with_header(book)
    sheets = []
    related = _related(parts, BOOK)
    for number, each in enumerate(book.iter(f"{S}sheet")):
        target = related.get(each.get(f"{R}id", ""), "")
        if each.get("state", "visible") == "visible" and "worksheets/" in target:
            sheet = _sheet(parts, target, each.get("name", ""), texts)
            sheet.is_printed_with_header = number in printed
            sheets.append(sheet)
    return ExcelFile(
        title=title_of(parts),
        sheets=sheets,
        styles=tree(parts["xl/styles.xml"]) if "xl/styles.xml" in parts else None,
        theme=tree(parts["xl/theme/theme1.xml"]) if "xl/theme/theme1.xml" in parts else None,
    )


def _texts(parts: Mapping[str, bytes]) -> list[str]:
    if "xl/sharedStrings.xml" not in parts:
        return []
    return [_text(each) for each in tree(parts["xl/sharedStrings.xml"]).iter(f"{S}si")]


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{S}t"))


def _printed_with_header(book: Element) -> set[int]:
    """Return the places of the sheets whose rows at the top are printed on each page."""
    return {
        int(each.get("localSheetId", "-1"))
        for each in book.iter(f"{S}definedName")
        if each.get("name") == "_xlnm.Print_Titles"
    }


def _related(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the parts that a part names, by the ids it uses for them."""
    folder, file = posixpath.split(name)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in parts:
        return {}
    return {
        each.get("Id", ""): posixpath.normpath(
            posixpath.join(folder, each.get("Target", ""))
        ).lstrip("/")
        if not each.get("Target", "").startswith("/")
        else each.get("Target", "").lstrip("/")
        for each in tree(parts[relations])
        if each.get("TargetMode") != "External"
    }


def _sheet(parts: Mapping[str, bytes], target: str, name: str, texts: list[str]) -> Sheet:
    if target not in parts:
        raise RevTrackError(DAMAGED)
    sheet = Sheet(name, tree(parts[target]))
    sheet.cells.extend(_cells(sheet.root, texts))
    for part in _related(parts, target).values():
        if part.startswith("xl/tables/") and part in parts:
            sheet.tables.append(tree(parts[part]))
        elif part.startswith("xl/drawings/drawing") and part in parts:
            sheet.drawings.append(tree(parts[part]))
            for chart in _related(parts, part).values():
                if "charts/chart" in chart and chart in parts:
                    sheet.charts.append(tree(parts[chart]))
    return sheet


def _cells(root: Element, texts: list[str]) -> Iterator[Cell]:
    number = 0
    for row in root.iter(f"{S}row"):
        number = int(row.get("r", number + 1))
        column = 0
        for each in row.iter(f"{S}c"):
            reference = each.get("r", "")
            column = place_of(reference)[1] or column + 1
            yield Cell(number, column, reference, _shown(each, texts), int(each.get("s", "0")))


def _shown(cell: Element, texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{S}v") or ""
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(texts):
        return texts[int(value)]
    return value
