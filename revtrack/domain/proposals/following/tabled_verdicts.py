"""The verdicts of a follow-up's tables: in a column of their own, or by a mark in one of many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.following.verdict_labels import is_of_others, is_verdict_column
from revtrack.domain.proposals.following.verdict_words import (
    Said,
    bare_verdict,
    opening_verdict,
    told_verdict,
)
from revtrack.domain.proposals.text.outline import TablePassage
from revtrack.domain.proposals.text.sentences import in_sentences
from revtrack.domain.texts.paper import Place, Row
from revtrack.domain.texts.prose import name_key

_MARK = re.compile(r"^(?:x|✓|✔|●|☒|☑|■)$", re.IGNORECASE)
_SHORTEST = 12
"""In signs, of a cell by which a recommendation is known again."""


@dataclass(frozen=True)
class Judged:
    """A row of a table with the verdict that it passes."""

    said: Said
    place: Place
    cells: tuple[str, ...]

    def names(self, text: str) -> bool:
        """Tell whether a cell of the row is this recommendation."""
        given = name_key(text).rstrip(".")
        return len(given) >= _SHORTEST and any(
            name_key(each).rstrip(".") == given for each in self.cells
        )


def rows_judged(passage: TablePassage) -> Iterator[Judged]:
    """Give the rows that pass a verdict, in the order of the table."""
    head, *rows = passage.table.rows
    headings = _texts(head)
    columns = [at for at, each in enumerate(headings) if is_verdict_column(each)]
    columns.sort(key=lambda at: "bedömning" not in headings[at].casefold())
    marked = {at: said for at, each in enumerate(headings) if (said := bare_verdict(each))}
    columns = columns or _plain(headings, rows)
    for row in rows:
        cells = _texts(row)
        said = _by_mark(cells, marked) if len(marked) > 1 else None
        said = said or next(
            (found for at in columns if at < len(cells) and (found := _in_cell(cells[at]))), None
        )
        if said is not None:
            yield Judged(said, row.place, cells)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(each.text.split()) for each in row.cells)


def _plain(headings: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """Return the columns without a known heading of which each cell begins with a verdict."""
    return [
        at
        for at, heading in enumerate(headings)
        if not is_of_others(heading)
        and rows
        and all(at < len(row.cells) and opening_verdict(row.cells[at].text) for row in rows)
    ]


def _by_mark(cells: Sequence[str], marked: dict[int, Said]) -> Said | None:
    found = [said for at, said in marked.items() if at < len(cells) and _MARK.match(cells[at])]
    return found[0] if len(found) == 1 else None


def _in_cell(text: str) -> Said | None:
    """Return the verdict that a cell begins with, or passes in its last sentence."""
    if (said := opening_verdict(text)) is not None:
        return said
    told = in_sentences(text)
    return told_verdict(told[0]) or bare_verdict(told[-1]) or told_verdict(told[-1])
