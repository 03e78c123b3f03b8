"""The auditors and their experts in their functions, and the days that the auditors meet."""

from typing import Any, TypeVar

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.texts.prose import name_key
from revtrack.services.registering.bodies import refuse_days_turned
from revtrack.storage.rows import add, change, remove, some, table_of
from revtrack.storage.store import Store

S = TypeVar("S", r.Officeholder, r.AuditorsMeeting)


def list_officeholders(store: Store, municipality_id: int) -> tuple[r.Officeholder, ...]:
    """Return the officeholders of a municipality in the order they were registered."""
    with store.reading() as session:
        return _people(session, municipality_id)


def _people(session: Session, municipality_id: int) -> tuple[r.Officeholder, ...]:
    columns = table_of(r.Officeholder).c
    return some(session, r.Officeholder, columns.municipality_id == municipality_id)


def add_officeholder(store: Store, new: r.NewOfficeholder) -> r.Officeholder:
    """Store a person in a function and return it; refused where it is registered already."""
    refuse_days_turned(new.from_on, new.to_on)
    with store.wish() as session:
        return put_officeholder(session, new)


def put_officeholder(session: Session, new: r.NewOfficeholder) -> r.Officeholder:
    """Store a person in a function as a part of a wish, and return it."""
    for other in _people(session, new.municipality_id):
        is_same = name_key(other.name) == name_key(new.name) and other.function is new.function
        if is_same and other.from_on == new.from_on:
            raise RevTrackError("{name} is registered already.", name=other.name)
    return add(session, r.Officeholder, new)


def change_officeholder(
    store: Store, person: r.Officeholder, choices: dict[str, Any]
) -> r.Officeholder:
    """Store these fields of a person in a function, as it was read, and return it as it is then.

    Raises ConflictError where somebody else has changed it meanwhile.
    """
    changed = _changed(person, choices)
    refuse_days_turned(changed.get("from_on", person.from_on), changed.get("to_on", person.to_on))
    return _stored(store, person, changed)


def find_officeholder(
    store: Store, municipality: r.Municipality, name: str, function: str | None = None
) -> r.Officeholder:
    """Return the person of this name, in this function where one is given.

    Raises UsageError where there is none such, or the name stands in several functions or terms.
    """
    people = list_officeholders(store, municipality.id)
    found = [
        each
        for each in people
        if name_key(each.name) == name_key(name) and function in {None, each.function.value}
    ]
    if not found:
        raise UsageError(
            "{municipality} has nobody called {name} in that function.",
            municipality=municipality.name,
            name=name,
        )
    if len(found) > 1:
        raise UsageError(
            "{name} stands in several functions or terms. Say which with --function, or change it "
            "on the screen (F4).",
            name=name,
        )
    return found[0]


def add_auditors_meeting(store: Store, new: r.NewAuditorsMeeting) -> r.AuditorsMeeting:
    """Store a meeting of the auditors and return it; refused where the day has one."""
    columns = table_of(r.AuditorsMeeting).c
    with store.wish() as session:
        if some(
            session,
            r.AuditorsMeeting,
            columns.municipality_id == new.municipality_id,
            columns.held_on == new.held_on,
        ):
            raise RevTrackError("The meeting of {day} is registered already.", day=new.held_on)
        return add(session, r.AuditorsMeeting, new)


def change_auditors_meeting(
    store: Store, meeting: r.AuditorsMeeting, choices: dict[str, Any]
) -> r.AuditorsMeeting:
    """Store these fields of the auditors' meeting, as it was read, and return it as it is then."""
    return _stored(store, meeting, _changed(meeting, choices))


def take_away(store: Store, record: r.Officeholder | r.AuditorsMeeting) -> None:
    """Take a person in a function, or a meeting of the auditors, out of the register."""
    with store.wish() as session:
        remove(session, record)


def _changed(record: S, choices: dict[str, Any]) -> dict[str, Any]:
    made = type(record).model_validate({**record.model_dump(), **choices})
    chosen = {name: getattr(made, name) for name in choices}
    return {name: new for name, new in chosen.items() if new != getattr(record, name)}


def _stored(store: Store, record: S, changed: dict[str, Any]) -> S:
    if not changed:
        return record
    with store.wish() as session:
        return change(session, record, **changed)
