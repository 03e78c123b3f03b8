"""What a compilation says of the replies that is the auditors' own: told of, and not taken in."""

import re
from collections.abc import Iterator

from revtrack.domain.errors import N_
from revtrack.domain.proposals.compiled_names import AUDITORS_SAY
from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.proposals.text.columns import is_across, text_at
from revtrack.domain.texts.paper import Line, Paper, Table

JUDGED = "judgement_not_taken"
_COLUMN = re.compile(rf"\b{AUDITORS_SAY}", re.IGNORECASE)
_LABEL = re.compile(rf"(?P<heading>{AUDITORS_SAY})\s*:\s*\w", re.IGNORECASE)
"""How a line begins that says beside an answer what the auditors think of it."""
_SAYS = N_(
    "What stands under “{heading}” is the auditors' own, and is not taken in. Judge each reply "
    "once it is registered: sufficient, insufficient, or to be supplemented."
)


def judgements_left(paper: Paper) -> Iterator[Doubt]:
    """Give the headings under which the auditors judge the replies of a compilation, each once."""
    told: set[str] = set()
    for block in paper.blocks:
        for heading, line in _headings(block):
            if heading.casefold() not in told:
                told.add(heading.casefold())
                yield Doubt(JUDGED, _SAYS, line, {"heading": heading})


def _headings(block: Line | Table) -> Iterator[tuple[str, int | None]]:
    if isinstance(block, Line):
        match = _LABEL.match(block.text)
        if match:
            yield match["heading"], block.place.line
        return
    at = next((n for n, row in enumerate(block.rows) if not is_across(row)), 0)
    head, rows = block.rows[at], block.rows[at + 1 :]
    for place in range(len(head.cells)):
        heading = text_at(head, place)
        if _COLUMN.search(heading) and any(text_at(row, place) for row in rows):
            yield heading, head.place.line
