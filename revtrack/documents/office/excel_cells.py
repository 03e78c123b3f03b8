"""How much room text takes in a sheet: its columns, its rows, and how much a cell can hold."""

import re
from textwrap import wrap

MAX_UNITS = 32_767
"""The longest text of a cell, in UTF-16 units; Excel cuts the rest without a word."""
LINE_HEIGHT, MAX_ROW_HEIGHT = 13, 409
"""In points; Excel knows no higher row."""
FILTER_ARROW = 3
"""The room a filter's arrow takes from a bold heading, in characters."""
_NARROWER, _PARTED = 20, 4
"""A column holds a twentieth more letters than digits, by which its width is told; a wrapped line
leaves half a word empty on average."""
_PIECE = re.compile(r"[^\s-]+-?")
"""What stands on one line of a heading: a word, or its part up to a hyphen."""


def heading_room(title: str, *, has_arrow: bool) -> int:
    """Return the least width of a column: no word of its heading is broken, beside an arrow."""
    longest = max(map(len, _PIECE.findall(title)), default=0)
    return longest + (FILTER_ARROW if has_arrow else 1)


def heading_lines(title: str, width: int) -> int:
    """Return how many lines a heading takes in a column so many characters wide."""
    return len(wrap(title, max(width - FILTER_ARROW, 4)))


def text_lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column so many characters wide."""
    if len(text) <= width and "\n" not in text:
        return 1
    usual = max(width + width // _NARROWER - _PARTED, 1)
    return sum(max(1, -(-len(line) // usual)) for line in text.split("\n"))


def is_too_long(text: str) -> bool:
    """Tell whether a text has more UTF-16 units than a cell; a sign takes one or two of them."""
    return 2 * len(text) > MAX_UNITS and len(text.encode("utf-16-le")) > 2 * MAX_UNITS


def shortened(text: str, units: int) -> str:
    """Return as much of the text as fits into so many UTF-16 units, whole characters only."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
