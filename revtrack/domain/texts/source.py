"""A paper as it is read beside what was found in it: line after line, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place

BETWEEN_CELLS = " | "
_CUT = " …"


@dataclass(frozen=True)
class SourceLine:
    """A paragraph, an item of a list, a heading or a row of a table."""

    text: str
    place: Place
    is_heading: bool = False


def source_of(paper: Paper) -> tuple[SourceLine, ...]:
    """Return all that a paper says, in its order."""
    return tuple(_lines(paper))


def _lines(paper: Paper) -> Iterator[SourceLine]:
    for block in paper.blocks:
        if isinstance(block, Line):
            text = f"{block.marker} {block.text}" if block.marker else block.text
            yield SourceLine(text, block.place, block.kind is LineKind.HEADING)
        else:
            for row in block.rows:
                yield SourceLine(_row_told(row.cells), row.place)


def _row_told(cells: Iterable[Cell]) -> str:
    return BETWEEN_CELLS.join(cell.text for cell in cells if not cell.is_merged)


def where_in(lines: Sequence[SourceLine], place: Place) -> int | None:
    """Return which of the lines a place is in; None where it is in none."""
    if place.line is not None:
        firsts = [each.place.line or 0 for each in lines]
        found = bisect_right(firsts, place.line) - 1
        return found if found >= 0 else None
    same = (
        number
        for number, each in enumerate(lines)
        if (each.place.paragraph, each.place.table, each.place.row)
        == (place.paragraph, place.table, place.row)
    )
    return next(same, None)


def span_of(text: str, said: Iterable[str]) -> tuple[int, int] | None:
    """Return where the first of some quotations that stands in a text begins and ends.

    A quotation may be cut at its end with an ellipsis, and its spaces may be line breaks there.
    """
    for each in said:
        words = each.removesuffix(_CUT).split()
        pattern = r"\s+".join(map(re.escape, words))
        found = re.search(pattern, text, re.IGNORECASE) if words else None
        if found is not None:
            return found.span()
    return None
