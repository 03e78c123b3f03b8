"""Bars of block characters; the numbers that they show always stand beside them as text."""

from collections.abc import Sequence

EIGHTHS = " ▏▎▍▌▋▊▉"
FULL = "█"
SHADES = "█▓░"
"""What the parts of a stacked bar are drawn with, told apart without colour."""


def bar(value: float, most: float, width: int) -> str:
    """Return a bar so long as the value is of the most; the least that is not nothing shows."""
    if most <= 0 or value <= 0:
        return ""
    eighths = max(round(8 * width * min(value / most, 1)), 1)
    return (FULL * (eighths // 8) + EIGHTHS[eighths % 8]).rstrip()


def stacked(parts: Sequence[int], most: int, width: int) -> str:
    """Return a bar of these parts one after the other, drawn in the shades."""
    drawn, so_far = "", 0
    for part, shade in zip(parts, SHADES, strict=False):
        so_far += part
        end = round(width * so_far / most) if most else 0
        if part and end == len(drawn):
            end += 1
        drawn += shade * (end - len(drawn))
    return drawn[:width]
