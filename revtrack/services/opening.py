"""Makes and opens a database, and hands out the Store."""

import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from revtrack.domain.errors import RevTrackError
from revtrack.storage import schema
from revtrack.storage.engine import WRITES, open_engine, trust_schema
from revtrack.storage.faults import damaged, refusal_of
from revtrack.storage.store import Person, Store

_OWNER_ONLY = 0o600
MOST_NAMES = 5
"""Changed parts of the structure that a sentence names."""


def create_store(path: Path, person: Person) -> Store:
    """Make a new, empty database at ``path`` and open it.

    Raises RevTrackError where something lies there already or the folder cannot be written.
    """
    try:
        _make(path)
    except OSError as fault:
        raise RevTrackError(
            "The database {path} could not be made: {reason}. Choose a folder you may write in.",
            path=path,
            reason=fault,
        ) from fault
    except DatabaseError as fault:
        raise RevTrackError(
            "The database {path} could not be made: {reason}. Choose a folder you may write in.",
            path=path,
            reason=fault.orig,
        ) from fault
    return open_store(path, person)


def _make(path: Path) -> None:
    """Make the file under a draft's name, the owner's alone from the first byte, then rename it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        raise RevTrackError(
            "{path} exists already. Choose another name, or open it as it is.", path=path
        )
    draft = path.with_name(f".{path.name}.new")
    with ExitStack() as left_over:
        for each in (draft, path.with_name(f"{draft.name}-journal")):
            each.unlink(missing_ok=True)
            left_over.callback(each.unlink, missing_ok=True)
        draft.touch(_OWNER_ONLY, exist_ok=False)
        _fill(draft)
        os.replace(draft, path)  # noqa: PTH105 - the one call that swaps files whole


def _fill(path: Path) -> None:
    from revtrack.storage.migrate import upgrade  # noqa: PLC0415 - Alembic, only to make or migrate

    engine = open_engine(path, create=True, foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            trust_schema(connection)
            upgrade(connection)
    finally:
        engine.dispose()


def open_store(
    path: Path,
    person: Person,
    *,
    read_only: bool = False,
    thorough: bool = False,
    despite_structure: bool = False,
) -> Store:
    """Open the database at ``path``; ``thorough`` reads the whole file for damage first.

    ``despite_structure`` opens for examination, and for reading only, also what another program
    has changed the structure of; ``strange_structure`` names what that is. Raises RevTrackError,
    having changed nothing, where there is none, where the file is something else, was made by
    another version, is damaged or locked, or where its schema is not ours.
    """
    _check_header(path)
    read_only = read_only or despite_structure
    engine = open_engine(path, read_only=read_only)
    try:
        with engine.connect() as connection:
            if not despite_structure:
                _check_schema(connection, path)
            if thorough:
                _check_whole(connection, path)
    except DatabaseError as fault:
        engine.dispose()
        raise refusal_of(fault, path, read_only=read_only) from fault
    except RevTrackError:
        engine.dispose()
        raise
    return Store(engine, path, person, read_only)


def _check_header(path: Path) -> None:
    try:
        header = schema.read_header(path)
    except FileNotFoundError as fault:
        raise RevTrackError(
            "There is no database at {path}. Check the name, or make one with: revtrack init",
            path=path,
        ) from fault
    except OSError as fault:
        raise RevTrackError(
            "The database {path} could not be read: {reason}.", path=path, reason=fault
        ) from fault
    if not header.is_ours:
        raise RevTrackError("{path} is not a RevTrack database.", path=path)
    if header.schema_version > schema.SCHEMA_VERSION:
        raise RevTrackError(
            "{path} was made by a newer version of RevTrack. Install that version to open it.",
            path=path,
        )


def _check_whole(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise damaged(path, "quick_check")


def _check_schema(connection: Connection, path: Path) -> None:
    strange = strange_structure(connection)
    if len(strange) > MOST_NAMES:
        raise RevTrackError(
            "The structure of {path} was changed by another program: {names} and {count} more. "
            "Restore a backup.",
            path=path,
            names=", ".join(strange[:MOST_NAMES]),
            count=len(strange) - MOST_NAMES,
        )
    if strange:
        raise RevTrackError(
            "The structure of {path} was changed by another program: {names}. Restore a backup.",
            path=path,
            names=", ".join(strange),
        )


def strange_structure(connection: Connection) -> tuple[str, ...]:
    """Return what is missing, added or changed in the database's structure, by kind and name."""
    if schema.fingerprint(connection) == schema.FINGERPRINT:
        return ()
    return tuple(_strange_names(schema.objects_in(connection)))


def _strange_names(found: dict[str, str]) -> list[str]:
    """Return what is missing, added or changed against the schema that this version makes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "expected.db"
        _fill(path)
        engine = open_engine(path, read_only=True)
        with engine.connect() as connection:
            expected = schema.objects_in(connection)
        engine.dispose()
    names = expected.keys() | found.keys()
    return sorted(name for name in names if expected.get(name) != found.get(name))
