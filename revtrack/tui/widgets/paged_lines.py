"""A list whose rows are fetched a page at a time as they come into sight, however many there are.

Keys and looks are those of ``Lines``. Each row takes one line: what is longer is cut, visibly. What
is not there yet is blank until it comes.
"""

import textwrap
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, overload

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.message import Message

from revtrack.domain.filtering import Filter
from revtrack.tui.widgets.layout import (
    GAP,
    INDENT,
    NARROWEST,
    Column,
    Entry,
    Part,
    Row,
    cut_cell,
    room_of,
)
from revtrack.tui.widgets.lines import MARK, Lines

T = TypeVar("T")
KEPT = 4000
"""Rows that are kept of those that have been in sight."""
AROUND = 3
"""Pages before and after those in sight that are fetched with them."""
MOST_MARKED = 500
"""Rows that are marked in one go."""
READABLE = 30
"""Columns that one that grows has, where others can be narrower for it."""


@dataclass(frozen=True)
class Found:
    """How many rows were found, and how they are shown."""

    title: str = ""
    columns: tuple[Column, ...] = (Column(grows=True),)
    count: int = 0
    note: str = ""
    """What no rows mean."""


class _Each(Sequence[T], Generic[T]):
    """So many things, each made when it is asked for."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self._make(each) for each in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._make(place)


@dataclass
class PagedLayout:
    """Where the rows stand: each on one line, under a heading and the titles of the columns."""

    width: int
    found: Found
    known: dict[int, Row] = field(default_factory=dict)
    """The rows that are there, by their place."""
    longest: Sequence[int] = ()
    """How long the texts of each column have been so far; empty where no row has been there."""

    def __post_init__(self) -> None:
        """Lay out what stands over the rows."""
        self._head = [Entry(Part.HEADING, 0, text=self.found.title)] if self.found.title else []
        if self.found.count:
            self._head.append(Entry(Part.TITLES, 0))
        else:
            for line in textwrap.wrap(self.found.note, room_of(Part.NOTE, self.width)):
                self._head.append(Entry(Part.NOTE, 0, text=line))
        self._widths = _widths(self.found.columns, self.width, self.longest)

    @property
    def over(self) -> int:
        """Lines over the first row."""
        return len(self._head)

    @property
    def height(self) -> int:
        """All lines."""
        return self.over + self.found.count

    @property
    def entries(self) -> Sequence[Entry]:
        """Every part that stands on a line of its own."""
        return _Each(self.height, self._entry)

    @property
    def rows(self) -> Sequence[int]:
        """The entry of each row."""
        return range(self.over, self.height)

    @property
    def offsets(self) -> Sequence[int]:
        """The line that each entry begins on."""
        return range(self.height)

    @property
    def heights(self) -> Sequence[int]:
        """The lines of each entry: one."""
        return _Each(self.height, lambda _place: 1)

    def at(self, line: int) -> int | None:
        """Return the place of the entry that stands on a line."""
        return line if 0 <= line < self.height else None

    def row(self, place: int) -> Row | None:
        """Return a row by its place; None where it is not there yet."""
        return self.known.get(place)

    def cells(self, entry: Entry) -> list[tuple[Text, int]]:
        """Return the cells of a row, or the titles of its columns, each with its width."""
        columns = self.found.columns
        said = entry.row.cells if entry.row else tuple(column.title for column in columns)
        return [
            (cut_cell(cell, width), width)
            for cell, width in zip(said, self._widths, strict=True)
            if width
        ]

    def first_of(self, place: int) -> int:
        """Return the entry to show with a row: the heading over the first one."""
        return 0 if place == 0 else self.over + place

    def _entry(self, index: int) -> Entry:
        if index < self.over:
            return self._head[index]
        place = index - self.over
        return Entry(Part.ROW, 0, self.known.get(place), place=place)


def _widths(columns: Sequence[Column], width: int, longest: Sequence[int]) -> tuple[int, ...]:
    """Return the width of each column: what its texts take; one that grows has the rest."""
    shown = [place for place, each in enumerate(columns) if each.from_width <= width]
    taken = {
        place: max(
            min(columns[place].most, longest[place] if longest else columns[place].most),
            len(columns[place].title),
        )
        for place in shown
        if not columns[place].grows
    }
    growing = [place for place in shown if columns[place].grows]
    left = width - INDENT - GAP * (len(shown) - 1) - sum(taken.values())
    for place, has in taken.items():
        spared = min(max(READABLE * len(growing) - left, 0), max(has - columns[place].least, 0))
        taken[place] -= spared
        left += spared
    for place in growing:
        taken[place] = max(left // len(growing), NARROWEST)
    return tuple(taken.get(place, 0) for place in range(len(columns)))


class PagedLines(Lines):
    """Rows that somebody else fetches: ``Wanted`` asks for them, ``take`` hands them over."""

    DEFAULT_CSS = """
    PagedLines { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    @dataclass
    class Wanted(Message):
        """Rows are in sight that are not there."""

        lines: "PagedLines"
        first: int
        last: int
        """The place after the last of them."""

    @dataclass
    class Asked(Message):
        """Other rows are to be found."""

        lines: "PagedLines"
        asked: Filter

    @dataclass
    class AllMarked(Message):
        """All rows that are found are to be marked, or their marks taken away."""

        lines: "PagedLines"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Make an empty list."""
        self._found = Found()
        self._rows: dict[int, Row] = {}
        self._over = 0
        self._awaited = range(0)
        """The rows that have been asked for and have not come."""
        self._longest: list[int] = []
        super().__init__(id=id)
        self._layout = PagedLayout(80, self._found, self._rows)

    def show_found(self, found: Found, place: int = 0) -> None:
        """Show as many rows as were found, the cursor on the one at ``place``."""
        if found.columns != self._found.columns:
            self._longest = []
        self._found, self._rows, self._awaited = found, {}, range(0)
        self._lay_out()
        self._put_cursor(None, place)

    def show_more(self, found: Found) -> None:
        """Show that more rows were found, after those that are shown."""
        self._found, self._awaited = found, range(0)
        self._lay_out()
        self.refresh()
        self._want()

    def take(self, first: int, rows: Sequence[Row]) -> None:
        """Take the rows from a place on."""
        self._awaited = range(0)
        if len(self._rows) > KEPT:
            self._rows.clear()
            self._drawn.clear()
        for place, row in enumerate(rows, start=first):
            self._rows[place] = row
            self._drawn.pop(self._over + place, None)
        self._widen(rows)
        self.refresh()
        if first <= self._cursor < first + len(rows):
            self.post_message(self.Moved(self, self.key))
        self._want()

    def _widen(self, rows: Sequence[Row]) -> None:
        """Give the columns the room that these rows need besides those that came before."""
        lengths = [*([self._longest] if self._longest else []), *(row.lengths for row in rows)]
        longest = [max(each) for each in zip(*lengths, strict=True)]
        if longest != self._longest:
            self._longest = longest
            self._lay_out()

    @property
    def cursor(self) -> int:
        """The place of the row that the cursor stands on."""
        return self._cursor

    @property
    def is_whole(self) -> bool:
        """Whether every row in sight is there."""
        return all(place in self._rows for place in range(*self._in_sight))

    @property
    def keys(self) -> list[Hashable]:
        """The keys of the rows that are there, in order, and of the marked ones that are not."""
        there = [self._rows[place].key for place in sorted(self._rows)]
        return [*there, *self.marks.others(there)]

    def watch_asked(self) -> None:
        """Let the rows be found that the filter keeps; no row is marked any more."""
        self.clear_marks()
        if self.is_attached:
            self.post_message(self.Asked(self, self.asked))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def _put_cursor(self, key: Hashable | None, place: int) -> None:
        del key
        self._cursor = max(min(place, self._found.count - 1), 0)
        self._arrive()

    def _lay_out(self) -> None:
        self._drawn.clear()
        layout = PagedLayout(self._room, self._found, self._rows, self._longest)
        self._layout, self._over = layout, layout.over
        self.virtual_size = Size(self._room, self._layout.height)

    def _draw_cells(self, entry: Entry, look: str) -> list[list[Segment]]:
        """Return a row on its one line: nothing is wrapped, which would take longer than a key."""
        style = self.get_component_rich_style(look, partial=True) if look else Style.null()
        line = [Segment(" " * INDENT)]
        if entry.row is not None and entry.row.key in self.marks:
            mark = self.get_component_rich_style("lines--mark", partial=True)
            line = [Segment(MARK, mark), Segment(" " * (INDENT - 1))]
        for text, width in self._layout.cells(entry):
            bare = [Segment(text.plain, style)]
            segments = self._segments(text, style) if text.spans or text.style else bare
            line += Segment.adjust_line_length(segments, width + GAP)
        return [line]

    def action_mark_all(self) -> None:
        """Ask for all rows that are found, to mark them."""
        if self._found.count:
            self.post_message(self.AllMarked(self))

    def mark_rows(self, rows: Sequence[Row]) -> None:
        """Mark these rows; where they are marked already, take their marks away."""
        self.marks.turn_all([row.key for row in rows if row.key is not None])
        self._show_marks()

    def action_extend(self, step: int) -> None:
        """Mark the row of the cursor and the one that it moves to, if it is there."""
        places = sorted(self._rows)
        left, end = self._cursor, self._cursor + step
        if self._cursor not in self._rows or end not in self._rows:
            return
        shown = [self._rows[place].key for place in places]
        self.marks.extend(shown, places.index(self._cursor), places.index(end))
        self._cursor = end
        self._show_marks()
        self._arrive(left)

    def on_resize(self) -> None:
        """Fit the columns to the new width, and ask for what comes into sight."""
        super().on_resize()
        self._want()

    def _arrive(self, left: int | None = None) -> None:
        super()._arrive(left)
        self._want()

    def _want(self) -> None:
        """Ask for what is in sight or near it, with some pages around, where any of it is missing.

        A page that is turned to is then there already.
        """
        page = max(self.scrollable_content_region.height, 1)
        top, last = self._in_sight
        near = range(max(top - page, 0), min(last + page, self._found.count))
        missing = [place for place in near if place not in self._rows]
        if missing and not all(place in self._awaited for place in missing):
            first, end = max(top - AROUND * page, 0), last + AROUND * page
            self._awaited = range(first, min(end, self._found.count))
            self.post_message(self.Wanted(self, first, self._awaited.stop))

    @property
    def _in_sight(self) -> tuple[int, int]:
        """The place of the first row in sight, and the one after the last."""
        page = max(self.scrollable_content_region.height, 1)
        top = max(int(self.scroll_target_y) - self._over, 0)
        return top, min(top + page, self._found.count)
