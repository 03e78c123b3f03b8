"""Files written whole or not at all, and never over one that is there."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from revtrack.domain.errors import RevTrackError

_READABLE_BY_ALL = 0o644


def write_all(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files by name into the folder, all or none, and return their paths.

    Raises RevTrackError where the folder cannot be made or written, or a name is taken.
    """
    with written(folder, contents) as paths:
        return paths


def replaced(path: Path, content: bytes) -> None:
    """Write a file whole, in the place of the one that lies there; the old one or the new is seen.

    Only what the program alone makes is written so, in a folder that is there. Raises
    RevTrackError where it cannot be written.
    """
    with ExitStack() as undo:
        try:
            _swap(path, content, undo)
            _settle(path.parent)
        except OSError as fault:
            raise _unwritable(path.parent, fault) from fault
        undo.pop_all()


@contextmanager
def written(folder: Path, contents: Mapping[str, bytes]) -> Iterator[tuple[Path, ...]]:
    """Write the files by name into the folder, all or none, and give their paths.

    What is done in the block belongs to the same wish: where it fails, the files and the folders
    made for them are taken away again. Raises RevTrackError as ``write_all`` does.
    """
    with ExitStack() as undo:
        try:
            _make_folder(folder, undo)
            paths = tuple(
                _write(folder / name, content, undo) for name, content in contents.items()
            )
            _settle(folder)
        except FileExistsError as fault:
            raise RevTrackError(
                "{path} exists already. Choose another name.", path=fault.filename
            ) from fault
        except OSError as fault:
            raise _unwritable(folder, fault) from fault
        yield paths
        undo.pop_all()


def _unwritable(folder: Path, fault: OSError) -> RevTrackError:
    return RevTrackError(
        "Nothing was written to {folder}: {reason}. Choose a folder you may write in.",
        folder=folder.absolute(),
        reason=fault,
    )


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if os.path.lexists(folder):
        return
    _make_folder(folder.parent, undo)
    undo.callback(_take_away_folder, folder)
    folder.mkdir(exist_ok=True)


def _write(path: Path, content: bytes, undo: ExitStack) -> Path:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    undo.callback(_take_away, path)
    return _swap(path, content, undo)


def _swap(path: Path, content: bytes, undo: ExitStack) -> Path:
    descriptor, name = mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    draft = Path(name)
    undo.callback(_take_away, draft)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(_READABLE_BY_ALL)
    os.replace(draft, path)  # noqa: PTH105 - the one call that swaps files whole
    return path


def _settle(folder: Path) -> None:
    """Let the new names outlive a power cut, where the system can be asked for that."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network folders cannot; the files themselves are safe by now
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _take_away(path: Path) -> None:
    with suppress(OSError):  # what made it necessary is told of, not that tidying failed too
        path.unlink(missing_ok=True)


def _take_away_folder(path: Path) -> None:
    with suppress(OSError):  # somebody else has put something into it
        path.rmdir()
