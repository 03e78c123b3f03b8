"""Changes and faults of the history in the words by which a person knows the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from revtrack.domain.codes import PersonRole
from revtrack.domain.exchange.case_file import Reference
from revtrack.domain.names.record_names import RecordName, Register, Row, name_of
from revtrack.domain.records.base import record_key
from revtrack.services.history import shown_to_clerk
from revtrack.storage.events import HistoryEvent
from revtrack.storage.history import HistoryFault
from revtrack.storage.lookup import attachment_of, change_of, register_of, told_and_actual
from revtrack.storage.store import Store

Changes = Mapping[str, tuple[Any, Any]]
"""Fields with their values before and after; a reference is the RecordName that it leads to."""

_KEYS = frozenset({"id", "uid", "version"})
CONTENT = "attachment_content"
"""The table of the bytes of attached files."""


@dataclass(frozen=True)
class EventLine:
    """A change of the history, and whose it is."""

    event: HistoryEvent
    name: RecordName
    changes: Changes


@dataclass(frozen=True)
class FaultLine:
    """What does not agree with the history, and whose it is."""

    fault: HistoryFault
    name: RecordName
    changes: Changes
    """What the history says and what the register holds; for an unsealed change, what it did."""


def describe_events(store: Store, events: Iterable[HistoryEvent]) -> tuple[EventLine, ...]:
    """Return each change with the name of its record, in the order given."""
    with store.reading() as session:
        register = register_of(session.connection())
        return tuple(
            EventLine(
                event,
                name_of(event.table, event.new or event.old or {}, register),
                _named(event.changes, register),
            )
            for event in events
        )


def describe_faults(store: Store, faults: Iterable[HistoryFault]) -> tuple[FaultLine, ...]:
    """Return each fault with the name of its record and the fields that differ.

    A clerk sees that a record was changed, but no auditors' note.
    """
    with store.reading() as session:
        connection = session.connection()
        register = register_of(connection)
        lines = tuple(_fault_line(connection, register, fault) for fault in faults)
    if store.person.role is not PersonRole.CLERK:
        return lines
    return tuple(replace(line, changes=shown_to_clerk(line.changes)) for line in lines)


def _fault_line(connection: Connection, register: Register, fault: HistoryFault) -> FaultLine:
    told, actual = told_and_actual(connection, fault.table, fault.uid)
    changes: Changes = {}
    if fault.reason == "changed" and told and actual:
        changes = _differences(told, actual)
    elif fault.reason == "unsealed" and fault.sequence is not None:
        before, after = change_of(connection, fault.sequence)
        changes = _differences(before, after) if before and after else {}
    name = _name_of_fault(connection, register, fault, actual or told)
    return FaultLine(fault, name, _named(changes, register))


def _name_of_fault(
    connection: Connection, register: Register, fault: HistoryFault, row: Row | None
) -> RecordName:
    """Return whose a fault is; that of a file's bytes is the file's."""
    if fault.table == CONTENT:
        file = attachment_of(connection, fault.uid)
        return name_of("attachment", file, register) if file else RecordName(CONTENT)
    return name_of(fault.table, row, register) if row else RecordName(fault.table)


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changes:
    return {
        name: (before.get(name), after.get(name))
        for name in dict.fromkeys([*before, *after])
        if name not in _KEYS and before.get(name) != after.get(name)
    }


def _named(changes: Changes, register: Register) -> Changes:
    return {
        field: (_led_to(field, old, register), _led_to(field, new, register))
        for field, (old, new) in changes.items()
    }


def _led_to(field: str, value: Any, register: Register) -> Any:  # noqa: ANN401 - as it is stored
    """Return the name of the record that a reference leads to; any other value as it is."""
    if not field.endswith("_id") or not isinstance(value, int):
        return value
    table = record_key(Reference(field).target)
    row = register.row(table, value)
    return name_of(table, row, register) if row else value
