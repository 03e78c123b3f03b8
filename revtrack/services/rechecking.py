"""Avstämning over all audits, kept true while one works: only what changes bear on is read anew."""

from revtrack.services.all_checked import ToCheck
from revtrack.storage.audits import list_audits
from revtrack.storage.changed import touched_since
from revtrack.storage.events import latest_event
from revtrack.storage.store import Store


def what_to_check(store: Store, since: int | None) -> ToCheck | None:
    """Return what changes after this one bear on, by its number; None where nothing has changed.

    A change of a recommendation bears on the other audits of the municipality as well, which are
    held against it. ``since`` None: all audits are to be checked.
    """
    with store.reading() as session:
        at = latest_event(session.connection())
        if at == since:
            return None
        audits = list_audits(session)
        found = touched_since(session, since) if since is not None and since < at else None
    touched = (
        each.id
        for each in audits
        if found is None or each.id in found.audits or each.municipality_id in found.towns
    )
    return ToCheck(at, audits, frozenset(touched))
