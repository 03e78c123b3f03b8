"""Three-way merge of two registers' records: what both knew, what we have, what they have.

A record is its fields by name, known by its uid in both registers. A field that only one side has
changed since they last agreed takes that side's value; one that both have changed differently is a
conflict, and keeps ours until a person chooses. Nothing is ever taken away from either side unseen:
what is theirs and not taken is in the list of conflicts, what is ours and not kept was theirs to
change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]
"""A record: plain values by field; a frozenset is a list of other records' identities."""
Records = Mapping[str, Fields]
"""Records by uid."""


class Side(StrEnum):
    """Whose value a conflict is settled with."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Conflict:
    """What both sides have changed, each in its own way."""

    uid: str
    field: str | None
    """None: the record as a whole, which one side has removed, or which cannot be placed."""
    base: Any = None
    """The value, or the record's fields, that both last agreed on; None where there was none."""
    ours: Any = None
    theirs: Any = None

    @property
    def place(self) -> tuple[str, str | None]:
        """What it is about: the record and the field."""
        return self.uid, self.field


Choices = Mapping[tuple[str, str | None], Side]
"""Whose value is taken, for conflicts that a person has chosen in, by place."""


@dataclass(frozen=True)
class Merge:
    """Two registers' records put together."""

    records: Records
    """Ours, with all that is theirs alone."""
    conflicts: tuple[Conflict, ...]


def merge(
    base: Records,
    ours: Records,
    theirs: Records,
    *,
    is_shared: bool = True,
    choices: Choices | None = None,
) -> Merge:
    """Return both sides' records put together, and what could not be.

    A field that a side does not name at all is left as the other has it. ``is_shared`` tells that
    both sides have seen ``base``; where we have not, a difference from it need not be a change of
    ours, so it is a conflict. Where there is no base, what only one side has said is taken.
    """
    return _Merging(base, ours, theirs, is_shared, choices or {}).result()


@dataclass
class _Merging:
    base: Records
    ours: Records
    theirs: Records
    is_shared: bool
    choices: Choices
    merged: dict[str, dict[str, Any]] = field(default_factory=dict)
    conflicts: dict[tuple[str, str | None], Conflict] = field(default_factory=dict)

    def result(self) -> Merge:
        for uid in dict.fromkeys([*self.ours, *self.theirs]):
            if uid in self.ours and uid in self.theirs:
                self._merge_fields(uid)
            elif uid in self.theirs:
                self._take_or_leave(uid)
            else:
                self._keep_or_remove(uid)
        self._keep_whole()
        records = {uid: self.merged[uid] for uid in self._order() if uid in self.merged}
        return Merge(records, tuple(self.conflicts.values()))

    def _order(self) -> Iterable[str]:
        return dict.fromkeys([*self.ours, *self.theirs])

    # ---- fields ------------------------------------------------------------------------------

    def _merge_fields(self, uid: str) -> None:
        ours, theirs, base = self.ours[uid], self.theirs[uid], self.base.get(uid, {})
        made = dict(ours)
        for name, value in theirs.items():
            if name not in ours:
                made[name] = value
            elif ours[name] != value:
                made[name] = self._value(Conflict(uid, name, base.get(name), ours[name], value))
        self.merged[uid] = made

    def _value(self, met: Conflict) -> Any:  # noqa: ANN401 - any field's value
        """Return the value of a field that the sides differ in, noting a conflict."""
        is_known = met.field in self.base.get(met.uid, {})
        if isinstance(met.ours, frozenset) and isinstance(met.theirs, frozenset):
            return self._list(met, is_known=is_known)
        if is_known and met.ours == met.base:
            return met.theirs
        if is_known and met.theirs == met.base and self.is_shared:
            return met.ours
        is_silent = not (is_known and self.is_shared)
        if is_silent and met.ours is None:
            return met.theirs
        if is_silent and met.theirs is None:
            return met.ours
        return met.theirs if self._settled(met) is Side.THEIRS else met.ours

    def _list(self, met: Conflict, *, is_known: bool) -> frozenset[str]:
        """Return a list with what each side has added and without what each has removed."""
        ours, theirs = met.ours, met.theirs
        if not is_known or not (self.is_shared or ours == met.base):
            return frozenset(ours | theirs)
        return frozenset((ours | (theirs - met.base)) - (met.base - theirs))

    # ---- records -----------------------------------------------------------------------------

    def _take_or_leave(self, uid: str) -> None:
        """Add what is theirs, unless we have removed it."""
        theirs = self.theirs[uid]
        if uid not in self.base or not self.is_shared:
            self.merged[uid] = dict(theirs)
        elif _differs(theirs, self.base[uid]):
            met = Conflict(uid, None, self.base[uid], None, theirs)
            if self._settled(met) is Side.THEIRS:
                self.merged[uid] = dict(theirs)

    def _keep_or_remove(self, uid: str) -> None:
        """Keep what is ours, unless they have removed what we have not changed."""
        ours = self.ours[uid]
        if uid not in self.base:
            self.merged[uid] = dict(ours)
        elif _differs(ours, self.base[uid]):
            met = Conflict(uid, None, self.base[uid], ours, None)
            if self._settled(met) is not Side.THEIRS:
                self.merged[uid] = dict(ours)

    def _settled(self, met: Conflict) -> Side | None:
        """Return whose value a person has chosen; note the conflict where nobody has."""
        side = self.choices.get(met.place)
        if side is None:
            self.conflicts[met.place] = met
        return side

    # ---- records that speak of others --------------------------------------------------------

    def _keep_whole(self) -> None:
        """Undo what would leave a record speaking of another that is not there."""
        known = self.ours.keys() | self.theirs.keys() | self.base.keys()
        while broken := next(self._broken(known), None):
            self._mend(*broken)

    def _broken(self, known: frozenset[str] | set[str]) -> Iterator[tuple[str, str, str]]:
        """Yield record, field and the removed record that it speaks of."""
        for uid, fields in self.merged.items():
            for name, value in fields.items():
                for named in value if isinstance(value, frozenset) else (value,):
                    if isinstance(named, str) and named in known and named not in self.merged:
                        yield uid, name, named

    def _mend(self, uid: str, name: str, removed: str) -> None:
        """Keep our record that they removed, or leave out what of theirs speaks of one we did."""
        if removed in self.ours:
            self.merged[removed] = dict(self.ours[removed])
            self._note(Conflict(removed, None, self.base.get(removed), self.ours[removed], None))
        elif uid in self.ours:
            own = self.ours[uid].get(name)
            theirs = self.theirs.get(uid, {}).get(name)
            self.merged[uid][name] = own
            self._note(Conflict(uid, name, self.base.get(uid, {}).get(name), own, theirs))
        else:
            del self.merged[uid]
            self._note(Conflict(uid, None, self.base.get(uid), None, self.theirs[uid]))

    def _note(self, met: Conflict) -> None:
        self.conflicts[met.place] = met


def _differs(fields: Fields, base: Fields) -> bool:
    """Tell whether a record has been changed since the base, as far as both name its fields."""
    return any(fields[name] != value for name, value in base.items() if name in fields)
