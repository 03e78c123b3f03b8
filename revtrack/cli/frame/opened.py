"""The register, opened for one command and let go of after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from revtrack.cli.frame.output import note
from revtrack.cli.frame.start import Start, Tell
from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import UsageError
from revtrack.services.database.opening import open_store
from revtrack.storage.store import Person, Store
from revtrack.wording.language import _


def person_of(start: Start) -> Person:
    """Return who works with the register; raise UsageError where the role is unknown."""
    if start.role is None:
        return Person(start.user)
    try:
        return Person(start.user, PersonRole(start.role))
    except ValueError as fault:
        from revtrack.wording.labels import label  # noqa: PLC0415 - only for a refusal

        raise UsageError(
            "There is no role {role}; choose one of {roles}.",
            role=start.role,
            roles=", ".join(f"{role} ({label(role)})" for role in PersonRole),
        ) from fault


@contextmanager
def opened(
    start: Start, *, thorough: bool = False, despite_structure: bool = False, tell: Tell = note
) -> Iterator[Store]:
    """Give the register that the command works on; ``thorough`` looks for damage first.

    ``despite_structure`` gives it for examination also where its structure was changed; ``tell`` is
    told what takes long, and what was done to open it.
    """
    found = open_store(
        start.database,
        person_of(start),
        read_only=start.is_read_only,
        thorough=thorough,
        despite_structure=despite_structure,
        tell=tell,
    )
    store = replace(found, why=start.why, templates=start.templates)
    if store.copy is not None:
        said = _("{path} was brought up to date from an earlier version. As it was: {copy}")
        tell(said.format(path=store.path, copy=store.copy))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened_as_of(start: Start, day: date | None) -> Iterator[tuple[Store, date]]:
    """Give the register as it stood on a day, and that day; as it is and today where none is said.

    Raises UsageError for a day that has not come, RevTrackError for one before the first change.
    """
    with opened(start) as store:
        if day is None:
            yield store, start.today
        else:
            from revtrack.services.as_of import as_of  # noqa: PLC0415 - only for a look back

            yield as_of(store, day, start.today), day
