"""Tables that stand one right below the other, which a file may give as one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, Paper, Row, Table

_LONGEST_HEAD = 4
"""In words, of a cell that heads a column."""


def with_parted_tables(paper: Paper) -> Paper:
    """Return a paper, its tables parted where rows of another width begin with their headings."""
    if not any(isinstance(each, Table) and _is_uneven(each) for each in paper.blocks):
        return paper
    return replace(paper, blocks=tuple(_parted(paper)))


def _parted(paper: Paper) -> Iterator[Line | Table]:
    for block in paper.blocks:
        if not isinstance(block, Table) or not _is_uneven(block):
            yield block
            continue
        yield from (replace(block, rows=rows) for rows in _runs(block))


def _runs(table: Table) -> list[tuple[Row, ...]]:
    """Return the rows of a table, parted where their width changes."""
    return [tuple(rows) for _, rows in groupby(table.rows, key=lambda row: len(row.cells))]


def _is_uneven(table: Table) -> bool:
    """Tell whether a table is of two widths, and each part has headings above its rows."""
    if len({len(row.cells) for row in table.rows}) != PAIR:
        return False
    runs = _runs(table)
    is_wide = all(len(rows[0].cells) > 1 for rows in runs)
    return len(runs) == PAIR and is_wide and all(map(_is_headed, runs))


def _is_headed(rows: tuple[Row, ...]) -> bool:
    """Tell whether rows begin with short headings, and go on below them."""
    heads = [each.text.split() for each in rows[0].cells]
    is_whole = not any(each.is_merged for row in rows for each in row.cells)
    return len(rows) > 1 and is_whole and all(0 < len(each) <= _LONGEST_HEAD for each in heads)
