"""Lines that are picked into a field of many lines, and taken out of it again."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from revtrack.domain.names.committee_lines import listed_committees
from revtrack.domain.texts.prose import name_key
from revtrack.tui import keys
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines

PICKED, NOT_PICKED = "✓", "·"


class CommitteePicks(Lines):
    """Usual committees; a tick stands before those that the text beside holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PICKS]
    DEFAULT_CSS = """
    CommitteePicks { height: auto; max-height: 9; margin-top: 1; }
    """

    class Picked(Message):
        """The text is another now."""

        def __init__(self, text: str) -> None:
            """Take the text."""
            super().__init__()
            self.text = text

    def __init__(self, title: str, usual: Sequence[str]) -> None:
        """Make a line for each of the usual ones."""
        super().__init__(can_mark=False)
        self._title = title
        self._usual = usual
        self._text = ""

    def follow(self, text: str) -> None:
        """Tick the committees that a text holds."""
        self._text = text
        there = _names(text)
        rows = tuple(
            Row((PICKED if _names(each) <= there else NOT_PICKED, each), each)
            for each in self._usual
        )
        columns = (Column(), Column(grows=True))
        self.show_sections([Section(self._title, columns, rows, hides_titles=True)])

    def action_pick(self) -> None:
        """Write the committee of the row in the text, or take its line out; go to the next row."""
        if not isinstance(self.key, str):
            return
        own, there = _names(self.key), _names(self._text)
        lines = [line for line in self._text.splitlines() if line.strip()]
        if own <= there:
            kept = [line for line in lines if not own & _names(line)]
        else:
            kept = [*lines, self.key]
        self.post_message(self.Picked("\n".join(kept)))
        super().action_down()

    def action_down(self) -> None:
        """Move to the row below; from the last one, to what stands below."""
        if self.key == self._usual[-1]:
            self.screen.focus_next()
        else:
            super().action_down()

    def action_up(self) -> None:
        """Move to the row above; from the first one, to the field above."""
        if self.key == self._usual[0]:
            self.screen.focus_previous()
        else:
            super().action_up()


def _names(text: str) -> set[str]:
    listed: Iterable[str] = (each.name for each in listed_committees(text))
    return {name_key(each) for each in listed}
