"""What is shown while the register is opened; it stands on nothing that takes long to load."""

from datetime import date

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from revtrack.tui.base import Heading
from revtrack.tui.show import one_line
from revtrack.wording import _


class OpeningScreen(Screen[None]):
    """The frame of the overview, with what is being done with the register."""

    DEFAULT_CSS = """
    OpeningScreen #told { padding: 1 2; }
    """

    def __init__(self, today: date) -> None:
        """Take the day that stands in the top line."""
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Lay out heading and sentence."""
        yield Heading(self._today)
        yield Static(_("The register is being opened …"), id="told", markup=False)

    def on_mount(self) -> None:
        """Name what will be shown."""
        self.query_one(Heading).call_it(" – ".join(("RevTrack", _("Overview"))))

    def tell(self, sentence: str) -> None:
        """Tell what is being done."""
        self.query_one("#told", Static).update(one_line(sentence))
