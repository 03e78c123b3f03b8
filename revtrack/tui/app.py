"""The app: what is the same whatever screen is shown.

Its frame is shown before the register is there: what that stands on, and the screens over it, are
loaded after that, by ``ways``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.notifications import SeverityLevel
from textual.theme import Theme

from revtrack.domain.errors import RevTrackError
from revtrack.services.choices import OwnSettings, choose
from revtrack.settings import Settings, read_settings
from revtrack.tui import keys
from revtrack.tui.base import LONG_NOTICE, READING, RevTrackScreen
from revtrack.tui.choices import Changed
from revtrack.tui.key_queue import KeyQueue, KeyTurn
from revtrack.tui.screens.opening import OpeningScreen
from revtrack.tui.show import plain
from revtrack.tui.themes import THEME_NAMES, THEMES
from revtrack.wording import _, word

if TYPE_CHECKING:  # the register, and what stands on it, are loaded once the frame is shown
    from types import ModuleType

    from revtrack.forms.desk import Desk
    from revtrack.services.drafts import DraftBox
    from revtrack.storage.store import Store

T = TypeVar("T")
STYLES = Path(__file__).with_name("styles")
LEAVING = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that are not made to wait while the register is being opened."""
READ_AFTER = 2.0
"""Seconds after which the next key takes a notice away, so that it does not hide the work."""

_DRESSES = {theme.name: theme for theme in THEMES}

Tell = Callable[[str], None]
OpenDesk = Callable[[Tell], "Desk"]
"""Opens the register and gives what one works with; is told with what to tell how far it is."""


def _actions() -> type[Provider]:
    from revtrack.tui.palette import Actions  # noqa: PLC0415 - it stands on the audit's screen

    return Actions


