"""A workbook or a table with commas that an office keeps of its recommendations, as plain rows.

Headings are found wherever they stand; what the cells mean is not judged here. Runs in the guard's
process.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from openpyxl.utils import coordinate_to_tuple, range_boundaries

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.exchange.sheets.columns import (
    ABOUT_SHEET,
    MOST_ROWS_ABOVE,
    Column,
    Field,
    chosen_columns,
    heading_row,
)
from revtrack.domain.texts.csv_table import bare
from revtrack.reading.sheets import MOST_ROWS, Sheet, Value, cell_text, open_workbook

NO_HEADINGS = N_(
    "No sheet has a row with headings that are known, such as Granskning, Nämnd, Rek nr, "
    "Rekommendation, Svar senast, Åtgärd, Ansvarig, Klart senast and Status. Name them with "
    "--map COLUMN=FIELD."
)
NO_SHEET = N_("The workbook has no sheet {sheet}. Its sheets are {sheets}.")
TOO_MANY_ROWS = N_("The sheet {sheet} has more than {most} rows. Divide it into several files.")
Json = dict[str, Any]

_CELL_WITH_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^<>]*>\s*<(?:\w+:)?f\b'
)
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*\bhidden="(?:1|true)"[^<>]*>')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z0-9:]+)"')


def read_workbook(content: bytes, sheet: str = "", chosen: str = "[]") -> Json:
    """Return ``sheets``: those that are read, each with its columns and rows.

    The program's own sheets are all read; of others the one that is named, else the first of those
    that a menu shows whose headings tell most. ``unread`` lists the others, with whether they are
    hidden. ``chosen`` is a JSON list of what a person says of columns. A row is its number and its
    cells' texts, days as ISO text; ``formulas``, ``hidden``, ``merged`` and ``covered`` tell of
    cells and rows.
    """
    book = open_workbook(content)
    said = chosen_columns(json.loads(chosen))
    titles = [each.title for each in book]
    if sheet and sheet not in titles:
        raise RevTrackError(NO_SHEET, sheet=sheet, sheets=titles)
    headed = [(each, *_headings(each, said)) for each in book]
    wanted = [each for each in headed if each[2] and _is_wanted(each[0], sheet)]
    own = [each for each in wanted if any(column.field is Field.KEY for column in each[2])]
    best = (
        [max(wanted, key=lambda each: sum(c.field is not None for c in each[2]))] if wanted else []
    )
    read = own or best
    if not read:
        raise RevTrackError(NO_HEADINGS)
    sheets = [_sheet(*each) for each in read]
    return {
        "sheets": sheets,
        "unread": [
            {"sheet": each.title, "is_hidden": not each.is_visible}
            for each in book
            if each.title not in {made["sheet"] for made in sheets}
            and not (own and each.title == ABOUT_SHEET)
        ],
    }


def _is_wanted(sheet: Sheet, name: str) -> bool:
    return sheet.title == name if name else sheet.is_visible


def _headings(sheet: Sheet, chosen: dict[str, Field]) -> tuple[int, tuple[Column, ...]]:
    above = islice(sheet.rows(), MOST_ROWS_ABOVE)
    return heading_row([[_text(value) for value in values] for _number, values in above], chosen)


def _sheet(sheet: Sheet, place: int, columns: Sequence[Column]) -> Json:
    start = place + 2
    used = [each.place for each in columns]
    rows = []
    for number, row in sheet.rows():
        if number < start:
            continue
        texts = [_text(row[each]) for each in used]
        if any(texts):
            rows.append([number, texts])
            if len(rows) > MOST_ROWS:
                raise RevTrackError(TOO_MANY_ROWS, sheet=sheet.title, most=MOST_ROWS)
    return {**_described(sheet.title, columns, rows), **_odd_cells(sheet.part, start, used, rows)}


def _described(title: str, columns: Sequence[Column], rows: list[Any]) -> Json:
    return {
        "sheet": title,
        "columns": [
            {
                "heading": " ".join(each.heading.split()),
                "field": each.field.value if each.field else None,
                "is_guess": each.is_guess,
                "is_repeated": each.is_repeated,
            }
            for each in columns
        ],
        "rows": rows,
        "formulas": [],
        "hidden": [],
        "merged": [],
        "covered": [],
    }


def _odd_cells(part: bytes, start: int, used: Sequence[int], rows: list[Any]) -> Json:
    """Return the cells with formulas, the hidden rows and the merged cells, which are filled in.

    What a cell over several rows says stands in each of them.
    """
    read = {row[0]: row[1] for row in rows}
    has_formulas = b"<f" in part or b":f" in part
    formulas = _CELL_WITH_FORMULA.findall(part) if has_formulas else ()
    hidden = [
        int(number[1])
        for tag in (_HIDDEN_ROW.findall(part) if b"hidden=" in part else ())
        if (number := re.search(rb'\br="(\d+)"', tag))
    ]
    return {
        "formulas": [
            {"cell": cell, "row": row, "column": used.index(column - 1)}
            for cell in (each.decode() for each in formulas)
            for row, column in [coordinate_to_tuple(cell)]
            if row in read and column - 1 in used
        ],
        "hidden": [number for number in hidden if number in read],
        **_merged(part, start, used, read),
    }


def _merged(part: bytes, start: int, used: Sequence[int], read: dict[int, list[str]]) -> Json:
    """Fill in what merged cells say, in each row of their first column; return what was done.

    Of the columns to the right of it nobody knows what they say: they are ``covered``.
    """
    merged, covered = [], []
    for text in (match.decode() for match in _MERGED.findall(part)):
        left, top, right, bottom = (number or 0 for number in range_boundaries(text))
        if top < start or left - 1 not in used or top not in read:
            continue
        place = used.index(left - 1)
        rows = [row for row in range(top, min(bottom, top + MOST_ROWS) + 1) if row in read]
        for row in rows:
            read[row][place] = read[top][place]
        if bottom > top:
            merged.append(text)
        covered += [
            {"cell": text, "row": row, "column": column}
            for column, other in enumerate(used)
            if left <= other < right
            for row in rows
        ]
    return {"merged": merged, "covered": covered}


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "sant" if value else "falskt"
    return cell_text(value)


# ---- a table with commas


def read_table(content: bytes, sheet: str = "", chosen: str = "[]") -> Json:
    """Return the same of a text with commas, semicolons or tabs between the cells.

    The apostrophe that keeps a cell from becoming a formula is taken away.
    """
    del sheet  # a text has none
    csv.field_size_limit(1_000_000)
    text = _decoded(content)
    first: str = next((line for line in text.splitlines() if line.strip()), "")
    sign = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        rows = [
            [bare(cell).strip() for cell in row]
            for row in islice(lines, MOST_ROWS + MOST_ROWS_ABOVE + 1)
        ]
    except csv.Error as fault:
        raise RevTrackError(
            N_("The table could not be read. Save it anew as CSV in UTF-8.")
        ) from fault
    place, columns = heading_row(rows[:MOST_ROWS_ABOVE], chosen_columns(json.loads(chosen)))
    if place < 0:
        raise RevTrackError(NO_HEADINGS)
    if len(rows) - place - 1 > MOST_ROWS:
        raise RevTrackError(TOO_MANY_ROWS, sheet="CSV", most=MOST_ROWS)
    used = [each.place for each in columns]
    found: list[Any] = [
        [number, [row[each] if each < len(row) else "" for each in used]]
        for number, row in enumerate(rows[place + 1 :], start=place + 2)
    ]
    return {
        "sheets": [_described("", columns, [row for row in found if any(row[1])])],
        "unread": [],
    }


def _decoded(content: bytes) -> str:
    """Return the text: by its mark, as UTF-16 where every other byte is nothing, UTF-8, cp1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content[1:200:2].count(0) > len(content[1:200:2]) // 2:
        return content.decode("utf-16-le", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")
