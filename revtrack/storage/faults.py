"""What goes wrong with the file, told as a refusal: in use, damaged, out of reach."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from revtrack.domain.errors import RevTrackError

_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OUT_OF_REACH = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
_PRIMARY = 0xFF
"""The part of an extended result code that holds its primary code."""


def refusal_of(fault: DatabaseError, path: Path, *, read_only: bool = False) -> RevTrackError:
    """Return what a fault of the database file means to the person who works with it."""
    reason, code = str(fault.orig), _code(fault)
    if code in _IN_USE:
        return RevTrackError(
            "Another program is using {path}. Nothing was changed; try again later.", path=path
        )
    if read_only and path.with_name(f"{path.name}-journal").exists():
        return RevTrackError(
            "A change of {path} was interrupted and is not yet taken back. "
            "Open it once without --read-only.",
            path=path,
        )
    if code in _DAMAGED:
        return damaged(path, reason)
    if code in _OUT_OF_REACH:
        return RevTrackError(
            "The database {path} could not be read or written ({reason}). Nothing was changed. "
            "See that the disk or the network drive is there and has room, and try again.",
            path=path,
            reason=reason,
        )
    return RevTrackError(
        "The database {path} could not be used ({reason}). Nothing was changed.",
        path=path,
        reason=reason,
    )


def _code(fault: DatabaseError) -> int | None:
    """Return SQLite's own number of the fault; None where SQLite did not raise it."""
    code = getattr(fault.orig, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY


def damaged(path: Path, reason: str) -> RevTrackError:
    """Return the refusal of a file that has lost some of what it held."""
    return RevTrackError(
        "The database {path} is damaged ({reason}). Restore a backup of it.",
        path=path,
        reason=reason,
    )
