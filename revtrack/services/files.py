"""Files written whole or not at all, and never over one that is there."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from revtrack.domain.errors import RevTrackError


def write_all(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    """Write the files by name into the folder, all or none, and return their paths.

    Raises RevTrackError where the folder cannot be made or written, or a name is taken.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            written.append(_write(folder / name, content))
    except OSError as fault:
        for path in written:
            path.unlink(missing_ok=True)
        raise RevTrackError(
            "Nothing was written to {folder}: {reason}. Choose a folder you may write in.",
            folder=folder,
            reason=fault.strerror or fault,
        ) from fault
    return tuple(written)


def _write(path: Path, content: bytes) -> Path:
    if path.exists():
        raise FileExistsError(17, "the file exists already", str(path))
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as draft:
        draft_path = Path(draft.name)
        try:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
        except OSError:
            draft_path.unlink(missing_ok=True)
            raise
    draft_path.chmod(0o644)
    os.replace(draft_path, path)  # noqa: PTH105 - the one call that swaps files whole
    return path
