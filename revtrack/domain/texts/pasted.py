"""Lists as they are pasted from Word, a mail or a PDF, turned into their items.

An item begins at a bullet or a number; a line without one continues the item before it. Where no
line has either, every line is an item, or every paragraph where empty lines part them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BULLETS = r"•◦▪‣⁃●○■□➢➤►–—*·\uf0b7\uf0a7-"
_MARK = re.compile(
    rf"(?P<indent>\s*)(?:(?P<bullet>[{_BULLETS}])(?:\s+|$)|(?P<letter>o)\t\s*"
    r"|(?P<number>(?:[RF]\s?)?[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zåäö])[.):]?(?:\t\s*|(?<=[.):])\s+))"
)
_TORN = re.compile(r"(?<=[a-zåäö])-$")
_JOINED = frozenset({"och", "eller", "samt"})
"""Words after which a hyphen at the end of a line is meant: "vård-" / "och omsorgsnämnden"."""


@dataclass(frozen=True)
class PastedList:
    """The items of a list, and what stands before the first of them."""

    lead: str
    """The text before the first bullet, such as "Vi rekommenderar kommunstyrelsen att"."""
    items: tuple[str, ...]


def is_item(line: str) -> bool:
    """Tell whether a line begins with a bullet or a number."""
    return _MARK.match(line) is not None


def pasted_list(text: str) -> PastedList:
    """Return the items of what was pasted, in order, each on one line."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    marks = [_MARK.match(line) for line in lines]
    if not any(marks):
        return PastedList("", tuple(_paragraphs(lines)))
    outermost = min(len(mark["indent"]) for mark in marks if mark)
    lead: list[str] = []
    items: list[list[str]] = []
    for line, mark in zip(lines, marks, strict=True):
        is_new = mark is not None and len(mark["indent"]) <= outermost
        if is_new and mark is not None:
            items.append([line[mark.end() :]])
        else:
            (items[-1] if items else lead).append(line)
    return PastedList(_together(lead), tuple(filter(None, map(_together, items))))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    stripped = [line.strip() for line in lines]
    if "" not in _without_ends(stripped):
        return [line for line in stripped if line]
    blocks: list[list[str]] = [[]]
    for line in stripped:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [_together(block) for block in blocks if block]


def _without_ends(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines from the first to the last that say something."""
    said = [place for place, line in enumerate(lines) if line]
    return lines[said[0] : said[-1] + 1] if said else ()


def _together(lines: Sequence[str]) -> str:
    """Return lines as one; a word that was torn at the end of a line is whole again."""
    whole = ""
    for line in filter(None, (" ".join(each.split()) for each in lines)):
        is_meant = line[0].isupper() or line.split(maxsplit=1)[0] in _JOINED
        torn = None if is_meant else _TORN.search(whole)
        whole = whole[: torn.start()] + line if torn else f"{whole} {line}".strip()
    return whole
