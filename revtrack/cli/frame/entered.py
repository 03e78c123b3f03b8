"""Records made from what was typed; what is wrong with it becomes one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from revtrack.cli.frame.parts import day_of
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Record
from revtrack.wording import complaints

_AS_WORDED = "{complaints}"
"""The complaints are worded already, so the catalogue need not hold their frame."""

R = TypeVar("R", bound=Record)


def made(kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401 - whatever the record holds
    """Return the record; raise UsageError with all that is wrong with its fields."""
    with complaints_told():
        return kind(**fields)


@contextmanager
def complaints_told() -> Iterator[None]:
    """Turn what a record complains of in here into a UsageError of one sentence or more."""
    try:
        yield
    except ValidationError as fault:
        raise UsageError(_AS_WORDED, complaints=" ".join(complaints(fault))) from fault


def day_in(text: str) -> date:
    """Return the day that a part of a word says; raise UsageError where it is none."""
    day = day_of(text)
    if day is None:
        raise UsageError("{input} is no day in the calendar; write YYYY-MM-DD.", input=text)
    return day
