"""Widths of a table's columns: as wished, but wide enough that no word of a name is broken.

Names of committees are long words; a column a few millimetres too narrow would print
"Stadsbyggnadsnämnde-n". The room is taken from the columns that have most to spare.
"""

import re
from collections.abc import Sequence

from revtrack.documents.office.blocks import Column

MM_PER_EM = 9 * 25.4 / 72
"""The size of the tables' text."""
HEADING_SIZE = 1.08
"""Of a heading compared with the text: it is bold."""
PADDING = 2.5
"""Left and right of the text in a cell, with a little to spare, in millimetres."""
MEASURED_ROWS = 500
"""A long table is measured by its first rows."""
LARGEST_SHARE = 0.35
"""What a single word may at most claim of a table's width."""

_WIDTHS = {
    0.28: "ijlI.,:;'|!/ \u00a0ft",
    0.34: 'r-()[]"',
    0.5: "ckqsvxyzJ",
    0.72: "wCDGHNOQRUÅÄÖABEKPSVXYÖ",
    0.86: "mMW",
}
_WORD = re.compile(r"[^ \t\n]+")
_WIDTH_OF = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_USUAL = 0.556
_WIDEST_LETTER = 0.86
_PIECE = re.compile(r"(?:[^-\u2013]|(?<=[\d§])-(?=\d))+[-\u2013]?")
"""What stands on one line: a word or its part up to a hyphen, but a day and a number as wholes."""


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths in millimetres; they sum up to what was wished."""
    wished = [float(column.width) for column in columns]
    total = sum(wished)
    if not _missing(_all_needed(columns, rows, total), wished):
        return wished
    needed = _all_needed(columns, rows, total, is_every_word=True)
    missing = _missing(needed, wished)
    spare = [max(wish - need, 0) for need, wish in zip(needed, wished, strict=True)]
    if missing >= sum(spare):
        return _capped(needed, total)
    share = missing / sum(spare)
    return [
        max(need, wish) - share * room
        for need, wish, room in zip(needed, wished, spare, strict=True)
    ]


def _missing(needed: Sequence[float], wished: Sequence[float]) -> float:
    return sum(max(need - wish, 0) for need, wish in zip(needed, wished, strict=True))


def _all_needed(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: float,
    *,
    is_every_word: bool = False,
) -> list[float]:
    """Return what each column needs; every word counts where columns may become narrower."""
    measured = rows[:MEASURED_ROWS]
    return [
        min(
            _needed(column, [row[index] for row in measured], is_every_word=is_every_word),
            LARGEST_SHARE * total,
        )
        for index, column in enumerate(columns)
    ]


def _capped(needed: Sequence[float], total: float) -> list[float]:
    """Return the widths needed, the widest cut to what is left: only the longest words break."""
    room, widths = total, [0.0] * len(needed)
    for left, index in zip(
        range(len(needed), 0, -1), sorted(range(len(needed)), key=needed.__getitem__), strict=True
    ):
        widths[index] = min(needed[index], room / left)
        room -= widths[index]
    return [width * total / sum(widths) for width in widths]


def _needed(column: Column, texts: Sequence[str], *, is_every_word: bool) -> float:
    """Return the width of the longest word in a column, or less where all words surely fit."""
    heading = max(map(word_width, column.title.split()), default=0.0) * HEADING_SIZE
    shortest = max(int((column.width - PADDING) / (_WIDEST_LETTER * MM_PER_EM)), 1)
    least = 1 if is_every_word else shortest
    words = {word for text in texts for word in _WORD.findall(text) if len(word) >= least}
    return max([heading, *map(word_width, words)]) + PADDING


def word_width(word: str) -> float:
    """Return about how wide a word's longest unbreakable piece is, in millimetres."""
    pieces = _PIECE.findall(word) or [word]
    return max(sum(_WIDTH_OF.get(sign, _USUAL) for sign in piece) for piece in pieces) * MM_PER_EM
