"""What a person takes of a paper, line by line, before any of it is saved."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.records import Record
from revtrack.services.reading_in.accepting import HOLDS_AUDIT, accept
from revtrack.services.reading_in.beside_audit import proposed_for
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.likely import Target, guess_of
from revtrack.services.reading_in.lines import (
    Accepted,
    Accepting,
    Comparison,
    Form,
    Original,
    ProposalLine,
    Standing,
    Value,
)
from revtrack.services.reading_in.missing import missing_committees
from revtrack.services.reading_in.progress import OnProgress
from revtrack.services.reading_in.read_file import ReadFile
from revtrack.services.reading_in.values import value_of, written
from revtrack.storage.store import Store

NOT_TO_SAVE = N_("The register has this already.")
FIXED = N_("This is taken as it stands, or left.")


class _Proposed:
    """Stands for a line that is taken as it is proposed."""

    def __repr__(self) -> str:
        return "PROPOSED"


PROPOSED = _Proposed()


class Taken(Record):
    """What is taken and not yet saved, as it is kept in a draft."""

    lines: dict[str, str | None]
    """By the lines' keys, what each was corrected to; None: it is taken as it is proposed."""
    audit_id: int | None
    municipality: str | None


@dataclass(frozen=True)
class Taking:
    """A comparison, with the lines that are taken of it, as proposed or with another value."""

    comparison: Comparison
    filled: Mapping[str, Value | _Proposed] = field(default_factory=dict)
    """By the lines' keys: another value than the proposed one, or that the proposed is meant."""
    missing: tuple[str, ...] = ()
    """The committees that the paper names and the register does not have."""

    @property
    def line(self) -> Mapping[str, ProposalLine]:
        """The lines by their keys, in order."""
        return self.comparison.by_key

    def value(self, key: str) -> Value:
        """Return what would be saved of a line: what it was corrected to, else what it proposes."""
        found = self.filled.get(key, PROPOSED)
        return self.line[key].value if isinstance(found, _Proposed) else found

    def is_corrected(self, key: str) -> bool:
        """Tell whether a line has another value than the proposed one."""
        return not isinstance(self.filled.get(key, PROPOSED), _Proposed)

    @property
    def lacks_bodies(self) -> bool:
        """Whether the municipality, or a committee that the paper names, is not registered."""
        lacks_town = self.comparison.municipality is None
        return bool(self.missing) or (
            lacks_town and self.comparison.proposal.municipality is not None
        )

    # ---- what is taken

    def turned(self, key: str) -> "Taking":
        """Return the same with a line taken, or left where it is taken.

        What it rests on is taken with it, and what rests on it left with it. Raises RevTrackError,
        with the reason, for a line that cannot be saved.
        """
        if key in self.filled:
            return self.left([key])
        wanted = self._resting(key)
        for each in wanted:
            self._refuse(self.line[each])
        return self._with(dict.fromkeys(wanted, PROPOSED))

    def with_all_sure(self) -> "Taking":
        """Return the same with all lines taken that are new and sure.

        They may rest on what is taken already, though it is not sure or was corrected.
        """
        sure = self.comparison.sure_keys(besides=self.filled.keys())
        return self._with({each: PROPOSED for each in self.line if each in sure})

    def corrected(self, key: str, value: Value) -> "Taking":
        """Return the same with a line taken with another value than the proposed one."""
        line = self.line[key]
        if line.form is Form.FIXED:
            raise RevTrackError(FIXED)
        if value == line.value and line.standing is not Standing.CANNOT:
            kept = replace(self, filled=_without(self.filled, [key]))
            return kept if line.standing is Standing.SAME else kept.turned(key)
        beneath = [each for each in self._resting(key) if each != key]
        for each in beneath:
            self._refuse(self.line[each])
        return self._with(dict.fromkeys(beneath, PROPOSED), {key: value})

    def left(self, keys: Iterable[str]) -> "Taking":
        """Return the same with these lines left, and those that rest on them."""
        gone = set(keys)
        while more := {
            key for key in self.filled if key not in gone and gone & set(self.line[key].depends_on)
        }:
            gone |= more
        return replace(self, filled=_without(self.filled, gone))

    def _with(
        self,
        taken: Mapping[str, _Proposed],
        corrections: Mapping[str, Value] | None = None,
    ) -> "Taking":
        """Return the same with more lines taken; what was corrected before stays so."""
        filled = {**taken, **self.filled, **(corrections or {})}
        return replace(self, filled=filled)

    def _resting(self, key: str) -> list[str]:
        """Return a line with those that have to be taken with it."""
        found = [key]
        for each in found:
            found += [
                one
                for one in self.comparison.needed_for(self.line[each])
                if one not in found and one in self.line and one not in self.filled
            ]
        return found

    def _refuse(self, line: ProposalLine) -> None:
        if line.standing is Standing.SAME:
            raise RevTrackError(NOT_TO_SAVE)
        if line.standing is Standing.CANNOT and not self.is_corrected(line.key):
            raise RevTrackError(
                "{what} cannot be saved as it is. {reason}",
                what=line.label,
                reason=line.reason or "",
            )

    # ---- the register as it is read anew

    def over(self, newer: "Taking") -> "Taking":
        """Return what is taken here over another comparison of the same paper.

        What the register has got meanwhile, or what can no longer be saved, is left.
        """
        kept = {
            key: value
            for key, value in self.filled.items()
            if (line := newer.line.get(key)) is not None and _may_be(line, value)
        }
        whole = replace(newer, filled=kept)
        keys = set(newer.comparison.standing_on(kept))
        return replace(whole, filled={key: kept[key] for key in kept if key in keys})

    def as_registered(self) -> "Taking":
        """Return the same with nothing taken."""
        return replace(self, filled={})

    # ---- to and from drafts

    def as_draft(self, municipality: str | None) -> Taken:
        """Return what is taken, to be kept."""
        lines = {
            key: None if isinstance(value, _Proposed) else written(value)
            for key, value in self.filled.items()
        }
        audit = self.comparison.chosen
        return Taken(lines=lines, audit_id=audit.id if audit else None, municipality=municipality)

    def filled_again(self, taken: Taken) -> "Taking":
        """Return the same with what a draft says; what fits nothing here is left out."""
        filled: dict[str, Value | _Proposed] = {}
        for key, text in taken.lines.items():
            if key in self.line:
                with suppress(RevTrackError, ValueError):
                    value = PROPOSED if text is None else value_of(self.line[key].form, text)
                    filled[key] = value
        return replace(self, filled=filled).over(self)

    # ---- what is saved

    @property
    def lacking(self) -> tuple[ProposalLine, ...]:
        """The lines that a new audit is not made without and that are not taken."""
        if self.comparison.audit is not None:
            return ()
        return tuple(
            self.line[key] for key in HOLDS_AUDIT if key in self.line and key not in self.filled
        )

    @property
    def left_count(self) -> int:
        """How many lines that say something new are left."""
        return sum(1 for _each in self.comparison.left(self.filled))

    def accepting(self, municipality: str | None = None) -> Accepting:
        """Return what is to be saved."""
        return Accepting(
            keys=frozenset(self.filled),
            corrections={
                key: value for key, value in self.filled.items() if not isinstance(value, _Proposed)
            },
            audit_id=self.comparison.chosen.id if self.comparison.chosen else None,
            municipality=municipality,
            seen=self.comparison.registered,
        )


