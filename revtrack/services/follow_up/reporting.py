"""Counts, shares and ages of what the letters of a register have asked."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revtrack.documents import phrases
from revtrack.documents.rates_workbook import rates_workbook
from revtrack.domain import records as r
from revtrack.domain.errors import UsageError
from revtrack.domain.rates import Tally, Unit, by, units_of
from revtrack.services.files import written
from revtrack.services.follow_up.reading import cases_of
from revtrack.services.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Report:
    """What became of the recommendations: all together, per committee, per year and per audit."""

    municipality: r.Municipality | None
    """The one it is about; None: all of the register."""
    year: int | None
    """The audit year it is about; None: all."""
    today: date
    total: Tally
    committees: dict[tuple[str, str], Tally]
    """By municipality and committee as the letters named it."""
    years: dict[int, Tally]
    """By audit year, the latest first."""
    audits: dict[str, Tally]
    """By reference, the latest year first."""


def chosen_municipality(store: Store, name: str | None) -> r.Municipality | None:
    """Return the municipality with this name, None where none is named.

    Raises UsageError where it is not registered.
    """
    if name is None:
        return None
    with store.reading() as session:
        found = municipality_called(session, name)
        known = stored.list_municipalities(session)
    if found is None:
        raise UsageError(
            "No municipality is called {name}. Registered are: {municipalities}.",
            name=name,
            municipalities=", ".join(each.name for each in known),
        )
    return found


def make_report(
    store: Store, municipality: r.Municipality | None, year: int | None, today: date
) -> Report:
    """Return what became of the recommendations of a municipality and a year, or of all."""
    cases = (
        case
        for case in cases_of(store, municipality.id if municipality else None)
        if year in {None, case.audit.audit_year}
    )
    units = units_of(cases)
    ordered = sorted(
        units, key=lambda each: (each.case.municipality.name, each.line.committee.ordinal)
    )
    return Report(
        municipality,
        year,
        today,
        Tally(units, today),
        by(ordered, _committee, today),
        by(units, lambda each: each.case.audit.audit_year, today),
        by(units, lambda each: each.case.audit.reference, today),
    )


def write_report(report: Report, path: Path) -> None:
    """Write the report as a workbook; raise RevTrackError where a file lies there already."""
    whose = report.municipality.name if report.municipality else "alla kommuner"
    year = f", granskningsår {report.year}" if report.year else ""
    several = len({town for town, _name in report.committees}) > 1
    content = rates_workbook(
        title=f"Uppföljning i siffror, {whose}{year}",
        author=phrases.office(report.municipality) if report.municipality else "Revisorerna",
        today=report.today,
        total=report.total,
        committees=[
            (f"{name} ({town})" if several else name, tally)
            for (town, name), tally in report.committees.items()
        ],
        years=[(str(each), tally) for each, tally in report.years.items()],
        audits=list(report.audits.items()),
    )
    with written(path.parent, {path.name: content}):
        pass


def _committee(unit: Unit) -> tuple[str, str]:
    return unit.case.municipality.name, unit.line.committee.name
