"""Two versions of a paper line by line: what stands in one of them only."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.texts.paper import Line, Paper

_END_NOTE = re.compile(r"^Framställd \d{4}-\d\d-\d\d .*kontrollnummer", re.DOTALL)
"""It differs between any two versions, and tells nothing of what they say."""
CELL_SIGN = " | "


@dataclass(frozen=True)
class LineDifferences:
    """What stands in one of two versions only, in the order it stands there."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def lines_of_paper(paper: Paper) -> tuple[str, ...]:
    """Return the lines of a paper, its page headers first; a row of a table is one line."""
    found = list(paper.headers)
    for block in paper.blocks:
        if isinstance(block, Line):
            found.append(block.text)
        else:
            found += [line_of_cells([cell.text for cell in row.cells]) for row in block.rows]
    return tuple(found)


def line_of_cells(cells: Sequence[str]) -> str:
    """Return a row of a table as one line."""
    return CELL_SIGN.join(cells)


def line_differences(first: Iterable[str], second: Iterable[str]) -> LineDifferences:
    """Return the lines that stand in one version only, or more often in it; moved ones do not."""
    here, there = (
        [" ".join(line.split()) for line in lines if line.strip() and not _END_NOTE.match(line)]
        for lines in (first, second)
    )
    return LineDifferences(_without(here, there), _without(there, here))


def _without(lines: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    left = Counter(others)
    only = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            only.append(line)
    return tuple(only)
