"""Somebody who works with the program by its keys and reads what stands on the screen."""

import asyncio
from dataclasses import dataclass
from time import monotonic

from textual import events
from textual._queue import Queue
from textual.keys import _character_to_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from revtrack.tui.app import RevTrackApp

LONGEST = 60
"""Seconds after which a program that is still busy is taken to be so for ever."""


RESTS = 4
"""Looks in a row at which a program is at rest: some of what it begins waits in no queue."""

draw = Screen._compositor_refresh  # noqa: SLF001 - what a terminal would show, drawn in whole


def leave_undrawn(screen: Screen[object]) -> None:
    """Leave what is to be drawn until somebody reads the screen, as behind a slow line."""
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()  # noqa: SLF001 - they are known as regions by now
    else:
        draw(screen)


@dataclass
class User:
    """Presses keys, types texts, and reads the screen."""

    app: RevTrackApp
    pilot: Pilot[None]
    keys_pressed: int = 0
    """Keys besides the typed texts."""

    async def settle(self) -> None:
        """Wait until all that was begun is done and shown."""
        await self._rest()
        draw(self.app.screen)

    async def _rest(self) -> None:
        """Wait until all that was begun is done.

        A pilot's pause asks each widget and then sleeps; looking at what waits is faster and sure.
        """
        begun, rests = monotonic(), 0
        while rests < RESTS and self.app.is_running and not self.app._exception:  # noqa: SLF001 - nothing public
            await asyncio.sleep(0.004)
            is_busy = self._is_busy()
            is_to_draw = _is_to_draw(self.app.screen)
            rests = 0 if is_busy or is_to_draw else rests + 1
            if is_to_draw and not is_busy:
                self.app.screen._on_timer_update()  # noqa: SLF001 - as a sixtieth of a second later
            assert monotonic() - begun < LONGEST, "the program never comes to rest"

    def _is_busy(self) -> bool:
        if any(not worker.is_finished for worker in self.app.workers):
            return True
        screens = [each.walk_children(with_self=True) for each in self.app.screen_stack]
        return any(_has_work(each) for each in (self.app, *(one for of in screens for one in of)))

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each when the one before is done, and read the screen."""
        for key in keys:
            self.keys_pressed += 1
            self._send(key, key if len(key) == 1 else None)
            await self._rest()
        draw(self.app.screen)

    async def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(*size)
        await self.settle()

    async def back_to(self, depth: int = 1) -> None:
        """Press Esc until so many screens are left: with one, the overview or what it stands on."""
        while len(self.app.screen_stack) > depth:
            await self.press("escape")

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


def _has_work(pump: MessagePump) -> bool:
    """Tell whether messages wait, or one is being worked with: at rest it waits for the next."""
    queue: Queue[Message | None] = pump._message_queue  # noqa: SLF001 - nothing public tells
    is_waiting = bool(queue.ready_event._waiters)  # noqa: SLF001 - the same
    return pump.is_running and not (queue.empty() and is_waiting)


def _is_to_draw(screen: Screen[object]) -> bool:
    marks = "_layout_required", "_scroll_required", "_repaint_required", "_recompose_required"
    return any(getattr(screen, each) for each in (*marks, "_dirty_widgets", "_callbacks"))
