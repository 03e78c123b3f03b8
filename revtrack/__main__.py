"""Starts the program, and writes down what goes wrong in it."""

import sys
import traceback
from datetime import UTC, datetime

from revtrack.cli.output import note
from revtrack.cli.run import run
from revtrack.settings import log_file
from revtrack.wording.language import _

FAULT_IN_PROGRAM = 70
"""Exit status of a fault in the program itself, as sysexits.h has it."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = run(sys.argv[1:])
    except Exception as fault:  # noqa: BLE001 - the one place where a fault ends up
        status = _write_down(fault)
    sys.exit(status)


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
