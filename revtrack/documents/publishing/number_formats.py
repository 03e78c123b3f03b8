"""What the number format of a cell shows of it."""

import re
from collections.abc import Collection
from itertools import pairwise

_INKS = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "00FF00",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "magenta": "FF00FF",
    "cyan": "00FFFF",
}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_WORDS = re.compile(r'"[^"]*[^\W\d_]{2}[^"]*"|\\[^\W\d_]')
_INK = re.compile(rf"\[({'|'.join(_INKS)})\]", re.IGNORECASE)
_CONDITION = re.compile(r"\[[<>=]")
_OF_TEXT = 3


def sections(code: str) -> list[str]:
    """Return the parts of a format, parted by semicolons that no quotation marks are around."""
    covered = _QUOTED.sub(lambda found: "x" * len(found[0]), code)
    places = [-1, *(place for place, sign in enumerate(covered) if sign == ";"), len(code)]
    return [code[first + 1 : last] for first, last in pairwise(places)]


def section_of(code: str, value: str, *, is_text: bool) -> int:
    """Return which part of a format a value is shown by; -1 where none is for it."""
    parts = sections(code)
    if is_text:
        return _OF_TEXT if len(parts) > _OF_TEXT else -1
    try:
        number = float(value)
    except ValueError:
        return 0
    if number < 0 and len(parts) > 1:
        return 1
    return 2 if number == 0 and len(parts) > 2 else 0  # noqa: PLR2004 - the third is for zero


def hides(code: str, value: str, *, is_text: bool) -> bool:
    """Tell whether a format lets nothing of a value be seen."""
    parts = sections(code)
    place = section_of(code, value, is_text=is_text)
    return len(parts) > 1 and place >= 0 and not _BRACKETS.sub("", parts[place]).strip(' "')


def inks(code: str, *, is_text: bool) -> tuple[frozenset[str], bool]:
    """Return the colours that a format gives its text, and whether it surely gives the only one."""
    found = frozenset(_INKS[each.casefold()] for each in _INK.findall(code))
    is_for_all = len(sections(code)) == 1 and not _CONDITION.search(code)
    return found, is_for_all and len(found) == 1 and is_text == ("@" in code)


def has_words(code: str) -> bool:
    """Tell whether a format holds words of somebody's own."""
    return _WORDS.search(code) is not None


def without_unused(code: str, used: Collection[int]) -> str:
    """Return a format without the words of the parts that no cell is shown by."""
    usual = ["General", "-General", "General", "@"]
    return ";".join(
        usual[place] if place not in used and place < len(usual) and has_words(part) else part
        for place, part in enumerate(sections(code))
    )
