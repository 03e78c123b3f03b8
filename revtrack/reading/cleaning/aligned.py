"""Tables on a page that nothing is drawn around: told by where their columns begin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.hyphens import together
from revtrack.reading.cleaning.layout import Placed, Segment

_NEAR = 8.0
_FEW = 2
_LONGEST = 300
"""Visual lines of a page that one table may have."""
_ROOM = 1.25
"""Of the usual room between lines: more of it parts the rows."""


@dataclass
class AlignedTable:
    """Visual lines that make a table: from the first to the last of them, and its rows."""

    first: int
    last: int
    starts: list[float]
    rows: list[list[str]] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    """Of each row, which visual line it begins on."""


def aligned_tables(lines: Sequence[Placed], pitch: float) -> list[AlignedTable]:
    """Return the tables among the visual lines of a column, in their order."""
    found: list[AlignedTable] = []
    place = 0
    while place < len(lines):
        table = _from(lines, place, pitch)
        if table is None:
            place += 1
            continue
        _fill(table, lines, pitch)
        if len(table.rows) >= _FEW:
            found.append(table)
        place = table.last + 1
    return found


def _from(lines: Sequence[Placed], first: int, pitch: float) -> AlignedTable | None:
    """Return the table that begins with a line, where as many lines as make one follow it."""
    if not _may_begin(lines[first]):
        return None
    starts = [segment.left for segment in lines[first]]
    last = first
    anchors = 1
    for place in range(first + 1, min(first + _LONGEST, len(lines))):
        line = lines[place]
        room = line[0].base - lines[place - 1][0].base
        fits = all(_column(starts, lines[first], each) is not None for each in line)
        if not fits or room > 3 * max(pitch, line[0].size):
            break
        if len(line) == 1 and (_is_prose(line[0], starts) or room > 2 * max(pitch, 1.0)):
            break
        last = place
        anchors += len(line) > 1
    needed = 2 if len(starts) > 2 else 3  # noqa: PLR2004 - two columns may be chance
    return AlignedTable(first, last, starts) if anchors >= needed else None


def _may_begin(line: Placed) -> bool:
    if len(line) < _FEW:
        return False
    return not any(signs.is_bullet_alone(each.text) for each in line) and not (
        line[-1].text.isdigit()
    )


def _is_prose(segment: Segment, starts: Sequence[float]) -> bool:
    """Tell whether a line reaches over the beginning of the next column: it is text again."""
    beyond = [start for start in starts if start > segment.left + _NEAR]
    return bool(beyond) and segment.right > beyond[0] + _NEAR


def _column(starts: Sequence[float], head: Placed, segment: Segment) -> int | None:
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else float("inf")
        is_at = abs(segment.left - start) <= _NEAR
        centre = (segment.left + segment.right) / 2
        is_under = head[place].left - _NEAR <= centre <= head[place].right + _NEAR
        if (is_at or is_under) and segment.right <= end + _NEAR:
            return place
    return None


def _fill(table: AlignedTable, lines: Sequence[Placed], pitch: float) -> None:
    head = lines[table.first]
    for place in range(table.first, table.last + 1):
        line = lines[place]
        columns = [_column(table.starts, head, each) or 0 for each in line]
        if _is_new_row(table, lines, place, columns, pitch):
            table.rows.append([""] * len(table.starts))
            table.begins.append(place)
        row = table.rows[-1]
        for column, segment in zip(columns, line, strict=True):
            row[column] = together(row[column], segment.text) if row[column] else segment.text


def _is_new_row(
    table: AlignedTable, lines: Sequence[Placed], place: int, columns: Sequence[int], pitch: float
) -> bool:
    if not table.rows:
        return True
    if 0 not in columns:
        return False
    room = lines[place][0].base - lines[place - 1][0].base
    if pitch and room > _ROOM * pitch:
        return True
    return not signs.starts_small(lines[place][columns.index(0)].text) and (
        len(columns) == len(table.starts) or not table.rows[-1][-1]
    )
