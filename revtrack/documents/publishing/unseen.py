"""Text that is not seen, in a document as in a workbook."""

from dataclasses import dataclass

UNSEEN_BELOW = 1.2
"""The contrast against what is behind below which nobody sees a text; alike colours have 1."""
SMALLEST = 2
"""Text of so many points, and rows no higher, are not seen."""


@dataclass(frozen=True)
class Unseen:
    """A text that nobody can see by its colour, its size or its format."""

    text: str
    is_gone: bool = True
    """Whether it is taken out; it stays where something that is not reckoned may be behind it."""
