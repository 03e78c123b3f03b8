"""Excel workbooks: the only contact with openpyxl.

People's text is written as text, never as a formula; days are real days; a sheet has one header row
that stays in view, a filter, wrapped text and a page set up for print.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from revtrack.documents import package

MAX_UNITS = 32_767
"""The longest text of a cell, in UTF-16 units; Excel cuts the rest without a word."""
MAX_SHEET_NAME = 31
A4 = 9
LINE_HEIGHT, MAX_ROW_HEIGHT = 13, 409
"""In points; Excel knows no higher row."""
CUT = " … [avkortat, hela texten finns i registret]"
DAY = "yyyy\\-mm\\-dd"
EXTENDED_DAY = f'{DAY}" (förlängt)"'

_INK, _RULE, _WHITE = "1F3A4D", "8A979F", "FFFFFF"
_FONT = "Arial"
_BMP_END = 0xFFFF
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ACTIVE = ("=", "+", "-", "@", "\t", "'")


@dataclass(frozen=True)
class ExtendedDay:
    """A day that an extension has moved; shown with "(förlängt)" and still a real day."""

    day: date


Value = str | int | date | ExtendedDay


@dataclass(frozen=True)
class Column:
    """A column: its heading and its width in characters."""

    title: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """A sheet with one header row."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    is_list: bool = True
    """Whether the rows may be filtered; not so for a few lines about the workbook."""


@dataclass(frozen=True)
class Properties:
    """What a workbook says of itself: title, author (the office), day, and a line for each page."""

    title: str
    author: str
    on: date
    footer: str


def workbook(sheets: Iterable[Sheet], properties: Properties) -> bytes:
    """Return the sheets as a workbook; the same values give the same bytes."""
    book = Workbook(write_only=True)
    taken: set[str] = set()
    cuts: list[str] = []
    for sheet in sheets:
        name = sheet_name(sheet.name, taken)
        taken.add(name.casefold())
        _SheetWriter(book.create_sheet(name), sheet, properties, cuts).write()
    if cuts:
        report = Sheet("Avkortat", (Column("Avkortad text", 60),), [[line] for line in cuts])
        name = sheet_name(report.name, taken)
        _SheetWriter(book.create_sheet(name), report, properties, []).write()
    buffer = BytesIO()
    book.save(buffer)
    parts = package.read_parts(buffer.getvalue())
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on
    )
    parts["docProps/app.xml"] = package.app_properties()
    return package.write_parts(parts)


def sheet_name(name: str, taken: Iterable[str] = ()) -> str:
    """Return the name as Excel allows it: 31 characters, no forbidden signs, unlike those taken."""
    allowed = _FORBIDDEN.sub(" ", name).strip("' ") or "Blad"
    used = {each.casefold() for each in taken} | {"history"}
    candidate, number = _shortened(allowed, MAX_SHEET_NAME).strip("' "), 1
    while candidate.casefold() in used:
        number += 1
        ending = f" ({number})"
        candidate = _shortened(allowed, MAX_SHEET_NAME - len(ending)).strip("' ") + ending
    return candidate


def _units(text: str) -> int:
    return len(text) + sum(ord(sign) > _BMP_END for sign in text)


def _shortened(text: str, units: int) -> str:
    """Return as much of the text as fits into so many UTF-16 units, whole characters only."""
    text = text[:units]
    while _units(text) > units:
        text = text[:-1]
    return text


