"""Demonstrationen, opened over one's own register: a register that is thrown away afterwards."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from textual.binding import BindingType

from revtrack.forms.desk import Desk
from revtrack.services.demo import make_demo
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.screens.overview.overview import OverviewScreen
from revtrack.wording import _

FOLDER = "revtrack-demo"
"""Where the demonstration's documents go, in the folder of one's own."""


class DemoOverviewScreen(OverviewScreen):
    """The overview of the demonstration; Esc leads back to one's own register."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK]

    def __init__(self, desk: Desk, folder: TemporaryDirectory[str]) -> None:
        """Take the demonstration's desk, and the folder that goes with it."""
        super().__init__(desk)
        self._folder = folder

    def leave(self) -> None:
        """Go back to one's own register."""
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Throw the register of the demonstration away."""
        self.desk.store.close()
        self._folder.cleanup()


async def open_demo(screen: RevTrackScreen[None]) -> None:
    """Fill a temporary register with sample data and show it over a screen."""
    own = screen.desk
    screen.tell(_("Filling a temporary register with sample data …"))
    folder = TemporaryDirectory(prefix="revtrack-demo-", ignore_cleanup_errors=True)
    made = await screen.ask(make_demo, Path(folder.name), own.store.person)
    desk = replace(
        own,
        store=made.store,
        today=made.today,
        documents_folder=own.documents_folder / FOLDER,
        is_demo=True,
        drafts=None,
    )
    screen.app.push_screen(DemoOverviewScreen(desk, folder))
    screen.tell(
        _(
            "This is the demonstration. It stands on {day}; Esc leads back to your own register."
        ).format(day=made.today)
    )
