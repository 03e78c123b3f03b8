"""A paper's lines as minutes and letters are read: cells among them, parts of heads each alone."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.days.written_days import days_in
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table

_LONGEST_HEAD = 160
"""In signs, of a line whose parts stand beside each other."""
_COLUMNS = re.compile(r"\s+[|¦]\s+|\t+|\s{3,}")
_LABELLED = re.compile(
    r"^(?P<label>(?:[\w-]*(?:nämndens|styrelsens|utskottets|direktionens|fullmäktiges)\s)?"
    r"(?:beslut|förslag till beslut|beslutsförslag))\s*:\s+(?P<said>[A-ZÅÄÖ].{12,})$",
    re.DOTALL | re.IGNORECASE,
)
"""A heading with what it heads on the same line: "Beslut: Nämnden överlämnar svaret …"."""


def lines_of(paper: Paper) -> tuple[Line, ...]:
    """Return the lines of a paper, and the cells of its tables as lines; contents left out."""
    return tuple(_lines(paper))


def _lines(paper: Paper) -> Iterator[Line]:
    for block in paper.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    if cell.text and not cell.is_merged:
                        yield Line(LineKind.PARAGRAPH, cell.text, row.place)
        elif block.kind is not LineKind.CONTENTS:
            for part in _beside_each_other(block):
                yield from _label_apart(part)


def _beside_each_other(line: Line) -> Iterator[Line]:
    """Give the parts of a head's line that stand in columns: "Protokoll | Nämnden | 2025-06-11"."""
    is_head = len(line.text) < _LONGEST_HEAD and not line.text.rstrip().endswith((".", ","))
    parts = _COLUMNS.split(line.text.strip()) if is_head else []
    if len(parts) > 1:
        yield from (replace(line, text=each) for each in parts if each)
    else:
        yield line


def _label_apart(line: Line) -> Iterator[Line]:
    """Give the label of a decision and what is decided as two lines, unless that is only a day."""
    match = _LABELLED.match(line.text.strip())
    if match is None or "§" in match["said"][:30] or any(days_in(match["said"][:30])):
        yield line
        return
    yield replace(line, text=match["label"], marker=None)
    yield replace(line, text=match["said"])
