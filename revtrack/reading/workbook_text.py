"""A workbook as the text of its rows, sheet by sheet. Runs in the guard's process."""

import io
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

MOST_ROWS, MOST_COLUMNS = 20_000, 200


def read_rows(content: bytes) -> list[dict[str, Any]]:
    """Return ``[{"sheet", "cells": [text]}]`` of the sheets that a menu shows, row after row.

    Days are ISO text; what formulas gave when the file was saved stands for them.
    """
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return [
        {"sheet": sheet.title, "cells": texts}
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        if any(texts := [_text(value) for value in row])
    ]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value).strip()
