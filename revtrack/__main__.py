"""Starts the program, and writes down what goes wrong in it."""

from __future__ import annotations

import os
import sys
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from typing import TYPE_CHECKING

from revtrack.cli.frame.output import note
from revtrack.cli.frame.run import run
from revtrack.cli.frame.start import OpenRegister, Sitting
from revtrack.domain.days.local_time import HERE
from revtrack.settings import drafts_folder, log_file, read_settings, settings_file
from revtrack.wording.language import _

if TYPE_CHECKING:  # the register is loaded only by the commands that open it
    from collections.abc import Callable

    from revtrack.forms.desk import Desk
    from revtrack.services.choices import OwnSettings

FAULT_IN_PROGRAM = 70
"""Exit status of a fault in the program itself, as sysexits.h has it."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = run(sys.argv[1:], _show)
    except Exception as fault:  # noqa: BLE001 - the one place where a fault ends up
        status = _write_down(fault)
    sys.exit(status)


def _show(open_register: OpenRegister, sitting: Sitting) -> None:
    if sitting.is_plain:
        _hold_dialogue(open_register, sitting)
    else:
        _show_screen(open_register, sitting)


def _hold_dialogue(open_register: OpenRegister, sitting: Sitting) -> None:
    from revtrack.plain.start import hold_dialogue  # noqa: PLC0415 - not for the commands
    from revtrack.services.choices import OwnSettings  # noqa: PLC0415 - not for the commands

    own = OwnSettings(settings_file(), os.environ)
    desk = replace(
        _desk(open_register, note, sitting, own), firm=read_settings(own.environment, own.file).firm
    )
    hold_dialogue(desk, sys.stdin or StringIO(), sys.stdout)


def _show_screen(open_register: OpenRegister, sitting: Sitting) -> None:
    from revtrack.services.choices import OwnSettings  # noqa: PLC0415 - only for the screen
    from revtrack.tui.app import OpeningApp  # noqa: PLC0415 - Textual, only for the screen
    from revtrack.tui.keymap import read_keymap  # noqa: PLC0415 - Textual, only for the screen
    from revtrack.tui.terminal import knows_colours  # noqa: PLC0415 - only for the screen

    if not knows_colours():
        os.environ["NO_COLOR"] = "1"  # so that focus is shown by reversing, not by a ground

    keymap = read_keymap(sitting.keys)
    own = OwnSettings(settings_file(), os.environ)

    def open_desk(tell: Callable[[str], None]) -> Desk:
        return _desk(open_register, tell, sitting, own)

    app = OpeningApp(open_desk, sitting.today, own)
    app.set_keymap(keymap)
    app.run()
    if app.refusal is not None:
        raise app.refusal


def _desk(
    open_register: OpenRegister, tell: Callable[[str], None], sitting: Sitting, own: OwnSettings
) -> Desk:
    """Return the open register with what one works with."""
    from revtrack.forms.desk import Desk  # noqa: PLC0415 - not before the frame
    from revtrack.services.drafts import DraftBox  # noqa: PLC0415 - not before the frame

    store = open_register(tell)
    drafts = DraftBox(
        drafts_folder(), str(store.path.resolve()), store.person.name, lambda: datetime.now(HERE)
    )
    return Desk(
        store,
        sitting.today,
        sitting.documents,
        sitting.is_demo,
        drafts=None if sitting.is_demo else drafts,
        own=own,
    )


def _write_down(fault: Exception) -> int:
    """Write where the fault arose to the log, never what the register holds; say so in a line."""
    places = "".join(traceback.format_tb(fault.__traceback__))
    entry = f"{datetime.now(UTC).isoformat()} {type(fault).__name__}\n{places}\n"
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(entry)
    except OSError:
        note(_("There is a fault in RevTrack ({kind}).").format(kind=type(fault).__name__))
        return FAULT_IN_PROGRAM
    said = _("There is a fault in RevTrack ({kind}). Where it arose is written in {path}.")
    note(said.format(kind=type(fault).__name__, path=log_file()))
    return FAULT_IN_PROGRAM


if __name__ == "__main__":
    main()
