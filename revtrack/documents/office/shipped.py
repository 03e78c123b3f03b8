"""The templates that come with RevTrack: where they lie, and known again by their bytes."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def packaged(name: str) -> Path:
    """Return a folder that travels with the program: inside a package, or in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates_folder() -> Path:
    """Return the folder of the templates made for RevTrack."""
    return packaged("templates")


def is_ours(template: bytes) -> bool:
    """Tell whether a template is byte for byte one of ours; any other is somebody's own."""
    return sha256(template).hexdigest() in _ours()


@lru_cache(maxsize=1)
def _ours() -> frozenset[str]:
    return frozenset(
        sha256(path.read_bytes()).hexdigest() for path in templates_folder().glob("*.docx")
    )
