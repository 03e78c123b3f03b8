"""A workbook (.xlsx) of meetings: one a row, under headings in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from revtrack.domain.errors import N_, RevTrackError
from revtrack.reading.sheets import MOST_ROWS, Value, cell_text, open_workbook

MOST_ROWS_ABOVE = 30
"""So far down the row with the headings may stand."""

HEADINGS: Mapping[str, re.Pattern[str]] = {
    "papers_by_on": re.compile(r"sista (inlämnings)?dag|handlingar|inlämning|papers|stoppdag"),
    "dispatched_on": re.compile(r"utskick|kallelse|dispatch"),
    "kind": re.compile(r"slag|typ\b|kind"),
    "committee": re.compile(r"nämnd(?!sammanträde)|styrelse(?!möte)|organ\b|committee"),
    "held_on": re.compile(r"sammanträd|nämndsammanträde|möte|datum|dag\b|meeting|day\b"),
}
"""What the headings of the columns are known by; the first that fits, so the order counts."""

NO_HEADINGS = N_(
    "The workbook has no row with the heading Sammanträde. Its headings are Nämnd, Sammanträde, "
    "Slag, Sista dag för handlingar and Utskick, in any order."
)


def read_workbook(content: bytes) -> dict[str, Any]:
    """Return ``rows``, each with its sheet and row, and the text of each column that it has.

    Days are ISO text where the cell holds a day, else as they are written. The sheet is null where
    the workbook has meetings in one sheet only.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet in open_workbook(content):
        rows = _rows(islice(sheet.rows(), MOST_ROWS))
        if rows is not None:
            found[sheet.title] = rows
    if not found:
        raise RevTrackError(NO_HEADINGS)
    return {
        "rows": [
            {"sheet": title if len(found) > 1 else None, **row}
            for title, rows in found.items()
            for row in rows
        ]
    }


def _rows(cells: Iterator[tuple[int, Sequence[Any]]]) -> list[dict[str, Any]] | None:
    """Return the rows under the headings; None where the sheet has no such row."""
    above: list[list[str]] = []
    for _number, values in islice(cells, MOST_ROWS_ABOVE):
        above.append([_text(value) for value in values])
    number, columns = _headings(above)
    if columns is None:
        return None
    first = [(place, texts) for place, texts in enumerate(above, start=1) if place > number]
    rest = ((place, [_text(value) for value in values]) for place, values in cells)
    return [
        {"row": place, **dict(_named(columns, texts))}
        for place, texts in chain(first, rest)
        if any(dict(_named(columns, texts)).values())
    ]


def _headings(above: Sequence[Sequence[str]]) -> tuple[int, dict[int, str] | None]:
    """Return the number of the row with the headings, and what stands in each of its columns.

    It is the first with the day of the meeting and something besides; a row that says only the day
    is one where there is no such row.
    """
    found = [(number, _columns(texts)) for number, texts in enumerate(above, start=1)]
    days = [(number, columns) for number, columns in found if "held_on" in columns.values()]
    several = [each for each in days if len(each[1]) > 1]
    return next(iter([*several, *days]), (0, None))


def _columns(texts: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        name = next((name for name, words in HEADINGS.items() if words.search(text.lower())), None)
        if name is not None and name not in found.values():
            found[index] = name
    return found


def _named(columns: Mapping[int, str], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for index, name in columns.items():
        yield name, texts[index] if index < len(texts) else ""


def _text(value: Value) -> str:
    return " ".join(cell_text(value).split())
