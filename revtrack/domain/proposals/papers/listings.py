"""Papers that are hardly more than a table of recommendations."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.proposals.papers.sign_words import CHAPTERS, FOR_AUDITORS, NUMBERED
from revtrack.domain.texts.paper import Line, Paper, Table
from revtrack.domain.texts.prose import name_key

CALLED_REPORT = re.compile(
    r"^(?:revisions|gransknings|uppföljnings)rapport\b|^rapport\b(?!\s\d)", re.IGNORECASE
)
_RECOMMENDED = re.compile(
    r"(?:\S+ ){0,3}(?:\w*rekommend\w+|förbättringsförslag|åtgärdsförslag)(?: \S+){0,2}$"
)
"""How the column of a list of recommendations is headed."""
_WIDE = 3
_MOST_TOLD = 2
"""So many lines of running text a list may have beside its table."""
_LAST = 14
_SOME_CHAPTERS = 2


def wide_tables(paper: Paper) -> frozenset[int | None]:
    """Return the tables of several columns and rows, whose cells are no titles of the paper."""
    return frozenset(
        row.place.table
        for each in paper.blocks
        if isinstance(each, Table) and len(each.rows) >= _WIDE and len(each.rows[0].cells) >= _WIDE
        for row in each.rows[:1]
        if row.place.table is not None
    )


def is_only_table(lines: Sequence[Line], paper: Paper) -> bool:
    """Tell whether a paper is a table of recommendations with hardly a line beside it."""
    tables = [each for each in paper.blocks if isinstance(each, Table) and each.rows]
    heads = (cell.text for each in tables for cell in each.rows[0].cells)
    if not any(_RECOMMENDED.match(name_key(head)) for head in heads):
        return False
    beside = [each for each in paper.blocks if isinstance(each, Line)]
    told = [each for each in beside if not is_short(each)]
    is_signed = any(FOR_AUDITORS.match(line.text.strip()) for line in lines[-_LAST:])
    named = {name_key(NUMBERED.sub("", each.text.strip()).rstrip(":")) for each in beside}
    is_parted = len(named & CHAPTERS) > _SOME_CHAPTERS
    is_report = any(CALLED_REPORT.match(each.text.strip()) for each in beside[:12])
    return len(told) <= _MOST_TOLD and not (is_signed or is_parted or is_report)
