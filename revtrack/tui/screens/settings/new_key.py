"""Ny tangent: the next key that is pressed becomes that of an action."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import plain
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import _

AS_THEY_ARE = 1
"""Length of a sign that is written as it stands."""


class NewKey(RevTrackScreen[tuple[str, str]], ModalScreen[tuple[str, str]]):
    """Closes with the action's name and its new key; Esc leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK]

    def __init__(self, desk: Desk, binding: Binding) -> None:
        """Take the action that a key is wanted for."""
        super().__init__(desk)
        self._binding = binding

    def compose(self) -> ComposeResult:
        """Lay out what is asked for."""
        name = self._binding.tooltip or self._binding.description
        with Vertical(id="question"):
            yield Static(plain(_("Press the key for: {action}").format(action=name)), markup=False)
            yield KeyLine()

    def takes_key(self, key: events.Key) -> bool:
        """Take any key but the one that goes back."""
        if key.key == "escape":
            return False
        sign = key.character or ""
        is_sign = len(sign) == AS_THEY_ARE and sign.isprintable() and sign not in {" ", ","}
        self.dismiss((self._binding.id or "", sign if is_sign else key.key))
        return True
