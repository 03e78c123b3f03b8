"""Writes the register, or one audit of it, as a sheet that people work in and send back."""

from collections.abc import Iterable
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.office.excel import Properties
from revtrack.documents.tables.register_sheets import register_table, register_workbook
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.exchange.sheets.outgoing import Row, flat_rows_of, rows_of
from revtrack.services.exchange.sheets.cases import sheet_cases
from revtrack.storage import audits as stored
from revtrack.storage.store import Store

MOST_ROWS = 20_000
"""No sheet with more can be read in again."""
_TITLE = "Rekommendationer, svar och åtgärder"


def export_workbook(store: Store, today: date, reference: str | None = None) -> bytes:
    """Return a workbook of every recommendation to a committee, or of those of one audit.

    Its sheets can be changed and read in again; the same register gives the same bytes. Raises
    RevTrackError where a sheet would be too long to be read in again.
    """
    cases = _cases(store, reference)
    sheets: dict[str, list[Row]] = {}
    for case in cases:
        for name, rows in rows_of(case).items():
            sheets.setdefault(name, []).extend(rows)
    _refuse_too_many(sheets.values())
    towns = {case.municipality.id: case.municipality for case in cases}
    author = phrases.office(next(iter(towns.values()))) if len(towns) == 1 else "Revisorerna"
    title = f"{_TITLE}. {cases[0].audit.title}" if reference else _TITLE
    about = Properties(title, author, today, f"{_TITLE} {today.isoformat()}")
    return register_workbook(sheets, about)


def export_table(store: Store, reference: str | None = None) -> bytes:
    """Return the same as a table with commas: a row for each action, or recommendation without."""
    rows = [row for case in _cases(store, reference) for row in flat_rows_of(case)]
    _refuse_too_many([rows])
    return register_table(rows)


def _cases(store: Store, reference: str | None) -> list[AuditCase]:
    with store.reading() as session:
        ids = [
            each.id
            for each in stored.list_audits(session)
            if reference is None or each.reference == reference
        ]
        found = sheet_cases(session, ids).values()
    return sorted(
        found,
        key=lambda each: (
            each.municipality.name,
            each.audit.audit_year,
            each.audit.reference,
        ),
    )


def _refuse_too_many(sheets: Iterable[list[Row]]) -> None:
    if any(len(rows) > MOST_ROWS for rows in sheets):
        raise RevTrackError(
            "A sheet would have more than {most} rows, the most that can be read in again. "
            "Export audit by audit with --audit.",
            most=MOST_ROWS,
        )
