"""All figures of some recommendations and replies, each with what it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from revtrack.domain.codes import Standing
from revtrack.domain.errors import N_
from revtrack.domain.outcome.over_time import (
    Cohort,
    Lengths,
    Replied,
    YearEnd,
    cohorts,
    days_to_answer,
    days_to_close,
    lengths,
    year_ends,
    years_after,
)
from revtrack.domain.outcome.promised import promises_of
from revtrack.domain.outcome.rates import Tally, Unit, by
from revtrack.domain.outcome.reply_times import ReplyTime, reply_time

Named = tuple[str, str]
"""A committee as the letters named it: its municipality, and its name."""

AGE_YEARS = (1, 2, 4)
"""Where the open ones are parted by age: under one year, and so on, over four years last."""

DEFINITIONS: Mapping[str, str] = {
    "standings": N_("Where each stands now; the first standing that fits."),
    "ages": N_("The open ones by the time since the letter."),
    "reply_times": N_("Each committee that a letter asks to reply, counted once for each audit."),
    "late_actions": N_(
        "Recommendations with something that was to be carried out by a day that has passed, and "
        "has not been told to be done."
    ),
}
"""What each figure means, as an English sentence of the catalogue."""


@dataclass(frozen=True)
class AgeClass:
    """Open recommendations that are at least so many years old, and younger than others."""

    from_years: int
    under_years: int | None
    """None: without end."""
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Figures:
    """The counts, shares, ages and lengths of these recommendations and replies."""

    units: tuple[Unit, ...]
    replies: tuple[Replied, ...]
    today: date

    @cached_property
    def total(self) -> Tally:
        """All together."""
        return Tally(self.units, self.today)

    @cached_property
    def committees(self) -> dict[Named, Tally]:
        """By committee, municipality by municipality in the order of the register."""
        return by(_in_order(self.units), _named, self.today)

    @cached_property
    def years(self) -> dict[int, Tally]:
        """By audit year, in the order given."""
        return by(self.units, lambda each: each.case.audit.audit_year, self.today)

    @cached_property
    def audits(self) -> dict[str, Tally]:
        """By reference of the audit, in the order given."""
        return by(self.units, lambda each: each.case.audit.reference, self.today)

    @cached_property
    def standings(self) -> dict[Standing, tuple[Unit, ...]]:
        """By where they stand; every standing is there, in the order it is computed."""
        return {
            each: tuple(unit for unit in self.units if unit.line.standing is each)
            for each in Standing
        }

    @cached_property
    def ages(self) -> tuple[AgeClass, ...]:
        """The open ones by age, the youngest first."""
        bounds = (0, *AGE_YEARS, None)
        return tuple(
            AgeClass(low or 0, high, tuple(u for u in self.units if self._is_aged(u, low, high)))
            for low, high in pairwise(bounds)
        )

    def _is_aged(self, unit: Unit, low: int | None, high: int | None) -> bool:
        since = unit.case.audit.handed_over_on
        if unit.outcome is not None or since is None:
            return False
        is_old_enough = not low or years_after(since, low) <= self.today
        return is_old_enough and (high is None or years_after(since, high) > self.today)

    @cached_property
    def reply_times(self) -> dict[ReplyTime, tuple[Replied, ...]]:
        """By whether they came in time."""
        return {
            each: tuple(reply for reply in self.replies if reply_time(reply.line) is each)
            for each in ReplyTime
        }

    @cached_property
    def late_actions(self) -> tuple[Unit, ...]:
        """Those with something that was to be carried out by a day that has passed."""
        return tuple(
            unit
            for unit in self.units
            if any(
                promise.is_late(self.today)
                for line in unit.line.parts or (unit.line,)
                for promise in promises_of(unit.case, line)
            )
        )

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """How many were carried out within some years, by the year of the letter; all last."""
        return cohorts(self.units, self.today)

    @cached_property
    def year_ends(self) -> tuple[YearEnd, ...]:
        """How it stood at the end of each year, and today."""
        return year_ends(self.units, self.today)

    @cached_property
    def replies_by_committee(self) -> dict[Named, tuple[Replied, ...]]:
        """The replies by committee, in the same order as the recommendations."""
        found: dict[Named, list[Replied]] = {}
        for reply in sorted(self.replies, key=_place):
            found.setdefault(_named(reply), []).append(reply)
        return {name: tuple(replies) for name, replies in found.items()}

    @cached_property
    def lengths(self) -> dict[Named, tuple[Lengths, Lengths]]:
        """Days until the reply and until the closing, by committee."""
        replies = self.replies_by_committee
        units = {name: tally.units for name, tally in self.committees.items()}
        return {
            name: (
                lengths(replies.get(name, ()), days_to_answer),
                lengths(units.get(name, ()), days_to_close),
            )
            for name in dict.fromkeys([*units, *replies])
        }

    @cached_property
    def all_lengths(self) -> tuple[Lengths, Lengths]:
        """The same of all together."""
        return lengths(self.replies, days_to_answer), lengths(self.units, days_to_close)


def _place(each: Unit | Replied) -> tuple[str, int]:
    return each.case.municipality.name, each.line.committee.ordinal


def _in_order(units: Sequence[Unit]) -> list[Unit]:
    return sorted(units, key=_place)


def _named(each: Unit | Replied) -> Named:
    return each.case.municipality.name, each.line.committee.name
