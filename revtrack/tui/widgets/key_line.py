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
from revtrack.tui.keys import WRITING, key_name, keys_of
from revtrack.tui.widgets.flow import flow, part_at

SIGNS = {"slash": "/", "question_mark": "?"}
"""Keys that are called by a word and typed as a sign."""
CAN_WAIT = frozenset({"change.edit"})
"""Bindings that are left out of a footer which is a line shorter without them."""


@dataclass(frozen=True)
class _Key:
    key: str
    name: str
    does: str
    can_wait: bool = False
    """Whether it is left out where the others then take a line less."""

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

    def _laid(self, width: int) -> tuple[list[_Key], list[int]]:
        """Return the keys that are shown at a width, and how wide each is."""
        every = list(self._keys)
        fewer = [each for each in every if not each.can_wait]
        sizes, least = [each.width for each in every], [each.width for each in fewer]
        is_spared = len(flow(least, width)) < len(flow(sizes, width))
        return (fewer, least) if is_spared else (every, sizes)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the keys take."""
        del container, viewport
        return len(flow(self._laid(width)[1], width))

    def render(self) -> Text:
        """Return the keys and what they do."""
        style = self.get_component_rich_style("key-list--key", partial=True)
        shown, sizes = self._laid(self.content_size.width)
        lines = [
            Text().join(
                Text.assemble((f" {shown[place].name}", style), f" {shown[place].does} ")
                for place in line
            )
            for line in flow(sizes, self.content_size.width)
        ]
        return Text("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Do what the key that is clicked does."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        shown, sizes = self._laid(self.content_size.width)
        place = part_at(sizes, self.content_size.width, offset.x, offset.y)
        if place is not None:
            self.press(shown[place].key)

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

    def follow(self) -> None:
        """Show the keys that have something to do now."""
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        found: dict[str, _Key] = {}
        for key, active in screen.active_bindings.items():
            binding = active.binding
            if binding.show and active.enabled and self._has_use(key, binding):
                name = self.app.get_key_display(binding)
                can_wait = binding.id in CAN_WAIT
                does = self._called(binding) or binding.description
                found.setdefault(binding.action, _Key(key, name, does, can_wait))
        keys = tuple(found.values())
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)

    def _called(self, binding: Binding) -> str:
        screen = self.screen
        return screen.called(binding.id or "") if isinstance(screen, RevTrackScreen) else ""

    def _has_use(self, key: str, binding: Binding) -> bool:
        """Tell whether a key does something here: it is not typed into a field, nor refused."""
        screen, field = self.screen, self.app.focused
        sign = SIGNS.get(key)
        if sign and field is not None and field.check_consume_key(key, sign):
            return False
        if not isinstance(screen, RevTrackScreen):
            return True
        is_locked = screen.desk.store.is_read_only and binding.id in WRITING
        return not is_locked and screen.offers(binding.id or "")


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
            for key in keys_of(binding)[:1]
        )
        self.refresh(layout=True)

    def press(self, key: str) -> None:
        """Do what the key does in the widget."""
        self._of.focus()
        super().press(key)
