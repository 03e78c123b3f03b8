"""The rows of tables put together to tables, also over the end of a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.hyphens import together
from revtrack.reading.cleaning.lines import TABLE, Block, Row, SourceLine

_RUN_TOGETHER = re.compile(
    r"(?P<name>.*(?:nämnden|nämnd|styrelsen|styrelse|utskottet|direktionen|bolaget|förbundet"
    r"|förvaltningen|kontoret|rådet))(?P<rest>(?:[A-ZÅÄÖ][a-zåäö]|\d).*)",
    re.DOTALL,
)
"""A name too long for its narrow cell, which ran into the next: "KollektivtrafiknämndenGrön"."""


def tables_of(lines: Sequence[SourceLine]) -> Iterator[Block]:
    """Give the tables that rows make: one that a page's end tore apart is one."""
    rows: list[Row] = []
    follows_break = False
    for line in lines:
        row = _row(line)
        is_alike = rows and len(rows[0].cells) == len(row.cells)
        if rows and line.has_gap and not (is_alike and line.follows_break):
            yield _table(rows, follows_break=follows_break)
            rows = []
        if not rows:
            follows_break = line.follows_break
        if rows and line.follows_break and row.cells == rows[0].cells:
            continue  # the headings, repeated on the next page
        if rows and line.follows_break and _is_rest(row):
            rows[-1] = _with_rest(rows[-1], row)
            continue
        rows.append(row)
    yield _table(rows, follows_break=follows_break)


def _row(line: SourceLine) -> Row:
    said = [signs.without_note_marks(signs.without_stars(cell)) for cell in line.cells]
    cells = tuple(_parted(said, line.merged))
    return Row(cells, line.number, line.last or line.number, line.page, line.merged)


def _parted(cells: list[str], merged: Sequence[bool]) -> list[str]:
    """Return the cells of a row, each name that ran into the cell beside it without the rest."""
    for place, (cell, beside) in enumerate(pairwise(tuple(cells))):
        run = _RUN_TOGETHER.fullmatch(cell) if not beside and not any(merged) else None
        if run is not None:
            cells[place], cells[place + 1] = run["name"], run["rest"]
    return cells


def _is_rest(row: Row) -> bool:
    """Tell whether a row on a new page is the rest of the one that began on the page before."""
    said = [cell for cell in row.cells if cell]
    return not row.cells[0] and bool(said) and all(map(signs.starts_small, said))


def _with_rest(row: Row, rest: Row) -> Row:
    cells = tuple(
        together(begun, more) if more else begun
        for begun, more in zip(row.cells, rest.cells, strict=True)
    )
    return replace(row, cells=cells, last_line=rest.last_line)


def _table(rows: Sequence[Row], *, follows_break: bool) -> Block:
    first, last = rows[0], rows[-1]
    width = max(len(row.cells) for row in rows)
    padded = (replace(row, cells=(*row.cells, *[""] * (width - len(row.cells)))) for row in rows)
    return Block(
        TABLE,
        "",
        first.line,
        last.last_line,
        first.page,
        rows=tuple(padded),
        follows_break=follows_break,
    )
