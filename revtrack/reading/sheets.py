"""The sheets of a workbook as rows of plain values. Runs in the guard's process."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as time_of_day
from functools import cached_property
from posixpath import join, normpath

from lxml import etree
from openpyxl.utils import coordinate_to_tuple
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from revtrack.domain.errors import N_, RevTrackError

MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""Rows that are read of a sheet, and columns that it may have."""

TOO_MANY_COLUMNS = N_(
    "The sheet {sheet} has more than {most} columns. Take away those that are not needed."
)
FAR_DOWN = N_(
    "The sheet {sheet} has something in row {row}, below row {most}. Take it away, or divide the "
    "list into several files."
)
_FARTHEST_ROW = 50_000
"""A sheet is kept as one rectangle while it is read, so what stands alone far down would fill the
memory."""

_FAR_TO_THE_RIGHT = re.compile(
    rb'r="(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z])[0-9]+"[^<>]*>\s*<(?:\w+:)?(?:v|is)\b'
)
_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*?\br="(\d+)"')
_FAULT = re.compile(
    rb'<(?:\w+:)?c\b(?=[^<>]*\bt="e")[^<>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^<>]*>'
    rb"(?:\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"
)
_PREFIX = 20
"""Letters before the name of a row's element, at most."""
_FIRST_DAY = date(1900, 1, 1)

Value = str | int | float | bool | date | object
"""What a cell shows: an empty text where nothing stands, a day without its time of day."""


@dataclass(frozen=True)
class Sheet:
    """One sheet, read when its rows are asked for."""

    title: str
    is_visible: bool
    """Whether a menu shows it."""
    part: bytes
    """Its XML, for what no cell's value tells."""
    _book: CalamineWorkbook

    def rows(self) -> Iterator[tuple[int, list[Value]]]:
        """Yield each row's number and its values from column A on, the empty ones at the end too.

        Raises RevTrackError where something stands too far out to be read.
        """
        left = [""] * (self._cells.start or (0, 0))[1]
        faults = self._faults()
        for number, row in enumerate(self._cells.iter_rows(), start=1):
            values: list[Value] = [*left, *map(_plain, row)]
            for place, text in faults.get(number, ()):
                if place < len(values):
                    values[place] = text
            yield number, values

    @cached_property
    def _cells(self) -> CalamineSheet:
        self._refuse_far_out()
        return self._book.get_sheet_by_name(self.title)

    def _faults(self) -> dict[int, list[tuple[int, str]]]:
        """Return cells that show a fault, as #N/A, by row: each place from 0, and what it shows."""
        found: dict[int, list[tuple[int, str]]] = {}
        for cell, text in _FAULT.findall(self.part) if b't="e"' in self.part else ():
            row, column = coordinate_to_tuple(cell.decode())
            found.setdefault(row, []).append((column - 1, text.decode()))
        return found

    def _refuse_far_out(self) -> None:
        part = self.part
        if _FAR_TO_THE_RIGHT.search(part):
            raise RevTrackError(TOO_MANY_COLUMNS, sheet=self.title, most=MOST_COLUMNS)
        last = max(part.rfind(sign) for sign in (b"<v>", b"<is>", b":v>", b":is>"))
        row = _ROW.search(part, max(part.rfind(b"row ", 0, max(last, 0)) - _PREFIX, 0))
        if row and int(row[1]) > _FARTHEST_ROW:
            raise RevTrackError(FAR_DOWN, sheet=self.title, row=int(row[1]), most=_FARTHEST_ROW)


def open_workbook(content: bytes) -> list[Sheet]:
    """Return the sheets with cells of a workbook (.xlsx), in its order."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = _parts(archive)
        return [
            Sheet(
                about.name,
                about.visible is SheetVisibleEnum.Visible,
                archive.read(parts[about.name]),
                book,
            )
            for about in book.sheets_metadata
            if about.typ is SheetTypeEnum.WorkSheet
        ]


def cell_text(value: Value) -> str:
    """Return what a cell shows as one text without room around it; a day as ISO text."""
    return value.strip() if isinstance(value, str) else str(value)


def _plain(value: object) -> Value:
    """Return a value as a person reads it: whole numbers whole, days without their time of day.

    0 as a day is how Excel keeps an empty cell that a formula points at: no day.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if value >= _FIRST_DAY else ""
    if isinstance(value, time_of_day) and value == time_of_day():
        return ""
    return value


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the path of each sheet's part by its title."""
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    book = etree.fromstring(archive.read("xl/workbook.xml"))
    return {
        each.get("name", ""): normpath(join("xl", targets[_relation(each)])).lstrip("/")
        for each in book.iter("{*}sheet")
    }


def _relation(sheet: etree._Element) -> str:
    """Return the id of a sheet's relation, in whichever of the two namespaces it stands."""
    return str(sheet.xpath("string(@*[local-name() = 'id'])"))
