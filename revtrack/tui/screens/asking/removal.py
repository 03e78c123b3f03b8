"""Ta bort? Asked before anything is taken out of the register; Enter never says yes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import show
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import _


class RemovalQuestion(RevTrackScreen[bool], ModalScreen[bool]):
    """Closes with whether it is to be taken away."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.REMOVAL]

    def __init__(self, desk: Desk, what: str) -> None:
        """Take what is to be removed, as one knows it again."""
        super().__init__(desk)
        self._what = what

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(id="question") as frame:
            frame.border_title = show(_("Remove?"))
            yield Static(show(self._what, limit=300), markup=False)
            yield KeyLine()

    def action_answer(self, is_to_be_removed: bool) -> None:
        """Close with the answer."""
        self.dismiss(is_to_be_removed)
