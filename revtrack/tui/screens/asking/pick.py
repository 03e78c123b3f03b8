"""Välj: one of a few things that a row holds, before something is done with it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import show
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _

FRAME, HIGHEST = 5, 20
"""Lines that the frame and the keys take, and most lines of all."""


class PickScreen(RevTrackScreen[int | None], ModalScreen[int | None]):
    """Closes with the place of what was chosen; Esc chooses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG]

    def __init__(self, desk: Desk, title: str, names: Sequence[str]) -> None:
        """Take what can be chosen, as one knows it again."""
        super().__init__(desk)
        self._title = title
        self._names = names

    def compose(self) -> ComposeResult:
        """Lay out the list and its keys."""
        with Vertical(id="pick") as frame:
            frame.border_title = show(self._title)
            yield Lines(can_mark=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show what can be chosen."""
        rows = tuple(Row((name,), place) for place, name in enumerate(self._names))
        lines = self.query_one(Lines)
        lines.show_sections(
            [Section("", (Column(_("What"), grows=True),), rows, hides_titles=True)]
        )
        lines.focus()
        self.query_one("#pick").styles.height = min(len(rows) + FRAME, HIGHEST)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Close with what was chosen."""
        self.dismiss(event.key if isinstance(event.key, int) else None)
