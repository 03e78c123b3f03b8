"""The one way in for other people's files.

A file is weighed, its kind told by its first bytes, an archive looked through, and only then read,
in a process of its own that has little time, little memory and no network. Whatever it holds, the
program goes on: what cannot be read is one plain sentence.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from revtrack.domain.errors import RevTrackError
from revtrack.reading.archive import DAMAGED, check_archive
from revtrack.reading.kinds import is_zip, kind_of, refuse_what_nobody_reads
from revtrack.reading.limits import LIMITS, MEGABYTE, Limits
from revtrack.reading.readers import READERS, Reader

_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package."""


def read_guarded(reader: str, content: bytes, *, limits: Limits = LIMITS, **options: str) -> Any:  # noqa: ANN401 - whatever JSON the reader gives
    """Return what the reader of this name makes of a file: plain values, as JSON holds them.

    ``options`` are handed to the reader. Raises RevTrackError with one sentence that says why, and
    what to do, where the file is too large, of another kind than the reader takes, damaged, made to
    do harm, or more than the reader manages within the limits. Nothing is written.
    """
    _check(READERS[reader], content, limits)
    return _result(_run(READERS[reader], content, limits, options))


def _check(reader: Reader, content: bytes, limits: Limits) -> None:
    if not content:
        raise RevTrackError("The file is empty.")
    if len(content) > limits.size:
        raise RevTrackError(
            "The file is larger than {megabytes} MB. Save it without pictures, or in parts.",
            megabytes=limits.size // MEGABYTE,
        )
    refuse_what_nobody_reads(content)
    names = check_archive(content, limits) if is_zip(content) else None
    kind = kind_of(content, names)
    if kind not in reader.kinds:
        raise RevTrackError(
            "The file is not of the kind that is wanted here: {endings}.",
            endings=tuple(each.value for each in reader.kinds),
        )


def _run(reader: Reader, content: bytes, limits: Limits, options: dict[str, str]) -> bytes:
    header = json.dumps({"memory": limits.memory, "options": options}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a place from our own table
            [sys.executable, "-P", "-m", "revtrack.reading.child", reader.place],
            input=header + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env={**os.environ, "PYTHONPATH": _search_path()},
            cwd=_ROOT,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise RevTrackError(
            "The file was not read: it takes longer than {seconds} seconds. "
            "Save it anew, or in parts.",
            seconds=f"{limits.seconds:g}",
        ) from None
    except subprocess.CalledProcessError:
        raise RevTrackError(DAMAGED) from None
    return done.stdout


def _search_path() -> str:
    return os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))


def _result(said: bytes) -> Any:  # noqa: ANN401 - whatever JSON the reader gives
    answer = json.loads(said)
    message = answer.get("refusal")
    if message:
        raise RevTrackError(message, **answer["values"])
    return answer["result"]
