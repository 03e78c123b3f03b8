"""Tasks of reading that do not wait for each other, so that several processes may share them."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")

OnDone = Callable[[int, int], None]
"""Called with how many of so many tasks are done."""


class DoEach(Protocol):
    """A way to do tasks; each can be pickled, with what it gives."""

    def __call__(self, tasks: Sequence[Callable[[], T]], on_done: OnDone | None = None) -> list[T]:
        """Return what each task gives, in their order; ``on_done`` is called as they are done."""
        ...


def told_again(on_done: OnDone | None, done: int, of: int) -> OnDone | None:
    """Return what tells the same however many are done: that it goes on, and may be ended."""
    return (lambda _done, _of: on_done(done, of)) if on_done else None


def in_turn(tasks: Sequence[Callable[[], T]], on_done: OnDone | None = None) -> list[T]:
    """Return what each task gives, one done after the other."""
    made = []
    for done, task in enumerate(tasks, start=1):
        made.append(task())
        if on_done:
            on_done(done, len(tasks))
    return made
