"""The app: what is the same whatever screen is shown."""

from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from revtrack.domain.errors import RevTrackError
from revtrack.forms.settings import chosen_anew
from revtrack.services.choices import OwnSettings, choose
from revtrack.services.drafts import DraftBox
from revtrack.settings import Settings, read_settings
from revtrack.storage.store import Store
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.choices import Changed
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.key_queue import KeyQueue, KeyTurn
from revtrack.tui.palette import Actions, Palette
from revtrack.tui.places import PLACES
from revtrack.tui.screens.bodies.committee import CommitteeScreen
from revtrack.tui.screens.help import HelpScreen
from revtrack.tui.screens.overview.demo import open_demo
from revtrack.tui.screens.overview.overview import OverviewScreen
from revtrack.tui.screens.settings.settings import SettingsScreen
from revtrack.tui.show import plain
from revtrack.tui.themes import THEME_NAMES, THEMES
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, word

STYLES = Path(__file__).with_name("styles")
READ_AFTER = 2.0
"""Seconds after which the next key takes a notice away, so that it does not hide the work."""


class RevTrackApp(App[None], inherit_bindings=False):
    """RevTrack on the screen, over one open register."""

    TITLE = "RevTrack"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.APP]
    COMMANDS: ClassVar = {Actions}
    CSS_PATH: ClassVar = sorted(STYLES.glob("*.tcss"))

    def __init__(
        self,
        store: Store,
        today: date,
        documents_folder: Path,
        *,
        is_demo: bool = False,
        drafts: DraftBox | None = None,
        own: OwnSettings | None = None,
    ) -> None:
        """Make the app; documents go to ``documents_folder``, what is typed to ``drafts``.

        ``own`` is where the person's own choices stand. Raises RevTrackError where they cannot be
        read.
        """
        super().__init__()
        settings = read_settings(own.environment, own.file) if own else Settings()
        self.desk = Desk(
            store, today, documents_folder, is_demo, drafts=drafts, own=own, firm=settings.firm
        )
        self._theme_at_first = THEME_NAMES.get(settings.theme or "", THEMES[0])
        self._keys = KeyQueue(self, self._obey)
        self._noticed_at = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for its turn."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keys.add(event)
        else:
            await super().on_event(event)

    async def _obey(self, key: events.Key) -> None:
        if isinstance(self.screen, RevTrackScreen) and self.screen.takes_key(key):
            return
        if monotonic() - self._noticed_at > READ_AFTER:
            self.clear_notifications()
        await super().on_event(key)

    def on_key_turn(self, event: KeyTurn) -> None:
        """Let the next key have its turn."""
        event.came.set()

    def on_mount(self) -> None:
        """Begin with what needs somebody now."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme_at_first.name
        self.push_screen(OverviewScreen(self.desk))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what the styles name besides Textual's own colours."""
        return dict(THEMES[0].variables)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice; its text is never markup, whoever asks."""
        del markup
        self._noticed_at = monotonic()
        super().notify(
            plain(message), title=plain(title), severity=severity, timeout=timeout, markup=False
        )

    def get_key_display(self, binding: Binding) -> str:
        """Return what a key is called on a Swedish keyboard."""
        return keys.key_name(binding.key)

    @property
    def _desk(self) -> Desk:
        """What the screen on top works with: one's own register, or the demonstration's."""
        screen = self.screen
        return screen.desk if isinstance(screen, RevTrackScreen) else self.desk

    def action_show_demo(self) -> None:
        """Show the demonstration over one's own register."""
        screen = self.screen
        if isinstance(screen, OverviewScreen):
            screen.begin(partial(open_demo, screen))

    def action_help(self) -> None:
        """Show the keys that work where one is."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self._desk, self.screen))

    def action_open(self, place: str) -> None:
        """Show a place; where it is open already, go back to it."""
        is_open = [f"place-{place}" == screen.id for screen in self.screen_stack]
        if not any(is_open):
            screen = PLACES[place](self._desk)
            screen.id = f"place-{place}"
            self.push_screen(screen)
        else:
            for _above in range(len(is_open) - 1 - is_open.index(True)):
                self.pop_screen()

    def action_open_committee(self) -> None:
        """Show all that the committee of the row owes."""
        screen = self.screen
        committee_id = screen.committee_id if isinstance(screen, WorkScreen) else None
        if committee_id is None:
            self.notify(_("Move to a row with a committee; then press the key again."))
        else:
            self.push_screen(CommitteeScreen(self._desk, committee_id))

    def action_switch_theme(self) -> None:
        """Go on to the next theme, the last followed by the first; it is remembered."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        if self.desk.own is not None:
            code = next(code for code, theme in THEME_NAMES.items() if theme.name == self.theme)
            try:
                choose(self.desk.own, "theme", code)
            except RevTrackError as refusal:
                self.notify(word(refusal), severity="warning")
            if isinstance(self.screen, SettingsScreen):
                self.screen.action_reload()

    def on_changed(self, event: Changed) -> None:
        """Let a choice apply at once, on all screens of one's own register."""
        if event.name == "theme":
            self.theme = THEME_NAMES.get(event.value or "", THEMES[0]).name
        before, self.desk = self.desk, chosen_anew(self.desk, event.name, event.value)
        for screen in self.screen_stack:
            if isinstance(screen, RevTrackScreen) and screen.desk is before:
                screen.desk = self.desk

    def action_command_palette(self) -> None:
        """Find any action by its name."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("Find an action …"), id="--command-palette"))

    async def action_quit(self) -> None:
        """Leave; what is typed in forms that are open is kept as drafts."""
        for screen in self.screen_stack:
            if isinstance(screen, Form):
                await screen.keep_draft()
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit, to those who try Ctrl+C."""
        self.notify(_("Press Ctrl+Q to quit."))
