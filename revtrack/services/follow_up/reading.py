"""The audits that a list of follow-up reads, and the municipality that it is about."""

from collections.abc import Iterator

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.services.find import find_municipality
from revtrack.storage import audits as stored
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store


def handed_over(session: Session, municipality_id: int | None = None) -> list[int]:
    """Return the ids of the audits that are handed over, the newest year first."""
    return [
        audit.id
        for audit in stored.list_audits(session)
        if audit.handed_over_on and municipality_id in {None, audit.municipality_id}
    ]


def cases_of(store: Store, municipality_id: int | None) -> Iterator[AuditCase]:
    """Give the audits that are handed over, the newest year first, as ``cases_for_letters`` does.

    Of one municipality, or of all where none is given.
    """
    with store.reading() as session:
        ids = handed_over(session, municipality_id)
        for some in stored.some_at_a_time(ids):
            found = cases_for_letters(session, some)
            yield from (found[each] for each in some)


def chosen_municipality(store: Store, name: str | None) -> r.Municipality | None:
    """Return the municipality with this name, None where none is named.

    Raises UsageError where it is not registered.
    """
    return None if name is None else find_municipality(store, name)
