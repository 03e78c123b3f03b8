"""Parts put side by side, on as many lines as they need."""

from collections.abc import Sequence


def flow(sizes: Sequence[int], width: int) -> list[list[int]]:
    """Return the places of the parts, line by line; a part is never divided."""
    lines: list[list[int]] = [[]]
    used = 0
    for place, size in enumerate(sizes):
        if used + size > width and lines[-1]:
            lines.append([])
            used = 0
        lines[-1].append(place)
        used += size
    return lines


def part_at(sizes: Sequence[int], width: int, x: int, y: int) -> int | None:
    """Return the place of the part at a column and a line; None where there is none."""
    lines = flow(sizes, width)
    if not 0 <= y < len(lines):
        return None
    left = 0
    for place in lines[y]:
        left += sizes[place]
        if x < left:
            return place
    return None
