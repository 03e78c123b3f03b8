"""The reading of somebody else's file while a screen waits: how far it is, and its end."""

from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.services.reading_in.progress import Piece
from revtrack.services.reading_in.read_file import ReadFile, only_of, read_beside
from revtrack.storage.store import Store
from revtrack.wording import _


class PaperReading:
    """A file that is read in a thread of its own; the screen asks it how far it has come."""

    def __init__(self, path: Path, only: int | None = None, whole: ReadFile | None = None) -> None:
        """Take the file; nothing is read yet.

        Of one that holds papers of several audits ``only`` is the number of the one that is meant;
        ``whole`` is the file where it has been read already.
        """
        self._path = path
        self.only = only
        self._whole = whole
        self._file: ReadFile | None = None
        self._piece = Piece.PAGE
        self._done = self._of = 0
        self.is_left = False
        """Whether nobody waits for it any more."""

    @property
    def is_read(self) -> bool:
        """Whether the file is at hand."""
        return self._file is not None

    @property
    def file(self) -> ReadFile:
        """Return the file; it is read already."""
        if self._file is None:
            raise RuntimeError(self._path.name)
        return self._file

    def read(self, store: Store) -> ReadFile:
        """Read the file beside the register; RevTrackError where that cannot be, or is left."""
        file = self._whole or read_beside(self._path, store, self.note)
        self._file = file if self.only is None else only_of(file, store, self.only, self.note)
        return self._file

    def forget(self) -> None:
        """Let the file be read anew: what it names may be told by other names now."""
        self._file = self._whole = None

    def leave(self) -> None:
        """End a long reading at its next page or paper."""
        self.is_left = True

    @property
    def told(self) -> str:
        """Which file is read, and which page or paper of how many it has come to where known."""
        told = _("Reading {name} …").format(name=self._path.name)
        if not self._of:
            return told
        how_far = {
            Piece.PAGE: _("{reading} page {done} of {of}"),
            Piece.PAPER: _("{reading} paper {done} of {of}"),
        }
        return how_far[self._piece].format(reading=told, done=self._done, of=self._of)

    def note(self, piece: Piece, done: int, of: int) -> None:
        """Take how far a reading has come; raise RevTrackError where nobody waits for it."""
        if self.is_left:
            raise RevTrackError("The reading was left.")
        self._piece, self._done, self._of = piece, done, of
