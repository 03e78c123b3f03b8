"""What a sheet says of the register's records: new ones, changed fields, and what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args
from uuid import uuid4

from revtrack.domain.errors import N_
from revtrack.domain.exchange.case_file import NODE_OF
from revtrack.domain.records import Action, Addressee
from revtrack.domain.records.base import Stored

SAYS_OTHERWISE = N_(
    "Row {row} says “{other}” of the same. Write the same in both, or take one of them away."
)
MAY_NOT_BE_EMPTY = N_("The cell may not be emptied. Write back “{old}”, or the right value.")


ROWS_OWN: tuple[type[Stored], ...] = (Addressee, Action)
"""What a row is a row of: where it is new, so is the row."""


class Spot(NamedTuple):
    """A cell, as people find it."""

    sheet: str
    row: int
    heading: str
    """The column's heading; empty: the row as a whole."""
    value: str
    """What stands there."""


@dataclass(frozen=True)
class SheetFault:
    """Why a row cannot be taken in, and what to do."""

    spot: Spot
    message: str
    """An English sentence of the catalogue with named fields."""
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """A field of a stored record that a cell gives another value."""

    spot: Spot
    subject: str
    """What the record is about: ``ESK-2022-1, R4, KFN``."""
    record: str
    """The kind of record, as labels know it."""
    field: str
    old: Any
    new: Any
    is_conflict: bool = True
    """Whether the register says otherwise; else it says nothing of it yet."""


@dataclass(eq=False, slots=True)
class Draft:
    """One record that a sheet speaks of."""

    kind: type[Stored]
    uid: str
    parent: "Draft | None" = None
    stored: Stored | None = None
    """As it stands in the register; None: it is new."""
    values: dict[str, Any] = field(default_factory=dict)
    """What a new record holds, and what of a stored one is changed, by the keys of a case file."""
    told: dict[str, Spot] = field(default_factory=dict)
    """The cell that says each of them."""
    is_told: bool = False
    """Whether a row tells of it."""

    @property
    def is_new(self) -> bool:
        """Whether the register does not have it."""
        return self.stored is None

    @property
    def is_changed(self) -> bool:
        """Whether it is stored and the sheet says otherwise."""
        return self.stored is not None and bool(self.values)

    def current(self, name: str) -> Any:  # noqa: ANN401 - any field's value
        """Return a field as the sheet says, else as stored."""
        return self.values[name] if name in self.values else getattr(self.stored, name, None)


class Drafts:
    """All that a file says, gathered row by row."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.all: list[Draft] = []
        self.changes: list[Change] = []
        self.faults: list[SheetFault] = []
        self.left_out: list[SheetFault] = []
        """Cells that cannot be kept by themselves, and why."""
        self.states: dict[tuple[str, int], str] = {}
        """What each row is, by sheet and row: ``new``, ``changed`` (a field of a stored record),
        ``added`` (a fact that the register lacked of what it has) or ``same``."""
        self.subjects: dict[tuple[str, int], str] = {}
        """What each row is about."""

    def stored(self, record: Stored, parent: Draft | None = None) -> Draft:
        """Return the draft of a stored record."""
        return self._kept(Draft(type(record), record.uid, parent, record))

    def new(
        self,
        kind: type[Stored],
        parent: Draft | None,
        spot: Spot,
        /,
        **values: Any,  # noqa: ANN401 - any record's fields
    ) -> Draft:
        """Return the draft of a record that the register lacks."""
        place = (spot.sheet, spot.row)
        if kind in ROWS_OWN:
            self.states[place] = "new"
        else:
            self.states.setdefault(place, "added")
        made = {name: value for name, value in values.items() if value is not None}
        return self._kept(Draft(kind, str(uuid4()), parent, None, made, dict.fromkeys(made, spot)))

    def _kept(self, draft: Draft) -> Draft:
        self.all.append(draft)
        return draft

    def fault(self, spot: Spot, message: str, **values: object) -> None:
        """Note what is wrong with a cell or a row."""
        self.faults.append(SheetFault(spot, message, values))

    def leave_out(self, spot: Spot, message: str) -> None:
        """Note a cell that is not kept."""
        self.left_out.append(SheetFault(spot, message, {"value": spot.value}))

    def say(self, draft: Draft, name: str, value: Any, spot: Spot, subject: str) -> None:  # noqa: ANN401 - any value
        """Let a cell say a field of a record; what the register says already is nothing."""
        draft.is_told = True
        if subject:
            self.subjects[spot.sheet, spot.row] = subject
        if draft.stored is not None and is_same(getattr(draft.stored, name), value):
            return
        before = draft.told.get(name)
        if before is not None and not is_same(draft.values[name], value):
            if before[:2] == spot[:2]:
                return
            self.fault(spot, SAYS_OTHERWISE, row=before.row, other=before.value)
            return
        if before is not None:
            return
        draft.values[name] = value
        draft.told[name] = spot
        record = NODE_OF[draft.kind].name
        if draft.stored is None:
            change = Change(spot, subject, record, name, None, value, is_conflict=False)
            self.changes.append(change)
            return
        annotation = NODE_OF[draft.kind].new.model_fields[name].annotation
        old = getattr(draft.stored, name)
        if value is None and type(None) not in get_args(annotation):
            self.fault(spot, MAY_NOT_BE_EMPTY, old=old)
            return
        if self.states.get((spot.sheet, spot.row)) != "new":
            self.states[spot.sheet, spot.row] = "changed"
        self.changes.append(Change(spot, subject, record, name, old, value))

    def forget_new_rows(self) -> None:
        """Keep only the changes of rows whose recommendation or action is registered already."""
        self.changes = [
            each
            for each in self.changes
            if each.is_conflict or self.states.get(each.spot[:2]) != "new"
        ]

    def keep_stored(self) -> None:
        """Leave stored records as they are."""
        for draft in self.all:
            if draft.is_changed:
                draft.values, draft.told = {}, {}

    def tree(self) -> dict[str, Any]:
        """Return what is new and changed as the tree of a case file."""
        below: dict[Draft | None, list[Draft]] = {}
        wanted: set[Draft] = set()
        for draft in self.all:
            below.setdefault(draft.parent, []).append(draft)
            if draft.is_new or draft.is_changed:
                wanted.update(_upwards(draft))
        towns = [_branch(each, below, wanted) for each in below.get(None, ()) if each in wanted]
        return {"municipalities": towns}


def _upwards(draft: Draft) -> Iterator[Draft]:
    above: Draft | None = draft
    while above is not None:
        yield above
        above = above.parent


def _branch(
    draft: Draft, below: dict[Draft | None, list[Draft]], wanted: set[Draft]
) -> dict[str, Any]:
    made: dict[str, Any] = {"uid": draft.uid, **draft.values}
    for child in below.get(draft, ()):
        if child in wanted:
            made.setdefault(NODE_OF[child.kind].key, []).append(_branch(child, below, wanted))
    return made


def is_same(stored: Any, said: Any) -> bool:  # noqa: ANN401 - any two values
    """Tell whether two values are the same, but for what a workbook's coding of signs may lose."""
    if isinstance(stored, str) and isinstance(said, str):
        return stored == said or stored.replace("x005F_", "") == said.replace("x005F_", "")
    return bool(stored == said)
