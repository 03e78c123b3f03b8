"""What all screens share: asking the services, showing refusals, going back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from typing import TYPE_CHECKING, ClassVar, ParamSpec, TypeVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from revtrack.domain.errors import RevTrackError
from revtrack.tui import keys
from revtrack.tui.refusals import word_here
from revtrack.tui.show import one_line
from revtrack.wording import _, language
from revtrack.wording.words import day_in_words

if TYPE_CHECKING:  # the frame is shown before the register is loaded
    from revtrack.forms.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")
Result = TypeVar("Result")

LONG_NOTICE, SHORT_NOTICE = 12.0, 3.0
"""Seconds that a refusal stays in sight; that it is read only stands in the heading as well."""

READING, WRITING, LOOKING_UP = "load", "begin", "look_up"
WAITED_FOR = frozenset({READING, WRITING})
"""Work that the next key waits for: it changes what the key is meant for."""


class Heading(Static):
    """The top line: where one is on the left; the day, and what is special, on the right."""

    def __init__(self, desk: Desk | date) -> None:
        """Keep what stands on the right; the day alone while no register is open."""
        super().__init__()
        self._right = _circumstances(desk)
        self._title = ""
        self._counted = ""

    def call_it(self, title: str) -> None:
        """Put this on the left."""
        self._title = one_line(title)
        self.refresh()

    def count_marks(self, told: str) -> None:
        """Put how many rows are marked before the day; nothing where none is."""
        self._counted = told
        self.refresh()

    def render(self) -> Text:
        """Return the line; a long title is cut, visibly, before the day is."""
        right = " · ".join(filter(None, (self._counted, self._right)))
        room = max(self.content_size.width - len(right) - 1, 8)
        left = Text(self._title, style="bold")
        left.truncate(room, overflow="ellipsis", pad=True)
        return Text.assemble(left, " ", right, no_wrap=True)


def _circumstances(desk: Desk | date) -> str:
    """Return the day, and what is special about the register, in words."""
    if isinstance(desk, date):
        return day_in_words(desk, in_language=language())
    marks = [
        _("Demo") if desk.is_demo else "",
        _("Reading only") if desk.store.is_read_only and not desk.is_past else "",
        _("As it stood") if desk.is_past else "",
        day_in_words(desk.today, in_language=language()),
    ]
    return " · ".join(filter(None, marks))


class RevTrackScreen(Screen[Result], inherit_bindings=False):
    """A screen that asks services in a thread and shows what they refuse."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.SCREEN]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget that has the focus; it paints itself, not the whole screen with it."""

    def __init__(self, desk: Desk) -> None:
        """Take over the desk."""
        super().__init__()
        self.desk = desk
        self.is_resumed = False
        """Whether it is on top and has begun to read what it shows."""

    def on_screen_resume(self) -> None:
        """Begin to obey keys; screens that read the register have begun that by now."""
        self.is_resumed = True

    def on_screen_suspend(self) -> None:
        """Leave keys to the screen above."""
        self.is_resumed = False

    async def ask(self, service: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the service answers; it works in a thread while the screen lives on."""
        return await asyncio.to_thread(service, *args, **kwargs)

    def load(self, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        """Begin a reading; one that has begun earlier is given up."""
        return self.run_worker(work, group=READING, exclusive=True, exit_on_error=False)

    def look_up(self, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        """Begin a reading that nobody waits for, in place of one that has begun earlier."""
        return self.run_worker(work, group=LOOKING_UP, exclusive=True, exit_on_error=False)

    def begin(self, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        """Begin something that writes or opens a form; nothing interrupts it."""
        return self.run_worker(work, group=WRITING, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show a refusal; let a fault in the program end it, with its trace in the log."""
        if event.state is not WorkerState.ERROR or event.worker.error is None:
            return
        if not isinstance(event.worker.error, RevTrackError):
            raise event.worker.error
        self.refuse(event.worker.error)

    def refuse(self, refusal: RevTrackError, seconds: float = LONG_NOTICE) -> None:
        """Show why a wish cannot be carried out."""
        self.app.notify(word_here(refusal), severity="error", timeout=seconds)

    def tell(self, sentence: str) -> None:
        """Show what has been done."""
        self.app.notify(sentence)

    def may_write(self) -> bool:
        """Tell whether the register may be changed; where not, a notice says so."""
        if self.desk.is_past:
            self.refuse(
                RevTrackError(
                    "This is the register as it stood on {day}, so nothing can be changed in it. "
                    "Go back with Esc to the register as it is.",
                    day=self.desk.today,
                ),
                SHORT_NOTICE,
            )
        elif self.desk.store.is_read_only:
            self.refuse(
                RevTrackError(
                    "The register is open for reading only, so nothing can be changed. "
                    "Open it again without --read-only."
                ),
                SHORT_NOTICE,
            )
        return not self.desk.store.is_read_only

    def called(self, name: str) -> str:
        """Return what the key of this name does here, where it has a word of its own."""
        del name
        return ""

    def offers(self, name: str) -> bool:
        """Tell whether the key of this name has something to do where the cursor stands."""
        del name
        return True

    def takes_key(self, key: events.Key) -> bool:
        """Take a key before any binding does; tell whether it is taken."""
        del key
        return False

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)

    def action_reload(self) -> None:
        """Read the register again, where a screen shows it."""
