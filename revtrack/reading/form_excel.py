"""An answer form in Excel as it came back: its cells, known by their headings and numbers.

Rows are found by the number in their first cell and columns by their headings, so that a row that
somebody has put in moves no answer to another recommendation. Nothing is judged here.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES, TYPE_FORMULA
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from revtrack.confined.archive import DAMAGED
from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.form_fields import (
    ACTION_ROWS,
    OF_ACTION,
    OF_ANSWER,
    OF_DECISION,
    FormField,
)
from revtrack.domain.replies.form_key import FormKey
from revtrack.reading.form_word import PROPERTIES, key_in_properties
from revtrack.wording.form_texts import (
    ANSWERS_SHEET,
    KEY_LABEL,
    KEY_SHEET,
    LABELS,
    MORE_ACTIONS,
    NUMBER,
    OTHERWISE,
    QUESTION,
    RECOMMENDATION,
)

MAX_ROWS, MAX_COLUMNS = 20_000, 200
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes a character that XML cannot hold, and an underscore that would begin one."""


@dataclass(frozen=True)
class _Cell:
    """A cell as it stands in a sheet."""

    text: str
    row: int
    column: int
    is_formula: bool = False

    @property
    def place(self) -> str:
        """The name that the cell has in Excel: ``E19``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def is_unread(self) -> bool:
        """Whether it holds a formula that has given nothing, or a fault."""
        return self.is_formula and self.text in {"", *ERROR_CODES}

    def said(self, field: str) -> dict[str, Any]:
        """Return what it says as the text of a field."""
        if self.is_unread:
            return {"field": field, "text": "", "unread_cell": self.place}
        return {"field": field, "text": self.text}


_NO_CELL = _Cell("", 0, 0)
Rows = list[list[_Cell]]


def read_form_excel(content: bytes) -> dict[str, Any]:
    """Return what a form holds, in the shape that ``read_form_word`` gives.

    Besides, ``strays`` are rows that are filled in and whose number is none of the form's.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            in_properties = (
                key_in_properties(archive.read(PROPERTIES)) if PROPERTIES in names else []
            )
        sheets = _sheets(content)
    except (InvalidFileException, KeyError, ValueError, TypeError, IndexError) as fault:
        raise RevTrackError(DAMAGED) from fault
    ids = [[cell.text for cell in row] for row in sheets.get(KEY_SHEET, [])]
    ids = [row for row in ids if len(row) > 1 and row[1]]
    stated = [row[1] for row in ids if FormKey.read(row[1])]
    keys = [each for each in dict.fromkeys([*stated, *in_properties]) if FormKey.read(each)]
    uids = {row[0]: row[1] for row in ids if row[1] not in keys and row[0] != KEY_LABEL}
    form = FormKey.read(keys[0]) if keys else None
    sheet = sheets.get(ANSWERS_SHEET, [])
    fields = [*_decision(sheet), *_answers(sheet)]
    return {
        "keys": keys,
        "odd": [uid for uid in uids.values() if not _is_uid(uid)],
        "fields": [
            {"uid": form.form_uid if number is None and form else uids[number or ""], **said}
            for number, said in fields
            if (number is None and form) or number in uids
        ],
        "strays": list(_strays(sheet, uids)),
    }


Said = tuple[str | None, dict[str, Any]]
"""The number of the recommendation, None for the decision; and a field with its text."""


def _is_uid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _sheets(content: bytes) -> dict[str, Rows]:
    """Return the cells of each sheet; what formulas have given is read, and where they stand."""
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    written = load_workbook(io.BytesIO(content), read_only=True)
    return {
        sheet.title: _rows(sheet, _formulas(written[sheet.title])) for sheet in values.worksheets
    }


def _rows(sheet: Any, formulas: frozenset[tuple[int, int]]) -> Rows:  # noqa: ANN401 - openpyxl names no type for a sheet that is only read
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
    return [
        [_cell(_text(each), row, at, formulas) for at, each in enumerate(values, 1)]
        for row, values in enumerate(rows, 1)
    ]


