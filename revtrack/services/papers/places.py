"""Where the templates and the sample data lie: inside an installed package, or in a checkout."""

from pathlib import Path

from revtrack.domain.errors import RevTrackError

_PACKAGE = Path(__file__).resolve().parents[2]


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def sample_data_folder() -> Path:
    """Return the folder of the sample case files."""
    return _folder("sample_data")


def templates_folder() -> Path:
    """Return the folder of the Word templates made for RevTrack."""
    return _folder("templates")


def read_template(name: str, folder: Path | None = None) -> bytes:
    """Return the bytes of a Word template; raise RevTrackError where it cannot be read."""
    path = (folder or templates_folder()) / name
    try:
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "The template {path} could not be read: {reason}. Put it back, or install again.",
            path=path,
            reason=fault,
        ) from fault
