"""The line that a list is filtered by."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from revtrack.tui import keys
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _


class FilterInput(Input, inherit_bindings=True):
    """Where the words to look for are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER]

    def action_close(self) -> None:
        """Show all rows again."""
        self.value = ""
        self.action_to_list()

    def action_to_list(self) -> None:
        """Go back to the list, the filter in force."""
        self.screen.query_one(Lines).focus()


class FilterLine(Horizontal):
    """Shown while a filter is in force or being typed; the list keeps rows with all its words."""

    DEFAULT_CSS = """
    FilterLine { height: 1; dock: bottom; display: none; margin-bottom: 1; }
    FilterLine.-open { display: block; }
    FilterLine Static { width: auto; padding: 0 1; }
    FilterLine Input { width: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """Lay out label and field."""
        yield Static(_("Filter:"), markup=False)
        yield FilterInput(compact=True)

    def open(self) -> None:
        """Show the line and go to it."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def clear(self) -> None:
        """Show all rows again, at once."""
        self.query_one(Input).value = ""
        self.screen.query_one(Lines).filter_text = ""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter the list while it is typed."""
        event.stop()
        self.screen.query_one(Lines).filter_text = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the list with what was found."""
        event.stop()
        self.screen.query_one(Lines).focus()
        self.set_class(bool(event.value), "-open")

    def on_descendant_blur(self) -> None:
        """Hide the line where it filters nothing."""
        self.set_class(bool(self.query_one(Input).value), "-open")
