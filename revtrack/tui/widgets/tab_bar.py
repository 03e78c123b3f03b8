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

from revtrack.tui.widgets.flow import flow, part_at


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

    @property
    def _widths(self) -> list[int]:
        return [
            len(str(number)) + len(title) + 3 for number, title in enumerate(self._titles, start=1)
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the titles take at this width."""
        del container, viewport
        return len(flow(self._widths, width))

    def render(self) -> Text:
        """Return the titles."""
        lines = flow(self._widths, self.content_size.width)
        return Text("\n").join(
            Text().join(self._drawn(place + 1) for place in line) for line in lines
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
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = part_at(self._widths, self.content_size.width, offset.x, offset.y)
        if place is not None:
            self.post_message(self.Picked(place + 1))
