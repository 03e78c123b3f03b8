"""Excel workbooks: the only contact with openpyxl.

People's text is written as text, never as a formula; days are real days; a sheet has one header row
that stays in view, a filter, wrapped text and a page set up for print.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.theme import theme_xml

from revtrack.documents.office import excel_charts, package, theme
from revtrack.documents.office.excel_cells import (
    LINE_HEIGHT,
    MAX_ROW_HEIGHT,
    MAX_UNITS,
    heading_lines,
    heading_room,
    is_too_long,
    shortened,
    text_lines,
)
from revtrack.documents.office.excel_charts import Chart
from revtrack.documents.office.excel_names import sheet_name
from revtrack.documents.office.excel_page import FONT, SIZE, set_font, set_page, set_running_lines

CUT = " … [avkortat, hela texten finns i registret]"
DAY = "yyyy\\-mm\\-dd"
EXTENDED_DAY = f'{DAY}" (förlängt)"'

_INK, _RULE, _WHITE = "1F3A4D", "8A979F", "FFFFFF"
_NO_VALUE = re.compile(rb"</f><v ?/?>(?:</v>)?")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ACTIVE = ("=", "+", "-", "@", "\t", "'")


@dataclass(frozen=True)
class ExtendedDay:
    """A day that an extension has moved; shown with "(förlängt)" and still a real day."""

    day: date


@dataclass(frozen=True)
class Formula:
    """A formula of our own, never people's text, and what it gives when the file is made."""

    text: str
    """Without the sign of equality."""
    value: int | float


@dataclass(frozen=True)
class Empty:
    """A cell to fill in."""

    is_day: bool = False


Value = str | int | date | ExtendedDay | Formula | Empty


@dataclass(frozen=True)
class Column:
    """A column: its heading and its width in characters."""

    title: str
    width: int
    choices: tuple[str, ...] = ()
    """What may be chosen in its cells; none: anything may be written."""
    is_hidden: bool = False
    """Whether it is there for the program only, and not shown."""


@dataclass(frozen=True)
class Rule:
    """When the cells of a row are coloured: a formula for the first row below the header.

    The colour says nothing that a word in the row does not say.
    """

    formula: str
    """Without the sign of equality."""
    fill: str
    """Behind the text, light enough for the text's own colour."""
    is_bold: bool = False
    columns: tuple[int, int] | None = None
    """The first and the last column that are coloured, counted from 1; None: all of the row."""


@dataclass(frozen=True)
class Sheet:
    """A sheet with one header row."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    is_list: bool = True
    """Whether the rows may be filtered; not so for a few lines about the workbook."""
    is_hidden: bool = False
    """Whether no menu shows it."""
    naming: int = 1
    """How many of its first columns name a row: they stand on each page of one that is wide."""
    rules: tuple[Rule, ...] = ()
    """What colours its rows; the first that holds decides."""
    charts: Sequence[Chart] | Callable[[], Sequence[Chart]] = ()
    """What is drawn under its rows; a function is asked when the rows are written."""


@dataclass(frozen=True)
class Properties:
    """What a workbook says of itself: title, author (the office), day, and a line for each page."""

    title: str
    author: str
    on: date
    footer: str


def workbook(sheets: Iterable[Sheet], properties: Properties) -> bytes:
    """Return the sheets as a workbook; the same values give the same bytes."""
    formulas: dict[str, list[Formula]] = {}
    drawn: list[Sequence[Chart]] = []
    buffer = BytesIO()
    with _book() as book:
        _write_sheets(book, sheets, properties, (formulas, drawn))
        book.save(buffer)
    parts = _with_values(package.read_parts(buffer.getvalue()), formulas)
    excel_charts.with_descriptions(parts, drawn)
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on
    )
    parts["docProps/app.xml"] = package.app_properties()
    return package.write_parts(parts)


@contextmanager
def _book() -> Iterator[Workbook]:
    """Give a workbook to write; what was begun is closed and taken away where writing fails."""
    book = Workbook(write_only=True)
    set_font(book)
    book.loaded_theme = theme.with_our_colours(theme_xml.encode())
    with ExitStack() as undo:
        undo.callback(_give_up, book)
        yield book
        undo.pop_all()


def _give_up(book: Workbook) -> None:
    """Close the sheets that are not written to their end; openpyxl would leave that to chance."""
    for sheet in book.worksheets:
        _close(sheet)


def _close(sheet: Any) -> None:  # noqa: ANN401 - openpyxl's sheet, which keeps this to itself
    writer = sheet._writer  # noqa: SLF001 - as above
    for opened in (sheet._rows, writer and writer.xf):  # noqa: SLF001 - as above
        with suppress(OSError, etree.LxmlError):
            if opened is not None:
                opened.close()
    with suppress(OSError, ValueError):
        if writer is not None:
            writer.cleanup()


def _write_sheets(
    book: Workbook,
    sheets: Iterable[Sheet],
    properties: Properties,
    noted: tuple[dict[str, list[Formula]], list[Sequence[Chart]]],
) -> None:
    """Write the sheets and what had to be cut; note each sheet's formulas and charts."""
    formulas, drawn = noted
    taken: set[str] = set()
    cuts: list[str] = []
    for number, sheet in enumerate(sheets, start=1):
        name = sheet_name(sheet.name, taken)
        taken.add(name.casefold())
        writer = _SheetWriter(book.create_sheet(name), sheet, properties, cuts)
        writer.write()
        formulas[f"xl/worksheets/sheet{number}.xml"] = writer.formulas
        drawn.append(writer.charts)
    if cuts:
        report = Sheet("Avkortat", (Column("Avkortad text", 60),), [[line] for line in cuts])
        name = sheet_name(report.name, taken)
        _SheetWriter(book.create_sheet(name), report, properties, []).write()


