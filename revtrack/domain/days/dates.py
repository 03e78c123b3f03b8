"""Days, coarser dates as people write them, and Swedish holidays."""

import calendar
import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

FRIDAY = 4
LEAP = 8
"""The longest time without a 29 February, in years."""
FIRST_YEAR, LAST_YEAR = 1900, 2200

_YEAR = re.compile(r"([0-9]{4})\Z")
_BEFORE_YEAR = re.compile(r"inför ([0-9]{4})\Z")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])\Z")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})\Z")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")


def _period(text: str) -> tuple[date, date]:
    if match := _YEAR.match(text):
        year = int(match[1])
        return date(year, 1, 1), date(year, 12, 31)
    if match := _BEFORE_YEAR.match(text):
        year = int(match[1]) - 1
        return date(year, 1, 1), date(year, 12, 31)
    if match := _QUARTER.match(text):
        year, month = int(match[1]), 3 * int(match[2])
        return date(year, month - 2, 1), date(year, month, calendar.monthrange(year, month)[1])
    if match := _MONTH.match(text):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if match := _DAY.match(text):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    raise ValueError(text)


def check_coarse(text: str) -> str:
    """Return the coarse day as it is kept; raise ValueError where it is none."""
    text = " ".join(text.split())
    first, _ = _period(text)
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise ValueError(text)
    return text


CoarseDay = Annotated[str, AfterValidator(check_coarse)]
"""A day as exact as stated: ``2023``, ``2023-Q2``, ``2023-06``, ``2023-06-30``, ``inför 2024``."""


def first_day(coarse: str) -> date:
    """Return the first day that a coarse day covers."""
    return _period(coarse)[0]


def last_day(coarse: str) -> date:
    """Return the last day that a coarse day covers; "inför 2024" ends with the year before."""
    return _period(coarse)[1]


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_MONTH_NAMES = (
    *("januari january jan", "februari february feb", "mars march mar", "april apr"),
    *("maj may", "juni june jun", "juli july jul", "augusti august aug"),
    *("september sept sep", "oktober october okt oct", "november nov", "december dec"),
)
_MONTH_OF = {
    name: month for month, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:[ -/](\d{4}))?\Z")
_SPELLED = re.compile(r"(?:den )?(\d{1,2})(?::[ea])? ([a-z]+)\.?(?: (\d{4}))?\Z")
_WORDS = {"idag": 0, "i dag": 0, "today": 0, "igår": -1, "i går": -1, "yesterday": -1}


class Towards(Enum):
    """Which year a day without one belongs to."""

    PAST = "past"
    """The latest such day that is not ahead: of a letter, a meeting, a reply."""
    NEAREST = "nearest"
    FUTURE = "future"
    """The first such day that lies ahead: by which a reply is asked for."""


def parse_day(text: str, today: date, towards: Towards = Towards.NEAREST) -> date:
    """Return the day that somebody typed: 2023-03-20, 20230320, 20/3, 20 mars, 20 mars 2023, idag.

    Without a year it is the one of that name that lies where ``towards`` says, seen from ``today``.
    Raises ValueError where the text is no day in the calendar.
    """
    text = " ".join(text.casefold().split())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    if match := _SLASHED.match(text):
        return _day_of(match[1], int(match[2]), match[3], (today, towards))
    if (match := _SPELLED.match(text)) and match[2] in _MONTH_OF:
        return _day_of(match[1], _MONTH_OF[match[2]], match[3], (today, towards))
    if not re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _day_of(day: str, month: int, year: str | None, seen: tuple[date, Towards]) -> date:
    if year is not None:
        return date(int(year), month, int(day))
    today, towards = seen
    found = [
        date(each, month, int(day))
        for each in range(today.year - LEAP, today.year + LEAP + 1)
        if 1 <= int(day) <= calendar.monthrange(each, month)[1]
    ]
    if not found:
        raise ValueError(day)
    if towards is Towards.PAST:
        return max(each for each in found if each <= today)
    if towards is Towards.FUTURE:
        return min(each for each in found if each > today)
    return min(found, key=lambda each: abs(each - today))


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - a tenth of a second that only a proposed day needs

    kinds = (holidays.PUBLIC, holidays.DE_FACTO)
    return frozenset(holidays.country_holidays("SE", years=year, categories=kinds))


def is_working_day(day: date) -> bool:
    """Tell whether Swedish offices work: Monday to Friday, no public and no de facto holiday.

    Source: the ``holidays`` package's public and de facto days for Sweden.
    """
    return day.weekday() <= FRIDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself if offices work, else the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """Return the day so many working days later, or earlier where the count is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day
