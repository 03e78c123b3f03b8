"""How changes that a package brings, and conflicts between two registers, are printed."""

from typing import Any

from revtrack.cli.frame.output import say, say_wrapped
from revtrack.domain.names.record_names import RecordName
from revtrack.services.exchange.packages.change_lines import ChangeLine
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.wording import _, ngettext
from revtrack.wording.labels import field_label, record_label
from revtrack.wording.places import LISTS
from revtrack.wording.record_names import named, owner_of, worded_value
from revtrack.wording.words import capitalise_first

INDENT, DETAIL = 2, 4


def conflict_as_json(line: ConflictLine) -> dict[str, Any]:
    """Return a conflict as a program reads it."""
    return {
        "key": line.key,
        "kind": line.kind,
        "uid": line.uid,
        "record": named(line.name),
        "field": line.field,
        "base": _plain(line.base),
        "ours": _plain(line.ours),
        "theirs": _plain(line.theirs),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - a field's value, or a record's fields
    if isinstance(value, RecordName):
        return owner_of(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value


def change_as_json(line: ChangeLine) -> dict[str, Any]:
    """Return a change as a program reads it."""
    fate = "new" if line.is_new else "changed"
    return {
        "change": "removed" if line.is_removed else fate,
        "kind": line.name.kind,
        "uid": line.uid,
        "record": named(line.name),
        "fields": {name: [_plain(old), _plain(new)] for name, (old, new) in line.fields.items()},
    }


def tell_change(line: ChangeLine) -> None:
    """Print whose record is added, changed or removed, and the values that are new."""
    said = _("Addition: {record}") if line.is_new else _("Change: {record}")
    said = _("Removal: {record}") if line.is_removed else said
    owner = owner_of(line.name) or named(line.name)
    say_wrapped(said.format(record=owner), indent=INDENT, hanging=DETAIL)
    for name, (old, new) in line.fields.items():
        value = _value(line, name, new)
        if not line.is_new:
            value = f"{_value(line, name, old)} → {value}"
        elif new is None or new is False or isinstance(new, RecordName | tuple):
            continue
        label = _column(line.name.kind, name)
        say_wrapped(f"{label}: {value}", indent=DETAIL + INDENT, hanging=INDENT)


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


def tell_conflicts(lines: tuple[ConflictLine, ...]) -> None:
    """Print each conflict with its key, and what either side has; nothing where there is none."""
    if lines:
        said = ngettext(
            "{n} conflict: both have changed the same.",
            "{n} conflicts: both have changed the same.",
            len(lines),
        )
        say(said.format(n=len(lines)))
    for line in lines:
        place = named(line.name)
        if line.field is not None:
            place = f"{place}, {field_label(line.kind, line.field)}"
        say_wrapped(f"{line.key}  {place}", indent=INDENT, hanging=DETAIL)
        for side, value in (
            (_("Here: {value}"), line.ours),
            (_("In the package: {value}"), line.theirs),
            (_("Before: {value}"), line.base),
        ):
            worded = side.format(value=_worded(line, value))
            say_wrapped(worded, indent=DETAIL + INDENT, hanging=INDENT)


def _worded(line: ConflictLine, value: Any) -> str:  # noqa: ANN401 - a field's value, or fields
    if line.field is None:
        return _("removed, or not there") if value is None else _("there")
    if isinstance(value, RecordName):
        return owner_of(value)
    return worded_value(line.kind, line.field, value)
