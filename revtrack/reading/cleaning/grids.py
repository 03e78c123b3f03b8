"""Tables on a page, told by the lines that are drawn around their cells."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.hyphens import together
from revtrack.reading.cleaning.layout import Placed, segments_of
from revtrack.reading.cleaning.page import Ruling, Word

_NEAR = 3.0
_MOST_RULINGS = 400
"""Of a page, after those that go on from one another are one; more is a picture."""
_MOST_COLUMNS = 30
_WIDEST_SHARE = 0.4
_TWO_COLUMNS = 3
"""So many edges have two columns."""


@dataclass(frozen=True)
class GridRow:
    """A row of a table on a page."""

    cells: tuple[str, ...]
    merged: tuple[bool, ...]
    """Which cells only repeat the one to the left or above."""
    top: float
    lines: int
    """How many lines of text the tallest of its cells has."""
    base: float


@dataclass
class Grid:
    """A table: where its columns and rows part, and which of those lines are drawn."""

    across: list[float]
    down: list[float]
    flats: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    uprights: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)


def grids_of(rulings: Sequence[Ruling], width: float) -> list[Grid]:
    """Return the tables that a page's drawn lines make, from the top."""
    merged = _merged(rulings)
    if len(merged) > _MOST_RULINGS:
        return []
    grids = [grid for part in _connected(merged) if (grid := _grid(part))]
    return sorted([*grids, *_striped(merged, grids, width)], key=lambda grid: grid.down[0])


def taken(words: Sequence[Word], grids: list[Grid]) -> list[Word]:
    """Put the words that stand in tables into their grids and return those that stand in none.

    A grid whose words show no columns is no table: it is left out, and its words with the rest.
    """
    if not grids:
        return list(words)
    homes = [_home(word, grids) for word in words]
    for word, home in zip(words, homes, strict=True):
        if home is not None:
            home.words.append(word)
    for grid in list(grids):
        if len(grid.across) < _TWO_COLUMNS:
            grid.across = _gaps(grid)
        if len(grid.across) < _TWO_COLUMNS or not grid.words:
            grids.remove(grid)
    return [
        word
        for word, home in zip(words, homes, strict=True)
        if home is None or not any(home is grid for grid in grids)
    ]


def _home(word: Word, grids: Sequence[Grid]) -> Grid | None:
    middle = (word.left + word.right) / 2
    height = word.base - word.size / 3
    for grid in grids:
        if (
            grid.across[0] - _NEAR <= middle <= grid.across[-1] + _NEAR
            and grid.down[0] <= height <= grid.down[-1] + _NEAR
        ):
            return grid
    return None


def rows_of(grid: Grid) -> list[GridRow]:
    """Return the rows of a table that hold a text, a merged cell repeated in each of its places."""
    homes = _homes(grid)
    held: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in grid.words:
        row = _within(grid.down, word.base - word.size / 3)
        column = _within(grid.across, (word.left + word.right) / 2)
        held[homes[row, column]].append(word)
    texts = {home: _cell(words) for home, words in held.items()}
    found = []
    for row in range(len(grid.down) - 1):
        places = [homes[row, column] for column in range(len(grid.across) - 1)]
        own = [home for home in places if home[0] == row]
        if not any(home in texts for home in own):
            continue
        found.append(
            GridRow(
                tuple(texts.get(home, ("", 0))[0] for home in places),
                tuple(home != (row, column) for column, home in enumerate(places)),
                grid.down[row],
                max(texts.get(home, ("", 0))[1] for home in own),
                max((word.base for home in own for word in held.get(home, ())), default=0.0),
            )
        )
    return found


def _within(edges: Sequence[float], place: float) -> int:
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def _cell(words: Sequence[Word]) -> tuple[str, int]:
    """Return the text of a cell, a line for each paragraph or item in it, and its lines' number."""
    lines = [" ".join(segment.text for segment in line) for line in segments_of(words)]
    text: list[str] = []
    for said in map(signs.plain, lines):
        is_new = not text or signs.item(said) is not None or text[-1].endswith((":", "."))
        if is_new and not (text and signs.starts_small(said)):
            text.append(said)
        else:
            text[-1] = together(text[-1], said)
    return "\n".join(text), len(lines)


