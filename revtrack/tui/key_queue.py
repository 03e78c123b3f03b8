"""Keys are obeyed one at a time, each when the one before has had its effect.

Without this a key that is typed while a form is being opened would reach the screen behind it, and
a letter meant for a field would become a command there.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker

from revtrack.tui.base import WAITED_FOR, RevTrackScreen

STEP = 0.005
"""Seconds between two looks at whether a screen is ready."""
LAPS = 2
"""Times that a turn goes after a key: what a field says of the key goes before the second one."""
LOST = 0.2
"""Seconds that a turn is waited for; it is lost where its widget went away with a closed form."""


class KeyTurn(Message):
    """Follows a key on its way; when it has come to the app, the key has been obeyed."""

    def __init__(self, came: asyncio.Event) -> None:
        """Make the turn that sets this event."""
        super().__init__()
        self.came = came


class KeyQueue:
    """What has been typed and not yet been obeyed."""

    def __init__(self, app: App[None], obey: Callable[[events.Key], Awaitable[None]]) -> None:
        """Make an empty queue; ``obey`` sends a key to where it belongs."""
        self._app = app
        self._obey = obey
        self._typed: deque[events.Key] = deque()
        self._is_obeying = False
        self._worker: Worker[None] | None = None

    def add(self, key: events.Key) -> None:
        """Obey a key once all that was typed before it is obeyed."""
        self._typed.append(key)
        if not self._is_obeying:
            self._is_obeying = True
            self._worker = self._app.run_worker(self._obey_all, group="keys")

    async def _obey_all(self) -> None:
        try:
            while self._typed:
                while not self._is_ready():  # noqa: ASYNC110 - nothing tells that a screen is ready
                    await asyncio.sleep(STEP)
                await self._obey_one(self._typed.popleft())
        finally:
            self._is_obeying = False

    async def _obey_one(self, key: events.Key) -> None:
        target: Widget = self._app.focused or self._app.screen
        await self._obey(key)
        for _lap in range(LAPS if key.is_forwarded else 0):
            came = asyncio.Event()
            if not target.post_message(KeyTurn(came)):
                return
            try:
                await asyncio.wait_for(came.wait(), LOST)
            except TimeoutError:
                return

    def _is_ready(self) -> bool:
        """Tell whether the screen on top is there, has its focus, and waits for nothing."""
        screen = self._app.screen
        if isinstance(screen, RevTrackScreen) and not screen.is_resumed:
            return False
        return screen.is_mounted and not any(
            worker.group in WAITED_FOR and not worker.is_finished for worker in self._app.workers
        )
