"""What packages change and leave unsettled, in words."""

from typing import Any

from revtrack.domain.names.record_names import RecordName
from revtrack.services.exchange.packages.change_lines import ChangeLine
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.wording import _
from revtrack.wording.labels import field_label, record_label
from revtrack.wording.places import LISTS
from revtrack.wording.record_names import named, owner_of, worded_value
from revtrack.wording.words import capitalise_first


def record_told(line: ChangeLine) -> str:
    """Return whose record is added, changed or removed."""
    said = _("Addition: {record}") if line.is_new else _("Change: {record}")
    said = _("Removal: {record}") if line.is_removed else said
    return said.format(record=owner_of(line.name) or named(line.name))


def fields_told(line: ChangeLine) -> tuple[str, ...]:
    """Return the values that are new, a line each; of a new record those that say something."""
    return tuple(
        f"{_column(line.name.kind, name)}: {_values(line, name, old, new)}"
        for name, (old, new) in line.fields.items()
        if not line.is_new or not (new is None or new is False or _is_reference(new))
    )


def _is_reference(value: Any) -> bool:  # noqa: ANN401 - a field's value
    return isinstance(value, RecordName | tuple)


def _values(line: ChangeLine, name: str, old: Any, new: Any) -> str:  # noqa: ANN401 - as above
    told = _value(line, name, new)
    return told if line.is_new else f"{_value(line, name, old)} → {told}"


def _column(kind: str, name: str) -> str:
    """Return what a field is called, or a list of other records."""
    held = LISTS.get(name)
    return capitalise_first(record_label(held, 2)) if held else field_label(kind, name)


def _value(line: ChangeLine, name: str, value: Any) -> str:  # noqa: ANN401 - a field's value
    if isinstance(value, tuple):
        return "; ".join(map(owner_of, value)) or "–"
    if isinstance(value, RecordName):
        return owner_of(value)
    return worded_value(line.name.kind, name, value)


def conflict_place(line: ConflictLine) -> str:
    """Return the record and the field that both have changed."""
    place = named(line.name)
    return f"{place}, {field_label(line.kind, line.field)}" if line.field is not None else place


def side_told(line: ConflictLine, value: Any) -> str:  # noqa: ANN401 - a field's value, or fields
    """Return what one side has."""
    if line.field is None:
        return _("removed, or not there") if value is None else _("there")
    if isinstance(value, RecordName):
        return owner_of(value)
    return worded_value(line.kind, line.field, value)
