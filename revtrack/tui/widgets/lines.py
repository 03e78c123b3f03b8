"""A list in sections that is read and chosen from by keys; the one list widget of all screens.

Only the lines in sight are drawn, so another way of storing rows can take its place.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from revtrack.domain.prose import name_key
from revtrack.tui import keys
from revtrack.tui.show import one_line, show

Cell = str | Text
GAP = 2
INDENT = 2
_HEADING, _TITLES, _ROW, _NOTE, _BLANK = range(5)


@dataclass(frozen=True)
class Column:
    """A column; one that grows shares the room that the others leave."""

    title: str = ""
    grows: bool = False
    most: int = 40
    """Widest that a column takes which does not grow; longer text is wrapped."""
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


@dataclass(frozen=True)
class Section:
    """A heading, its columns and rows; ``note`` says what an empty one means."""

    title: Cell = ""
    columns: tuple[Column, ...] = (Column(grows=True),)
    rows: tuple[Row, ...] = ()
    note: str = ""
    hides_titles: bool = False


@dataclass(frozen=True)
class _Entry:
    kind: int
    section: int
    row: Row | None = None
    text: Cell = ""
    selectable: int = -1


def _text(cell: Cell) -> Text:
    return show(one_line(cell)) if isinstance(cell, str) else cell


def _cut(cell: Cell, width: int) -> Text:
    text = _text(cell).copy()
    text.truncate(width, overflow="ellipsis")
    return text


class Lines(ScrollView, can_focus=True):
    """Sections of rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LINES]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--titles",
        "lines--note",
        "lines--cursor",
        "lines--cursor-blurred",
        *(f"lines--{look}" for look in ("overdue", "near", "done", "quiet", "waiting")),
    }
    DEFAULT_CSS = """
    Lines { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    filter_text: var[str] = var("")

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        lines: "Lines"
        key: Hashable

    @dataclass
    class Moved(Message):
        """The cursor stands on another row; None where there is none."""

        lines: "Lines"
        key: Hashable | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Make an empty list."""
        super().__init__(id=id)
        self._sections: tuple[Section, ...] = ()
        self._entries: list[_Entry] = []
        self._offsets: list[int] = []
        self._heights: list[int] = []
        self._rows: list[int] = []
        self._widths: list[tuple[int, ...]] = []
        self._cursor = 0
        self._drawn: dict[int, list[list[Segment]]] = {}
        self._laid_out_for = 80

    # ---- what it shows

    def show_sections(self, sections: Iterable[Section]) -> None:
        """Show these sections; the cursor stays on its row if it is still there."""
        key, place = self.key, self._cursor
        self._sections = tuple(sections)
        self._lay_out()
        self._put_cursor(key, place)

    def watch_filter_text(self) -> None:
        """Keep only the rows that hold every word of the filter."""
        key = self.key
        self._lay_out()
        self._put_cursor(key, 0)

    @property
    def key(self) -> Hashable | None:
        """The key of the row that the cursor stands on; None where there is none."""
        if not self._rows:
            return None
        row = self._entries[self._rows[self._cursor]].row
        return row.key if row else None

    @property
    def row_count(self) -> int:
        """How many rows are shown."""
        return len(self._rows)

    @property
    def keys(self) -> list[Hashable]:
        """The keys of all rows that are shown, in order."""
        return [row.key for entry in self._entries if (row := entry.row) is not None]

    def forget_cursor(self) -> None:
        """Begin at the first row with the next sections, whatever their keys."""
        self._cursor = 0
        self._sections = ()
        self._lay_out()

    def move_to(self, key: Hashable) -> None:
        """Put the cursor on the row with this key, if it is shown."""
        self._put_cursor(key, self._cursor)

    def _put_cursor(self, key: Hashable | None, place: int) -> None:
        self._cursor = max(min(place, len(self._rows) - 1), 0)
        for index, entry in enumerate(self._rows):
            row = self._entries[entry].row
            if key is not None and row and row.key == key:
                self._cursor = index
                break
        self._follow_cursor()
        self.refresh()
        self.post_message(self.Moved(self, self.key))

    # ---- layout

    def _kept(self, rows: Sequence[Row]) -> list[Row]:
        words = name_key(self.filter_text).split()
        if not words:
            return list(rows)
        return [
            row
            for row in rows
            if all(
                word
                in name_key(" ".join([row.found_by, *(_text(cell).plain for cell in row.cells)]))
                for word in words
            )
        ]

    def _lay_out(self) -> None:
        self._drawn.clear()
        self._entries, self._rows, self._widths = [], [], []
        for number, section in enumerate(self._sections):
            rows = self._kept(section.rows)
            if self.filter_text and section.rows and not rows:
                self._widths.append(())
                continue
            self._widths.append(self._column_widths(section, rows))
            self._add_section(number, section, rows)
        self._measure()

    def _add_section(self, number: int, section: Section, rows: Sequence[Row]) -> None:
        if self._entries:
            self._entries.append(_Entry(_BLANK, number))
        if isinstance(section.title, Text) or section.title:
            self._entries.append(_Entry(_HEADING, number, text=section.title))
        if rows and not section.hides_titles:
            self._entries.append(_Entry(_TITLES, number))
        for row in rows:
            self._entries.append(_Entry(_ROW, number, row, selectable=len(self._rows)))
            self._rows.append(len(self._entries) - 1)
        if section.note and not rows:
            self._entries.append(_Entry(_NOTE, number, text=section.note))

    def _shown(self, section: Section) -> list[int]:
        width = self._room
        return [place for place, column in enumerate(section.columns) if column.from_width <= width]

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, 20)

    def _column_widths(self, section: Section, rows: Sequence[Row]) -> tuple[int, ...]:
        shown = self._shown(section)
        widths = {}
        for place in shown:
            column = section.columns[place]
            longest = max((_text(row.cells[place]).cell_len for row in rows), default=0)
            longest = max(longest, len(column.title))
            widths[place] = longest if column.grows else min(longest, column.most)
        room = self._room - INDENT - GAP * (len(shown) - 1)
        growing = [place for place in shown if section.columns[place].grows]
        left = room - sum(widths[place] for place in shown if place not in growing)
        for index, place in enumerate(growing):
            share = max(left // (len(growing) - index), 12)
            widths[place] = min(widths[place], share) if index < len(growing) - 1 else share
            left -= widths[place]
        return tuple(widths.get(place, 0) for place in range(len(section.columns)))

    def _measure(self) -> None:
        self._offsets, self._heights, top = [], [], 0
        for entry in self._entries:
            height = self._height(entry)
            self._offsets.append(top)
            self._heights.append(height)
            top += height
        self._laid_out_for = self._room
        self.virtual_size = Size(self._room, top)

    def _height(self, entry: _Entry) -> int:
        if entry.kind in {_HEADING, _NOTE}:
            return len(self._wrapped(_text(entry.text), self._room - 1))
        if entry.row is None:
            return 1
        return max(
            (
                1 if text.cell_len <= width else len(self._wrapped(text, width))
                for text, width in self._cells(entry.row, entry.section)
            ),
            default=1,
        )

    def _cells(self, row: Row, section: int) -> list[tuple[Text, int]]:
        columns, widths = self._sections[section].columns, self._widths[section]
        return [
            (_cut(cell, width) if column.is_cut else _text(cell), width)
            for cell, column, width in zip(row.cells, columns, widths, strict=True)
            if width
        ]

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        lines = text.wrap(self.app.console, max(width, 1))
        return list(lines) or [Text()]

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        if self._room != self._laid_out_for:
            self._lay_out()
            self._follow_cursor()

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes."""
        self._drawn.clear()
        super().notify_style_update()

    # ---- drawing

    def render_line(self, y: int) -> Strip:
        """Return what stands on a line of the widget."""
        width, top = self._laid_out_for, y + self.scroll_offset.y
        index = bisect_right(self._offsets, top) - 1
        if index < 0 or top >= self.virtual_size.height:
            return Strip.blank(width, self.rich_style)
        lines = self._drawn.get(index)
        if lines is None:
            lines = self._drawn[index] = self._draw(self._entries[index])
        part = top - self._offsets[index]
        strip = Strip(lines[part] if part < len(lines) else [])
        base = self.rich_style + self._cursor_style(self._entries[index])
        return strip.adjust_cell_length(width, base).apply_style(base)

    def _cursor_style(self, entry: _Entry) -> Style:
        if entry.kind != _ROW or entry.selectable != self._cursor:
            return Style.null()
        name = "lines--cursor" if self.has_focus else "lines--cursor-blurred"
        return self.get_component_rich_style(name, partial=True)

    def _draw(self, entry: _Entry) -> list[list[Segment]]:
        if entry.kind == _BLANK:
            return [[]]
        if entry.kind == _TITLES:
            section = self._sections[entry.section]
            titles = tuple(column.title for column in section.columns)
            return self._draw_cells(Row(titles, None), entry.section, "lines--titles")
        if entry.row is not None:
            look = f"lines--{entry.row.look}" if entry.row.look else ""
            return self._draw_cells(entry.row, entry.section, look)
        name = "lines--heading" if entry.kind == _HEADING else "lines--note"
        style = self.get_component_rich_style(name, partial=True)
        indent = "" if entry.kind == _HEADING else " " * INDENT
        return [
            [Segment(indent, style), *self._segments(line, style)]
            for line in self._wrapped(_text(entry.text), self._laid_out_for - 1)
        ]

    def _segments(self, line: Text, style: Style) -> list[Segment]:
        console = self.app.console
        return list(Segment.apply_style(line.render(console, end=""), style))

    def _draw_cells(self, row: Row, section: int, look: str) -> list[list[Segment]]:
        style = self.get_component_rich_style(look, partial=True) if look else Style.null()
        columns = [(self._wrapped(text, width), width) for text, width in self._cells(row, section)]
        drawn = []
        for number in range(max((len(lines) for lines, _ in columns), default=1)):
            line = [Segment(" " * INDENT)]
            for lines, width in columns:
                part = lines[number] if number < len(lines) else Text()
                segments = self._segments(part, style)
                line += Segment.adjust_line_length(segments, width + GAP)
            drawn.append(line)
        return drawn

    # ---- moving about

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def _move(self, place: int) -> None:
        if not self._rows:
            return
        self._cursor = max(0, min(place, len(self._rows) - 1))
        self._follow_cursor()
        self.refresh()
        self.post_message(self.Moved(self, self.key))

    def _follow_cursor(self) -> None:
        if not self._rows:
            return
        index = self._rows[self._cursor]
        first = index
        while first > 0 and self._entries[first - 1].kind in {_HEADING, _TITLES}:
            first -= 1
        top = self._offsets[first]
        height = self._offsets[index] + self._heights[index] - top
        if height > max(self.scrollable_content_region.height, 1):
            top, height = self._offsets[index], self._heights[index]
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def action_up(self) -> None:
        """Move to the row above."""
        self._move(self._cursor - 1)

    def action_down(self) -> None:
        """Move to the row below."""
        self._move(self._cursor + 1)

    def action_first(self) -> None:
        """Move to the first row."""
        self._move(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self._move(len(self._rows) - 1)

    def _page(self) -> int:
        return max(self.scrollable_content_region.height - 2, 1)

    def action_page_up(self) -> None:
        """Move a page up."""
        self._move(self._cursor - self._page())

    def action_page_down(self) -> None:
        """Move a page down."""
        self._move(self._cursor + self._page())

    def action_choose(self) -> None:
        """Choose the row that the cursor stands on."""
        if self._rows:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """Move to the row that is clicked; choose it on a double click."""
        index = bisect_right(self._offsets, event.y + self.scroll_offset.y) - 1
        if 0 <= index < len(self._entries) and self._entries[index].kind == _ROW:
            self._move(self._entries[index].selectable)
            if event.chain > 1:
                self.action_choose()
