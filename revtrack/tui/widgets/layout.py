"""Where the parts of a list stand: which rows are shown, how wide columns are, how high entries.

Nothing is drawn here; ``Lines`` draws what comes out.
"""

import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from operator import gt
from typing import NamedTuple, Protocol

from rich.cells import cell_len
from rich.text import Text

from revtrack.domain.filtering import Facts, Filter
from revtrack.domain.texts.prose import name_key
from revtrack.tui.show import one_line, show
from revtrack.wording import _, ngettext

Cell = str | Text
GAP = 2
INDENT = 2
NARROWEST = 12
"""Columns that a growing column keeps, however little room there is."""
MOST_FOUND = 500
"""Rows that a filter shows of a section that shows not all of its rows without one."""
_HIDDEN = sys.maxsize
"""Room for a cell that is not shown: it never makes a row higher."""


@dataclass(frozen=True)
class Column:
    """A column; one that grows shares the room that the others leave."""

    title: str = ""
    grows: bool = False
    most: int = 40
    """Widest that a column takes which does not grow; longer text is wrapped."""
    least: int = 40
    """Narrowest that a column of a paged list becomes, to let one that grows be read."""
    from_width: int = 0
    """Left out where the list is narrower than this."""
    is_cut: bool = False
    """Whether a long text is cut, visibly, instead of wrapped."""


@dataclass(frozen=True)
class Row:
    """A row; ``key`` is what is given back when it is chosen."""

    cells: tuple[Cell, ...]
    key: Hashable
    look: str = ""
    """Class of its state, such as ``overdue``; the state's word stands in a cell as well."""
    found_by: str = ""
    """Words that a filter finds it by, besides those of its cells."""
    facts: Facts = field(default_factory=dict)
    """What it says in the fields that a filter can name."""

    @cached_property
    def said(self) -> str:
        """All that it says and is found by, folded as a filter's words are."""
        return name_key(" ".join([self.found_by, *map(_plain, self.cells)]))

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The columns that each cell takes on one line."""
        return tuple(cell_len(_plain(cell)) for cell in self.cells)


@dataclass(frozen=True)
class Section:
    """A heading, its columns and rows; ``note`` says what an empty one means."""

    title: Cell = ""
    columns: tuple[Column, ...] = (Column(grows=True),)
    rows: tuple[Row, ...] = ()
    note: str = ""
    hides_titles: bool = False
    is_counted: bool = False
    """Whether the heading tells how many rows are shown, and of how many."""
    most: int | None = None
    """Rows that are shown while nothing is filtered; a line tells how many more there are.

    None: all are shown, filtered or not.
    """

    @cached_property
    def longest(self) -> tuple[int, ...]:
        """What each column takes on one line: its title, or its longest cell."""
        titles = tuple(len(column.title) for column in self.columns)
        return tuple(map(max, zip(titles, *(row.lengths for row in self.rows), strict=True)))


def measured(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections once all that finding and laying out their rows needs is made.

    Of many rows this takes long, so that it is done in a thread.
    """
    for section in sections:
        for row in section.rows:
            _ = row.said
        _ = section.longest
    return tuple(sections)


class Part(Enum):
    """What an entry of a list is."""

    HEADING = auto()
    TITLES = auto()
    ROW = auto()
    NOTE = auto()
    BLANK = auto()


class Entry(NamedTuple):
    """A heading, a row, or another part that stands on lines of its own."""

    part: Part
    section: int
    row: Row | None = None
    text: Cell = ""
    place: int = -1
    """Which of the rows it is, from 0."""


def _plain(cell: Cell) -> str:
    return one_line(cell) if isinstance(cell, str) else cell.plain


def text_of(cell: Cell) -> Text:
    """Return a cell as it may stand on the screen."""
    return show(one_line(cell)) if isinstance(cell, str) else cell


def cut_cell(cell: Cell, width: int) -> Text:
    """Return a cell as it may stand on the screen, cut visibly where it is wider."""
    text = text_of(cell).copy()
    text.truncate(width, overflow="ellipsis")
    return text


def room_of(part: Part, width: int) -> int:
    """Return the columns that a heading or a note has in a list of this width."""
    return width - 1 - (INDENT if part is Part.NOTE else 0)


class Laid(Protocol):
    """Where the parts of a list stand, as one that draws them asks for it."""

    width: int

    @property
    def height(self) -> int:
        """All lines."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Every part that stands on lines of its own."""

    @property
    def rows(self) -> Sequence[int]:
        """The entry of each row."""

    @property
    def offsets(self) -> Sequence[int]:
        """The line that each entry begins on."""

    @property
    def heights(self) -> Sequence[int]:
        """The lines of each entry."""

    def at(self, line: int) -> int | None:
        """Return the place of the entry that stands on a line."""

    def row(self, place: int) -> Row | None:
        """Return a row by its place among the rows."""

    def cells(self, entry: Entry) -> list[tuple[Text, int]]:
        """Return the cells of a row, or the titles of its columns, each with its width."""

    def first_of(self, place: int) -> int:
        """Return the entry to show with a row: the heading that stands over it, or itself."""