def _homes(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place of the grid the upper left place of the cell that it is a part of."""
    homes: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.down) - 1):
        middle = (grid.down[row] + grid.down[row + 1]) / 2
        for column in range(len(grid.across) - 1):
            home = (row, column)
            if column and not _is_drawn(grid.uprights, column, middle):
                home = homes[row, column - 1]
            elif row and not _is_drawn(
                grid.flats, row, (grid.across[column] + grid.across[column + 1]) / 2
            ):
                home = homes[row - 1, column]
            homes[row, column] = home
    return homes


def _is_drawn(lines: dict[int, list[tuple[float, float]]], place: int, at: float) -> bool:
    if not lines:
        return True
    return any(start - _NEAR <= at <= end + _NEAR for start, end in lines.get(place, ()))


def _merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return the rulings, those that go on from one another as one."""
    found: list[Ruling] = []
    for is_flat in (True, False):
        lines: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
        for each in rulings:
            if each.is_flat is is_flat:
                at, start, end = (
                    ((each.top + each.bottom) / 2, each.left, each.right)
                    if is_flat
                    else ((each.left + each.right) / 2, each.top, each.bottom)
                )
                lines[round(at / 2)].append((start, end, at))
        for parts in lines.values():
            found += _joined(sorted(parts), is_flat=is_flat)
    return found


def _joined(parts: Sequence[tuple[float, float, float]], *, is_flat: bool) -> list[Ruling]:
    found: list[Ruling] = []
    begun, reached, height = parts[0]
    for start, end, at in parts[1:]:
        if start <= reached + _NEAR:
            reached = max(reached, end)
            continue
        found.append(_ruling(begun, reached, height, is_flat=is_flat))
        begun, reached, height = start, end, at
    return [*found, _ruling(begun, reached, height, is_flat=is_flat)]


def _ruling(start: float, end: float, at: float, *, is_flat: bool) -> Ruling:
    return Ruling(start, at, end, at) if is_flat else Ruling(at, start, at, end)


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Return the rulings in groups of those that meet."""
    above = list(range(len(rulings)))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    flats = [place for place, each in enumerate(rulings) if each.is_flat]
    uprights = [place for place, each in enumerate(rulings) if not each.is_flat]
    for flat in flats:
        for upright in uprights:
            if _meet(rulings[flat], rulings[upright]):
                above[top(flat)] = top(upright)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for place, each in enumerate(rulings):
        groups[top(place)].append(each)
    return list(groups.values())


def _meet(flat: Ruling, upright: Ruling) -> bool:
    return (
        flat.left - _NEAR <= upright.left <= flat.right + _NEAR
        and upright.top - _NEAR <= flat.top <= upright.bottom + _NEAR
    )


def _grid(rulings: Sequence[Ruling]) -> Grid | None:
    """Return the table that rulings which meet make; None for a frame, or what has no columns."""
    flats = [each for each in rulings if each.is_flat]
    uprights = [each for each in rulings if not each.is_flat]
    if not flats or not uprights:
        return None
    across = _apart(
        [each.left for each in uprights]
        + [min(each.left for each in flats)]
        + [max(each.right for each in flats)]
    )
    down = _apart(
        [each.top for each in flats]
        + [min(each.top for each in uprights)]
        + [max(each.bottom for each in uprights)]
    )
    if not _TWO_COLUMNS <= len(across) <= _MOST_COLUMNS or len(down) < 2:  # noqa: PLR2004 - a row
        return None
    grid = Grid(across, down)
    for each in flats:
        grid.flats.setdefault(_nearest(down, each.top), []).append((each.left, each.right))
    for each in uprights:
        grid.uprights.setdefault(_nearest(across, each.left), []).append((each.top, each.bottom))
    return grid


def _apart(places: Iterable[float]) -> list[float]:
    """Return the places in order, those that are as good as the same once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * _NEAR:
            found.append(place)
    return found


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda each: abs(edges[each] - place))


def _striped(rulings: Sequence[Ruling], grids: Sequence[Grid], width: float) -> list[Grid]:
    """Return the tables of which only the lines between the rows are drawn."""
    stacks: dict[tuple[int, int], list[float]] = defaultdict(list)
    for each in rulings:
        is_inside = any(grid.down[0] - _NEAR <= each.top <= grid.down[-1] + _NEAR for grid in grids)
        if each.is_flat and not is_inside and each.right - each.left >= _WIDEST_SHARE * width:
            stacks[round(each.left / 5), round(each.right / 5)].append(each.top)
    return [
        Grid([left * 5.0, right * 5.0], down)
        for (left, right), tops in stacks.items()
        if len(down := _apart(tops)) >= 3  # noqa: PLR2004 - two rows
    ]


def _gaps(grid: Grid) -> list[float]:
    """Return where columns part that no line parts: where no row has a word."""
    spans = sorted((segment.left, segment.right) for line in _lines(grid.words) for segment in line)
    edges = [grid.across[0]]
    reached = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left > reached + 2 * _NEAR and len(edges) < _MOST_COLUMNS:
            edges.append((left + reached) / 2)
        reached = max(reached, right)
    return [*edges, grid.across[-1]]


def _lines(words: Sequence[Word]) -> list[Placed]:
    return segments_of(words)
