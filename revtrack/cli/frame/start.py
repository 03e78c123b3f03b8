"""What is known when a command starts: the register's place, the day, the person."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the register is loaded only by the commands that open it
    from revtrack.storage.store import Store


@dataclass(frozen=True)
class Sitting:
    """What the screen is to know besides the register."""

    today: date
    documents: Path
    """Folder that documents are written to."""
    keys: Mapping[str, str]
    """Keys of the person's own choice, by the name of the action."""
    is_demo: bool = False
    is_plain: bool = False
    """Whether it is held as a dialogue in plain lines, and not on the screen."""


Tell = Callable[[str], None]
"""Tells a person a sentence: in a line, or on the screen."""
OpenRegister = Callable[[Tell], "Store"]
"""Opens the register, telling what takes long; it is closed by whoever handed this out."""
ShowScreen = Callable[[OpenRegister, Sitting], None]
"""Shows a register on the screen, or in plain lines, that it opens itself."""


def is_at_terminal() -> bool:
    """Tell whether a person sits at both ends, so that the screen can be shown."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_terminal_dumb() -> bool:
    """Tell whether the terminal can show lines and nothing else."""
    return os.environ.get("TERM") == "dumb"


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
    templates: Path | None
    """Folder of the office's own templates; None: ours are used."""
    keys: Mapping[str, str]
    """Keys of the person's own choice on the screen, by the name of the action."""
    show_screen: ShowScreen
    is_read_only: bool = False
    is_plain: bool = False
    """Whether plain lines are wanted in place of the screen and of tables."""
    why: str | None = None
    """The reason that is kept with the change."""
