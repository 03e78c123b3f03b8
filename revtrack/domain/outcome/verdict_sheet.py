"""What a follow-up covers, row by row, and the verdicts that somebody has filled in of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from revtrack.domain.codes import VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.judging import refusal_of_state, refusal_of_verdict
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Audit, NewVerdict, Record, Verdict


class VerdictEntry(Record):
    """A verdict as somebody has filled it in, with what was found when the register was read."""

    new: NewVerdict
    seen: int | None
    """Version of the verdict that the follow-up had passed; None: it had passed none."""


class FilledVerdicts(Record):
    """All that is filled in and not yet stored, as it is kept in a draft."""

    verdicts: tuple[VerdictEntry, ...]


@dataclass(frozen=True)
class VerdictSheet:
    """What a follow-up covers as it is registered, and what has been filled in since.

    Rows are named by the ids of their addressees.
    """

    follow_up: Audit
    rows: tuple[Covered, ...]
    today: date
    filled: Mapping[int, NewVerdict] = field(default_factory=dict)
    """In the order that they were filled in."""

    @cached_property
    def row(self) -> Mapping[int, Covered]:
        """The rows by their names, in order."""
        return {each.line.addressee.id: each for each in self.rows}

    def verdict(self, row_id: int) -> NewVerdict | None:
        """Return what is found of a row now: what is filled in, else what the follow-up found."""
        return self.filled.get(row_id) or self._kept.get(row_id)

    @cached_property
    def _kept(self) -> Mapping[int, NewVerdict]:
        return {row_id: _found(each.own) for row_id, each in self.row.items() if each.own}

    @property
    def judged(self) -> int:
        """How many rows have a verdict of this follow-up, stored or not."""
        return len({*self._kept, *self.filled})

    # ---- what is filled in

    def with_verdict(self, row_ids: Iterable[int], step: VerdictStep) -> "VerdictSheet":
        """Return the sheet with a verdict on these rows, those left out that take none.

        A first verdict rests on what the one filled in before it rests on, until something else is
        said; what was said of a row stays.
        """
        ids = [each for each in row_ids if self.barred(each) is None]
        return self._with({each: self._judged_as(each, step) for each in ids})

    def _judged_as(self, row_id: int, step: VerdictStep) -> NewVerdict:
        known = self.verdict(row_id)
        if known is not None:
            return known.model_copy(update={"verdict": step})
        before = next(reversed(tuple(self.filled.values())), None)
        return NewVerdict(
            addressee_id=row_id,
            follow_up_id=self.follow_up.id,
            verdict=step,
            judged_on=before.judged_on if before else self.today,
            **before.model_dump(include={"basis", "method", "judged_by"}) if before else {},
        )

    def with_grounds(self, row_ids: Iterable[int], **said: object) -> "VerdictSheet":
        """Return the sheet with this said of the verdicts on these rows.

        Raises ValidationError where a text cannot be kept.
        """
        found = {each: self.verdict(each) for each in row_ids}
        return self._with(
            {
                row_id: NewVerdict.model_validate({**known.model_dump(), **said})
                for row_id, known in found.items()
                if known is not None
            }
        )

    def cleared(self, row_ids: Iterable[int]) -> "VerdictSheet":
        """Return the sheet with these rows as they are registered."""
        ids = set(row_ids)
        kept = {row_id: each for row_id, each in self.filled.items() if row_id not in ids}
        return replace(self, filled=kept)

    def _with(self, new: Mapping[int, NewVerdict]) -> "VerdictSheet":
        """Return the sheet with these, the latest last; what is as it was is not kept."""
        earlier = {row_id: each for row_id, each in self.filled.items() if row_id not in new}
        kept = self._kept
        every = {**earlier, **new}
        changed = {row_id: each for row_id, each in every.items() if each != kept.get(row_id)}
        return replace(self, filled=changed)

    # ---- what the rules say

    def barred(self, row_id: int) -> RevTrackError | None:
        """Return why no verdict can be passed on a row at all; None: one can."""
        row = self.row[row_id]
        judged_on = self.filled[row_id].judged_on if row_id in self.filled else self.today
        return refusal_of_state(row.case, row.line, judged_on)

    def refusal(self, row_id: int) -> RevTrackError | None:
        """Return why what is filled in of a row cannot be stored; None: it can, or nothing is."""
        new = self.filled.get(row_id)
        if new is None:
            return None
        row = self.row[row_id]
        return refusal_of_verdict(row.case, row.line, new, self.follow_up, self.today)

    @property
    def refused(self) -> tuple[int, ...]:
        """The rows whose verdict cannot be stored as it is, in order."""
        return tuple(each for each in self.row if self.refusal(each) is not None)

    # ---- to and from the register and drafts

    def entries(self) -> tuple[VerdictEntry, ...]:
        """Return what has been filled in, to be stored."""
        own = {row_id: self.row[row_id].own for row_id in self.filled}
        return tuple(
            VerdictEntry(new=new, seen=known.version if (known := own[row_id]) else None)
            for row_id, new in self.filled.items()
        )

    def filled_again(self, filled: FilledVerdicts) -> "VerdictSheet":
        """Return the sheet with what was filled in before, as far as its rows are still there."""
        return self._over({each.new.addressee_id: each.new for each in filled.verdicts})

    def over(self, newer: "VerdictSheet") -> "VerdictSheet":
        """Return what has been filled in here over the register as it is read now."""
        return newer._over(self.filled)  # noqa: SLF001 - of the same class

    def as_registered(self) -> "VerdictSheet":
        """Return the sheet with nothing filled in."""
        return replace(self, filled={})

    def _over(self, filled: Mapping[int, NewVerdict]) -> "VerdictSheet":
        own = {"follow_up_id": self.follow_up.id}
        return self._with(
            {
                row_id: each.model_copy(update=own)
                for row_id, each in filled.items()
                if row_id in self.row
            }
        )


def _found(verdict: Verdict) -> NewVerdict:
    """Return what a stored verdict says, without its keys."""
    return NewVerdict.model_validate(verdict.model_dump(include=set(NewVerdict.model_fields)))
