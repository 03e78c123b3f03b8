"""The queue of what can be followed up, over all audits."""

from datetime import date

from revtrack.domain.outcome.readiness import QueueItem, queue_items
from revtrack.services.follow_up.reading import cases_of
from revtrack.storage.store import Store


def list_queue(store: Store, municipality_id: int | None, today: date) -> tuple[QueueItem, ...]:
    """Return what is open, what can be followed up now first, then by audit.

    Of all municipalities where none is given.
    """
    found = [line for case in cases_of(store, municipality_id) for line in queue_items(case, today)]
    return tuple(sorted(found, key=lambda line: not line.is_ready))