class RevTrackFrame(App[None], inherit_bindings=False):
    """RevTrack on the screen, whether its register is open already or not."""

    TITLE = "RevTrack"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.APP]
    COMMANDS: ClassVar = {_actions}
    CSS_PATH: ClassVar = sorted(STYLES.glob("*.tcss"))

    desk: Desk
    """What one works with, once the register is open."""

    def __init__(self, own: OwnSettings | None = None) -> None:
        """Make the app; ``own`` is where the person's own choices stand.

        Raises RevTrackError where they cannot be read.
        """
        super().__init__()
        keys.choose_keys({})
        self._settings = read_settings(own.environment, own.file) if own else Settings()
        self._dress(THEME_NAMES.get(self._settings.theme or "", THEMES[0]))
        self._keys = KeyQueue(self, self._obey)
        self._noticed_at = 0.0

    def _dress(self, theme: Theme) -> None:
        """Put on the colours of the person's choice.

        That is done before the styles are read: other colours let all of them be read again.
        """
        for each in THEMES:
            self.register_theme(each)
        self.set_reactive(App.theme, theme.name)
        classes = {f"-theme-{theme.name}": True, "-dark-mode": theme.dark}
        self.update_classes(classes | {"-light-mode": not theme.dark}, update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def current_theme(self) -> Theme:
        """The colours that are on; each line that is drawn asks for them, so it takes no search."""
        return _DRESSES.get(self.theme) or super().current_theme

    def set_keymap(self, keymap: Mapping[str, str]) -> None:
        """Take the keys that the person has chosen; sentences that name keys follow."""
        keys.choose_keys(keymap)
        super().set_keymap(dict(keymap))

    @property
    def _ways(self) -> ModuleType:
        from revtrack.tui import ways  # noqa: PLC0415 - the screens, once the frame is shown

        return ways

    def begin_with(self, desk: Desk) -> None:
        """Begin with what needs somebody now."""
        self.desk = replace(desk, firm=self._settings.firm, called=keys.key_of)
        self._ways.begin(self, self.desk)

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
        self._ways.show_demo(self.screen)

    def action_help(self) -> None:
        """Show the keys that work where one is."""
        self._ways.show_help(self, self._desk)

    def action_open(self, place: str) -> None:
        """Show a place; where it is open already, go back to it."""
        self._ways.open_place(self, place, self._desk)

    def action_open_committee(self) -> None:
        """Show all that the committee of the row owes."""
        self._ways.open_committee(self, self._desk)

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
            self._ways.show_choices_anew(self)

    def on_changed(self, event: Changed) -> None:
        """Let a choice apply at once, on all screens of one's own register."""
        from revtrack.forms.settings import chosen_anew  # noqa: PLC0415 - forms, loaded by now

        if event.name == "theme":
            self.theme = THEME_NAMES.get(event.value or "", THEMES[0]).name
        before, self.desk = self.desk, chosen_anew(self.desk, event.name, event.value)
        for screen in self.screen_stack:
            if isinstance(screen, RevTrackScreen) and screen.desk is before:
                screen.desk = self.desk

    def action_command_palette(self) -> None:
        """Find any action by its name."""
        self._ways.show_palette(self)

    async def action_quit(self) -> None:
        """Leave; what is typed in forms that are open is kept as drafts."""
        await self._ways.keep_drafts(self)
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit, to those who try Ctrl+C."""
        self.notify(_("Press Ctrl+Q to quit."))


class RevTrackApp(RevTrackFrame):
    """RevTrack over a register that is open."""

    def __init__(
        self,
        store: Store,
        today: date,
        documents_folder: Path,
        *,
        drafts: DraftBox | None = None,
        own: OwnSettings | None = None,
    ) -> None:
        """Make the app; documents go to ``documents_folder``, what is typed to ``drafts``."""
        from revtrack.forms.desk import Desk  # noqa: PLC0415 - not before the frame of the other

        super().__init__(own)
        self.desk = Desk(store, today, documents_folder, drafts=drafts, own=own)

    def on_mount(self) -> None:
        """Begin with what needs somebody now."""
        self.begin_with(self.desk)


async def _in_thread_of_its_own(work: Callable[[], T]) -> T:
    """Return what the work answers; who leaves the program meanwhile does not wait for it.

    What it was writing is taken back when the register is opened next, as after a power cut.
    """
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()  # from now on nobody who has left can take it back

    def carry_out() -> None:
        try:
            done.set_result(work())
        except BaseException as fault:  # noqa: BLE001 - handed on to who waits for the answer
            done.set_exception(fault)

    Thread(target=carry_out, daemon=True).start()
    return await asyncio.wrap_future(done)


class OpeningApp(RevTrackFrame):
    """RevTrack that shows its frame at once, and opens the register meanwhile."""

    def __init__(self, open_desk: OpenDesk, today: date, own: OwnSettings | None = None) -> None:
        """Make the app that opens its register by ``open_desk``."""
        super().__init__(own)
        self._open_desk = open_desk
        self._today = today
        self.refusal: RevTrackError | None = None
        """Why the register could not be opened; None: it could."""
        self._is_opening = True
        self._told = ""
        """What was told last: where the register was brought up to date, where its copy lies."""

    def on_mount(self) -> None:
        """Show the frame; open the register once it is in sight."""
        self.push_screen(OpeningScreen(self._today))
        self.call_after_refresh(self.run_worker, self._open, group=READING)

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait until the register is open, but for leaving."""
        is_leaving = isinstance(event, events.Key) and event.key in LEAVING
        if self._is_opening and is_leaving:
            self.exit()
        else:
            await super().on_event(event)

    async def _open(self) -> None:
        try:
            desk = await _in_thread_of_its_own(self._opened)
        except RevTrackError as refusal:
            self.refusal = refusal
            self.exit()
        else:
            self._is_opening = False
            self.pop_screen()
            self.begin_with(desk)
            if desk.store.copy is not None:
                self.notify(self._told, timeout=LONG_NOTICE)

    def _opened(self) -> Desk:
        """Return what one works with, the screens loaded as well."""
        desk = self._open_desk(self._tell)
        _ = self._ways
        return desk

    def _tell(self, sentence: str) -> None:
        """Show what is being done with the register."""
        self._told = sentence
        if isinstance(self.screen, OpeningScreen):
            self.call_from_thread(self.screen.tell, sentence)
