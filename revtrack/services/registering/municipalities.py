"""Municipalities: finding one by name, and what its office has chosen."""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.replies.reminders import parse_steps, steps_text
from revtrack.domain.texts.prose import name_key
from revtrack.services.registering.register import municipality_called, register_municipality
from revtrack.storage.audits import list_municipalities
from revtrack.storage.rows import change
from revtrack.storage.store import Store


def find_municipality(store: Store, name: str) -> r.Municipality:
    """Return the municipality with this name or abbreviation.

    Raises UsageError where none has it, naming those that there are, or several do.
    """
    with store.reading() as session:
        found = municipality_called(session, name)
        known = list_municipalities(session)
    if found is None:
        raise UsageError(
            "There is no municipality called {name}. In the register: {municipalities}.",
            name=name,
            municipalities=", ".join(town.name for town in known) or "–",
        )
    return found


def new_municipality(store: Store, name: str, choices: dict[str, Any]) -> r.Municipality:
    """Register a municipality with these choices and return it; its name must be free."""
    return register_municipality(store, r.NewMunicipality(name=name, **_kept(choices)))


def change_municipality(store: Store, name: str, choices: dict[str, Any]) -> r.Municipality:
    """Store these choices of a municipality's office and return it as it is then.

    ``choices`` are fields of the record by name; what stays as it was is not written. Raises
    UsageError where there is no such municipality or a choice cannot be read, RevTrackError where
    a new name is taken.
    """
    return change_settings(store, find_municipality(store, name), choices)


def change_settings(store: Store, town: r.Municipality, choices: dict[str, Any]) -> r.Municipality:
    """Store these choices of a municipality, as it was read, and return it as it is then.

    Raises as ``change_municipality`` does, and ConflictError where somebody else has changed it
    meanwhile.
    """
    with store.wish() as session:
        changed = {
            field: value for field, value in _kept(choices).items() if getattr(town, field) != value
        }
        if not changed:
            return town
        taken = municipality_called(session, changed["name"]) if "name" in changed else None
        if taken is not None and taken.id != town.id and is_same_name(taken, changed["name"]):
            raise RevTrackError("{name} is registered already.", name=taken.name)
        return change(session, town, **changed)


def is_same_name(town: r.Municipality, name: str) -> bool:
    """Tell whether a municipality is called exactly this."""
    return name_key(town.name) == name_key(name)


def _kept(choices: dict[str, Any]) -> dict[str, Any]:
    """Return the choices as they are kept: reminder steps in one form."""
    if "reminder_steps" not in choices:
        return choices
    return {**choices, "reminder_steps": steps_text(parse_steps(choices["reminder_steps"]))}
