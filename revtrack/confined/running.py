"""Work handed to a process of its own that has little time, little memory and no network.

What others made is worked on there: a file that is read, a template that is filled in. Whatever it
holds, the program goes on. What comes back is plain values.
"""

import json
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from threading import Event, Timer
from typing import IO, Any, cast

from revtrack.confined.limits import LIMITS, Limits
from revtrack.confined.own_process import begun
from revtrack.confined.telling import told
from revtrack.domain.errors import RevTrackError

OnProgress = Callable[[int, int], None]
"""Called with how many of so many pieces of the work are done."""


class Stop(Enum):
    """Why work was given up."""

    TIME = "time"
    MEMORY = "memory"
    LENGTH = "length"
    """It answered more than is taken in here, where no such limits hold."""
    DEATH = "death"
    """The process ended without an answer: it failed, or did what such work never does."""


class StoppedError(Exception):
    """Work that was given up; whoever asked for it words what that means."""

    def __init__(self, why: Stop) -> None:
        """Keep why."""
        super().__init__(why.value)
        self.why = why


def run_confined(
    place: str,
    content: bytes,
    options: Mapping[str, Any],
    limits: Limits = LIMITS,
    on_progress: OnProgress | None = None,
) -> Any:  # noqa: ANN401 - whatever JSON the work gives
    """Return what the function at ``module:function`` makes of some bytes: plain values, as JSON.

    It is called with the bytes and the options, which are plain values too. A refusal of its own
    comes through as the RevTrackError that it raised. Raises StoppedError where it took more than
    the limits allow, or ended without an answer. It can write nothing. ``on_progress`` is called
    with how many of so many pieces are done, where the work tells it.
    """
    answer = json.loads(_run(place, content, options, limits, on_progress))
    if answer.get("memory"):
        raise StoppedError(Stop.MEMORY)
    if message := answer.get("refusal"):
        raise RevTrackError(message, **answer["values"])
    return answer["result"]


def _run(
    place: str,
    content: bytes,
    options: Mapping[str, Any],
    limits: Limits,
    on_progress: OnProgress | None,
) -> bytes:
    header = json.dumps({"memory": limits.memory, "options": dict(options)}).encode()
    with begun("revtrack.confined.child", place) as child:
        return _answer(child, header + b"\n" + content, limits, on_progress)


def _answer(
    child: subprocess.Popen[bytes], asked: bytes, limits: Limits, on_progress: OnProgress | None
) -> bytes:
    """Return what the process answers; it is ended at the limits, and has ended when this does."""
    is_late = Event()

    def end() -> None:
        is_late.set()
        child.kill()

    clock = Timer(limits.seconds, end)
    clock.start()
    try:
        with suppress(OSError), cast("IO[bytes]", child.stdin) as entrance:
            entrance.write(asked)  # one that has ended takes no more; that shows below
        said = _said(cast("IO[bytes]", child.stdout), limits.answer, on_progress)
        has_failed = child.wait() != 0
    finally:
        clock.cancel()
        child.kill()
    if is_late.is_set():
        raise StoppedError(Stop.TIME)
    if has_failed:
        raise StoppedError(Stop.DEATH)
    return said


def _said(out: IO[bytes], most: int, on_progress: OnProgress | None) -> bytes:
    """Return what the process answers, without the lines that tell how far it has come."""
    said: list[bytes] = []
    left = most
    while line := out.readline(left + 1):
        left -= len(line)
        if left < 0:
            raise StoppedError(Stop.LENGTH)
        progress = told(line)
        if progress is None:
            said.append(line)
        elif on_progress is not None:
            on_progress(*progress)
    return b"".join(said)
