"""A paper whose lines and cells are short enough for every rule.

Rules look through a line for shapes, and some shapes take time by the square of its length. No
line that somebody wrote is as long as this; what is longer was pasted without its breaks, or made
to do harm. It is parted here, once, so that no rule need think of it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from revtrack.domain.texts.paper import Cell, Line, Paper, Row, Table

LONGEST = 2_000
"""In signs, of a line or cell that rules are given."""
_LONGEST_WORD = 200
"""In signs; a longer run without a space is parted too."""
_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_END = re.compile(r"[.!?:;]\s")


def with_bounded_lines(paper: Paper) -> Paper:
    """Return a paper with its overlong lines and cells parted, at sentences where there are any."""
    return replace(
        paper,
        blocks=tuple(_bounded(paper)),
        headers=tuple(piece for each in paper.headers for piece in pieces_of(each)),
        furniture=tuple(piece for each in paper.furniture for piece in _lines_of(each)),
    )


def _bounded(paper: Paper) -> Iterator[Line | Table]:
    for block in paper.blocks:
        if isinstance(block, Line):
            yield from _lines_of(block)
        else:
            yield Table(tuple(row for each in block.rows for row in _rows_of(each)))


def _lines_of(line: Line) -> Iterator[Line]:
    yield from (replace(line, text=each) for each in pieces_of(line.text))


def _rows_of(row: Row) -> Iterator[Row]:
    """Give a row, with the rest of its overlong cells as rows that go on with it."""
    if all(len(cell.text) <= _LONGEST_WORD for cell in row.cells):
        yield row
        return
    parted = [pieces_of(cell.text) for cell in row.cells]
    for number, texts in enumerate(zip_longest(*parted, fillvalue="")):
        cells = zip(row.cells, texts, strict=True)
        yield replace(
            row, cells=tuple(Cell(text, cell.is_merged and not number) for cell, text in cells)
        )


def pieces_of(text: str) -> tuple[str, ...]:
    """Return a text in pieces of at most ``LONGEST`` signs, none of them with an endless word."""
    if len(text) <= _LONGEST_WORD:
        return (text,)
    said = _WORD.sub(r"\g<0> ", text)
    return tuple(_pieces(said)) if len(said) > LONGEST else (said,)


def _pieces(text: str) -> Iterator[str]:
    begin = 0
    while len(text) - begin > LONGEST:
        half, most = begin + LONGEST // 2, begin + LONGEST
        ends = [match.end() for match in _END.finditer(text, half, most)]
        end = ends[-1] if ends else text.rfind(" ", half, most) + 1
        end = end or most
        yield text[begin:end].strip()
        begin = end
    if text[begin:].strip():
        yield text[begin:].strip()