class Layout:
    """The entries of a list at one width, with the line that each begins on."""

    def __init__(
        self,
        sections: Sequence[Section],
        width: int,
        asked: Filter,
        wrap: Callable[[Text, int], list[Text]],
    ) -> None:
        """Lay out the rows that ``asked`` keeps; ``wrap`` divides a text into lines."""
        self.width = width
        self.entries: list[Entry] = []
        self.rows: list[int] = []
        """The entry of each row."""
        self.offsets: list[int] = []
        self.heights: list[int] = []
        self.height = 0
        self._sections = sections
        self._asked = asked
        self._wrap = wrap
        self._widths = _widths(sections, width)
        for number, section in enumerate(sections):
            self._add(number, section)
        self._measure()

    # ---- what is found

    def at(self, line: int) -> int | None:
        """Return the place of the entry that stands on a line."""
        index = bisect_right(self.offsets, line) - 1
        return index if index >= 0 and line < self.height else None

    def row(self, place: int) -> Row | None:
        """Return a row by its place among the rows."""
        return self.entries[self.rows[place]].row if 0 <= place < len(self.rows) else None

    def cells(self, entry: Entry) -> list[tuple[Text, int]]:
        """Return the cells of a row, or the titles of its columns, each with its width."""
        columns = self._sections[entry.section].columns
        said = entry.row.cells if entry.row else tuple(column.title for column in columns)
        return [
            (cut_cell(cell, width) if column.is_cut else text_of(cell), width)
            for cell, column, width in zip(said, columns, self._widths[entry.section], strict=True)
            if width
        ]

    def first_of(self, place: int) -> int:
        """Return the entry to show with a row: the heading that stands over it, or itself."""
        first = self.rows[place]
        while first > 0 and self.entries[first - 1].part in {Part.HEADING, Part.TITLES}:
            first -= 1
        return first

    # ---- how it is made

    def _add(self, number: int, section: Section) -> None:
        kept = [row for row in section.rows if self._is_kept(row)]
        if self._asked.parts and section.rows and not kept:
            return
        rows = kept[: self._most_of(section)]
        if self.entries:
            self.entries.append(Entry(Part.BLANK, number))
        if isinstance(section.title, Text) or section.title:
            title = _counted(section, len(kept)) if section.is_counted else section.title
            self.entries.append(Entry(Part.HEADING, number, text=title))
        if rows and not section.hides_titles:
            self.entries.append(Entry(Part.TITLES, number))
        for row in rows:
            self.entries.append(Entry(Part.ROW, number, row, place=len(self.rows)))
            self.rows.append(len(self.entries) - 1)
        if section.note and not rows:
            self.entries.append(Entry(Part.NOTE, number, text=section.note))
        if more := len(kept) - len(rows):
            said = ngettext("… and {n} more, found by /", "… and {n} more, found by /", more)
            self.entries.append(Entry(Part.NOTE, number, text=said.format(n=more)))

    def _most_of(self, section: Section) -> int | None:
        """Return how many rows are laid out; of long lists never all, or each key would wait."""
        if section.most is None or not self._asked.parts:
            return section.most
        return max(section.most, MOST_FOUND)

    def _is_kept(self, row: Row) -> bool:
        return not self._asked.parts or self._asked.keeps(row.said, row.facts)

    def _measure(self) -> None:
        room = [tuple(width or _HIDDEN for width in widths) for widths in self._widths]
        for entry in self.entries:
            self.offsets.append(self.height)
            is_one_line = entry.row is not None and not any(
                map(gt, entry.row.lengths, room[entry.section])
            )
            self.heights.append(1 if is_one_line else self._height_of(entry))
            self.height += self.heights[-1]

    def _height_of(self, entry: Entry) -> int:
        if entry.part in {Part.HEADING, Part.NOTE}:
            return len(self._wrap(text_of(entry.text), room_of(entry.part, self.width)))
        if entry.row is None:
            return 1
        return max(
            (
                1 if text.cell_len <= width else len(self._wrap(text, width))
                for text, width in self.cells(entry)
            ),
            default=1,
        )


def _widths(sections: Sequence[Section], width: int) -> list[tuple[int, ...]]:
    """Return how wide the columns of each section are; the same where they are the same columns.

    The sections end together: where none of them fills the list, at the end of the broadest, so
    that no wide gap parts what belongs together. They stay as they are while rows are filtered.
    """
    longest: dict[tuple[Column, ...], tuple[int, ...]] = {}
    for section in sections:
        known = longest.get(section.columns, section.longest)
        longest[section.columns] = tuple(map(max, known, section.longest))
    taken = {columns: _taken(columns, each, width) for columns, each in longest.items()}
    broadest = max((_breadth(each.values()) for each in taken.values()), default=width)
    divided = {
        columns: _divided(columns, each, min(width, broadest)) for columns, each in taken.items()
    }
    return [divided[section.columns] for section in sections]


def _taken(columns: Sequence[Column], longest: Sequence[int], width: int) -> dict[int, int]:
    """Return the columns that are shown in a list of this width, each with what it takes."""
    return {
        place: length if each.grows else min(length, each.most)
        for place, (each, length) in enumerate(zip(columns, longest, strict=True))
        if each.from_width <= width
    }


def _breadth(widths: Collection[int]) -> int:
    return INDENT + sum(widths) + GAP * (len(widths) - 1)


def _divided(columns: Sequence[Column], taken: dict[int, int], width: int) -> tuple[int, ...]:
    """Return the width of every column; those that grow share what the others leave."""
    widths = dict(taken)
    growing = [place for place in taken if columns[place].grows]
    left = width - _breadth(taken.values()) + sum(taken[place] for place in growing)
    for index, place in enumerate(growing):
        share = max(left // (len(growing) - index), NARROWEST)
        widths[place] = min(widths[place], share) if index < len(growing) - 1 else share
        left -= widths[place]
    return tuple(widths.get(place, 0) for place in range(len(columns)))


def _counted(section: Section, shown: int) -> Text:
    """Return the heading with the number of rows; "1 of 10" where a filter keeps some away."""
    count = str(shown)
    if shown != len(section.rows):
        count = _("{n} of {all}").format(n=shown, all=len(section.rows))
    return Text.assemble(text_of(section.title), f" ({count})")
