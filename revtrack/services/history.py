"""Historik: who changed what, when and why, and whether anything was changed behind its back."""

from revtrack.storage import history
from revtrack.storage.audits import load_case, uids_of
from revtrack.storage.history import HistoryEvent, HistoryFault
from revtrack.storage.store import Store


def list_history(store: Store, audit_id: int | None = None) -> tuple[HistoryEvent, ...]:
    """Return the events of one audit, or of all, oldest first."""
    with store.reading() as session:
        connection = session.connection()
        if audit_id is None:
            return history.all_events(connection)
        uids = uids_of(load_case(session, audit_id))
        return history.events_of_audit(connection, audit_id, uids)


def verify(store: Store) -> tuple[HistoryFault, ...]:
    """Return every row and event that does not agree with the sealed history; none if all is well.

    A change by another program is found even where the history's triggers were switched off for it.
    """
    with store.reading() as session:
        connection = session.connection()
        return (
            *history.chain_faults(connection),
            *history.replay_faults(connection),
            *history.attachment_faults(connection),
        )
