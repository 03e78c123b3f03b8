"""The line that a list is filtered by."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from revtrack.domain.errors import UsageError
from revtrack.domain.filtering import Filter, parse_filter
from revtrack.tui import keys
from revtrack.tui.show import plain
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.typing import OneLine
from revtrack.wording import _, word
from revtrack.wording.filter_names import filter_names


class FilterInput(OneLine, inherit_bindings=True):
    """Where the words to look for are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER]

    def action_close(self) -> None:
        """Show all rows again."""
        self.value = ""
        self.action_to_list()

    def action_to_list(self) -> None:
        """Go back to the list, the filter in force."""
        self.screen.query_one(Lines).focus()


class FilterLine(Vertical):
    """Shown while a filter is in force or being typed; the list shows the rows that it keeps."""

    DEFAULT_CSS = """
    FilterLine { height: auto; dock: bottom; display: none; margin-bottom: 1; }
    FilterLine.-open { display: block; }
    FilterLine #filter-label { width: auto; padding: 0 1; }
    FilterLine Horizontal { height: 1; }
    FilterLine Input { width: 1fr; }
    FilterLine #filter-told { padding: 0 1; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Lay out label and field."""
        yield Static(id="filter-told", markup=False)
        with Horizontal():
            yield Static(_("Filter:"), id="filter-label", markup=False)
            yield FilterInput(compact=True)

    def on_mount(self) -> None:
        """Tell what may be typed until something is."""
        self._tell("")

    def open(self) -> None:
        """Show the line and go to it."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def clear(self) -> None:
        """Show all rows again, at once."""
        self.query_one(Input).value = ""
        self.keep(Filter())
        self.remove_class("-open")

    def keep(self, asked: Filter) -> None:
        """Let the list show the rows that a filter keeps."""
        self.screen.query_one(Lines).asked = asked

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter the list while it is typed."""
        event.stop()
        try:
            self.keep(parse_filter(event.value, filter_names()))
        except UsageError as refusal:
            self._tell(event.value, word(refusal))
        else:
            self._tell(event.value)

    def complain(self, refusal: UsageError) -> None:
        """Tell why a filter that can be read finds nothing here."""
        self._tell(self.query_one(Input).value, word(refusal))

    def _tell(self, typed: str, fault: str = "") -> None:
        """Tell what is wrong with the filter; what may be typed, while nothing is."""
        told = self.query_one("#filter-told", Static)
        told.set_class(bool(fault), "-fault")
        told.update(plain(fault or ("" if typed else _ways())))
        told.display = bool(fault or not typed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the list with what was found."""
        event.stop()
        self.screen.query_one(Lines).focus()
        self.set_class(bool(event.value), "-open")

    def on_descendant_blur(self) -> None:
        """Hide the line where it filters nothing."""
        self.set_class(bool(self.query_one(Input).value), "-open")


def _ways() -> str:
    """Return how rows are looked for, in one line."""
    return _("Words, or fields: {example}").format(
        example=_('committee:KS status:open -priority:low late reply:<2023-04 "whole phrase"')
    )
