"""Files read whole, and written whole or not at all, never over one that is there."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from revtrack.domain.errors import RevTrackError
from revtrack.storage.new_files import give_name

_AS_ALLOWED = 0o777
"""Rights of a folder, less those that the person's own umask keeps back."""
_OWNER_ONLY = 0o700
_OF_FILES = 0o666
"""A file is never run, so it has only these of its folder's rights."""


def content_at(path: Path) -> bytes:
    """Return the bytes of a file; raise RevTrackError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def write_all(
    folder: Path, contents: Mapping[str, bytes], *, is_private: bool = False
) -> tuple[Path, ...]:
    """Write the files by name into the folder, all or none, and return their paths.

    What ``is_private`` only its owner may read. Raises RevTrackError where the folder cannot be
    made or written, or a name is taken.
    """
    with written(folder, contents, is_private=is_private) as paths:
        return paths


def replaced(path: Path, content: bytes) -> None:
    """Write a file whole, in the place of the one that lies there; the old one or the new is seen.

    Only what the program alone makes is written so, in a folder that is there. Who may read the
    old one may read the new. Raises RevTrackError where it cannot be written.
    """
    with ExitStack() as undo:
        try:
            kept = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
            draft = _draft(path, content, undo, _AS_ALLOWED if kept is None else _OWNER_ONLY)
            if kept is not None:
                draft.chmod(kept)
            os.replace(draft, path)  # noqa: PTH105 - the one call that swaps files whole
            _settle(path.parent)
        except OSError as fault:
            raise _unwritable(path.parent, fault) from fault
        undo.pop_all()


@contextmanager
def written(
    folder: Path, contents: Mapping[str, bytes], *, is_private: bool = False
) -> Iterator[tuple[Path, ...]]:
    """Write the files by name into the folder, all or none, and give their paths.

    What is done in the block belongs to the same wish: where it fails, the files and the folders
    made for them are taken away again. Raises RevTrackError as ``write_all`` does.
    """
    rights = _OWNER_ONLY if is_private else _AS_ALLOWED
    with ExitStack() as undo:
        try:
            _make_folder(folder, undo, rights)
            paths = tuple(
                _write(folder / name, content, undo, rights) for name, content in contents.items()
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


@contextmanager
def rewritten(folder: Path, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[None]:
    """Write files of the folder anew, all or none; ``old`` is what they are known to hold.

    What is done in the block belongs to the same wish: where it fails, the old ones are put back.
    All is drafted before the first is swapped, so that a full disk changes nothing. Raises
    RevTrackError where one cannot be written, or no longer holds what it did.
    """
    with ExitStack() as drafts, ExitStack() as undo:
        try:
            swaps = [
                (folder / name, old[name], *_drafts(folder / name, old[name], content, drafts))
                for name, content in new.items()
            ]
            for path, held, kept, draft in swaps:
                if path.read_bytes() != held:
                    raise RevTrackError(
                        "{path} was changed while it was to be written anew; all is left as it "
                        "was. Do it again.",
                        path=path,
                    )
                os.replace(draft, path)  # noqa: PTH105 - the one call that swaps files whole
                undo.callback(_put_back, kept, path)
            _settle(folder)
        except OSError as fault:
            raise _unwritable(folder, fault) from fault
        yield
        undo.pop_all()


def _drafts(path: Path, old: bytes, new: bytes, undo: ExitStack) -> tuple[Path, Path]:
    """Write the old and the new content beside a file, to be read by whom it is read by."""
    rights = stat.S_IMODE(path.stat().st_mode)
    made = _draft(path, old, undo, _OWNER_ONLY), _draft(path, new, undo, _OWNER_ONLY)
    for each in made:
        each.chmod(rights)
    return made


def _put_back(kept: Path, path: Path) -> None:
    with suppress(OSError):  # what made it necessary is told of, not that it failed too
        os.replace(kept, path)  # noqa: PTH105 - the one call that swaps files whole


def _unwritable(folder: Path, fault: OSError) -> RevTrackError:
    return RevTrackError(
        "Nothing was written to {folder}: {reason}. Choose a folder you may write in.",
        folder=folder.absolute(),
        reason=fault,
    )


def _make_folder(folder: Path, undo: ExitStack, rights: int) -> None:
    if os.path.lexists(folder):
        return
    _make_folder(folder.parent, undo, rights)
    with suppress(FileExistsError):  # somebody else has just made it, so it is not ours to remove
        folder.mkdir(rights)
        undo.callback(_take_away_folder, folder)


def _write(path: Path, content: bytes, undo: ExitStack, rights: int) -> Path:
    draft = _draft(path, content, undo, rights)
    try:
        give_name(draft, path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    undo.callback(_take_away, path)
    _take_away(draft)
    return path


def _draft(path: Path, content: bytes, undo: ExitStack, rights: int) -> Path:
    """Write the content to a hidden file beside the path and return its own path."""
    draft = path.with_name(f".{token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(draft, flags, rights & _OF_FILES)
    undo.callback(_take_away, draft)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft


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
