"""Historik: who changed what, when and why, and whether anything was changed behind its back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import RevTrackError
from revtrack.services.database.structure import strange_structure
from revtrack.storage import history
from revtrack.storage.audits import load_case
from revtrack.storage.events import (
    HistoryEvent,
    all_events,
    events_of_audit,
    latest_event,
    latest_events,
)
from revtrack.storage.history import HistoryFault
from revtrack.storage.store import Store

AUDITORS_NOTE = "review_note"
"""The field of a reply or a progress report that is never shown to clerks."""


def list_history(store: Store, audit_id: int | None = None) -> tuple[HistoryEvent, ...]:
    """Return the events of one audit, or of all, oldest first; a clerk sees no auditors' note."""
    with store.reading() as session:
        connection = session.connection()
        if audit_id is None:
            events = all_events(connection)
        else:
            events = events_of_audit(connection, load_case(session, audit_id))
    return _shown_to(store.person.role, events)


@dataclass(frozen=True)
class LatestChanges:
    """The latest changes of a register, the latest first, and how many there are in all."""

    events: tuple[HistoryEvent, ...]
    count: int


def latest_changes(store: Store, most: int) -> LatestChanges:
    """Return so many of the latest changes; a clerk sees no auditors' note."""
    with store.reading() as session:
        events, count = latest_events(session.connection(), most)
    return LatestChanges(_shown_to(store.person.role, events), count)


def _shown_to(role: PersonRole, events: tuple[HistoryEvent, ...]) -> tuple[HistoryEvent, ...]:
    if role is not PersonRole.CLERK:
        return events
    return tuple(
        replace(
            each,
            old=each.old and shown_to_clerk(each.old),
            new=each.new and shown_to_clerk(each.new),
        )
        for each in events
    )


def latest_change(store: Store) -> int:
    """Return the number of the last change of anything; 0 where nothing has been registered."""
    with store.reading() as session:
        return latest_event(session.connection())


def shown_to_clerk(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a record's fields, or of their changes, a clerk sees: no auditors' note."""
    return {name: value for name, value in fields.items() if name != AUDITORS_NOTE}


def verify(store: Store) -> tuple[HistoryFault, ...]:
    """Return every row and event that does not agree with the sealed history; none if all is well.

    A change by another program is found even where the history's triggers were switched off for it.
    What was changed in the structure comes first; the rows are looked at all the same, as far as
    they can be.
    """
    with store.reading() as session:
        names = strange_structure(session.connection())
    strange = tuple(HistoryFault("structure", "", name) for name in names)
    try:
        return (*strange, *_row_faults(store))
    except RevTrackError:
        if not strange:
            raise
        return (*strange, HistoryFault("unread", "", ""))


def _row_faults(store: Store) -> tuple[HistoryFault, ...]:
    with store.reading() as session:
        return tuple(history.faults_in(session.connection()))
