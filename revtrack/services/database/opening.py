"""Makes and opens a database, and hands out the Store."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from revtrack.domain.errors import RevTrackError
from revtrack.services.database.structure import check_structure
from revtrack.storage import schema
from revtrack.storage.engine import open_engine
from revtrack.storage.faults import damaged, refusal_of
from revtrack.storage.new_files import give_name
from revtrack.storage.store import Person, Store

_OWNER_ONLY = 0o600
_TOKEN = 4
"""Bytes of a draft's name that no other try has."""


def _tell_nobody(sentence: str) -> None:
    """Leave untold what takes long."""
    del sentence


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
    """Make the file under a draft's name, the owner's alone from the first byte, then name it."""
    from revtrack.storage.migrate import make_empty  # noqa: PLC0415 - Alembic, only to make one

    path.parent.mkdir(parents=True, exist_ok=True)
    taken = RevTrackError(
        "{path} exists already. Choose another name, or open it as it is.", path=path
    )
    if os.path.lexists(path):
        raise taken
    draft = path.with_name(f".{path.name}.{token_hex(_TOKEN)}.new")
    try:
        draft.touch(_OWNER_ONLY, exist_ok=False)
        make_empty(draft)
        give_name(draft, path)
    except FileExistsError as fault:  # another program was quicker
        raise taken from fault
    finally:
        for each in (draft, draft.with_name(f"{draft.name}-journal")):
            each.unlink(missing_ok=True)
    _clear_drafts(path)


def _clear_drafts(path: Path) -> None:
    """Remove what earlier tries left that were cut off; the name is taken, so none is of use."""
    is_draft = re.compile(
        rf"\.{re.escape(path.name)}\.[0-9a-f]{{{2 * _TOKEN}}}\.new(-journal)?"
    ).fullmatch
    for each in path.parent.iterdir():
        if is_draft(each.name):
            with suppress(OSError):
                each.unlink()


def open_store(
    path: Path,
    person: Person,
    *,
    read_only: bool = False,
    thorough: bool = False,
    despite_structure: bool = False,
    tell: Callable[[str], None] = _tell_nobody,
) -> Store:
    """Open the database at ``path``; ``thorough`` reads the whole file for damage first.

    An older register is brought up to this version first, and the store says where the copy of it
    as it was lies; ``tell`` is told what is being done, which may take long. ``despite_structure``
    opens for examination, and for reading only, also what is older or what another program has
    changed the structure of; ``strange_structure`` names what that is. Raises RevTrackError, having
    changed nothing, where there is none, where the file is something else, was made by a newer
    version, is damaged or locked, or where its schema is not ours.
    """
    _check_header(path)
    read_only = read_only or despite_structure
    engine = open_engine(path, read_only=read_only)
    copy = None
    try:
        if not despite_structure and _is_older(engine, path, read_only=read_only):
            from revtrack.services.database.migrating import bring_up_to_date  # noqa: PLC0415 - Alembic, only then

            engine.dispose()  # nobody reads it meanwhile
            copy = bring_up_to_date(path, person, tell)
        with engine.connect() as connection:
            if not despite_structure:
                check_structure(connection, path)
            if thorough:
                _check_whole(connection, path)
    except DatabaseError as fault:
        engine.dispose()
        raise refusal_of(fault, path, read_only=read_only) from fault
    except RevTrackError:
        engine.dispose()
        raise
    return Store(engine, path, person, read_only, copy=copy)


def _is_older(engine: Engine, path: Path, *, read_only: bool) -> bool:
    """Tell whether a register is of an earlier version; refuse where it could not be made newer.

    Asking the database, not the file's first bytes, lets SQLite take back a change that was cut off
    before it tells its version.
    """
    with engine.connect() as connection:
        version = schema.version_of(connection)
    if version >= schema.SCHEMA_VERSION:
        return False
    if read_only:
        raise RevTrackError(
            "{path} was made by an earlier version of RevTrack. Open it once without --read-only: "
            "it is then brought up to date, and a copy of it as it is now is kept beside it.",
            path=path,
        )
    return True


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
