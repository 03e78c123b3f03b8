"""Days, coarser dates as people write them, and Swedish holidays."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

FRIDAY = 4
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
