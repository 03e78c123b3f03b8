"""A process of our own program beside this one, which is spoken to by its standard streams."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package."""


def begun(module: str, *words: str) -> subprocess.Popen[bytes]:
    """Return a process that runs a module of ours; its remarks go nowhere.

    It finds the package where this one does, and nothing that lies where the program was started.
    Raises OSError where no process can be begun.
    """
    return subprocess.Popen(  # noqa: S603 - our own module, and words from our own tables
        [sys.executable, "-P", "-m", module, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _search_path()},
        cwd=_ROOT,
    )


def _search_path() -> str:
    return os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
