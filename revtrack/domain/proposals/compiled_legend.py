"""The legend of a compilation's tables: what the letters in their cells stand for."""

import re
from collections.abc import Mapping
from dataclasses import replace

from revtrack.domain.texts.paper import Line, Paper, Row, Table

_LEGEND = re.compile(
    r"(?<![\w/])(?P<sign>[A-ZÅÄÖ+–-]{1,2})\s?=\s?(?P<says>[^=,;.]{2,60})(?=[,;.]|$)"
)
"""What a letter in a cell stands for: "I = instämmer, D = delvis"."""


def written_out(paper: Paper) -> Paper:
    """Return a paper whose cells say what a legend says that their letters stand for."""
    lines = (each.text for each in paper.blocks if isinstance(each, Line))
    found = [[*_LEGEND.finditer(text)] for text in lines]
    legend = {m["sign"]: m["says"].strip() for each in found if len(each) > 1 for m in each}
    if not legend:
        return paper
    blocks = (
        Table(tuple(_with_words(row, legend) for row in each.rows))
        if isinstance(each, Table)
        else each
        for each in paper.blocks
    )
    return replace(paper, blocks=tuple(blocks))


def _with_words(row: Row, legend: Mapping[str, str]) -> Row:
    said = (replace(each, text=legend.get(each.text.strip(), each.text)) for each in row.cells)
    return replace(row, cells=tuple(said))
