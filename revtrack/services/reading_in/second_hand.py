"""A second process that does half of what is to be done with the papers of a large file.

It begins while the text of the file is still read, and is our own program on our own values. Where
it fails, everything is done here.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from types import TracebackType
from typing import IO, Self, TypeVar, cast

from revtrack.confined.own_process import begun
from revtrack.domain.proposals.tasks import OnDone, in_turn
from revtrack.domain.texts.any_case import made_ready

T = TypeVar("T")

PAGES, TASKS = 100, 30
"""So many pages call for a second process, and so many tasks are shared with it, at least."""

_FAILED = (
    *(OSError, EOFError, pickle.UnpicklingError),
    *(ValueError, LookupError, AttributeError, ImportError, TypeError),
)
"""What an answer may be taken for that is none: nothing, or the words of something else."""
_RULES = "revtrack.domain.proposals.reading"
"""What the tasks are made of, to be at hand before they come."""


class SecondHand:
    """A process beside this one, which waits for tasks; it ends with the context."""

    def __init__(self) -> None:
        """Begin nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Begin nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, if there is one."""
        self._end()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            with suppress(OSError), self._process:
                pass  # closes its pipes, and waits for its end
            self._process = None

    def is_called(self, pages: int) -> None:
        """Begin the process where a file has many pages; it is ready when their text is read."""
        if self._process is None and pages >= PAGES and (os.cpu_count() or 1) > 1:
            with suppress(OSError):
                self._process = begun(__name__)
                made_ready()

    def do_each(self, tasks: Sequence[Callable[[], T]], on_done: OnDone | None = None) -> list[T]:
        """Return what each task gives, in their order; every other is done in the process.

        ``on_done`` is called as they are done here, and counts those done there as well; all are
        done when it says so.
        """
        theirs = tasks[1::2]
        if len(tasks) < TASKS or not self._is_given(theirs):
            return in_turn(tasks, on_done)

        def on_mine(done: int, _of: int) -> None:
            if on_done:
                on_done(min(2 * done, len(tasks) - 1), len(tasks))

        made: list[T | None] = [None] * len(tasks)
        try:
            made[::2] = in_turn(tasks[::2], on_mine)
        except BaseException:
            self._end()  # nobody reads what it will answer
            raise
        made[1::2] = self._answer(theirs, on_mine)
        if on_done:
            on_done(len(tasks), len(tasks))
        return cast("list[T]", made)

    def _is_given(self, tasks: Sequence[Callable[[], T]]) -> bool:
        """Hand tasks to the process; tell whether there is one that took them."""
        if self._process is None:
            return False
        entrance = cast("IO[bytes]", self._process.stdin)
        try:
            pickle.dump(list(tasks), entrance, pickle.HIGHEST_PROTOCOL)
            entrance.flush()
        except OSError:
            self._end()
            return False
        return True

    def _answer(self, tasks: Sequence[Callable[[], T]], on_done: OnDone) -> list[T]:
        """Return what the process made of its tasks; they are done here where it failed."""
        out = cast("IO[bytes]", cast("subprocess.Popen[bytes]", self._process).stdout)
        try:
            return cast("list[T]", pickle.load(out))  # noqa: S301 - from our own process
        except _FAILED:
            self._end()
            return in_turn(tasks, on_done)


def main() -> None:
    """Do the tasks on standard input, and put what they give on standard output, till it ends."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # what anything else says is no answer
    import_module(_RULES)
    made_ready()
    with suppress(EOFError):
        while True:
            tasks = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
            pickle.dump(in_turn(tasks), out, pickle.HIGHEST_PROTOCOL)
            out.flush()


if __name__ == "__main__":
    main()
