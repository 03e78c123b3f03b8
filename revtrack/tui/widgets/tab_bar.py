"""The tabs of a screen, wrapped to more lines where they do not fit on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class TabBar(Widget):
    """Numbered titles; the chosen one is marked by brackets as well as by its look."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab-bar--chosen"}
    DEFAULT_CSS = """
    TabBar { height: auto; padding: 0 1; }
    """

    chosen: reactive[int] = reactive(1)

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        number: int

    def __init__(self, titles: Sequence[str]) -> None:
        """Make a bar with these titles, numbered from 1."""
        super().__init__()
        self._titles = list(titles)

    def name_tab(self, number: int, title: str) -> None:
        """Change the title of a tab."""
        if self._titles[number - 1] != title:
            self._titles[number - 1] = title
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        used = 0
        for number in range(1, len(self._titles) + 1):
            size = self._cells_of(number)
            if used + size > width and lines[-1]:
                lines.append([])
                used = 0
            lines[-1].append(number)
            used += size
        return lines

    def _cells_of(self, number: int) -> int:
        return len(str(number)) + len(self._titles[number - 1]) + 3

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the titles take at this width."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Text:
        """Return the titles."""
        lines = self._lines(self.content_size.width)
        return Text("\n").join(
            Text().join(self._drawn(number) for number in line) for line in lines
        )

    def _drawn(self, number: int) -> Text:
        is_chosen = number == self.chosen
        style = Style.null()
        if is_chosen:
            style = self.get_component_rich_style("tab-bar--chosen", partial=True)
        marks = ("[", "]") if is_chosen else (" ", " ")
        text = f"{marks[0]}{number} {self._titles[number - 1]}{marks[1]}"
        return Text(text, style=style)

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        lines = self._lines(self.content_size.width)
        place = event.get_content_offset(self)
        if place is None or not 0 <= place.y < len(lines):
            return
        left = 0
        for number in lines[place.y]:
            left += self._cells_of(number)
            if place.x < left:
                self.post_message(self.Picked(number))
                return
