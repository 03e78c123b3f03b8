"""Lines with a day, put under the week or the quarter that the day lies in."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

MONTHS_IN_QUARTER = 3


class Span(StrEnum):
    """How much time lies under one heading."""

    WEEK = "week"
    QUARTER = "quarter"


@dataclass(frozen=True, order=True)
class Period:
    """A week or a quarter of the calendar."""

    first: date
    last: date
    """The last day, included."""
    span: Span
    year: int
    """The year that the number counts in; of a week that of its Thursday (ISO 8601)."""
    number: int


class Dated(Protocol):
    """A line that has a day."""

    @property
    def due_on(self) -> date:
        """The day that counts."""


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True)
class Group(Generic[D]):
    """The lines of one period, in the order they were given."""

    period: Period
    lines: tuple[D, ...]


def period_of(day: date, span: Span) -> Period:
    """Return the week, Monday first, or the quarter that a day lies in."""
    if span is Span.WEEK:
        year, number, weekday = day.isocalendar()
        first = day - timedelta(days=weekday - 1)
        return Period(first, first + timedelta(days=6), span, year, number)
    number = (day.month - 1) // MONTHS_IN_QUARTER + 1
    month = number * MONTHS_IN_QUARTER
    last = date(day.year, month, calendar.monthrange(day.year, month)[1])
    return Period(date(day.year, month - 2, 1), last, span, day.year, number)


def grouped(lines: Iterable[D], span: Span) -> tuple[Group[D], ...]:
    """Return the lines under their periods, the earliest first; no line is lost, none doubled."""
    found: dict[Period, list[D]] = {}
    for line in lines:
        found.setdefault(period_of(line.due_on, span), []).append(line)
    return tuple(Group(period, tuple(found[period])) for period in sorted(found))
