"""What became of recommendations in time: within how many years, how many days, year by year.

All of it is told by the days that the facts themselves bear, so that it can be counted by hand. How
the register stood on a day, whatever was registered later, is told by its history instead.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from statistics import mean, median

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, VerdictStep
from revtrack.domain.days import deadlines
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.outcome.rates import SET_ASIDE, Unit
from revtrack.domain.states import first_reply

WITHIN = (1, 2, 4)
"""Years after the letter that the share carried out is told for."""

DEFINITIONS: Mapping[str, str] = {
    "within": N_(
        "Per cent found carried out within so many years of the letter, of those that have had the "
        "years; what is closed as no longer relevant or as merged is left out, and so is a verdict "
        "that has no day."
    ),
    "answer_days": N_("Days from the letter until the reply, by the day that the auditors count."),
    "close_days": N_("Days from the letter until it was closed."),
    "mean": N_("The mean with one decimal; the median is the one in the middle."),
    "year_ends": N_(
        "At the end of each year, and today: what the letters had asked by then, by the days that "
        "the facts bear."
    ),
}
"""What each figure means, as an English sentence of the catalogue."""


@dataclass(frozen=True)
class Replied:
    """One committee's reply case, in its audit."""

    case: AuditCase
    line: ReplyLine


def years_after(day: date, years: int) -> date:
    """Return the same day so many years later; the last of February for its 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def implemented_on(unit: Unit) -> date | None:
    """Return the day from which it counts as found carried out, as it still does.

    None where it does not, and where neither the verdict nor the closing has a day.
    """
    if not unit.is_found(VerdictStep.FULL):
        return None
    verdicts = unit.case.verdicts_by_addressee.get(unit.line.addressee.id, ())
    if unit.line.parts or not verdicts:
        verdicts = (unit.line.verdict,) if unit.line.verdict else ()
    ordered = sorted(verdicts, key=lambda each: (each.judged_on or date.min, each.id))
    last = list(takewhile(lambda each: each.verdict is VerdictStep.FULL, reversed(ordered)))
    days = [each.judged_on for each in last if each.judged_on]
    if days:
        return min(days)
    is_closed_so = unit.outcome is Outcome.IMPLEMENTED
    return unit.line.addressee.closed_on if is_closed_so else None


@dataclass(frozen=True)
class Cohort:
    """What the letters of one year asked, but for what was set aside."""

    year: int | None
    """The year of the letters; None: all of them."""
    units: tuple[Unit, ...]
    today: date

    @cached_property
    def _reached(self) -> Mapping[int, tuple[Unit, ...]]:
        return {
            years: tuple(
                unit
                for unit in self.units
                if (since := unit.case.audit.handed_over_on)
                and years_after(since, years) <= self.today
            )
            for years in WITHIN
        }

    @cached_property
    def _within(self) -> Mapping[int, tuple[Unit, ...]]:
        days = {id(unit): implemented_on(unit) for unit in self.units}
        return {
            years: tuple(
                unit
                for unit in reached
                if (since := unit.case.audit.handed_over_on)
                and (day := days[id(unit)])
                and day <= years_after(since, years)
            )
            for years, reached in self._reached.items()
        }

    def reached(self, years: int) -> tuple[Unit, ...]:
        """Return those whose letter is at least so many years old: 1, 2 or 4."""
        return self._reached[years]

    def within(self, years: int) -> tuple[Unit, ...]:
        """Return those of them that were found carried out within so many years."""
        return self._within[years]

    def share(self, years: int) -> int | None:
        """Return the share in per cent, halves upwards; None where none has had the years."""
        of = len(self.reached(years))
        return (200 * len(self.within(years)) + of) // (2 * of) if of else None


def cohorts(units: Sequence[Unit], today: date) -> tuple[Cohort, ...]:
    """Return a cohort for each year of letters, the latest first, and one of all of them last."""
    counted = [unit for unit in units if unit.outcome not in SET_ASIDE]
    found: dict[int, list[Unit]] = {}
    for unit in counted:
        if since := unit.case.audit.handed_over_on:
            found.setdefault(since.year, []).append(unit)
    own = [Cohort(year, tuple(found[year]), today) for year in sorted(found, reverse=True)]
    return (*own, Cohort(None, tuple(counted), today))


@dataclass(frozen=True)
class YearEnd:
    """How far what the letters had asked had come when a year ended, or today."""

    day: date
    units: tuple[Unit, ...]
    """All that was asked by then."""
    closed: tuple[Unit, ...]
    implemented: tuple[Unit, ...]
    """Those found carried out."""

    @property
    def open(self) -> int:
        """How many were not closed."""
        return len(self.units) - len(self.closed)


def year_ends(units: Sequence[Unit], today: date) -> tuple[YearEnd, ...]:
    """Return how it stood at the end of each year from the first letter's, and today, last.

    What has no day of its own is counted today only.
    """
    letters = [since for unit in units if (since := unit.case.audit.handed_over_on)]
    years = range(min(letters).year, today.year) if letters else ()
    return tuple(_stood(units, day, today) for day in [*(date(y, 12, 31) for y in years), today])


def _stood(units: Sequence[Unit], day: date, today: date) -> YearEnd:
    asked = [unit for unit in units if (unit.case.audit.handed_over_on or today) <= day]
    return YearEnd(
        day,
        tuple(asked),
        tuple(
            unit
            for unit in asked
            if unit.outcome is not None and (unit.line.addressee.closed_on or today) <= day
        ),
        tuple(
            unit
            for unit in asked
            if unit.is_found(VerdictStep.FULL) and (implemented_on(unit) or today) <= day
        ),
    )


@dataclass(frozen=True)
class Lengths:
    """How many days something took, each time."""

    days: tuple[int, ...]

    @cached_property
    def mean(self) -> float | None:
        """The mean with one decimal; None where there is nothing."""
        return round(mean(self.days), 1) if self.days else None

    @cached_property
    def median(self) -> float | None:
        """The one in the middle, or the mean of the two; None where there is nothing."""
        return median(self.days) if self.days else None


def days_to_answer(replied: Replied) -> int | None:
    """Return the days from the letter until the reply; None: none has come, or on no known day."""
    line, since = replied.line, replied.case.audit.handed_over_on
    if not line.has_come or since is None:
        return None
    reply = deadlines.reply_of(first_reply(line.responses), replied.case.municipality.counted_day)
    return (reply.counted_on - since).days if reply and reply.counted_on else None


def days_to_close(unit: Unit) -> int | None:
    """Return the days from the letter until it was closed; None: it is open, or on no known day."""
    since, closed_on = unit.case.audit.handed_over_on, unit.line.addressee.closed_on
    return (closed_on - since).days if since and closed_on and unit.outcome else None


def lengths(things: Iterable[Unit] | Iterable[Replied], took: Callable[..., int | None]) -> Lengths:
    """Return how many days each of these took, those left out that took none that is known."""
    return Lengths(tuple(sorted(days for each in things if (days := took(each)) is not None)))
