"""What stands on a page: words with their places, and the lines that are drawn."""

from typing import NamedTuple


class Word(NamedTuple):
    """A word on a page; its place in points from the upper left corner."""

    text: str
    left: float
    right: float
    base: float
    """The height of the line that it stands on."""
    size: float
    """Of its letters, against those of other words of the file."""
    is_bold: bool


class Ruling(NamedTuple):
    """A line that is drawn on a page, or an edge of a coloured field."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_flat(self) -> bool:
        """Whether it lies, and does not stand."""
        return self.right - self.left >= self.bottom - self.top


class Page(NamedTuple):
    """A page as it is seen."""

    number: int
    width: float
    height: float
    words: list[Word]
    rulings: list[Ruling]
    has_pictures: bool
