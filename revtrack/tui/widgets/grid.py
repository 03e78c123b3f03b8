"""A table with a cursor that stands in one cell; columns scroll, the row's number always shows."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from revtrack.tui import keys
from revtrack.tui.show import one_line, show

LEAST_TEXT, MOST_CELL, MOST_SHORT, LEAST_SHORT = 18, 16, 9, 6
"""Columns of the rows' text, of a cell with words, and of one with a symbol."""


@dataclass(frozen=True)
class GridCell:
    """What stands in a cell, where there is room for words and where there is not."""

    words: str
    symbol: str
    is_changed: bool = False
    """Whether it is not yet saved; an asterisk tells of it."""


@dataclass(frozen=True)
class GridRow:
    """A row: its number and its text, cut where there is no room."""

    key: Hashable
    number: str
    text: str


class Grid(Widget, can_focus=True):
    """Rows and columns of cells."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.GRID]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--titles",
        "grid--cursor",
        "grid--changed",
        "grid--empty",
    }
    DEFAULT_CSS = """
    Grid { height: 1fr; padding: 0 1; }
    """

    @dataclass
    class Moved(Message):
        """The cursor stands in another cell."""

        grid: "Grid"

    def __init__(self) -> None:
        """Make an empty grid."""
        super().__init__()
        self._rows: Sequence[GridRow] = ()
        self._columns: Sequence[tuple[Hashable, str]] = ()
        self._cells: Mapping[tuple[Hashable, Hashable], GridCell] = {}
        self._row = self._column = self._top = self._left = 0

    # ---- what it shows

    def show_cells(
        self,
        rows: Sequence[GridRow],
        columns: Sequence[tuple[Hashable, str]],
        cells: Mapping[tuple[Hashable, Hashable], GridCell],
    ) -> None:
        """Show these; the cursor stays where it is, as far as that still is a cell."""
        self._rows, self._columns, self._cells = rows, columns, cells
        self._move(self._row, self._column)

    @property
    def place(self) -> tuple[Hashable, Hashable] | None:
        """The keys of row and column where the cursor stands; None in an empty grid."""
        if not self._rows or not self._columns:
            return None
        return self._rows[self._row].key, self._columns[self._column][0]

    def _move(self, row: int, column: int) -> None:
        self._row = max(0, min(row, len(self._rows) - 1))
        self._column = max(0, min(column, len(self._columns) - 1))
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self))

    def _follow(self) -> None:
        """Scroll so that the cursor is in sight."""
        room = max(self.content_size.height - 1, 1)
        last = max(len(self._rows) - room, 0)
        self._top = min(max(self._row - room + 1, min(self._top, self._row)), last)
        shown = self._shown
        last = max(len(self._columns) - shown, 0)
        self._left = min(max(self._column - shown + 1, min(self._left, self._column)), last)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._follow()

    # ---- how wide its parts are

    @property
    def _number(self) -> int:
        return max((len(row.number) for row in self._rows), default=1) + 1

    @property
    def _room(self) -> int:
        """Columns that cells and texts have beside the number."""
        return max(self.content_size.width - self._number - 1, LEAST_SHORT)

    @property
    def _has_words(self) -> bool:
        return self._room >= LEAST_TEXT + (MOST_CELL + 2) * len(self._columns)

    @property
    def _cell(self) -> int:
        """How wide a cell is, its brackets not counted."""
        titles = max((cell_len(title) for _key, title in self._columns), default=0)
        if self._has_words:
            return MOST_CELL
        return max(LEAST_SHORT, min(titles, MOST_SHORT))

    @property
    def _shown(self) -> int:
        """How many columns are shown at a time."""
        fitting = (self._room - min(LEAST_TEXT, self._room // 3)) // (self._cell + 2)
        return max(1, min(fitting, len(self._columns)))

    # ---- drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the titles and all rows take."""
        del container, viewport, width
        return len(self._rows) + 1

    def render_line(self, y: int) -> Strip:
        """Return the titles, or a row."""
        place = self._top + y - 1
        text = Text(no_wrap=True)
        if y == 0:
            self._draw_titles(text)
        elif place < len(self._rows):
            self._draw_row(text, place)
        strip = Strip(text.render(self.app.console, end=""))
        width = self.content_size.width
        return strip.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}", partial=True)

    @property
    def _text_width(self) -> int:
        return max(self._room - self._shown * (self._cell + 2) - 1, 0)

    def _draw_titles(self, text: Text) -> None:
        style = self._style("titles")
        hidden = len(self._columns) - self._left - self._shown
        before = "‹" if self._left else " "
        text.append(" " * self._number, style)
        text.append_text(_fitted("", self._text_width, style))
        text.append(f" {before}", style)
        titles = self._columns[self._left : self._left + self._shown]
        for place, (_key, title) in enumerate(titles):
            is_last = place == len(titles) - 1
            text.append_text(_fitted(title, self._cell, style))
            text.append("›" if is_last and hidden > 0 else " ", style)
            text.append("" if is_last else " ", style)

    def _draw_row(self, text: Text, place: int) -> None:
        row, is_here = self._rows[place], place == self._row
        bold = Style(bold=is_here)
        text.append_text(_fitted(row.number, self._number, bold))
        text.append_text(_fitted(row.text, self._text_width, bold))
        text.append(" ")
        for number in range(self._left, self._left + self._shown):
            is_cursor = is_here and number == self._column
            cell = self._cells[row.key, self._columns[number][0]]
            said = cell.words if self._has_words else cell.symbol
            mark = "*" if cell.is_changed else ""
            style = self._style("changed" if mark else "empty" if len(said) == 1 else "titles")
            style = self._style("cursor") if is_cursor else style if mark else Style.null()
            inner = _fitted(f"{said}{mark}", self._cell, style)
            text.append_text(Text.assemble("[" if is_cursor else " ", inner, style=style))
            text.append("]" if is_cursor else " ", style)

    # ---- moving about

    def action_move(self, rows: int, columns: int) -> None:
        """Move so many rows down and columns to the right."""
        self._move(self._row + rows, self._column + columns)

    def action_first(self) -> None:
        """Move to the first row."""
        self._move(0, self._column)

    def action_last(self) -> None:
        """Move to the last row."""
        self._move(len(self._rows) - 1, self._column)

    def on_click(self, event: events.Click) -> None:
        """Move to the cell that is clicked."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y == 0:
            return
        column = (offset.x - self._number - self._text_width - 1) // (self._cell + 2)
        within = 0 <= column < self._shown
        self._move(self._top + offset.y - 1, self._left + column if within else self._column)


def _fitted(text: str, width: int, style: Style) -> Text:
    """Return a text as wide as this, cut visibly or filled up."""
    fitted = show(one_line(text))
    fitted.truncate(width, overflow="ellipsis", pad=True)
    fitted.stylize(style)
    return fitted
