"""The keys that work now, at the foot of every screen; on two lines where one is too short."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from revtrack.tui.base import RevTrackScreen
from revtrack.tui.keys import WRITING, key_name
from revtrack.tui.widgets.flow import flow, part_at


@dataclass(frozen=True)
class _Key:
    key: str
    name: str
    does: str

    @property
    def width(self) -> int:
        return len(self.name) + len(self.does) + 3


class KeyList(Widget):
    """Keys with what they do, on as many lines as they need; a click does the same as the key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-list--key"}
    DEFAULT_CSS = """
    KeyList { height: auto; }
    """

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self._keys: tuple[_Key, ...] = ()

    @property
    def _widths(self) -> list[int]:
        return [each.width for each in self._keys]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the keys take."""
        del container, viewport
        return len(flow(self._widths, width))

    def render(self) -> Text:
        """Return the keys and what they do."""
        style = self.get_component_rich_style("key-list--key", partial=True)
        lines = [
            Text().join(
                Text.assemble((f" {self._keys[place].name}", style), f" {self._keys[place].does} ")
                for place in line
            )
            for line in flow(self._widths, self.content_size.width)
        ]
        return Text("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Do what the key that is clicked does."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = part_at(self._widths, self.content_size.width, offset.x, offset.y)
        if place is not None:
            self.press(self._keys[place].key)

    def press(self, key: str) -> None:
        """Do what a key does."""
        self.app.simulate_key(key)


class KeyLine(KeyList):
    """The bindings that are shown, at the foot of a screen, as the live key map has them."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; }
    """

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        found: dict[str, _Key] = {}
        is_locked = isinstance(screen, RevTrackScreen) and screen.desk.store.is_read_only
        for key, active in screen.active_bindings.items():
            binding = active.binding
            if is_locked and binding.id in WRITING:
                continue
            if binding.show and active.enabled:
                name = self.app.get_key_display(binding)
                found.setdefault(binding.action, _Key(key, name, binding.description))
        keys = tuple(found.values())
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)


class Legend(KeyList):
    """The keys of a widget, beside it."""

    def __init__(self, bindings: Iterable[Binding], of: Widget) -> None:
        """Make a legend for the keys of a widget."""
        super().__init__()
        self._of = of
        self.show_keys(bindings)

    def show_keys(self, bindings: Iterable[Binding]) -> None:
        """Show these keys in place of others."""
        self._keys = tuple(
            _Key(key, key_name(key), binding.description)
            for binding in bindings
            for key in binding.key.split(",")[:1]
        )
        self.refresh(layout=True)

    def press(self, key: str) -> None:
        """Do what the key does in the widget."""
        self._of.focus()
        super().press(key)
