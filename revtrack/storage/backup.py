"""Copies of the whole database file, made while others read it, and looked through when made."""

import errno
import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from revtrack.domain.errors import RevTrackError
from revtrack.storage.faults import damaged
from revtrack.storage.history import GENESIS
from revtrack.storage.new_files import give_name
from revtrack.storage.schema import read_header

STAMP_DIGITS = 16
KEPT_COPIES = 10
"""So many copies of a register lie beside it; an older one is removed when a new one is made."""

_OWNER_ONLY = 0o600
_LAST = "SELECT sequence, hash FROM event WHERE hash IS NOT NULL ORDER BY sequence DESC LIMIT 1"


def register_stamp(connection: Connection) -> str:
    """Return the control number of the whole register: that of the last sealed event."""
    sequence, seal = connection.exec_driver_sql(_LAST).first() or (0, GENESIS)
    return f"{sequence}-{seal[:STAMP_DIGITS]}"


def check_whole(connection: Connection, path: Path) -> None:
    """Raise RevTrackError where the file is damaged, or a row speaks of another that is gone."""
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if found != "ok":
        raise damaged(path, "integrity_check")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise damaged(path, "foreign_key_check")


def back_up(connection: Connection, path: Path) -> Path:
    """Copy the database as it was last saved to a file beside it and return the copy.

    The copy is named by the register's control number and is the owner's alone. It gets its name
    only when it has been found whole, with as many rows as the original; where there is a copy of
    the very same bytes already, that one is returned. Raises OSError where it cannot be written.
    """
    named = path.with_name(f"{path.name}.{register_stamp(connection)}.bak")
    draft = path.with_name(f".{named.name}.tmp")
    try:
        with _faults_as_of_the_disk():
            _copy(path, draft)
            _compare(path, draft)
        return _settle(draft, named)
    finally:
        for each in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):  # what made it necessary is told of
                each.unlink(missing_ok=True)


def clear_old_copies(path: Path, newest: Path) -> None:
    """Remove the oldest copies of a register, so that ten are left, the newest among them.

    Only what is called as copies of this register are, and is a register, counts as one.
    """
    stamp = rf"\.\d+-[0-9a-f]{{{STAMP_DIGITS}}}(-\d+)?\.bak"
    is_copy = re.compile(re.escape(path.name) + stamp).fullmatch
    with suppress(OSError):  # the register is up to date whether or not there is room won
        found = [each for each in path.parent.iterdir() if is_copy(each.name)]
        others = [each for each in found if each != newest and read_header(each).is_ours]
        others.sort(key=lambda each: each.stat().st_mtime_ns, reverse=True)
        for each in others[KEPT_COPIES - 1 :]:
            each.unlink()


@contextmanager
def _faults_as_of_the_disk() -> Iterator[None]:
    """Tell what SQLite cannot write as the system tells it: OSError."""
    try:
        yield
    except sqlite3.Error as fault:
        is_full = fault.sqlite_errorcode == sqlite3.SQLITE_FULL
        number = errno.ENOSPC if is_full else errno.EIO
        raise OSError(number, os.strerror(number)) from fault


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy(path: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    draft.touch(_OWNER_ONLY, exist_ok=False)
    with closing(_reader(path)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)


def _compare(path: Path, draft: Path) -> None:
    with closing(_reader(path)) as source, closing(_reader(draft)) as copy:
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise damaged(draft, "integrity_check")
        if _row_counts(source) != _row_counts(copy):
            raise RevTrackError("The copy {path} does not hold all rows.", path=draft)


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    stored = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    names = connection.execute(stored).fetchall()
    counted = 'SELECT count(*) FROM "{}"'
    return {name: connection.execute(counted.format(name)).fetchone()[0] for (name,) in names}


def _settle(draft: Path, named: Path) -> Path:
    """Give the copy its name, or the next number after it where another copy has it."""
    content = _sum(draft)
    descriptor = os.open(draft, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    number = 1
    place = named
    while True:
        try:
            give_name(draft, place)
        except FileExistsError:
            if place.is_file() and _sum(place) == content:
                return place
            number += 1
            place = named.with_name(f"{named.stem}-{number}{named.suffix}")
        else:
            return place


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
