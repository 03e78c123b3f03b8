"""Opening a file or a folder in the program that the desktop has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

from revtrack.domain.errors import RevTrackError

PATIENCE = 2.0
"""Seconds that the desktop is given to say that it cannot."""


def show_on_desktop(path: Path) -> None:
    """Open a file, or a folder, as a double click would; the program does not wait for it.

    Raises RevTrackError where it is gone, or there is no desktop to open it on.
    """
    place = path.absolute()
    if not place.exists():
        raise RevTrackError("{path} is not there any more.", path=place)
    if sys.platform == "win32":
        os.startfile(place)  # noqa: S606 - what is asked for, and only there
        return
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or not _has_desktop():
        raise RevTrackError("There is no desktop here to open it on. It lies in {path}", path=place)
    try:
        process = subprocess.Popen(  # noqa: S603 - the desktop's own program, and a whole path
            [program, str(place)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be opened: {reason}.", path=place, reason=fault
        ) from fault
    _look_whether_it_opens(process, place)


def _look_whether_it_opens(process: subprocess.Popen[bytes], place: Path) -> None:
    """Raise RevTrackError where the desktop says at once that it has no program for the file."""
    try:
        status = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:  # it stays until the file is closed
        Thread(target=process.wait, daemon=True).start()
        return
    if status:
        raise RevTrackError(
            "The desktop has no program that opens it. It lies in {path}", path=place
        )


def _has_desktop() -> bool:
    """Tell whether there is a screen with windows; elsewhere xdg-open would start a browser."""
    if sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
