"""What the screens share on which the register is worked with: ways to others, undo, redo."""

from abc import abstractmethod
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from revtrack.domain.undoing import Direction
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.screens.turn import open_turn
from revtrack.tui.widgets.filter import FilterLine


class WorkScreen(RevTrackScreen[None]):
    """A screen that shows what the register holds, and leads to what changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.WORK, *keys.PLACES, *keys.CHANGES]

    def on_screen_resume(self) -> None:
        """Read the register, also on return from another screen."""
        self.action_reload()

    def action_reload(self) -> None:
        """Read the register again."""
        self.load(self._load)

    @abstractmethod
    async def _load(self) -> None:
        """Read from the register what the screen shows, and show it."""

    def action_filter(self) -> None:
        """Type what to look for in the list."""
        self.query_one(FilterLine).open()

    @property
    def committee_id(self) -> int | None:
        """The committee that the row is about where the cursor stands; None: about none."""
        return None

    def action_undo(self) -> None:
        """Show the latest wish of this person, to take it back."""
        self._open_turn(Direction.UNDO)

    def action_redo(self) -> None:
        """Show what was undone last, to do it again."""
        self._open_turn(Direction.REDO)

    def _open_turn(self, direction: Direction) -> None:
        if self.may_write():
            self.begin(partial(open_turn, self, direction))
