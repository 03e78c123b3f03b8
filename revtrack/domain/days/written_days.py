"""The days that stand in a running text: 2023-03-20, 20 mars 2023, den 20:e mars 2023, 20/3 2023.

A day without a year is none of them: which year is meant the paper's own day tells, or a person.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
ANY_MONTH = "|".join(MONTHS)
"""For a pattern."""
_LEAP_YEAR = 2000
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "okt": 10}
_MONTH_OF = (
    {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT | {"nov": 11, "dec": 12}
)
DAY = re.compile(
    r"(?<![\d/.:-])(?:(?P<year>\d{4})[-‐–.](?P<month>\d{2})[-‐–.](?P<day>\d{2})"
    r"|(?P<compact>(?:19|20)\d{6})"
    rf"|(?P<mday>\d{{1,2}})(?::?[ea])?\s*(?P<name>{'|'.join(_MONTH_OF)})\.?,?\s*(?P<myear>\d{{4}})"
    r"|(?P<sday>\d{1,2})[/.](?P<smonth>\d{1,2})[ /.-]\s?(?P<syear>(?:19|20)\d{2}))(?![\d-])",
    re.IGNORECASE,
)
"""How a day is written; one that is no day of the calendar fits too."""
_FIGURE = re.compile(r"\d")
"""What every day is written with."""
_WITHOUT_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<day>\d{{1,2}})(?::?[ea])?\s+(?P<name>{ANY_MONTH}|{'|'.join(_MONTH_OF)})\b"
    r"\.?(?!\s*,?\s*\d{4})"
    r"|(?<![\d/.-])(?P<figure>\d{1,2})/(?P<month>\d{1,2})(?![\d/-])(?!\s*,?\s*\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WrittenDay:
    """A day in a text, with where it begins and ends there."""

    day: date
    start: int
    end: int


def days_in(text: str) -> Iterator[WrittenDay]:
    """Give the days that a text states, in its order; those of no calendar not."""
    for match in DAY.finditer(text) if _FIGURE.search(text) else ():
        try:
            yield WrittenDay(_day(match), *match.span())
        except ValueError:
            continue


def days_without_year_in(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Give month, day, begin and end of the days that a text states without their year."""
    for match in _WITHOUT_YEAR.finditer(text) if _FIGURE.search(text) else ():
        month = int(match["month"]) if match["month"] else _MONTH_OF[match["name"].casefold()]
        day = int(match["day"] or match["figure"])
        if 1 <= month <= len(MONTHS) and 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]:
            yield month, day, *match.span()


def last_days_in(text: str, until: date) -> Iterator[date]:
    """Give the days that a text states without a year: of each the last one, ``until`` included."""
    for month, day, _, _ in days_without_year_in(text):
        year = until.year - ((month, day) > (until.month, until.day))
        if day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day)


def _day(match: re.Match[str]) -> date:
    if said := match["compact"]:
        return date(int(said[:4]), int(said[4:6]), int(said[6:]))
    if match["name"]:
        month = _MONTH_OF[match["name"].casefold()]
        return date(int(match["myear"]), month, int(match["mday"]))
    if match["sday"]:
        return date(int(match["syear"]), int(match["smonth"]), int(match["sday"]))
    return date(int(match["year"]), int(match["month"]), int(match["day"]))
