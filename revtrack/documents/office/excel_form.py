"""Workbooks to fill in: cells at their places, locked but for those that are filled in.

The second contact with openpyxl beside ``excel``, whose sheets are lists; a form has cells of its
own kind all over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from io import BytesIO
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from revtrack.documents.office import package
from revtrack.documents.office.excel import (
    DAY,
    Properties,
    put_text,
)
from revtrack.documents.office.excel_cells import LINE_HEIGHT, MAX_ROW_HEIGHT
from revtrack.documents.office.excel_page import FONT, SIZE, set_font, set_page, set_running_lines

INK, RULE = "1F3A4D", "8A979F"
LABEL_FILL, OPEN_FILL = "E6ECF0", "FFFBE6"
"""Behind labels, which are bold too, and behind what is filled in."""


class Look(Enum):
    """What a locked cell looks like."""

    TITLE = "title"
    TEXT = "text"
    """Running text that goes on over the cells to its right."""
    SECTION = "section"
    """A heading over the rows below it."""
    LABEL = "label"
    HEADER = "header"
    ASKED = "asked"
    """What is asked, broken within its cell."""
    NOTE = "note"


@dataclass(frozen=True)
class Locked:
    """A cell that cannot be changed."""

    text: str
    look: Look = Look.TEXT
    is_apart: bool = False
    """Whether there is some air above it; no row is left empty for that."""


@dataclass(frozen=True)
class Open:
    """A cell to fill in; a list to choose from, a day, or a text."""

    prompt: tuple[str, str]
    """What is shown, and read out, when one comes to the cell: a title and what to write."""
    choices: tuple[str, ...] = ()
    is_day: bool = False
    is_day_only: bool = False
    """Whether nothing but a day is taken; else another text is warned of."""


ANSWERS = "xl/worksheets/sheet1.xml"
FIXED_HEIGHT = b' customHeight="1"'
"""What would keep a row from growing with what is written into it."""

FormCell = Locked | Open | None
AIR = 14
"""In points, above what stands apart."""
_SIZES = {Look.TITLE: 15, Look.SECTION: 12}


@dataclass(frozen=True)
class FormSheet:
    """A sheet to fill in."""

    name: str
    widths: tuple[int, ...]
    rows: Sequence[Sequence[FormCell]]
    repeated_row: int | None = None
    """The row that is printed on each page, from 1."""


@dataclass(frozen=True)
class Hidden:
    """A sheet that no menu shows, with texts only."""

    name: str
    rows: Sequence[Sequence[str]] = field(default_factory=tuple)


def form_workbook(sheet: FormSheet, hidden: Hidden, properties: Properties, key: str) -> bytes:
    """Return the workbook; the same values give the same bytes, ``key`` stands in its properties.

    The sheets are protected without a password: that keeps out mistakes, not people.
    """
    book = Workbook()
    set_font(book)
    first = book.worksheets[0]
    first.title = sheet.name
    _Writer(first, sheet).write()
    _set_up(first, sheet, properties)
    _hide(book.create_sheet(hidden.name), hidden)
    buffer = BytesIO()
    book.save(buffer)
    parts = package.read_parts(buffer.getvalue())
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on, identifier=key
    )
    parts["docProps/app.xml"] = package.app_properties()
    parts[ANSWERS] = parts[ANSWERS].replace(FIXED_HEIGHT, b"")
    return package.write_parts(parts)


class _Writer:
    """Writes the cells of a sheet to fill in."""

    def __init__(self, target: Worksheet, sheet: FormSheet) -> None:
        self.target, self.sheet = target, sheet
        self.validations: dict[Open, DataValidation] = {}
        side = Side(style="thin", color=RULE)
        self.ruled = Border(left=side, right=side, top=side, bottom=side)

    def write(self) -> None:
        """Write all rows."""
        for number, width in enumerate(self.sheet.widths, start=1):
            self.target.column_dimensions[get_column_letter(number)].width = width
        for number, row in enumerate(self.sheet.rows, start=1):
            self._row(number, row)
        for each in self.validations.values():
            self.target.add_data_validation(each)

    def _row(self, number: int, row: Sequence[FormCell]) -> None:
        lines = 1
        for place, content in enumerate(row, start=1):
            cell = self.target.cell(number, place)
            if isinstance(content, Open):
                self._open(cell, content)
            elif content is not None:
                self._locked(cell, content)
                lines = max(lines, self._lines(content, self.sheet.widths[place - 1]))
        locked = [each for each in row if isinstance(each, Locked)]
        height = lines * LINE_HEIGHT + (12 if any(each.look in _SIZES for each in locked) else 5)
        height += AIR if any(each.is_apart for each in locked) else 0
        self.target.row_dimensions[number].height = min(height, MAX_ROW_HEIGHT)

    @staticmethod
    def _lines(content: Locked, width: int) -> int:
        if content.look in {Look.TITLE, Look.SECTION, Look.TEXT, Look.NOTE}:
            return 1
        parts = content.text.split("\n")
        return sum(max(1, len(wrap(part, max(width, 4)))) for part in parts)

    def _locked(self, cell: Cell | MergedCell, content: Locked) -> None:
        put_text(cell, content.text)
        look = content.look
        cell.number_format = "@"
        cell.font = Font(
            name=FONT,
            size=_SIZES.get(look, SIZE),
            bold=look in {Look.TITLE, Look.SECTION, Look.LABEL, Look.HEADER},
            color="4D555C" if look is Look.NOTE else INK if look is not Look.ASKED else "000000",
        )
        is_broken = look in {Look.ASKED, Look.HEADER, Look.LABEL}
        upright = "top" if is_broken else "bottom" if content.is_apart else "center"
        cell.alignment = Alignment(vertical=upright, wrap_text=is_broken)
        if look in {Look.LABEL, Look.HEADER, Look.ASKED}:
            cell.border = self.ruled
        if look in {Look.LABEL, Look.HEADER}:
            cell.fill = PatternFill("solid", fgColor=LABEL_FILL)

    def _open(self, cell: Cell | MergedCell, content: Open) -> None:
        cell.protection = Protection(locked=False)
        cell.font = Font(name=FONT, size=SIZE)
        cell.border = self.ruled
        cell.fill = PatternFill("solid", fgColor=OPEN_FILL)
        cell.alignment = Alignment(vertical="top", horizontal="left", wrap_text=True)
        cell.number_format = DAY if content.is_day else "@"
        if content not in self.validations:
            self.validations[content] = _validation(content)
        self.validations[content].add(cell)


def _validation(content: Open) -> DataValidation:
    """Return what guides whoever fills in a cell; only what can be nothing else is stopped."""
    title, prompt = content.prompt
    made = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=False)
    made.promptTitle, made.prompt = title[:32], prompt[:255]
    if content.choices:
        made.type, made.formula1 = "list", f'"{",".join(content.choices)}"'
        made.showErrorMessage, made.errorStyle = True, "stop"
        made.errorTitle, made.error = title[:32], "Välj något av det som står i listan."
    elif content.is_day:
        made.type, made.operator, made.formula1 = "date", "greaterThan", "1"
        made.showErrorMessage = True
        made.errorStyle = "stop" if content.is_day_only else "warning"
        made.errorTitle = title[:32]
        made.error = "Skriv dagen som ÅÅÅÅ-MM-DD." + (
            "" if content.is_day_only else " Går det inte att ange en dag kan texten ändå stå kvar."
        )
    return made


def _set_up(target: Worksheet, sheet: FormSheet, properties: Properties) -> None:
    target.sheet_view.showGridLines = False
    target.protection.sheet = True
    target.protection.formatRows = False
    target.protection.formatColumns = False
    target.sheet_properties.pageSetUpPr = PageSetupProperties()
    set_page(target, sheet.widths)
    if sheet.repeated_row:
        target.print_title_rows = f"{sheet.repeated_row}:{sheet.repeated_row}"
    set_running_lines(target, properties.title, properties.footer)


def _hide(target: Worksheet, hidden: Hidden) -> None:
    for row in hidden.rows:
        target.append([""] * len(row))
        for cell, text in zip(target[target.max_row], row, strict=True):
            put_text(cell, text)
    target.sheet_state = "veryHidden"
    target.protection.sheet = True
