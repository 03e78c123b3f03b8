"""The program on the screen, or in plain lines, opened on the register."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.cli.frame.start import Sitting, Start, Tell, is_at_terminal, is_terminal_dumb
from revtrack.domain.errors import UsageError

if TYPE_CHECKING:  # the register is loaded once the frame is shown
    from revtrack.storage.store import Store


def open_screen(start: Start) -> None:
    """Show the register, which the screen opens; plain lines may be answered through a pipe."""
    is_plain = start.is_plain or is_terminal_dumb()
    if not is_plain and not is_at_terminal():
        raise UsageError("The screen needs a terminal. The commands are listed by: revtrack --help")
    with ExitStack() as until_closed:

        def open_register(tell: Tell) -> Store:
            return _open(start, tell, until_closed)

        documents = start.documents or Path()
        start.show_screen(
            open_register, Sitting(start.today, documents, start.keys, is_plain=is_plain)
        )


def _open(start: Start, tell: Tell, until_closed: ExitStack) -> Store:
    """Return the open register; the default register is made at the first start."""
    from revtrack.cli.frame.opened import opened, person_of  # noqa: PLC0415 - after the frame
    from revtrack.services.database.opening import create_store  # noqa: PLC0415 - after the frame

    if not start.is_database_chosen and not start.database.exists() and not start.is_read_only:
        create_store(start.database, person_of(start)).close()
    return until_closed.enter_context(opened(start, thorough=True, tell=tell))
