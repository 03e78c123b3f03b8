"""What the sheets of a workbook may be called."""

import re
from collections.abc import Iterable

from revtrack.documents.office.excel_cells import shortened

MAX_SHEET_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def sheet_name(name: str, taken: Iterable[str] = ()) -> str:
    """Return the name as Excel allows it: 31 characters, no forbidden signs, unlike those taken."""
    allowed = _FORBIDDEN.sub(" ", name).strip("' ") or "Blad"
    used = {each.casefold() for each in taken} | {"history"}
    candidate, number = shortened(allowed, MAX_SHEET_NAME).strip("' "), 1
    while candidate.casefold() in used:
        number += 1
        ending = f" ({number})"
        candidate = shortened(allowed, MAX_SHEET_NAME - len(ending)).strip("' ") + ending
    return candidate
