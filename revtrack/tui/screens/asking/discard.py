"""Kasta det som är skrivet? Asked by a form that is left with something typed in it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import _


class DiscardQuestion(RevTrackScreen[bool], ModalScreen[bool]):
    """Closes with whether it is to be thrown away; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DISCARD]

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(id="question"):
            yield Static(_("Discard what is typed?"), markup=False)
            yield KeyLine()

    def action_answer(self, is_to_be_discarded: bool) -> None:
        """Close with the answer."""
        self.dismiss(is_to_be_discarded)
