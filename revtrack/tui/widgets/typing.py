"""Where people type: nothing that is pasted is lost, nothing that a terminal obeys is drawn."""

import re

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, TextArea

from revtrack.domain.texts.prose import storable
from revtrack.tui.show import plain

_BREAKS = re.compile(r"\s*[\t\n]\s*")


class OneLine(Input):
    """A field of one line; what is pasted from several lines is joined, not cut.

    It is as wide as there is room, so a key typed in it moves nothing else on the screen: unlike
    Textual's own, it does not let the whole screen be laid out again for the length of its text.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        pasted = _BREAKS.sub(" ", storable(event.text).strip("\n"))
        if pasted and self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        elif pasted:
            self.replace(pasted, *self.selection)

    @property
    def _value(self) -> Text:
        """Return the text as it is drawn, each sign in its place."""
        drawn = super()._value
        drawn.plain = _as_drawn(drawn.plain)
        return drawn


class ManyLines(TextArea):
    """A field of several lines, which keeps one kind of line break."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if result := self._replace_via_keyboard(storable(event.text), *self.selection):
            self.move_cursor(result.end_location)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn, each sign in its place."""
        line = super().get_line(line_index)
        parts = (_as_drawn(part) for part in line.plain.split("\t"))
        line.plain = "\t".join(parts)
        return line


def _as_drawn(text: str) -> str:
    return plain(text, len(text) + 1)
