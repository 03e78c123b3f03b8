"""The program on the screen, or in plain lines, opened on the register."""

from pathlib import Path

from revtrack.cli.frame.opened import opened, person_of
from revtrack.cli.frame.start import Sitting, Start, is_at_terminal, is_terminal_dumb
from revtrack.domain.errors import UsageError
from revtrack.services.database.opening import create_store


def open_screen(start: Start) -> None:
    """Open the register and show it; the default register is made at the first start.

    Plain lines may be answered through a pipe.
    """
    is_plain = start.is_plain or is_terminal_dumb()
    if not is_plain and not is_at_terminal():
        raise UsageError("The screen needs a terminal. The commands are listed by: revtrack --help")
    if not start.is_database_chosen and not start.database.exists() and not start.is_read_only:
        create_store(start.database, person_of(start)).close()
    with opened(start, thorough=True) as store:
        documents = start.documents or Path()
        start.show_screen(store, Sitting(start.today, documents, start.keys, is_plain=is_plain))
