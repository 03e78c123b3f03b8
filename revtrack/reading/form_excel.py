"""An answer form in Excel as it came back: its cells, known by their headings and numbers.

Rows are found by the number in their first cell and columns by their headings, so that a row that
somebody has put in moves no answer to another recommendation. Nothing is judged here.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.answer_form import (
    ACTION_ROWS,
    OF_ACTION,
    OF_DECISION,
    FormField,
    FormKey,
)
from revtrack.reading.archive import DAMAGED
from revtrack.reading.form_word import PROPERTIES, key_in_properties
from revtrack.wording.form_texts import (
    ANSWERS_SHEET,
    KEY_LABEL,
    KEY_SHEET,
    LABELS,
    NUMBER,
    OTHERWISE,
    RECOMMENDATION,
)

MAX_ROWS, MAX_COLUMNS = 20_000, 200
Rows = list[list[str]]
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes a character that XML cannot hold, and an underscore that would begin one."""


def read_form_excel(content: bytes) -> dict[str, Any]:
    """Return what a form holds, in the shape that ``read_form_word`` gives."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            in_properties = (
                key_in_properties(archive.read(PROPERTIES)) if PROPERTIES in names else []
            )
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {each.title: _rows(each) for each in book.worksheets}
    except (InvalidFileException, KeyError, ValueError, TypeError, IndexError) as fault:
        raise RevTrackError(DAMAGED) from fault
    ids = [row for row in sheets.get(KEY_SHEET, []) if len(row) > 1 and row[1]]
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
    }


Said = tuple[str | None, dict[str, str]]
"""The number of the recommendation, None for the decision; and a field with its text."""


def _is_uid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _rows(sheet: Any) -> Rows:  # noqa: ANN401 - openpyxl names no type for a sheet that is only read
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
    return [[_text(value) for value in row] for row in rows]


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
        for label, text in zip(row, [*row[1:], ""], strict=True):
            if label in wanted:
                yield None, {"field": wanted.pop(label), "text": text}


def _header_at(sheet: Rows) -> int:
    """Return the place of the row of headings; the number of rows where there is none."""
    found = (
        place
        for place, row in enumerate(sheet)
        if NUMBER in row and LABELS[FormField.POSITION] in row
    )
    return next(found, len(sheet))


def _answers(sheet: Rows) -> Iterator[Said]:
    start = _header_at(sheet)
    if start == len(sheet):
        return
    columns = {title: place for place, title in enumerate(sheet[start]) if title}
    seen: dict[str, int] = {}
    for row in sheet[start + 1 :]:
        cells = {title: row[place] for title, place in columns.items()}
        number = cells[NUMBER]
        if number == OTHERWISE:
            text = cells.get(LABELS[FormField.COMMENT], "")
            yield None, {"field": FormField.TEXT, "text": text}
        elif number:
            seen[number] = seen.get(number, 0) + 1
            yield from _row(number, cells, seen[number])


def _row(number: str, cells: Mapping[str, str], time_seen: int) -> Iterator[Said]:
    """Yield the fields of a recommendation's row, or the actions of one of its further rows."""
    if time_seen == 1:
        yield number, {"field": FormField.WORDING, "text": cells.get(RECOMMENDATION, "")}
        for each in (FormField.POSITION, FormField.PROGRESS, FormField.COMMENT):
            yield number, {"field": each, "text": cells.get(LABELS[each], "")}
    for each in OF_ACTION:
        text = cells.get(LABELS[each], "")
        if text or time_seen <= ACTION_ROWS:
            yield number, {"field": f"{each}{time_seen}", "text": text}