def _with_values(
    parts: dict[str, bytes], formulas: Mapping[str, Sequence[Formula]]
) -> dict[str, bytes]:
    """Return the parts with what each formula gives: not every program counts when it opens."""
    for name, of_sheet in formulas.items():
        if of_sheet:
            values = (b"</f><v>%s</v>" % str(each.value).encode() for each in of_sheet)
            first, *rest = _NO_VALUE.split(parts[name])
            parts[name] = b"".join(
                [first, *(part for pair in zip(values, rest, strict=True) for part in pair)]
            )
    return parts


def _lines(value: Value, width: int) -> int:
    """Return about how many lines a value takes in a column so many characters wide."""
    return text_lines(value, width) if isinstance(value, str) else 1


def put_text(cell: Any, text: str) -> bool:  # noqa: ANN401 - openpyxl's cells come in two kinds
    """Write a person's text into a cell as text; return whether it had to be cut."""
    coded = _CODED.sub("_x005F_", text) if "_x" in text else text
    is_cut = is_too_long(coded)
    if is_cut:
        coded = shortened(coded, MAX_UNITS - len(CUT)) + CUT
    cell._value = coded  # noqa: SLF001 - the setter guesses at the kind, and "=…" would be a formula
    cell.data_type = "s"
    return is_cut


def _in_row(cells: Sequence[Any], number: int) -> Iterator[Any]:
    """Yield a row's cells for openpyxl to write."""
    for cell in cells:
        cell.row = number
        yield cell


