"""What the dialogues share that show a list over the screen they were opened from."""

from collections.abc import Hashable, Iterable
from typing import ClassVar, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import one_line, plain, show
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Section
from revtrack.tui.widgets.lines import Lines

Result = TypeVar("Result")


class ListDialog(RevTrackScreen[Result | None], ModalScreen[Result | None]):
    """A list with a sentence over it and what is told of the row under it; Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG]

    def __init__(self, desk: Desk, title: str) -> None:
        """Make a dialogue with this title."""
        super().__init__(desk)
        self.dialog_title = one_line(title)

    # ---- what each dialogue says for itself

    def sections(self) -> Iterable[Section]:
        """Return what the list shows."""
        raise NotImplementedError

    def told(self) -> str:
        """Return the sentence over the list; empty where it needs none."""
        return ""

    def detail(self, key: Hashable) -> Text:
        """Return what is told of a row."""
        del key
        return Text()

    # ---- layout

    def compose(self) -> ComposeResult:
        """Lay out the sentence, the list, what is told of a row, and the keys."""
        with Vertical(id="list-dialog") as frame:
            frame.border_title = show(self.dialog_title)
            yield Static(id="list-told", markup=False)
            yield Lines()
            yield Detail()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.fill()
        self.query_one(Lines).focus()

    def fill(self) -> None:
        """Show the list as it is now."""
        told = self.query_one("#list-told", Static)
        said = self.told()
        told.update(plain(said))
        told.display = bool(said)
        self.query_one(Lines).show_sections(self.sections())

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Tell of the row that the cursor stands on."""
        text = Text() if event.key is None else self.detail(event.key)
        self.query_one(Detail).tell(text)
