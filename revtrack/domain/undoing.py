"""Undoing and redoing: which wish of a person is next, told by the reasons in the history.

A wish that undoes or redoes another names it in its reason: ``undo 412``, where 412 is the number
of the first change of the wish as it was carried out at first. So the sealed history itself tells
what is undone, also after a restart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Whether a wish is taken back or carried out again."""

    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Done:
    """A wish as the history tells it."""

    wish: int
    first: int
    """The number of its first change."""
    why: str | None


@dataclass(frozen=True)
class Turn:
    """A wish that can be undone or redone."""

    direction: Direction
    about: int
    """The number of the first change of the wish, as it was carried out at first."""
    wish: int
    """The wish whose changes are turned round: itself, or the last that undid or redid it."""

    @property
    def reason(self) -> str:
        """The reason by which the history tells of it."""
        return f"{self.direction.value} {self.about}"


_REASON = re.compile(rf"({'|'.join(Direction)}) ([0-9]+)")


def turn_named(why: str | None) -> tuple[Direction, int] | None:
    """Return what a wish did to which change, by its reason; None for a wish of another kind."""
    found = _REASON.fullmatch(why or "")
    return (Direction(found[1]), int(found[2])) if found else None


def next_undo(latest_first: Iterable[Done]) -> Turn | None:
    """Return the latest wish that stands; None where all is undone."""
    settled: set[int] = set()
    for done in latest_first:
        direction, about = turn_named(done.why) or (None, done.first)
        if about in settled:
            continue
        if direction is not Direction.UNDO:
            return Turn(Direction.UNDO, about, done.wish)
        settled.add(about)
    return None


def next_redo(latest_first: Iterable[Done]) -> Turn | None:
    """Return the wish that was undone last; None once anything else has been done since."""
    settled: set[int] = set()
    for done in latest_first:
        named = turn_named(done.why)
        if named is None:
            return None
        direction, about = named
        if about in settled:
            continue
        if direction is Direction.UNDO:
            return Turn(Direction.REDO, about, done.wish)
        settled.add(about)
    return None
