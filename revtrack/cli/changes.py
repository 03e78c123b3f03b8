"""Every change, and whether anything was changed unseen."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from revtrack.cli import FINE, PROBLEMS, contracts
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, audit_argument, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import N_
from revtrack.domain.names.record_names import RecordName
from revtrack.services import find
from revtrack.services import history as changes
from revtrack.services.database.structure import MOST_NAMES
from revtrack.services.describe import (
    Changes,
    EventLine,
    FaultLine,
    describe_events,
    describe_faults,
)
from revtrack.storage.events import HistoryEvent
from revtrack.wording import _
from revtrack.wording.changes import worded_change, worded_fields, worded_reason
from revtrack.wording.record_names import named, owner_of
from revtrack.wording.words import capitalise_first

INDENT, DETAIL = 2, 8


def history() -> Command:
    """Return the command that lists changes."""
    return Command(
        "history",
        _history,
        [audit_argument(required=False), json_option(), csv_option()],
        _("Of one audit or of all, the oldest first."),
        ["revtrack history ESK-2022-1", "revtrack history --json"],
    )


def _history(start: Start, audit: str | None, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        audit_id = find.find_audit(store, audit).id if audit else None
        events = changes.list_history(store, audit_id)
        lines = () if as_json else describe_events(store, events)
    if as_json:
        say_json([contracts.event_line(event) for event in events])
    elif as_csv:
        headings = [_("No."), _("When"), _("Who"), _("Why"), _("What"), _("Change")]
        say_csv(headings, [_event_row(line) for line in lines])
    else:
        _tell_events(lines)


def _event_row(line: EventLine) -> list[object]:
    event = line.event
    told = "; ".join(worded_fields(event.table, line.changes))
    return [event.sequence, event.at, event.who, worded_reason(event.why or ""), _what(line), told]


def _tell_events(lines: Iterable[EventLine]) -> None:
    for _wish, group in groupby(lines, key=lambda each: _wish_of(each.event)):
        theirs = list(group)
        first = theirs[0].event
        who = first.who or _("another program")
        why = f" ({worded_reason(first.why)})" if first.why else ""
        say_wrapped(f"{first.at[:16].replace('T', ' ')} UTC  {who}{why}", hanging=INDENT)
        tell_changes(theirs)


def tell_changes(lines: Iterable[EventLine]) -> None:
    """Print each change with its number, and the fields that a changed record got."""
    for line in lines:
        said = f"{line.event.sequence:>5} {capitalise_first(_what(line))}"
        say_wrapped(said, indent=INDENT, hanging=DETAIL)
        if line.event.old is not None and line.event.new is not None:
            _say_values(line.event.table, line.changes)


def _wish_of(event: HistoryEvent) -> tuple[object, ...]:
    return event.wish, event.who, event.at[:16]


def _what(line: EventLine) -> str:
    event = line.event
    there = {"was_there": event.old is not None, "is_there": event.new is not None}
    return worded_change(line.name, event.table, **there)


def _say_values(table: str, changed: Changes) -> None:
    for value in worded_fields(table, changed):
        say_wrapped(value, indent=DETAIL, hanging=INDENT)


STRUCTURE = "structure"
"""The reason of what is told of the database as a whole, in one sentence."""

REASONS = {
    "changed": N_("{record} was changed by another program."),
    "removed": N_("{record} was removed by another program."),
    "added": N_("{record} was added by another program."),
    "unsealed": N_("{record} was changed by another program (change {sequence})."),
    "broken": N_("{record}: change {sequence} of the history has been altered."),
    "missing": N_("Change {sequence} is missing from the history."),
    "unread": N_("The rows could not be compared with the history; its tables were changed."),
}
"""What each kind of fault means, by its reason."""


def verify() -> Command:
    """Return the command that checks the history."""
    return Command(
        "verify",
        _verify,
        [json_option()],
        _("Exit status 1 where a row or a change does not agree with the sealed history."),
        ["revtrack verify", "revtrack verify --json"],
    )


def _verify(start: Start, as_json: bool) -> int:
    with opened(start, thorough=True, despite_structure=True) as store:
        lines = describe_faults(store, changes.verify(store))
    if as_json:
        say_json([_as_json(line) for line in lines])
    else:
        _tell_faults(lines)
    return PROBLEMS if lines else FINE


def _tell_faults(lines: Sequence[FaultLine]) -> None:
    strange = [line.fault.uid for line in lines if line.fault.reason == STRUCTURE]
    if strange:
        say_wrapped(_structure(strange), hanging=INDENT)
    for line in lines:
        if line.fault.reason == STRUCTURE:
            continue
        said = _(REASONS[line.fault.reason])
        record = _record(line)
        say_wrapped(said.format(record=record, sequence=line.fault.sequence), hanging=INDENT)
        _say_values(line.fault.table, line.changes)
    if not lines:
        note(_("Every row agrees with the sealed history."))


def _structure(names: Sequence[str]) -> str:
    said = ", ".join(names[:MOST_NAMES])
    if more := len(names) - MOST_NAMES if len(names) > MOST_NAMES else 0:
        worded = _("The structure was changed by another program: {names} and {count} more.")
        return worded.format(names=said, count=more)
    return _("The structure was changed by another program: {names}.").format(names=said)


def _record(line: FaultLine) -> str:
    """Return the record's name; its identity too where nothing else tells which one it is."""
    return named(line.name) if owner_of(line.name) else f"{named(line.name)} {line.fault.uid}"


def _as_json(line: FaultLine) -> dict[str, object]:
    return {
        **vars(line.fault),
        "record": named(line.name),
        "audit": line.name.audit or None,
        "committees": list(line.name.committees),
        "changes": {name: [_plain(old), _plain(new)] for name, (old, new) in line.changes.items()},
    }


def _plain(value: object) -> object:
    return owner_of(value) if isinstance(value, RecordName) else value
