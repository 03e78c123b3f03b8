"""A follow-up workbook as it came back: its rows, known by their headings and the hidden sheet.

Rows may have been sorted, and columns moved; a row is known by its audit, number and committee.
Nothing is judged here.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from openpyxl.utils import get_column_letter

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.exchange.sealed_rows import rows_checksum
from revtrack.reading.sheets import MOST_ROWS, Sheet, cell_text, open_workbook
from revtrack.wording.follow_up_sheet import (
    AUDIT,
    COMMITTEE,
    FORMAT,
    HEADINGS,
    KEY_SHEET,
    NUMBER,
    ROWS_SHEET,
    Filled,
    choices,
)

FOREIGN = N_(
    "The file is not a follow-up workbook of RevTrack. Make one with: "
    "revtrack document follow-up-workbook AUDIT"
)
CHANGED = N_(
    "The hidden sheet of the workbook has been changed, so nobody can tell which recommendation a "
    "row is about. Make the workbook anew and copy what is filled in."
)
Key = tuple[str, str, str]


def read_workbook(content: bytes) -> dict[str, Any]:
    """Return what is filled in: ``follow_up`` (uid or empty), ``stamp`` and ``rows``.

    Each row has its ``row`` in the sheet, what names it (``audit``, ``number``, ``committee``), the
    ``uid`` of its recommendation to a committee (null where the hidden sheet knows none such), what
    was filled in when the workbook was made (``before``) and what is now (``now``), codes and days
    as texts; ``odd`` lists the columns with a text that cannot be chosen there, or no day, and
    ``cells`` tells where each column stands in the row.
    """
    sheets = {sheet.title: _cells(sheet) for sheet in open_workbook(content)}
    if ROWS_SHEET not in sheets or len(sheets.get(KEY_SHEET, ())) < 2:  # noqa: PLR2004 - headings and the format
        raise RevTrackError(FOREIGN)
    head, known = _keys(sheets[KEY_SHEET])
    return {"follow_up": head[1], "stamp": head[2], "rows": list(_rows(sheets[ROWS_SHEET], known))}


def _cells(sheet: Sheet) -> list[list[str]]:
    rows = islice(sheet.rows(), MOST_ROWS)
    return [[cell_text(value) for value in values] for _number, values in rows]


def _keys(rows: Sequence[Sequence[str]]) -> tuple[list[str], dict[Key, tuple[str, str]]]:
    """Return the head of the hidden sheet, and the uid and first filling of each row by its key."""
    texts = [[*row, *[""] * 5] for row in rows[1:]]
    head, *keys = (row[:5] for row in texts)
    if head[0] != FORMAT:
        raise RevTrackError(FOREIGN)
    if rows_checksum(head[1], keys) != head[3]:
        raise RevTrackError(CHANGED)
    return head, {(row[0], row[1], row[2]): (row[3], row[4]) for row in keys}


def _rows(
    rows: Sequence[Sequence[str]], known: Mapping[Key, tuple[str, str]]
) -> Iterator[dict[str, Any]]:
    titles = rows[0] if rows else []
    if missing := [name for name in (AUDIT, NUMBER, COMMITTEE) if name not in titles]:
        raise RevTrackError(
            "The sheet {sheet} has lost its headings: {headings}. Write them back, or make the "
            "workbook anew.",
            sheet=ROWS_SHEET,
            headings=", ".join(missing),
        )
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip(titles, row, strict=False))
        key = (cells[AUDIT], cells[NUMBER], cells[COMMITTEE])
        if not any(key):
            continue
        uid, before = known.get(key, (None, "{}"))
        now, odd = _filled(cells)
        yield {
            "row": number,
            "audit": key[0],
            "number": key[1],
            "committee": key[2],
            "uid": uid,
            "before": json.loads(before),
            "now": now,
            "odd": odd,
            "cells": {
                name.value: f"{get_column_letter(titles.index(HEADINGS[name]) + 1)}{number}"
                for name in Filled
                if HEADINGS[name] in titles
            },
        }


def _filled(cells: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    now: dict[str, str] = {}
    odd = []
    for name in Filled:
        text = cells.get(HEADINGS[name])
        if not text:
            continue
        codes = {word.casefold(): code for code, word in choices(name).items()}
        is_known = text.casefold() in codes if codes else True
        if is_known and (name is not Filled.JUDGED_ON or _is_day(text)):
            now[name.value] = codes.get(text.casefold(), text)
        else:
            odd.append(name.value)
    return now, odd


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
