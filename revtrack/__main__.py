"""Starts the program, and writes down what goes wrong in it."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import UTC, datetime
from io import StringIO
from typing import TYPE_CHECKING

from revtrack.cli.frame.output import note
from revtrack.cli.frame.run import run
from revtrack.domain.days.local_time import HERE
from revtrack.settings import drafts_folder, log_file, settings_file
from revtrack.wording.language import _

if TYPE_CHECKING:  # the register is loaded only by the commands that open it
    from revtrack.cli.frame.start import Sitting
    from revtrack.storage.store import Store

FAULT_IN_PROGRAM = 70
"""Exit status of a fault in the program itself, as sysexits.h has it."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = run(sys.argv[1:], _show)
    except Exception as fault:  # noqa: BLE001 - the one place where a fault ends up
        status = _write_down(fault)
    sys.exit(status)


def _show(store: Store, sitting: Sitting) -> None:
    if sitting.is_plain:
        _hold_dialogue(store, sitting)
    else:
        _show_screen(store, sitting)


def _hold_dialogue(store: Store, sitting: Sitting) -> None:
    from revtrack.forms.desk import Desk  # noqa: PLC0415 - not for the commands
    from revtrack.plain.start import hold_dialogue  # noqa: PLC0415 - not for the commands

    desk = Desk(store, sitting.today, sitting.documents, is_demo=sitting.is_demo)
    hold_dialogue(desk, sys.stdin or StringIO(), sys.stdout)


def _show_screen(store: Store, sitting: Sitting) -> None:
    from revtrack.services.choices import OwnSettings  # noqa: PLC0415 - only for the screen
    from revtrack.services.drafts import DraftBox  # noqa: PLC0415 - only for the screen
    from revtrack.tui.app import RevTrackApp  # noqa: PLC0415 - Textual, only for the screen
    from revtrack.tui.keymap import read_keymap  # noqa: PLC0415 - Textual, only for the screen
    from revtrack.tui.terminal import knows_colours  # noqa: PLC0415 - only for the screen

    if not knows_colours():
        os.environ["NO_COLOR"] = "1"  # so that focus is shown by reversing, not by a ground

    keymap = read_keymap(sitting.keys)
    drafts = DraftBox(
        drafts_folder(), str(store.path.resolve()), store.person.name, lambda: datetime.now(HERE)
    )
    app = RevTrackApp(
        store,
        sitting.today,
        sitting.documents,
        is_demo=sitting.is_demo,
        drafts=None if sitting.is_demo else drafts,
        own=OwnSettings(settings_file(), os.environ),
    )
    app.set_keymap(keymap)
    app.run()


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
