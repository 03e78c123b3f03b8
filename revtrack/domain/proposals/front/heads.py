"""The beginning of a report or letter: whose auditors it is from, and who has helped them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.proposals.front.firms import firm_among
from revtrack.domain.proposals.front.towns import municipality_among
from revtrack.domain.proposals.papers.listings import wide_tables
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import Passages
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row, Table

MOST_LINES = 600
"""So many lines are enough to know whose a paper is."""
_WIDE = 3
_COMPANIES = re.compile(
    r"(?:[^,.;:]{2,40} AB|AB [^,.;:]{2,40})(?:, (?:[^,.;:]{2,40} AB|AB [^,.;:]{2,40}))*"
)
FIRST_LINES = 30
"""Among so many lines a paper gives its head."""


_LABEL = re.compile(
    r"(?:(?:(?:vår[at]?|ert?|revisorernas|revisionens) )?(?:datum|dnr|d\.nr|diarie\w*|ärende-?(?:nr"
    r"|nummer)|beteckning|ref(?:erens)?|handläggare|kontakt\w*)"
    r"|till|mottagare|(?:till|för) kännedom(?: till)?|kopia(?: till)?"
    r"|svar\w*(?: senast)?|sista svarsdag|sida|version)\s*:?",
    re.IGNORECASE,
)
"""A cell that is the label of the cell beside it, or below it."""


_OF_TITLE = re.compile(
    r"(?:granskning(?:ens (?:namn|titel))?|rapportens (?:namn|titel)|granskad rapport"
    r"|avser (?:granskning|rapport)(?:en)?)\s*:?",
    re.IGNORECASE,
)
"""A cell of a form whose neighbour is the title of the audit."""


def _lines_in(table: Table) -> Iterator[Line]:
    """Give the cells of a table as lines; what labels stand above with its label."""
    first, *others = table.rows
    labels = [each.text.strip() for each in first.cells]
    if not others or not all(map(_LABEL.fullmatch, filter(None, labels))) or not any(labels):
        yield from (line for row in table.rows for line in _lines_of(row))
        return
    for row in others:
        for label, cell in zip(labels, row.cells, strict=False):
            if cell.text.strip():
                said = f"{label} {cell.text.strip()}".strip()
                yield Line(LineKind.PARAGRAPH, said, row.place)


def _lines_of(row: Row) -> Iterator[Line]:
    """Give the cells of a row as lines; a label and what it labels as one."""
    cells = [each.text for each in row.cells if each.text.strip() and not each.is_merged]
    if len(cells) == PAIR and _OF_TITLE.fullmatch(cells[0].strip()):
        cells = [f"{cells[0].strip(' :')}: {cells[1].strip()}"]
    elif len(cells) == PAIR and _LABEL.fullmatch(cells[0].strip()):
        cells = [f"{cells[0].strip()} {cells[1].strip()}"]
    yield from (Line(LineKind.PARAGRAPH, each, row.place) for each in cells)


@dataclass(frozen=True)
class Head:
    """A paper with its lines at hand."""

    paper: Paper
    passages: Passages

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines outside the tables, those that pages repeat last."""
        return (*self.body, *getattr(self.paper, "furniture", ()), *self._headers)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines outside the tables, and the cells of tables at the beginning."""
        found: list[Line] = []
        for block in self.paper.blocks:
            if isinstance(block, Table):
                if len(found) < FIRST_LINES:
                    found += _lines_in(block)
            elif block.kind is not LineKind.CONTENTS:
                found.append(block)
        return tuple(found)

    @cached_property
    def wide_tables(self) -> frozenset[int | None]:
        """The tables of several columns and rows, whose cells tell nothing of the paper itself."""
        return wide_tables(self.paper)

    @property
    def first(self) -> tuple[Line, ...]:
        """The lines of the beginning."""
        return self.body[:FIRST_LINES]

    @cached_property
    def ends(self) -> tuple[Line, ...]:
        """The lines of the beginning and the end, and those that pages repeat."""
        if len(self.lines) <= MOST_LINES:
            return self.lines
        half = MOST_LINES // 2
        return (*self.lines[:half], *self.lines[-half:])

    @cached_property
    def town(self) -> Found[str] | None:
        """The municipality, region or federation that it is of."""
        repeated = self.lines[len(self.body) :]
        return municipality_among(self.ends, FIRST_LINES // 2, repeated)

    @cached_property
    def firm(self) -> Found[str] | None:
        """The firm that has helped the auditors."""
        towns = [self.town.value] if self.town else []
        return firm_among(self.ends, FIRST_LINES, [*towns, *self._in_columns])

    @cached_property
    def _in_columns(self) -> frozenset[str]:
        """The companies that cells of wide tables hold, below the headings: they were reviewed."""
        return frozenset(
            each.strip()
            for block in self.paper.blocks
            if isinstance(block, Table)
            for row in block.rows[1:]
            if len(row.cells) >= _WIDE
            for cell in row.cells
            if _COMPANIES.fullmatch(cell.text.strip())
            for each in cell.text.split(",")
        )

    @property
    def others(self) -> list[str]:
        """The names of town and firm, which are no committees."""
        return [each.value for each in (self.town, self.firm) if each]

    @cached_property
    def _headers(self) -> tuple[Line, ...]:
        return tuple(
            Line(LineKind.PARAGRAPH, text, Place(text[:60])) for text in self.paper.headers
        )
