"""How many recommendations were followed up and carried out: counts and shares, and what they mean.

A unit is one recommendation as a letter put it to one committee: what the letter asks, and nothing
that was only in the report. A recommendation that was split later is still one unit, one that was
merged with another is left to that one, and one that a later audit repeats is a unit of each.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median_low
from typing import TypeVar

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.outcome.judged import is_overturned

K = TypeVar("K")

JUDGED = (VerdictStep.FULL, VerdictStep.MOSTLY, VerdictStep.PARTLY, VerdictStep.NOT)
"""Verdicts that say how far a recommendation has been carried out."""

SET_ASIDE = frozenset({Outcome.NO_LONGER_RELEVANT, Outcome.MERGED})
"""Outcomes that take a recommendation out of the shares: nothing is left there to carry out."""

DEFINITIONS: Mapping[str, str] = {
    "asked": N_("Recommendations as the letters put them, each counted once for each committee."),
    "open": N_("Those that the auditors have not closed."),
    "verdicts": N_("The latest verdict on each; not followed up where there is none."),
    "judged": N_(
        "Those judged as carried out, mostly, partly or not; not those closed as no longer "
        "relevant or as merged with another, nor those opened again after being carried out."
    ),
    "implemented": N_("The judged that were found carried out and not closed as not carried out."),
    "implemented_or_mostly": N_("Those, and the mostly carried out."),
    "share": N_("Per cent of the judged, rounded to whole numbers."),
    "age": N_("Days from the letter until today, for those that are open."),
}
"""What each figure means, as an English sentence of the catalogue."""


@dataclass(frozen=True)
class Unit:
    """One recommendation to one committee, in its audit."""

    case: AuditCase
    line: AddresseeLine

    @property
    def outcome(self) -> Outcome | None:
        """How it was closed; None: open."""
        return self.line.addressee.outcome

    @property
    def verdict(self) -> VerdictStep | None:
        """The latest verdict; None: not followed up."""
        return self.line.verdict.verdict if self.line.verdict else None

    @property
    def is_judged(self) -> bool:
        """Whether it counts in the shares."""
        is_aside = self.outcome in SET_ASIDE or is_overturned(self.line)
        return self.verdict in JUDGED and not is_aside

    def is_found(self, *steps: VerdictStep) -> bool:
        """Whether one of these verdicts counts as carrying it out."""
        closed_undone = self.outcome is Outcome.NOT_IMPLEMENTED
        return self.is_judged and self.verdict in steps and not closed_undone

    def age(self, today: date) -> int | None:
        """Days since the letter; None where it is closed."""
        since = self.case.audit.handed_over_on
        return (today - since).days if since and self.outcome is None else None


@dataclass(frozen=True)
class Tally:
    """The counts of some units; every count can be made by hand from ``show --json``."""

    units: tuple[Unit, ...]
    today: date

    @property
    def asked(self) -> int:
        """All of them."""
        return len(self.units)

    @cached_property
    def outcomes(self) -> Mapping[Outcome | None, int]:
        """How they were closed; None counts the open ones."""
        return Counter(unit.outcome for unit in self.units)

    @property
    def open(self) -> int:
        """Not closed."""
        return self.outcomes[None]

    @cached_property
    def verdicts(self) -> Mapping[VerdictStep | None, int]:
        """What was found of them; None counts those not followed up."""
        return Counter(unit.verdict for unit in self.units)

    @cached_property
    def bases(self) -> Mapping[Basis, int]:
        """What the verdicts rest on."""
        return Counter(unit.line.verdict.basis for unit in self.units if unit.line.verdict)

    @cached_property
    def judged(self) -> int:
        """Those that the shares are of."""
        return sum(unit.is_judged for unit in self.units)

    @cached_property
    def implemented(self) -> int:
        """Found carried out."""
        return sum(unit.is_found(VerdictStep.FULL) for unit in self.units)

    @cached_property
    def implemented_or_mostly(self) -> int:
        """Found carried out, or mostly so."""
        return sum(unit.is_found(VerdictStep.FULL, VerdictStep.MOSTLY) for unit in self.units)

    def share(self, count: int) -> int | None:
        """Return a count in per cent of the judged, halves upwards; None where none is judged."""
        return (200 * count + self.judged) // (2 * self.judged) if self.judged else None

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The ages of the open ones in days, the youngest first."""
        ages = (unit.age(self.today) for unit in self.units)
        return tuple(sorted(age for age in ages if age is not None))

    @property
    def median_age(self) -> int | None:
        """The age in the middle, the lower of two; None where none is open."""
        return median_low(self.ages) if self.ages else None

    @property
    def oldest_age(self) -> int | None:
        """The age of the oldest; None where none is open."""
        return self.ages[-1] if self.ages else None


def units_of(cases: Iterable[AuditCase]) -> tuple[Unit, ...]:
    """Return what the letters of these audits asked, audit by audit."""
    return tuple(
        Unit(case, line) for case in cases for line in addressee_lines(case) if line.addressee.asked
    )


def by(units: Sequence[Unit], key: Callable[[Unit], K], today: date) -> dict[K, Tally]:
    """Return a tally for each value of the key, in the order they first appear."""
    groups: dict[K, list[Unit]] = {}
    for unit in units:
        groups.setdefault(key(unit), []).append(unit)
    return {value: Tally(tuple(members), today) for value, members in groups.items()}
