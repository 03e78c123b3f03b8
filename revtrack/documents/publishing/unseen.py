"""From where on a text is not seen, in a document as in a workbook."""

UNSEEN_BELOW = 1.2
"""The contrast against what is behind below which nobody sees a text; alike colours have 1."""
SMALLEST = 2
"""Text of so many points, and rows no higher, are not seen."""
