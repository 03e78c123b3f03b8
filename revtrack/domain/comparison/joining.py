"""Recommendations that somebody typed over several paragraphs, list items or rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from revtrack.domain.comparison.expected import Wanted
from revtrack.domain.comparison.items import Item
from revtrack.domain.comparison.matching import nearest
from revtrack.domain.texts.likeness import SAME_MATTER, bare, likeness, share_of

MOST_PARTS = 8
"""Nobody types one recommendation over more lines than this."""
OF_ITS_WORDS = 0.7
"""A line is a part of a recommendation only where this share of its words stand in it."""
GAIN = 0.03
"""So much more like the recommendation the parts must be together than the first is alone."""
_SIGNS = (" ", ", ", "; ", ": ", ". ", " – ")
"""What a person may have taken away where a text was broken."""


class _Whole(NamedTuple):
    """Some parts read as one text."""

    likeness: float
    parts: int
    text: str


def joined(items: Sequence[Item], wanted: Sequence[Wanted]) -> list[Item]:
    """Return the items, with those as one that only together word a recommendation."""
    return list(_joined(items, wanted))


def _joined(items: Sequence[Item], wanted: Sequence[Wanted]) -> Iterator[Item]:
    place = 0
    while place < len(items):
        whole = max((_whole(items[place:], each, wanted) for each in wanted), default=None)
        if whole is None or whole.parts == 1:
            yield items[place]
            place += 1
        else:
            yield replace(items[place], readings=(whole.text,))
            place += whole.parts


def _whole(items: Sequence[Item], of: Wanted, wanted: Sequence[Wanted]) -> _Whole:
    """Return how many of these items, from the first on, are together nearest to one."""
    first = items[0]
    alone = nearest(first, of)[0]
    best = _Whole(0.0, 1, "")
    for reading in first.readings:
        parts = [reading]
        if share_of(reading, of.text) < OF_ITS_WORDS:
            continue
        for item in items[1:MOST_PARTS]:
            if not _goes_on(item, first, of, wanted):
                break
            parts.append(item.readings[0])
            text = _glued(parts, of.text)
            alike = likeness(text, of.text)
            if alike >= max(SAME_MATTER, alone + GAIN, best.likeness + GAIN):
                best = _Whole(alike, len(parts), text)
    return best


def _goes_on(item: Item, first: Item, of: Wanted, wanted: Sequence[Wanted]) -> bool:
    """Tell whether an item may carry on what the first began, and is none of its own."""
    return (
        not item.has_our_number
        and not item.is_repeated
        and (item.number is None or item.is_counted or first.number != item.number)
        and share_of(item.readings[0], of.text) >= OF_ITS_WORDS
        and all(nearest(item, each, SAME_MATTER)[0] < SAME_MATTER for each in wanted)
    )


def _glued(parts: Sequence[str], text: str) -> str:
    """Return the parts as one text, with the signs between them that the wording has."""
    sought, whole = bare(text).casefold(), parts[0]
    for part in parts[1:]:
        ways = [f"{end}{sign}{part}" for end in (whole, whole.rstrip(" :–-.")) for sign in _SIGNS]
        fitting = (each for each in ways if sought.startswith(bare(each).casefold().rstrip(" .")))
        whole = next(fitting, ways[0])
    return whole
