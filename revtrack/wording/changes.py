"""Changes of the history in words: what was done to which record, and why."""

from collections.abc import Mapping
from dataclasses import replace

from revtrack.domain.names.record_names import RecordName
from revtrack.domain.undoing import Direction, turn_named
from revtrack.wording.labels import field_label, record_label
from revtrack.wording.language import _
from revtrack.wording.record_names import owner_of, worded_value


def worded_reason(why: str) -> str:
    """Return a reason as a person reads it: "ångrade ändring 412" for what undid another."""
    named = turn_named(why)
    if named is None:
        return why
    direction, about = named
    told = _("undid change {number}") if direction is Direction.UNDO else _("redid change {number}")
    return told.format(number=about)


def worded_change(name: RecordName, table: str, *, was_there: bool, is_there: bool) -> str:
    """Return what was done to a record: "anstånd lades till: KFN, ESK-2022-1 (2023-03-24)"."""
    done = _("changed") if was_there and is_there else _("added") if is_there else _("removed")
    owner = owner_of(name)
    said = f"{record_label(table)} {done}"
    return f"{said}: {owner}" if owner else said


def worded_fields(table: str, changed: Mapping[str, tuple[object, object]]) -> list[str]:
    """Return each field that changed: "Svar senast: 2023-03-20 → 2023-03-24"."""
    return [
        f"{field_label(table, name)}: {_value(table, name, old)} → {_value(table, name, new)}"
        for name, (old, new) in changed.items()
    ]


def worded_record(table: str, changed: Mapping[str, tuple[object, object]]) -> list[str]:
    """Return what an added record got, or a removed one held: "Svar senast: 2023-03-20"."""
    held = {name: old if new is None else new for name, (old, new) in changed.items()}
    return [
        f"{field_label(table, name)}: {_value(table, name, value)}"
        for name, value in held.items()
        if value is not None
    ]


def _value(table: str, name: str, value: object) -> str:
    if isinstance(value, RecordName):
        return owner_of(replace(value, municipality="")) or owner_of(value)
    return worded_value(table, name, value)
