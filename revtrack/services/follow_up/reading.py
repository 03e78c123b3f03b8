"""The audits that a list of follow-up reads."""

from collections.abc import Iterator

from revtrack.domain.case import AuditCase
from revtrack.storage import audits as stored
from revtrack.storage.store import Store


def cases_of(store: Store, municipality_id: int | None) -> Iterator[AuditCase]:
    """Give the audits that are handed over, the newest year first; one at a time.

    Of one municipality, or of all where none is given.
    """
    with store.reading() as session:
        for audit in stored.list_audits(session):
            if audit.handed_over_on and municipality_id in {None, audit.municipality_id}:
                yield stored.load_case(session, audit.id)
