"""How far the reading of a file has come: by its pages, then by the papers that it holds."""

from collections.abc import Callable
from enum import Enum

from revtrack.wording import _


class Piece(Enum):
    """What the reading of a file goes through: first its pages, then the papers that it holds."""

    PAGE = "page"
    PAPER = "paper"


OnProgress = Callable[[Piece, int, int], None]
"""Called with how many of so many pages of a PDF are read, or papers of a bundle.

The same may be told again, so that what it raises ends a reading that nobody waits for any more.
"""

FEW = 20
"""So many papers are read between two that are told in lines; of so few pages or papers none is."""


class NowAndThen:
    """Says how far a reading has come, line by line: not often, and the same only once."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Take what says a line."""
        self._say = say
        self._told: tuple[Piece, int, int] | None = None

    def __call__(self, piece: Piece, done: int, of: int) -> None:
        """Say which page or paper of how many is read, where that is worth a line."""
        is_paper = piece is Piece.PAPER
        is_between = is_paper and (not done or (done % FEW and done < of))
        if of <= FEW or is_between or self._told == (piece, done, of):
            return
        self._told = (piece, done, of)
        said = _("Paper {done} of {of} read.") if is_paper else _("Page {done} of {of} read.")
        self._say(said.format(done=done, of=of))