def see_taking(
    store: Store,
    file: ReadFile,
    today: date,
    target: Target,
    on_progress: OnProgress | None = None,
) -> Taking:
    """Return a file held against what it is read in into; nothing is taken.

    ``on_progress`` is called with how many of its papers are read anew for that.

    Nothing is sure where the target is not. Raises UsageError where the municipality that is named
    is not registered.
    """
    proposal = proposed_for(store, file, target.audit_id, on_progress)
    found = compare_with(store, proposal, target.audit_id, today, target.municipality)
    told = replace(found, elsewhere=found.elsewhere or target.doubt)
    return Taking(told, missing=missing_committees(store, told))


def guess(store: Store, file: ReadFile) -> Target:
    """Return what a file is to be read in into, as far as the register and the file tell."""
    return guess_of(store, file.proposal, original_of(file))


def original_of(file: ReadFile) -> Original:
    """Return a file that was read as it is kept with what is taken of it."""
    return Original(file.name, file.content, bool(file.audits))


def save_taken(
    store: Store, file: ReadFile, taking: Taking, today: date, municipality: str | None = None
) -> Accepted:
    """Save what is taken of a file as one wish, and return what was saved.

    Raises RevTrackError as ``accept`` does.
    """
    proposal = taking.comparison.proposal
    return accept(store, proposal, taking.accepting(municipality), original_of(file), today)


def _may_be(line: ProposalLine, value: Value | _Proposed) -> bool:
    if isinstance(value, _Proposed):
        return line.standing in {Standing.NEW, Standing.DIFFERS}
    return line.form is not Form.FIXED


def _without(
    filled: Mapping[str, Value | _Proposed], keys: Iterable[str]
) -> dict[str, Value | _Proposed]:
    gone = set(keys)
    return {key: value for key, value in filled.items() if key not in gone}
