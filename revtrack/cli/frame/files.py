"""Files that a command is given."""

from pathlib import Path

from revtrack.domain.errors import RevTrackError


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raise RevTrackError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault
