"""Somebody who works with the program by its keys and reads what stands on the screen."""

from dataclasses import dataclass

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from revtrack.tui.app import RevTrackApp


@dataclass
class User:
    """Presses keys, types texts, and reads the screen."""

    app: RevTrackApp
    pilot: Pilot[None]
    keys_pressed: int = 0
    """Keys besides the typed texts."""

    async def settle(self) -> None:
        """Wait until all that was begun is done and shown."""
        await self.pilot.pause()
        while any(not worker.is_finished for worker in self.app.workers):
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one by one, reading the screen after each."""
        for key in keys:
            self.keys_pressed += 1
            self._send(key, key if len(key) == 1 else None)
            await self.settle()

    async def rush(self, *parts: str) -> None:
        """Press keys and type texts as fast as they come, without looking at the screen.

        A text begins with a quotation mark: ``rush("n", "'Granskning", "enter")``.
        """
        for part in parts:
            if part.startswith("'"):
                for sign in part[1:]:
                    self._send(_character_to_key(sign), sign)
            else:
                self.keys_pressed += 1
                self._send(part, part if len(part) == 1 else None)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text into the field that has the focus, key by key."""
        assert isinstance(self.app.focused, Input | TextArea)
        for sign in text:
            self._send(_character_to_key(sign), sign)
        await self.settle()

    def _send(self, name: str, sign: str | None) -> None:
        """Send a key as the terminal does, without waiting for what it leads to."""
        driver = self.app._driver  # noqa: SLF001 - where a terminal's keys come in
        assert driver is not None
        key = events.Key(name, sign)
        key.set_sender(self.app)
        driver.send_message(key)

    @property
    def screen(self) -> str:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()  # noqa: SLF001 - what is really drawn
        lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
        return "\n".join(lines)

    @property
    def words(self) -> str:
        """What stands on the screen, with single spaces and without line ends."""
        return " ".join(self.screen.replace("│", " ").split())

    @property
    def notices(self) -> list[str]:
        """The notices in sight, the latest last."""
        return [each.message for each in self.app._notifications]  # noqa: SLF001 - nothing public
