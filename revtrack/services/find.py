"""Finding an audit, a committee, a municipality, and one audit with all that hangs on it."""

from collections.abc import Sequence

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.records import Audit, Committee, Municipality
from revtrack.domain.texts.prose import name_key
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.store import Store


def list_municipalities(store: Store) -> tuple[Municipality, ...]:
    """Return all municipalities in the order they were registered."""
    with store.reading() as session:
        return stored.list_municipalities(session)


def list_committees(store: Store) -> tuple[tuple[Municipality, Committee], ...]:
    """Return every committee with its municipality, in each municipality's own order."""
    with store.reading() as session:
        towns = {town.id: town for town in stored.list_municipalities(session)}
        return tuple(
            (towns[committee.municipality_id], committee)
            for committee in stored.list_committees(session)
        )


def read_case(store: Store, audit_id: int) -> AuditCase:
    """Return one audit with all that hangs on it."""
    with store.reading() as session:
        return stored.load_case(session, audit_id)


def is_registered(store: Store, audit_id: int) -> bool:
    """Tell whether there is an audit with this id."""
    with store.reading() as session:
        return any(audit.id == audit_id for audit in stored.list_audits(session))


def find_audit(store: Store, text: str) -> Audit:
    """Return the audit with this reference, or with this text in its title and no other.

    Raises UsageError where none fits, or several do.
    """
    with store.reading() as session:
        audits = stored.list_audits(session)
    key = name_key(text)
    if not key:
        raise UsageError("Write the reference of an audit, or a part of its title.")
    exact = [audit for audit in audits if name_key(audit.reference) == key]
    found = exact or [audit for audit in audits if key in name_key(audit.title)]
    if not found:
        raise UsageError(
            "No audit is called {name}. See the references with: revtrack audits", name=text
        )
    if len(found) > 1:
        raise UsageError(
            "{name} fits several audits: {references}. Give the reference.",
            name=text,
            references=", ".join(audit.reference for audit in found),
        )
    return found[0]


def find_municipality(store: Store, name: str | None) -> Municipality:
    """Return the municipality with this name or abbreviation, the only one where none is named.

    Raises UsageError where it is not registered, no one is, or none is named of several.
    """
    with store.reading() as session:
        known = stored.list_municipalities(session)
        found = municipality_called(session, name) if name is not None else None
    if name is None and len(known) == 1:
        return known[0]
    if found is not None:
        return found
    if not known:
        raise UsageError("No municipality is registered yet.")
    names = ", ".join(each.name for each in known)
    if name is None:
        raise UsageError("Say which municipality it is: {municipalities}.", municipalities=names)
    raise UsageError(
        "No municipality is called {name}. Registered are: {municipalities}.",
        name=name,
        municipalities=names,
    )


def find_municipality_or_all(store: Store, name: str | None) -> Municipality | None:
    """Return the municipality with this name, or the only one; None: none is named of several.

    Raises UsageError where it is not registered.
    """
    if name is None:
        with store.reading() as session:
            if len(stored.list_municipalities(session)) > 1:
                return None
    return find_municipality(store, name)


def find_committee(case: AuditCase, text: str) -> Committee:
    """Return the committee of the case's municipality with this name, abbreviation or alias.

    Raises UsageError where none fits, naming those that there are, or several do.
    """
    return _called(text, case.municipality, case.committees)


def committee_in(store: Store, municipality: Municipality, text: str) -> Committee:
    """Return the committee of the municipality with this name, as ``find_committee`` does."""
    with store.reading() as session:
        committees = stored.list_committees(session)
    return _called(
        text, municipality, [each for each in committees if each.municipality_id == municipality.id]
    )


def _called(text: str, municipality: Municipality, committees: Sequence[Committee]) -> Committee:
    known = ", ".join(
        f"{committee.name} ({committee.abbreviation})" if committee.abbreviation else committee.name
        for committee in committees
    )
    if not committees:
        raise UsageError(
            "{municipality} has no committees registered yet.", municipality=municipality.name
        )
    if not name_key(text):
        raise UsageError("Write which committee it is: {committees}.", committees=known)
    found = committee_called(text, committees)
    if found is not None:
        return found
    raise UsageError(
        "{municipality} has no committee called {name}. Its committees: {committees}.",
        municipality=municipality.name,
        name=text,
        committees=known,
    )
