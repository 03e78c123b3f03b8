"""Brings an earlier version's register up to this one: a copy first, then all of it or nothing."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from revtrack.domain.errors import RevTrackError
from revtrack.services.database.structure import check_structure
from revtrack.storage import schema
from revtrack.storage.backup import back_up, check_whole, clear_old_copies
from revtrack.storage.engine import ALONE, WRITES, open_engine, trust_schema
from revtrack.storage.faults import refusal_of
from revtrack.storage.history import HistoryFault, begin_wish, end_wish, faults_in
from revtrack.storage.migrate import upgrade
from revtrack.storage.store import Person
from revtrack.wording.language import _

Tell = Callable[[str], None]
"""Is told in a sentence what is being done; a large register takes minutes."""


def bring_up_to_date(path: Path, person: Person, tell: Tell) -> Path | None:
    """Bring an older register to this version and return the copy of it as it was.

    None where somebody else did it meanwhile. The copy lies beside the register, with the nine
    latest of those made before. Until the last step the register is as it was; a fault or a power
    cut leaves it so. Raises RevTrackError where another program uses it, it is damaged, its
    structure is not that of its version, or what came out would not agree with the history exactly
    as before.
    """
    engine = open_engine(path, foreign_keys=False)
    try:
        _wait_until_alone(engine)
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            if schema.version_of(connection) >= schema.SCHEMA_VERSION:
                return None
            copy = _migrate(connection, path, person, tell)
    except DatabaseError as fault:
        raise refusal_of(fault, path) from fault
    except OSError as fault:
        raise RevTrackError(
            "{path} was made by an earlier version of RevTrack and is brought up to date after it "
            "has been copied, but the copy could not be written: {reason}. Nothing was changed.",
            path=path,
            reason=fault,
        ) from fault
    else:
        clear_old_copies(path, copy)
        return copy
    finally:
        engine.dispose()


def _wait_until_alone(engine: Engine) -> None:
    """Fail before anything is copied where another program keeps the register open.

    The lock is let go again: the copy is read by a connection of its own, which it would keep out.
    """
    with engine.connect().execution_options(**{ALONE: True}) as connection:
        connection.begin()


def _migrate(connection: Connection, path: Path, person: Person, tell: Tell) -> Path:
    """Check, copy, migrate and check again, inside the transaction that is under way."""
    tell(_("The register is from an earlier version. It is looked through and copied first …"))
    check_structure(connection, path)
    check_whole(connection, path)
    before = _faults(connection)
    copy = back_up(connection, path)
    tell(_("The register is being brought up to date …"))
    trust_schema(connection)
    why = _("Brought up to date from an earlier version of RevTrack")
    begin_wish(connection, person.name, person.role.value, why)
    upgrade(connection)
    end_wish(connection)
    tell(_("The register is looked through again, and held against its history …"))
    check_whole(connection, path)
    check_structure(connection, path)
    if _faults(connection) != before:
        raise RevTrackError(
            "{path} could not be brought up to date: its rows would no longer agree with the "
            "history. Nothing was changed; use the version of RevTrack that made it.",
            path=path,
        )
    return copy


def _faults(connection: Connection) -> frozenset[HistoryFault]:
    """Return what does not agree with the history; it stays to be seen, no more and no less."""
    return frozenset(faults_in(connection))
