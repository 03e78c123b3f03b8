"""How changes that a package brings, and conflicts between two registers, are printed."""

from typing import Any

from revtrack.cli.frame.output import say, say_wrapped
from revtrack.domain.names.record_names import RecordName
from revtrack.services.exchange.packages.change_lines import ChangeLine
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.services.exchange.packages.told import (
    conflict_place,
    fields_told,
    record_told,
    side_told,
)
from revtrack.wording import _, ngettext
from revtrack.wording.record_names import named, owner_of

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
    say_wrapped(record_told(line), indent=INDENT, hanging=DETAIL)
    for told in fields_told(line):
        say_wrapped(told, indent=DETAIL + INDENT, hanging=INDENT)


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
        say_wrapped(f"{line.key}  {conflict_place(line)}", indent=INDENT, hanging=DETAIL)
        for side, value in (
            (_("Here: {value}"), line.ours),
            (_("In the package: {value}"), line.theirs),
            (_("Before: {value}"), line.base),
        ):
            worded = side.format(value=side_told(line, value))
            say_wrapped(worded, indent=DETAIL + INDENT, hanging=INDENT)
