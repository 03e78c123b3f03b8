"""Ways of doing one thing, timed side by side in one run: the ratio holds where seconds do not."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True)
class Figure:
    """A figure to reach: what was measured against what, and the ratio that came out."""

    what: str
    """What was measured, and beside what."""
    value: float
    """The ratio, or what ``unit`` says."""
    goal: float
    """The figure to reach; what is lower is better."""
    unit: str = "×"
    """``×`` for a ratio, ``s`` and ``ms`` for time, ``MB`` for memory."""

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal


def medians(ways: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median seconds of each way; they take turns, so that a slow moment hits all."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def process(*arguments: str) -> Callable[[], object]:
    """Return a way that runs Python with these arguments as a process of its own."""

    def run() -> object:
        return subprocess.run(  # noqa: S603 - Python itself with arguments of ours
            [sys.executable, *arguments], check=True, capture_output=True
        )

    return run


def peak_memory(module: str, arguments: Sequence[str]) -> float:
    """Return the most memory, in MB, that a module needs as a process of its own."""
    code = (
        "import resource, runpy, sys; sys.argv = sys.argv[1:]; "
        "runpy.run_module(sys.argv[0], run_name='__main__'); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(  # noqa: S603 - Python itself with a module of ours
        [sys.executable, "-c", code, module, *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1]) / 1024
