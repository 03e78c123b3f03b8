"""A second process that reads half of the papers of a large file, where there are many.

It begins while the text of the file is still read, and is our own program on our own values. Where
it fails, everything is read here.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, Self, cast

from revtrack.confined.own_process import begun
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import OnePaper

PAGES, PAPERS = 100, 30
"""So many pages call for a second process, and so many papers are shared with it, at least."""


class SecondHand:
    """A process beside this one, which waits for papers to read; it ends with the context."""

    def __init__(self, on_paper: Callable[[int, int], None] | None = None) -> None:
        """Take what is told how many of so many papers are read; nothing is begun."""
        self._on_paper = on_paper
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

    def read_each(self, papers: Sequence[OnePaper]) -> Iterable[Proposal]:
        """Give what each paper proposes, in their order; every other is read in the process.

        It reads once; what is read again is read here.
        """
        theirs = papers[1::2] if len(papers) >= PAPERS and self._is_given(papers[1::2]) else ()
        mine = papers[::2] if theirs else papers
        step = 2 if theirs else 1
        made = []
        for done, each in enumerate(mine, 1):
            made.append(each.proposal())
            if self._on_paper:
                self._on_paper(min(step * done, len(papers)), len(papers))
        if not theirs:
            return made
        others = self._answer() or [each.proposal() for each in theirs]
        self._end()
        return _in_turn(made, others)

    def _is_given(self, papers: Sequence[OnePaper]) -> bool:
        """Hand papers to the process; tell whether it took them."""
        if self._process is None:
            return False
        entrance = cast("IO[bytes]", self._process.stdin)
        try:
            pickle.dump(list(papers), entrance, pickle.HIGHEST_PROTOCOL)
            entrance.close()
        except OSError:
            return False
        return True

    def _answer(self) -> list[Proposal] | None:
        """Return what the process made of its papers; None where it failed."""
        process = cast("subprocess.Popen[bytes]", self._process)
        try:
            return cast(
                "list[Proposal]",
                pickle.load(cast("IO[bytes]", process.stdout)),  # noqa: S301 - from our own process
            )
        except (OSError, EOFError, pickle.UnpicklingError):
            return None


def _in_turn(first: Sequence[Proposal], second: Sequence[Proposal]) -> Iterator[Proposal]:
    """Give the proposals of two hands by turns; the first may have one more."""
    for place, each in enumerate(first):
        yield each
        if place < len(second):
            yield second[place]


def main() -> None:
    """Read the papers on standard input, and put what each proposes on standard output."""
    papers: list[OnePaper] = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    made = [each.proposal() for each in papers]
    pickle.dump(made, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
