"""The frame is shown while the register is opened; a refusal leaves the screen."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from typing import cast

from textual.pilot import Pilot

from revtrack.domain.errors import RevTrackError
from revtrack.forms.desk import Desk
from revtrack.storage.store import Store
from revtrack.tui.app import OpeningApp, RevTrackApp
from tests.tui.user import User

TODAY = date(2023, 3, 25)
LOADED = """
import sys, revtrack.__main__, revtrack.cli.frame.screen, revtrack.tui.app
print({"pydantic", "sqlalchemy", "sqlmodel", "docx", "openpyxl"} & set(sys.modules))
"""


async def test_the_frame_tells_what_is_done_and_keys_wait_until_the_register_is_there(
    awaiting_store: Store, tmp_path: Path
) -> None:
    may_go_on = Event()

    def open_desk(tell: Callable[[str], None]) -> Desk:
        tell("Registret kopieras …")
        may_go_on.wait(30)
        return Desk(awaiting_store, TODAY, tmp_path)

    app = OpeningApp(open_desk, TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        user = User(cast(RevTrackApp, app), pilot)  # it reads and presses, no more
        while "Registret kopieras" not in user.screen:
            await pilot.pause(0.01)
        assert "RevTrack – Översikt" in user.screen
        assert "25 mars 2023" in user.screen
        user._send("j", "j")  # noqa: SLF001 - without waiting for what it leads to
        may_go_on.set()
        await user.settle()
        assert "Försenade (7)" in user.screen
        await user.press("enter")
        assert "Grundskolenämnden · dnr GSN/2022:817" in user.screen


def test_who_leaves_does_not_wait_for_the_register() -> None:
    may_go_on, waited = Event(), []

    def open_desk(_tell: Callable[[str], None]) -> Desk:
        waited.append(may_go_on.wait(10))
        raise RevTrackError("The database is damaged.")

    async def leave(pilot: Pilot[object]) -> None:
        await pilot.press("ctrl+q")

    OpeningApp(open_desk, TODAY).run(headless=True, auto_pilot=leave)
    assert waited == []
    may_go_on.set()


async def test_why_a_register_cannot_be_opened_is_told_after_the_screen() -> None:
    def open_desk(_tell: Callable[[str], None]) -> Desk:
        raise RevTrackError("The database is damaged.")

    app = OpeningApp(open_desk, TODAY)
    async with app.run_test() as pilot:
        while app.refusal is None:
            await pilot.pause(0.01)
    assert app.refusal is not None


def test_the_frame_stands_on_nothing_that_takes_long_to_load() -> None:
    told = subprocess.run(  # noqa: S603 - this Python, a program written here
        [sys.executable, "-c", LOADED], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "set()"
