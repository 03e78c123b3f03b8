"""The rows of a sheet as they are read: what each cell says, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from revtrack.domain.errors import N_
from revtrack.domain.exchange.sheets.cells import CUT, CellError, Cells, Words
from revtrack.domain.exchange.sheets.columns import Field, base_of, digest
from revtrack.domain.exchange.sheets.drafts import Drafts, Spot

NO_VALUE = N_(
    "The formula in {cell} has no saved value. Open the file in Excel and save it, or write the "
    "value itself."
)


NAMING = frozenset({Field.AUDIT, Field.MUNICIPALITY, Field.YEAR, Field.COMMITTEE, Field.NUMBER})
"""Columns that say which row it is."""


@dataclass(frozen=True)
class Layout:
    """A sheet's known columns, and what is odd about its cells."""

    sheet: str
    places: Mapping[Field, tuple[int, str]]
    """Where the cell of a column is in its row, and the column's heading."""
    formulas: Mapping[tuple[int, int], str]
    """The cells with formulas, by row and place."""
    covered: frozenset[tuple[int, int]]
    """Cells that a merged one to the left of them covers, so that they say nothing."""


@dataclass(frozen=True)
class SheetRow:
    """A row as it is read: what its cells say, and where."""

    layout: Layout
    number: int
    texts: Sequence[str]
    """What stands in its cells."""
    said: Mapping[Field, Any]
    """What is known; of a row of our own only what was changed since it was written."""
    cleared: frozenset[Field]
    """Columns of a row of our own that held something when it was written, and no longer do."""
    key: str = ""

    @property
    def spot(self) -> Spot:
        """The row as a whole."""
        return Spot(self.layout.sheet, self.number, "", "")

    def has(self, field: Field) -> bool:
        """Tell whether its sheet has such a column."""
        return field in self.layout.places

    def at(self, field: Field) -> Spot:
        """Return a cell; the row as a whole where it has no such column."""
        if not self.has(field):
            return self.spot
        place, heading = self.layout.places[field]
        return Spot(self.layout.sheet, self.number, heading, self.texts[place])


@dataclass
class Read:
    """A file's rows, and what was wrong with cells."""

    drafts: Drafts
    rows: list[SheetRow] = field(default_factory=list)


def read_cells(found: Mapping[str, Any], words: Words) -> Read:
    """Return the rows of what ``reading.case_sheet`` gives; a row with a fault is left out."""
    made = Read(Drafts())
    cells = Cells(words)
    for sheet in found["sheets"]:
        layout = _layout(sheet)
        for number, texts in sheet["rows"]:
            row = _row(made, cells, layout, number, texts)
            if row is not None:
                made.rows.append(row)
    return made


def _layout(sheet: Mapping[str, Any]) -> Layout:
    return Layout(
        sheet["sheet"],
        {
            Field(column["field"]): (place, column["heading"])
            for place, column in enumerate(sheet["columns"])
            if column["field"] and column["field"] != Field.STANDING
        },
        {(each["row"], each["column"]): each["cell"] for each in sheet["formulas"]},
        frozenset((each["row"], each["column"]) for each in sheet["covered"]),
    )


def _row(
    made: Read, cells: Cells, layout: Layout, number: int, texts: Sequence[str]
) -> SheetRow | None:
    key = texts[layout.places[Field.KEY][0]] if Field.KEY in layout.places else ""
    base = base_of(key) if key else {}
    said: dict[Field, Any] = {}
    emptied = set()
    row = SheetRow(layout, number, texts, said, frozenset(), key)
    faults = len(made.drafts.faults)
    for column, (place, _heading) in layout.places.items():
        text = texts[place]
        if column is Field.KEY or (number, place) in layout.covered or text.endswith(CUT):
            continue
        if not text and (number, place) in layout.formulas:
            made.drafts.fault(row.at(column), NO_VALUE, cell=layout.formulas[number, place])
        if key and column not in NAMING and base.get(column) == digest(text):
            continue
        try:
            value = cells.read(column, text, is_own=bool(key)) if text else None
        except CellError as fault:
            made.drafts.fault(row.at(column), fault.message, **fault.values)
            continue
        if value is None:
            emptied.add(column)
        elif not key or column in NAMING or base.get(column) != digest(value):
            said[column] = value
    if len(made.drafts.faults) > faults or not (said or key):
        return None
    return replace(row, cleared=frozenset(emptied & base.keys()))
