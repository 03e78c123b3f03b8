"""The rows of a sheet as they are read: what each cell says, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class SheetRow:
    """A row as it is read: what its cells say, and where."""

    sheet: str
    number: int
    said: Mapping[Field, Any]
    """What is known; of a row of our own only what was changed since it was written."""
    spots: Mapping[Field, Spot]
    """Every cell of a known column."""
    cleared: frozenset[Field]
    """Columns of a row of our own that held something when it was written, and no longer do."""
    key: str = ""

    @property
    def spot(self) -> Spot:
        """The row as a whole."""
        return Spot(self.sheet, self.number, "", "")

    def at(self, field: Field) -> Spot:
        """Return a cell; the row as a whole where it has no such column."""
        return self.spots.get(field, self.spot)


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
        fields = tuple(
            (place, Field(column["field"]), column["heading"])
            for place, column in enumerate(sheet["columns"])
            if column["field"] and column["field"] != Field.STANDING
        )
        formulas = {(each["row"], each["column"]): each["cell"] for each in sheet["formulas"]}
        layout = _Layout(sheet["sheet"], fields, formulas)
        for number, texts in sheet["rows"]:
            row = _row(made, cells, layout, number, texts)
            if row is not None:
                made.rows.append(row)
    return made


@dataclass(frozen=True)
class _Layout:
    """A sheet's known columns, and its cells with formulas."""

    sheet: str
    fields: tuple[tuple[int, Field, str], ...]
    formulas: Mapping[tuple[int, int], str]


def _row(
    made: Read, cells: Cells, layout: _Layout, number: int, texts: list[str]
) -> SheetRow | None:
    said: dict[Field, Any] = {}
    spots: dict[Field, Spot] = {}
    emptied = set()
    is_whole = True
    key = next((texts[place] for place, column, _ in layout.fields if column is Field.KEY), "")
    base = base_of(key)
    for place, column, heading in layout.fields:
        if column is Field.KEY:
            continue
        text = texts[place]
        spot = spots[column] = Spot(layout.sheet, number, heading, text)
        if not text and (number, place) in layout.formulas:
            made.drafts.fault(spot, NO_VALUE, cell=layout.formulas[number, place])
            is_whole = False
        is_as_written = key and column not in NAMING and base.get(column) == digest(text)
        if is_as_written or text.endswith(CUT):
            continue
        try:
            value = cells.read(column, text, is_own=bool(key))
        except CellError as fault:
            made.drafts.fault(spot, fault.message, **fault.values)
            is_whole = False
            continue
        if value is None:
            emptied.add(column)
        else:
            said[column] = value
    if not is_whole or not (said or key):
        return None
    changed = {
        column: value
        for column, value in said.items()
        if column in NAMING or base.get(column) != digest(value)
    }
    return SheetRow(layout.sheet, number, changed, spots, frozenset(emptied & base.keys()), key)
