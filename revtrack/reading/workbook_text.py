"""A workbook as the text of its rows, sheet by sheet. Runs in the guard's process."""

from itertools import islice
from typing import Any

from revtrack.reading.sheets import MOST_ROWS, cell_text, open_workbook


def read_rows(content: bytes) -> list[dict[str, Any]]:
    """Return ``[{"sheet", "cells": [text]}]`` of the sheets that a menu shows, row after row.

    Days are ISO text; what formulas gave when the file was saved stands for them.
    """
    return [
        {"sheet": sheet.title, "cells": texts}
        for sheet in open_workbook(content)
        if sheet.is_visible
        for _number, values in islice(sheet.rows(), MOST_ROWS)
        if any(texts := [cell_text(value) for value in values])
    ]
