"""What goes wrong with the file, told as a refusal: locked, damaged, full, changed meanwhile."""

from pathlib import Path

from sqlalchemy.exc import DatabaseError

from revtrack.domain.errors import RevTrackError

_BUSY = ("locked", "busy")
_DAMAGED = ("malformed", "not a database", "disk I/O error", "quick_check")


def refusal_of(fault: DatabaseError, path: Path, *, read_only: bool = False) -> RevTrackError:
    """Return what a fault of the database file means to the person who works with it."""
    reason = str(fault.orig)
    if any(word in reason for word in _BUSY):
        return RevTrackError(
            "Another program is writing to {path}. Nothing was changed; try again later.", path=path
        )
    if read_only and path.with_name(f"{path.name}-journal").exists():
        return RevTrackError(
            "A change of {path} was interrupted and is not yet taken back. "
            "Open it once without --read-only.",
            path=path,
        )
    if any(word in reason for word in _DAMAGED):
        return damaged(path, reason)
    return RevTrackError(
        "The database {path} could not be used ({reason}). Nothing was changed.",
        path=path,
        reason=reason,
    )


def damaged(path: Path, reason: str) -> RevTrackError:
    """Return the refusal of a file that has lost some of what it held."""
    return RevTrackError(
        "The database {path} is damaged ({reason}). Restore a backup of it.",
        path=path,
        reason=reason,
    )
