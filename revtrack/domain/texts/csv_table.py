"""Tables with commas, in which no cell is a formula to a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_LIVE = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would reckon on, with any signs that keep it from that."""


def csv_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows for a spreadsheet: every cell quoted, none of them a formula, UTF-8 with BOM."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_guarded(value) for value in row] for row in rows)
    return ("\ufeff" + made.getvalue()).encode("utf-8", "replace")


def _guarded(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _LIVE.match(value) else value


def bare(cell: str) -> str:
    """Return what a cell says, without the apostrophe that keeps it from being a formula.

    >>> bare("'=1+1"), bare("'s-Hertogenbosch"), bare("-1")
    ('=1+1', "'s-Hertogenbosch", '-1')
    """
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell) else cell
