"""What is known when a command starts: the register's place, the day, the person."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Start:
    """What was said before the command, or stands in the settings."""

    database: Path
    """The register's file."""
    is_database_chosen: bool
    """Whether a person named it; what nobody named is made at the first start of the screen."""
    today: date
    is_today_chosen: bool
    """Whether a person named the day; else it is the clock's."""
    user: str
    role: str | None
    """Code of the person's role; None: nothing is said."""
    documents: Path | None
    """Folder that documents are written to; None: the folder one stands in."""
    is_read_only: bool = False
    why: str | None = None
    """The reason that is kept with the change."""
