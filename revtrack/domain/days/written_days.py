"""The days that stand in a running text: 2023-03-20, 20 mars 2023, den 20:e mars 2023, 20/3 2023.

A day without a year is none here: which year is meant only a person can tell.
"""

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


@dataclass(frozen=True)
class WrittenDay:
    """A day in a text, with where it begins and ends there."""

    day: date
    start: int
    end: int


def days_in(text: str) -> Iterator[WrittenDay]:
    """Give the days that a text states, in its order; those of no calendar not."""
    for match in DAY.finditer(text):
        try:
            yield WrittenDay(_day(match), *match.span())
        except ValueError:
            continue


def _day(match: re.Match[str]) -> date:
    if said := match["compact"]:
        return date(int(said[:4]), int(said[4:6]), int(said[6:]))
    if match["name"]:
        month = _MONTH_OF[match["name"].casefold()]
        return date(int(match["myear"]), month, int(match["mday"]))
    if match["sday"]:
        return date(int(match["syear"]), int(match["smonth"]), int(match["sday"]))
    return date(int(match["year"]), int(match["month"]), int(match["day"]))
