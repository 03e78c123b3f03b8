"""A list in sections that is read and chosen from by keys; the one list widget of all screens.

Only the lines in sight are drawn, so another way of storing rows can take its place.
"""

from collections.abc import Hashable, Iterable
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

from revtrack.domain.filtering import Filter
from revtrack.tui import keys
from revtrack.tui.widgets.layout import (
    GAP,
    INDENT,
    Entry,
    Laid,
    Layout,
    Part,
    Section,
    room_of,
    text_of,
)
from revtrack.tui.widgets.marks import Marks

NARROWEST = 20
"""Columns that a list is laid out for, however narrow it is."""
MARK = "●"
"""Stands before a marked row."""


class Lines(ScrollView, can_focus=True):
    """Sections of rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LINES]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--titles",
        "lines--note",
        "lines--cursor",
        "lines--cursor-blurred",
        "lines--cursor-bar",
        "lines--mark",
        *(f"lines--{look}" for look in ("overdue", "near", "done", "quiet", "waiting")),
    }
    DEFAULT_CSS = """
    Lines { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    asked: var[Filter] = var(Filter())

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

    @dataclass
    class Marked(Message):
        """Other rows are marked than before, or other marked rows are shown."""

        lines: "Lines"
        shown: int
        hidden: int

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        can_mark: bool = True,
    ) -> None:
        """Make an empty list; ``can_mark`` lets its rows be marked."""
        super().__init__(id=id)
        self.marks = Marks()
        self._can_mark = can_mark
        self._told_marks = (0, 0)
        self._sections: tuple[Section, ...] = ()
        self._layout: Laid = Layout((), 80, Filter(), self._wrapped)
        self._cursor = 0
        self._drawn: dict[int, list[list[Segment]]] = {}

    # ---- what it shows

    def show_sections(self, sections: Iterable[Section]) -> None:
        """Show these sections; the cursor stays on its row if it is still there."""
        key, place = self.key, self._cursor
        self._sections = tuple(sections)
        self.marks.keep(row.key for section in self._sections for row in section.rows)
        self._lay_out()
        self._put_cursor(key, place)
        self._tell_marks()

    def watch_asked(self) -> None:
        """Show only the rows that the filter keeps."""
        key = self.key
        self._lay_out()
        self._put_cursor(key, 0)
        self._tell_marks()

    @property
    def key(self) -> Hashable | None:
        """The key of the row that the cursor stands on; None where there is none."""
        row = self._layout.row(self._cursor)
        return row.key if row else None

    @property
    def keys(self) -> list[Hashable]:
        """The keys of all rows that are shown, in order."""
        return [entry.row.key for entry in self._layout.entries if entry.row is not None]

    def forget_cursor(self) -> None:
        """Begin at the first row with the next sections, whatever their keys, and none marked."""
        self._cursor = 0
        self.clear_marks()
        self._sections = ()
        self._lay_out()

    def move_to(self, key: Hashable) -> None:
        """Put the cursor on the row with this key, if it is shown."""
        self._put_cursor(key, self._cursor)

    def _put_cursor(self, key: Hashable | None, place: int) -> None:
        self._cursor = max(min(place, len(self._layout.rows) - 1), 0)
        if key is not None and key in self.keys:
            self._cursor = self.keys.index(key)
        self._arrive()

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, NARROWEST)

    def _lay_out(self) -> None:
        self._drawn.clear()
        self._layout = Layout(self._sections, self._room, self.asked, self._wrapped)
        self.virtual_size = Size(self._room, self._layout.height)

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        lines = text.wrap(self.app.console, max(width, 1))
        return list(lines) or [Text()]

    def on_resize(self) -> None:
        """Fit the columns to the new width; keep the cursor in sight in a lower list."""
        if self._room != self._layout.width:
            self._lay_out()
        self._follow_cursor()

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes."""
        self._drawn.clear()
        super().notify_style_update()

    # ---- drawing

    def render_line(self, y: int) -> Strip:
        """Return what stands on a line of the widget."""
        layout, line = self._layout, y + self.scroll_offset.y
        index = layout.at(line)
        if index is None or layout.width <= NARROWEST < self._room:  # its width is not known yet
            return Strip.blank(layout.width, self.rich_style)
        lines = self._drawn.get(index)
        if lines is None:
            lines = self._drawn[index] = self._draw(layout.entries[index])
        part = line - layout.offsets[index]
        strip = Strip(lines[part] if part < len(lines) else [])
        base = self.rich_style + self._cursor_style(layout.entries[index])
        drawn = strip.adjust_cell_length(layout.width, base).apply_style(base)
        return self._with_bar(drawn) if self._is_cursor(layout.entries[index]) else drawn

    def _is_cursor(self, entry: Entry) -> bool:
        return entry.part is Part.ROW and entry.place == self._cursor

    def _with_bar(self, drawn: Strip) -> Strip:
        """Return a row with the bar that tells where the keys work, besides its ground."""
        if not self.has_focus:
            return drawn
        bar = Segment(" ", self.get_component_rich_style("lines--cursor-bar"))
        return Strip.join([drawn.crop(0, INDENT - 1), Strip([bar]), drawn.crop(INDENT)])

    def _cursor_style(self, entry: Entry) -> Style:
        if not self._is_cursor(entry):
            return Style.null()
        name = "lines--cursor" if self.has_focus else "lines--cursor-blurred"
        return self.get_component_rich_style(name, partial=True)

    def _draw(self, entry: Entry) -> list[list[Segment]]:
        if entry.part is Part.BLANK:
            return [[]]
        if entry.part is Part.TITLES:
            return self._draw_cells(entry, "lines--titles")
        if entry.row is not None:
            return self._draw_cells(entry, f"lines--{entry.row.look}" if entry.row.look else "")
        name = "lines--heading" if entry.part is Part.HEADING else "lines--note"
        style = self.get_component_rich_style(name, partial=True)
        indent = "" if entry.part is Part.HEADING else " " * INDENT
        return [
            [Segment(indent, style), *self._segments(line, style)]
            for line in self._wrapped(text_of(entry.text), room_of(entry.part, self._layout.width))
        ]

    def _segments(self, line: Text, style: Style) -> list[Segment]:
        console = self.app.console
        return list(Segment.apply_style(line.render(console, end=""), style))

    def _draw_cells(self, entry: Entry, look: str) -> list[list[Segment]]:
        style = self.get_component_rich_style(look, partial=True) if look else Style.null()
        columns = [(self._wrapped(text, width), width) for text, width in self._layout.cells(entry)]
        drawn = []
        is_marked = entry.row is not None and entry.row.key in self.marks
        mark = self.get_component_rich_style("lines--mark", partial=True)
        for number in range(max((len(lines) for lines, _ in columns), default=1)):
            line = [Segment(" " * INDENT)]
            if is_marked:
                line = [Segment(MARK if number == 0 else "│", mark), Segment(" " * (INDENT - 1))]
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
        if not self._layout.rows:
            return
        left, self._cursor = self._cursor, max(0, min(place, len(self._layout.rows) - 1))
        self.marks.stop_extending()
        self._arrive(left)

    def _arrive(self, left: int | None = None) -> None:
        """Draw the row that was left and the one come to; all rows where it is not known.

        A list that scrolls is drawn whole.
        """
        self._follow_cursor()
        if left is None:
            self.refresh()
        for place in () if left is None else {left, self._cursor}:
            index = self._layout.rows[place]
            self.refresh_lines(self._layout.offsets[index], self._layout.heights[index])
        self.post_message(self.Moved(self, self.key))

    def _follow_cursor(self) -> None:
        layout = self._layout
        if not layout.rows:
            return
        index = layout.rows[self._cursor]
        top = layout.offsets[layout.first_of(self._cursor)]
        height = layout.offsets[index] + layout.heights[index] - top
        if height > max(self.scrollable_content_region.height, 1):
            top, height = layout.offsets[index], layout.heights[index]
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    # ---- marking

    @property
    def chosen_keys(self) -> tuple[Hashable, ...]:
        """The marked rows that are shown, in order; where none is, the row of the cursor."""
        marked = self.marks.among(self.keys)
        return marked or (() if self.key is None else (self.key,))

    def clear_marks(self) -> bool:
        """Take all marks away, and tell whether there were any."""
        had_any = bool(self.marks)
        self.marks.clear()
        self._show_marks()
        return had_any

    def _show_marks(self) -> None:
        self._drawn.clear()
        self.refresh()
        self._tell_marks()

    def _tell_marks(self) -> None:
        shown = len(self.marks.among(self.keys))
        told = (shown, len(self.marks) - shown)
        if told != self._told_marks:
            self._told_marks = told
            self.post_message(self.Marked(self, *told))

    def action_mark(self) -> None:
        """Mark the row of the cursor, or take its mark away, and move to the next."""
        if self.key is not None:
            self.marks.turn(self.key)
            self._show_marks()
            self._move(self._cursor + 1)

    def action_mark_all(self) -> None:
        """Mark all rows that are shown; where they are marked already, take their marks away."""
        if self._layout.rows:
            self.marks.turn_all(self.keys)
            self._show_marks()

    def action_extend(self, step: int) -> None:
        """Mark the row of the cursor and the one that it moves to."""
        if self._layout.rows:
            start = self._cursor
            end = max(0, min(start + step, len(self._layout.rows) - 1))
            self.marks.extend(self.keys, start, end)
            self._cursor = end
            self._show_marks()
            self._arrive(start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Mark only where rows can be changed together."""
        del parameters
        return self._can_mark or action not in {"mark", "mark_all", "extend"}

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
        self._move(len(self._layout.rows) - 1)

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
        if self._layout.rows:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """Move to the row that is clicked; choose it on a double click."""
        index = self._layout.at(event.y + self.scroll_offset.y)
        if index is not None and self._layout.entries[index].part is Part.ROW:
            self._move(self._layout.entries[index].place)
            if event.chain > 1:
                self.action_choose()
