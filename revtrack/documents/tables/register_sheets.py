"""The register as sheets that people work in: changed cells can be read in again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from revtrack.documents.office.excel import Column, Empty, Properties, Sheet, Value, workbook
from revtrack.domain.exchange.sheets.cells import CODES, DAYS
from revtrack.domain.exchange.sheets.columns import ABOUT_SHEET, Field
from revtrack.domain.exchange.sheets.outgoing import FLAT, SHEETS, Row
from revtrack.domain.texts.csv_table import csv_table
from revtrack.wording.labels import swedish_label

_WIDTHS: Mapping[Field, int] = {
    Field.MUNICIPALITY: 16,
    Field.AUDIT: 14,
    Field.TITLE: 24,
    Field.YEAR: 8,
    Field.COMMITTEE: 24,
    Field.NUMBER: 9,
    Field.TEXT: 50,
    Field.HEADING: 18,
    Field.SECTION: 11,
    Field.QUESTION: 17,
    Field.PRIORITY: 11,
    Field.DIARY_NUMBER: 13,
    Field.STANDING: 19,
    Field.PARAGRAPH: 7,
    Field.POSITION: 20,
    Field.ANSWER: 60,
    Field.PROGRESS: 20,
    Field.ACTION: 60,
    Field.RESPONSIBLE: 22,
    Field.ACTION_DUE: 15,
    Field.VERDICT: 24,
    Field.BASIS: 20,
}
_DAY_WIDTH = 13
_ABOUT = (
    (
        "Ändra",
        (
            "Ändra i cellerna och läs in arbetsboken igen: revtrack import FIL --dry-run visar "
            "först vad som skulle ändras. En cell som inte ändrats ändrar ingenting i registret."
        ),
    ),
    (
        "Nya rader",
        "En ny rad skrivs under de andra, med granskning, nämnd och rekommendationens nummer.",
    ),
    (
        "Ändras inte här",
        (
            "Läge räknas ut. Granskning, år, nämnd och nummer säger vilken rad det är. En dold "
            "kolumn håller reda på raderna; den ska lämnas som den är."
        ),
    ),
    ("Tom cell", "En cell som töms i en rad som fanns tar bort uppgiften ur registret."),
)


def register_workbook(sheets: Mapping[str, Sequence[Row]], properties: Properties) -> bytes:
    """Return the rows as a workbook, each sheet with its filter, lists to choose from, and ids."""
    made = [
        Sheet(
            name,
            tuple(_column(each) for each in columns),
            _cells(columns, sheets.get(name, ())),
        )
        for name, columns in SHEETS.items()
    ]
    about = Sheet(ABOUT_SHEET, (Column("Om", 18), Column("Innehåll", 90)), _ABOUT, is_list=False)
    return workbook([*made, about], properties)


def _column(field: Field) -> Column:
    width = _WIDTHS.get(field, _DAY_WIDTH)
    choices = tuple(swedish_label(each) for each in CODES.get(field, ()))
    return Column(field.value, width, choices, is_hidden=field is Field.KEY)


def _cells(columns: Sequence[Field], rows: Iterable[Row]) -> Iterator[list[Value]]:
    for row in rows:
        yield [_cell(each, row.get(each)) for each in columns]


def _cell(field: Field, value: object) -> Value:
    if value is None:
        return Empty(is_day=field in DAYS)
    if isinstance(value, StrEnum):
        return swedish_label(value)
    return value if isinstance(value, int | date) else str(value)


def register_table(rows: Iterable[Row]) -> bytes:
    """Return the rows as a table with commas."""
    headings = [each.value for each in FLAT]
    return csv_table(headings, ([_plain(row.get(each)) for each in FLAT] for row in rows))


def _plain(value: object) -> object:
    return swedish_label(value) if isinstance(value, StrEnum) else value
