"""Counts, shares, ages and lengths of what the letters of a register have asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.outcome.figures import Figures, Named
from revtrack.domain.outcome.over_time import Replied
from revtrack.domain.outcome.rates import Tally, Unit, units_of
from revtrack.services.follow_up.reading import cases_of, handed_over
from revtrack.storage.audits import some_at_a_time
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Report:
    """What became of the recommendations: all together, per committee, per year and per audit."""

    municipality: r.Municipality | None
    """The one it is about; None: all of the register."""
    year: int | None
    """The audit year it is about; None: all."""
    figures: Figures

    @property
    def today(self) -> date:
        """The day it is made on."""
        return self.figures.today

    @property
    def total(self) -> Tally:
        """All together."""
        return self.figures.total

    @property
    def committees(self) -> dict[Named, Tally]:
        """By municipality and committee as the letters named it."""
        return self.figures.committees

    @property
    def years(self) -> dict[int, Tally]:
        """By audit year, the latest first."""
        return self.figures.years

    @property
    def audits(self) -> dict[str, Tally]:
        """By reference, the latest year first."""
        return self.figures.audits


def make_report(
    store: Store, municipality: r.Municipality | None, year: int | None, today: date
) -> Report:
    """Return what became of the recommendations of a municipality and a year, or of all."""
    cases = [
        case
        for case in cases_of(store, municipality.id if municipality else None)
        if year in {None, case.audit.audit_year}
    ]
    return Report(municipality, year, figures_of(cases, today))


def figures_of(cases: Iterable[AuditCase], today: date) -> Figures:
    """Return the figures of what the letters of these audits have asked."""
    counted = [counted_of(case, today) for case in cases]
    return Figures(
        tuple(unit for units, _replies in counted for unit in units),
        tuple(reply for _units, replies in counted for reply in replies),
        today,
    )


Counted = tuple[tuple[Unit, ...], tuple[Replied, ...]]
"""What figures count of one audit: recommendations, and replies that were asked for."""


def counted_of(case: AuditCase, today: date) -> Counted:
    """Return what figures count of one audit that is handed over."""
    return units_of([case]), tuple(Replied(case, line) for line in reply_lines(case, today))


@dataclass(frozen=True)
class Count:
    """What figures count of some audits, and how far the reading has come."""

    units: tuple[Unit, ...]
    replies: tuple[Replied, ...]
    done: int
    """Audits that have been read."""
    of: int


def count_by_and_by(store: Store, today: date) -> Iterator[Count]:
    """Give what figures count, some audits at a time, the newest year first.

    Nothing is held between two steps, so that others can write; what they write may be counted or
    not.
    """
    with store.reading() as session:
        ids = handed_over(session)
    done = 0
    for some in some_at_a_time(ids):
        with store.reading() as session:
            found = cases_for_letters(session, some)
        counted = [counted_of(found[each], today) for each in some if each in found]
        done += len(some)
        yield Count(
            tuple(unit for units, _replies in counted for unit in units),
            tuple(reply for _units, replies in counted for reply in replies),
            done,
            len(ids),
        )