@dataclass
class _SheetWriter:
    """Writes one sheet row by row; a style is made once and shared by all cells that have it."""

    target: Any
    sheet: Sheet
    properties: Properties
    cuts: list[str]
    styles: dict[str, Any] = field(default_factory=dict)
    widths: list[int] = field(default_factory=list)
    """Of the columns, in characters; what is hidden takes no line of a row."""
    cells: list[Any] = field(default_factory=list)
    """One cell for each column, written row after row: it is on paper before it is used again."""
    formulas: list[Formula] = field(default_factory=list)
    """The formulas of the sheet in the order they are written."""
    charts: Sequence[Chart] = ()
    """What is drawn on the sheet, once its rows are written."""
    page: float = 0
    used: float = 0
    """What a page holds, and what the rows have taken, in points."""

    def write(self) -> None:
        """Write the header and all rows."""
        self._make_styles()
        self._set_up()
        for place, column in enumerate(self.sheet.columns):
            self._fill_text(place, column.title, "header", 1)
        lines = max(
            heading_lines(column.title, width)
            for column, width in zip(self.sheet.columns, self.widths, strict=True)
        )
        self.target.row_dimensions[1].height = self.used = lines * LINE_HEIGHT + 4
        self.target.append(self.cells)
        self.target.row_dimensions.pop(1, None)
        count = 1
        for count, row in enumerate(self.sheet.rows, start=2):
            self._append(row, count)
        self._offer_choices(count)
        self._colour(count)
        given = self.sheet.charts
        self.charts = given() if callable(given) else given
        excel_charts.draw(self.target, self.charts, count, self._left())
        if self.sheet.is_hidden:
            self.target.sheet_state = "veryHidden"
        if self.sheet.is_list:
            last = get_column_letter(len(self.sheet.columns))
            self.target.auto_filter.ref = f"A1:{last}{count}"

    def _left(self) -> Iterator[float]:
        """Yield what is left below the rows on their last page, then what the next pages hold."""
        yield self.page - self.used % self.page
        while True:
            yield self.page

    def _offer_choices(self, last: int) -> None:
        """Let the cells of a column be chosen from a list; the list is short and stands in it."""
        for number, column in enumerate(self.sheet.columns, start=1):
            if column.choices and last > 1:
                letter = get_column_letter(number)
                chosen = DataValidation(
                    type="list",
                    formula1=f'"{",".join(column.choices)}"',
                    allow_blank=True,
                    showErrorMessage=True,
                    errorTitle=column.title,
                    error="Välj något av alternativen i listan, eller lämna rutan tom.",
                )
                chosen.add(f"{letter}2:{letter}{last}")
                self.target.data_validations.append(chosen)

    def _colour(self, last: int) -> None:
        """Let the rules of the sheet colour its rows."""
        for rule in self.sheet.rules if last > 1 else ():
            first, end = map(get_column_letter, rule.columns or (1, len(self.sheet.columns)))
            area = f"{first}2:{end}{last}"
            fill = PatternFill("solid", bgColor=rule.fill)
            font = Font(bold=True) if rule.is_bold else None
            made = FormulaRule(  # type: ignore[no-untyped-call]  # openpyxl tells no types here
                [rule.formula], stopIfTrue=True, font=font, fill=fill
            )
            self.target.conditional_formatting.add(area, made)

    def _append(self, row: Sequence[Value], number: int) -> None:
        """Write a row, high enough for its text: not every program makes it so when it opens."""
        lines = max(map(_lines, row, self.widths), default=1)
        height = min(lines * LINE_HEIGHT + 2, MAX_ROW_HEIGHT)
        self.used += height
        if lines > 1:
            self.target.row_dimensions[number].height = height
        for place, value in zip(range(len(self.cells)), row, strict=True):
            if isinstance(value, str):
                style = "active" if value.startswith(_ACTIVE) else "text"
                self._fill_text(place, value, style, number)
            else:
                self._fill_plain(place, value)
        self.target.append(self.cells)
        self.target.row_dimensions.pop(number, None)

    def _fill_text(self, place: int, text: str, style: str, number: int) -> None:
        cell = self.cells[place]
        cell._style = self.styles[style]  # noqa: SLF001 - a style made anew per cell takes ten times as long
        if put_text(cell, text):
            column = self.sheet.columns[place].title
            self.cuts.append(f"{self.sheet.name}, rad {number}, kolumn {column}")

    def _fill_plain(self, place: int, value: int | date | ExtendedDay | Formula | Empty) -> None:
        cell = self.cells[place]
        style = "number"
        shown: object = value
        if isinstance(value, date):
            style = "day"
        elif isinstance(value, ExtendedDay):
            style, shown = "extended", value.day
        elif isinstance(value, Empty):
            style, shown = "day" if value.is_day else "text", None
        elif isinstance(value, Formula):
            self.formulas.append(value)
            shown = f"={value.text}"
        cell.value = shown
        cell._style = self.styles[style]  # noqa: SLF001 - as above; the setter has chosen its own

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
            cell.font = Font(name=FONT, size=SIZE)
            cell.alignment, cell.border, cell.number_format = top, border, number_format
            if name in {"day", "extended", "number"}:
                cell.alignment = Alignment(vertical="top", horizontal="left", wrap_text=True)
            if name == "header":
                cell.font = Font(name=FONT, size=SIZE, bold=True, color=_WHITE)
                cell.fill = PatternFill("solid", fgColor=_INK)
            self.styles[name] = copy(cell._style)  # noqa: SLF001 - as above
        self.styles["active"].quotePrefix = 1

    def _set_up(self) -> None:
        target, columns = self.target, self.sheet.columns
        target._values_to_row = _in_row  # noqa: SLF001 - its own makes every cell twice
        for number, column in enumerate(columns, start=1):
            least = heading_room(column.title, has_arrow=self.sheet.is_list)
            width = max(column.width, least)
            target.column_dimensions[get_column_letter(number)].width = width
            target.column_dimensions[get_column_letter(number)].hidden = column.is_hidden
            self.widths.append(MAX_UNITS if column.is_hidden else width)
            cell: Any = WriteOnlyCell(target)
            cell.column = number
            self.cells.append(cell)
        if self.sheet.is_list:
            target.freeze_panes = "A2"
            target.print_title_rows = "1:1"
        shown = [each for each in self.widths if each < MAX_UNITS]
        self.page = set_page(target, shown, self.sheet.naming)
        set_running_lines(target, self.properties.title, self.properties.footer)
