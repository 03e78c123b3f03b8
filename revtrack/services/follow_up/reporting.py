"""Counts, shares and ages of what the letters of a register have asked."""

from dataclasses import dataclass
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.outcome.rates import Tally, Unit, by, units_of
from revtrack.services.follow_up.reading import cases_of
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


def _committee(unit: Unit) -> tuple[str, str]:
    return unit.case.municipality.name, unit.line.committee.name
