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

    def __init__(self, titles: Sequence[str], short: Sequence[str] = ()) -> None:
        """Make a bar with these titles, numbered from 1; ``short`` where they save a line."""
        super().__init__()
        self._titles = list(titles)
        self._short = list(short or titles)

    def name_tab(self, number: int, title: str) -> None:
        """Change the title of a tab."""
        if self._titles[number - 1] != title:
            self._titles[number - 1] = self._short[number - 1] = title
            self.refresh(layout=True)

    def _shown(self, width: int) -> tuple[list[str], list[int]]:
        """Return the titles that stand at a width, and how wide each is with its number."""
        whole, brief = _sizes(self._titles), _sizes(self._short)
        if len(flow(brief, width)) < len(flow(whole, width)):
            return self._short, brief
        return self._titles, whole

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the titles take at this width."""
        del container, viewport
        return len(flow(self._shown(width)[1], width))

    def render(self) -> Text:
        """Return the titles."""
        titles, sizes = self._shown(self.content_size.width)
        return Text("\n").join(
            Text().join(self._drawn(place + 1, titles[place]) for place in line)
            for line in flow(sizes, self.content_size.width)
        )

    def _drawn(self, number: int, title: str) -> Text:
        is_chosen = number == self.chosen
        style = Style.null()
        if is_chosen:
            style = self.get_component_rich_style("tab-bar--chosen", partial=True)
        marks = ("[", "]") if is_chosen else (" ", " ")
        text = f"{marks[0]}{number} {title}{marks[1]}"
        return Text(text, style=style)

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        sizes = self._shown(self.content_size.width)[1]
        place = part_at(sizes, self.content_size.width, offset.x, offset.y)
        if place is not None:
            self.post_message(self.Picked(place + 1))


def _sizes(titles: Sequence[str]) -> list[int]:
    return [len(f" {number} {title} ") for number, title in enumerate(titles, start=1)]