def _cell(text: str, row: int, column: int, formulas: frozenset[tuple[int, int]]) -> _Cell:
    is_formula = (row, column) in formulas
    return _Cell(text, row, column, is_formula) if text or is_formula else _NO_CELL


def _formulas(sheet: Any) -> frozenset[tuple[int, int]]:  # noqa: ANN401 - as above
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    return frozenset(
        (cell.row, cell.column) for row in rows for cell in row if cell.data_type == TYPE_FORMULA
    )


def _text(value: object) -> str:
    match value:
        case None:
            text = ""
        case datetime():
            text = (value.date() if value.time() == time() else value).isoformat()
        case date():
            text = value.isoformat()
        case float() if value.is_integer():
            text = str(int(value))
        case _:
            text = _CODED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text.strip()


def _decision(sheet: Rows) -> Iterator[Said]:
    """Yield what stands to the right of each label of the decision, above the answers."""
    wanted = {LABELS[each]: each for each in OF_DECISION}
    start = _header_at(sheet)
    for row in sheet[:start]:
        for label, cell in zip(row, [*row[1:], _NO_CELL], strict=True):
            if label.text in wanted:
                yield None, cell.said(wanted.pop(label.text))


def _header_at(sheet: Rows) -> int:
    """Return the place of the row of headings; the number of rows where there is none."""
    wanted = {NUMBER, LABELS[FormField.POSITION]}
    found = (place for place, row in enumerate(sheet) if wanted <= {cell.text for cell in row})
    return next(found, len(sheet))


Cells = Mapping[str, _Cell]
"""The cells of a row by the headings of their columns."""


def _rows_below(sheet: Rows) -> Iterator[Cells]:
    """Yield the rows below the headings."""
    start = _header_at(sheet)
    if start == len(sheet):
        return
    columns = {cell.text: place for place, cell in enumerate(sheet[start]) if cell.text}
    for row in sheet[start + 1 :]:
        yield {title: row[place] for title, place in columns.items()}


def _answers(sheet: Rows) -> Iterator[Said]:
    rows: dict[str, list[Cells]] = {}
    for cells in _rows_below(sheet):
        number = cells[NUMBER].text
        if number == OTHERWISE:
            yield None, cells.get(LABELS[FormField.COMMENT], _NO_CELL).said(FormField.TEXT)
        elif number:
            rows.setdefault(number, []).append(cells)
    for number, own in rows.items():
        yield number, _asked_text(own)
        for field in OF_ANSWER:
            yield number, _of_whole(field, own)
        for place, cells in enumerate(own, 1):
            for field in OF_ACTION:
                cell = cells.get(LABELS[field], _NO_CELL)
                if cell.text or cell.is_unread or place <= ACTION_ROWS:
                    yield number, cell.said(f"{field}{place}")


def _asked_text(rows: Sequence[Cells]) -> dict[str, Any]:
    """Return what is asked in the rows of one number, each wording once."""
    headings = (RECOMMENDATION, QUESTION)
    texts = dict.fromkeys(row[name].text for row in rows for name in headings if name in row)
    asked = "\n".join(each for each in texts if each != MORE_ACTIONS)
    return {"field": FormField.WORDING, "text": asked}


def _of_whole(field: FormField, rows: Sequence[Cells]) -> dict[str, Any]:
    """Return what is answered once, wherever in the rows of one number it stands.

    What two rows say differently is given together, for a person to sort out.
    """
    cells = [row.get(LABELS[field], _NO_CELL) for row in rows]
    unread = next((cell for cell in cells if cell.is_unread), None)
    if unread is not None:
        return unread.said(field)
    texts = dict.fromkeys(cell.text for cell in cells if cell.text)
    return {"field": field, "text": "\n".join(texts)}


def _strays(sheet: Rows, known: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the rows that are filled in and whose number is none of the form's."""
    titles = [LABELS[each] for each in (*OF_ANSWER, *OF_ACTION)]
    for cells in _rows_below(sheet):
        number = cells[NUMBER].text
        filled = [cells[each] for each in titles if cells.get(each, _NO_CELL) is not _NO_CELL]
        if filled and number not in {OTHERWISE, *known}:
            yield {"row": filled[0].row, "text": number}
