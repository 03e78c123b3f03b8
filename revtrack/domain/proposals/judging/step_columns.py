"""Which columns of a table give steps: by crosses below them, by whom they name, or alone."""

import re
from collections.abc import Iterator, Mapping, Sequence

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.grading import Graded, graded_cell
from revtrack.domain.proposals.text.columns import Columns, text_at
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Row, Table

Tied = tuple[tuple[Committee, ...], Graded]
SMALLEST = 2
"""Rows of a table that judges, and its questions."""
FEW_WORDS = 6
_MARK = re.compile(r"(?:[xX✓✔√●•■]|\(x\))$")
_JUDGES = re.compile(r"svar|bedöm|slutsats|resultat|utfall|uppfyll|omdöme", re.IGNORECASE)
"""How a column is headed that judges, by whomever: "Revisorernas svar"."""


def crossed(table: Table) -> dict[int, Graded]:
    """Return the columns headed by steps, where rows put a mark: "Ja | Delvis | Nej"."""
    heads = {place: text_at(table.rows[0], place) for place in range(len(table.rows[0].cells))}
    steps = {place: graded_cell(head) for place, head in heads.items() if is_step(head)}
    return {place: step for place, step in steps.items() if step and len(steps) >= SMALLEST}


def marked_in(row: Row, crosses: Mapping[int, Graded]) -> list[Graded]:
    """Return the steps in whose columns a row has a mark, or says the step again."""
    return [step for place, step in crosses.items() if _is_marked(text_at(row, place), step)]


def _is_marked(said: str, step: Graded) -> bool:
    if _MARK.match(said):
        return True
    again = graded_cell(said) if is_step(said) else None
    return again is not None and again.grade is step.grade


def by_cross(row: Row, crosses: Mapping[int, Graded], addressees: Addressees) -> Iterator[Tied]:
    """Give the steps in whose columns a row names somebody, where others put a cross."""
    for place, step in crosses.items():
        said = text_at(row, place)
        if said and addressees.is_label(said):
            yield addressees.bodies.named_in(said), step


def only_other(columns: Columns, heads: Row) -> int | None:
    """Return the one column beside the questions, where its heading or cells say that it judges."""
    taken = set(columns.by_name.values())
    others = {
        place
        for row in columns.rows
        for place in range(len(row.cells))
        if place not in taken and text_at(row, place)
    }
    place = others.pop() if len(others) == 1 else None
    if place is None or not (
        _JUDGES.search(text_at(heads, place)) or is_brief(columns.rows, place)
    ):
        return None
    return place


def is_brief(rows: Sequence[Row], place: int) -> bool:
    """Tell whether at least half of a column's cells only say a step."""
    return 2 * sum(is_step(text_at(row, place)) for row in rows) >= len(rows)


def is_step(said: str) -> bool:
    """Tell whether a cell only says a step."""
    return len(said.split()) < FEW_WORDS and graded_cell(said) is not None