def _lines(value: Value, width: int) -> int:
    """Return about how many lines a value takes in a column so many characters wide."""
    if not isinstance(value, str) or (len(value) <= width and "\n" not in value):
        return 1
    return sum(max(1, -(-len(line) // (width - 1))) for line in value.split("\n"))


def put_text(cell: Any, text: str) -> bool:  # noqa: ANN401 - openpyxl's cells come in two kinds
    """Write a person's text into a cell as text; return whether it had to be cut."""
    coded = _CODED.sub("_x005F_", text)
    is_cut = _units(coded) > MAX_UNITS
    if is_cut:
        coded = _shortened(coded, MAX_UNITS - len(CUT)) + CUT
    cell.value = coded
    cell.data_type = "s"
    return is_cut


@dataclass
class _SheetWriter:
    """Writes one sheet row by row; a style is made once and shared by all cells that have it."""

    target: Any
    sheet: Sheet
    properties: Properties
    cuts: list[str]
    styles: dict[str, Any] = field(default_factory=dict)

    def write(self) -> None:
        """Write the header and all rows."""
        self._make_styles()
        self._set_up()
        self.target.append(
            [self._cell(column.title, "header", 0, column) for column in self.sheet.columns]
        )
        count = 1
        for count, row in enumerate(self.sheet.rows, start=2):
            self._append(row, count)
        if self.sheet.is_list:
            last = get_column_letter(len(self.sheet.columns))
            self.target.auto_filter.ref = f"A1:{last}{count}"

    def _append(self, row: Sequence[Value], number: int) -> None:
        """Write a row, high enough for its text: not every program makes it so when it opens."""
        lines = max(
            (
                _lines(value, column.width)
                for value, column in zip(row, self.sheet.columns, strict=True)
            ),
            default=1,
        )
        if lines > 1:
            height = min(lines * LINE_HEIGHT + 2, MAX_ROW_HEIGHT)
            self.target.row_dimensions[number].height = height
        self.target.append(list(self._cells(row, number)))
        self.target.row_dimensions.pop(number, None)

    def _cells(self, row: Sequence[Value], number: int) -> Iterator[Any]:
        for value, column in zip(row, self.sheet.columns, strict=True):
            if isinstance(value, str):
                style = "active" if value.startswith(_ACTIVE) else "text"
                yield self._cell(value, style, number, column)
            else:
                yield self._plain_cell(value)

    def _cell(self, text: str, style: str, number: int, column: Column) -> Any:  # noqa: ANN401
        cell: Any = WriteOnlyCell(self.target)
        cell._style = self.styles[style]  # noqa: SLF001 - a style made anew per cell takes ten times as long
        if put_text(cell, text):
            self.cuts.append(f"{self.sheet.name}, rad {number}, kolumn {column.title}")
        return cell

    def _plain_cell(self, value: int | date | ExtendedDay) -> Any:  # noqa: ANN401
        cell: Any = WriteOnlyCell(self.target)
        if isinstance(value, ExtendedDay):
            cell.value, style = value.day, "extended"
        elif isinstance(value, date):
            cell.value, style = value, "day"
        else:
            cell.value, style = value, "number"
        cell._style = self.styles[style]  # noqa: SLF001 - as above
        return cell

    def _make_styles(self) -> None:
        side = Side(style="thin", color=_RULE)
        border = Border(left=side, right=side, top=side, bottom=side)
        top = Alignment(vertical="top", wrap_text=True)
        for name, number_format in [
            ("header", "@"),
            ("text", "@"),
            ("active", "@"),
            ("day", DAY),
            ("extended", EXTENDED_DAY),
            ("number", "0"),
        ]:
            cell: Any = WriteOnlyCell(self.target)
            cell.font = Font(name=_FONT, size=10)
            cell.alignment, cell.border, cell.number_format = top, border, number_format
            if name in {"day", "extended", "number"}:
                cell.alignment = Alignment(vertical="top", horizontal="left", wrap_text=True)
            if name == "header":
                cell.font = Font(name=_FONT, size=10, bold=True, color=_WHITE)
                cell.fill = PatternFill("solid", fgColor=_INK)
            self.styles[name] = copy(cell._style)  # noqa: SLF001 - as above
        self.styles["active"].quotePrefix = 1

    def _set_up(self) -> None:
        target, columns = self.target, self.sheet.columns
        for number, column in enumerate(columns, start=1):
            target.column_dimensions[get_column_letter(number)].width = column.width
        if self.sheet.is_list:
            target.freeze_panes = "A2"
            target.print_title_rows = "1:1"
        target.page_setup.orientation = "landscape"
        target.page_setup.paperSize = A4
        target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
        target.sheet_properties.pageSetUpPr.fitToPage = True
        footer = self.properties.footer.replace("&", "&&")
        target.oddFooter.left.text = footer[:200]
        target.oddFooter.right.text = "&P (&N)"
        target.oddHeader.left.text = self.properties.title.replace("&", "&&")[:200]
