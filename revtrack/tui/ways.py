"""The ways that lead everywhere: to a place, to help, to the demonstration, out of the program.

The app loads them once its frame is shown, since what they stand on takes long to load.
"""

from functools import partial

from textual.app import App

from revtrack.forms.desk import Desk
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.form import Form
from revtrack.tui.places import place, place_id
from revtrack.tui.screens.help import HelpScreen
from revtrack.tui.screens.overview.overview import OverviewScreen
from revtrack.tui.work import WorkScreen
from revtrack.wording import _


def begin(app: App[None], desk: Desk) -> None:
    """Show what needs somebody now."""
    app.push_screen(OverviewScreen(desk))


def show_demo(screen: object) -> None:
    """Show the demonstration over one's own register."""
    # It makes every kind of document, and what makes those takes long to load.
    from revtrack.tui.screens.overview.demo import open_demo  # noqa: PLC0415

    if isinstance(screen, OverviewScreen):
        screen.begin(partial(open_demo, screen))


def show_help(app: App[None], desk: Desk) -> None:
    """Show the keys that work where one is."""
    if not isinstance(app.screen, HelpScreen):
        app.push_screen(HelpScreen(desk, app.screen))


def open_place(app: App[None], name: str, desk: Desk) -> None:
    """Show a place; where it is open already, go back to it."""
    is_open = [place_id(name) == screen.id for screen in app.screen_stack]
    if not any(is_open):
        app.push_screen(place(name, desk))
    else:
        for _above in range(len(is_open) - 1 - is_open.index(True)):
            app.pop_screen()


def open_committee(app: App[None], desk: Desk) -> None:
    """Show all that the committee of the row owes."""
    from revtrack.tui.screens.bodies.committee import CommitteeScreen  # noqa: PLC0415 - few look

    screen = app.screen
    committee_id = screen.committee_id if isinstance(screen, WorkScreen) else None
    if committee_id is None:
        app.notify(_("Move to a row with a committee; then press the key again."))
    else:
        app.push_screen(CommitteeScreen(desk, committee_id))


def show_palette(app: App[None]) -> None:
    """Show every action by its name."""
    from revtrack.tui.palette import Palette  # noqa: PLC0415 - it stands on the audit's screen

    if not isinstance(app.screen, Palette):
        app.push_screen(Palette(placeholder=_("Find an action …"), id="--command-palette"))


def show_choices_anew(app: App[None]) -> None:
    """Let the settings tell what has been chosen elsewhere, where they are shown."""
    if app.screen.id == place_id("settings") and isinstance(app.screen, RevTrackScreen):
        app.screen.action_reload()


async def keep_drafts(app: App[None]) -> None:
    """Keep what is typed in forms that are open."""
    for screen in app.screen_stack:
        if isinstance(screen, Form):
            await screen.keep_draft()
