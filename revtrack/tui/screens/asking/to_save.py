"""Spara det som tas med? Tells how much of a paper is saved, and how much is left."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import plain
from revtrack.tui.widgets.key_line import KeyLine


class ToSaveQuestion(RevTrackScreen[bool], ModalScreen[bool]):
    """Closes with whether what is taken is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.TO_SAVE]

    def __init__(self, desk: Desk, told: str) -> None:
        """Take what saving would store."""
        super().__init__(desk)
        self._told = told

    def compose(self) -> ComposeResult:
        """Lay out what is saved, and the keys."""
        with Vertical(id="question"):
            yield Static(plain(self._told), markup=False)
            yield KeyLine()

    def action_answer(self, is_to_be_saved: bool) -> None:
        """Close with the answer."""
        self.dismiss(is_to_be_saved)
