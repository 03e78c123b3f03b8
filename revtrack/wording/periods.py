"""Weeks and quarters in words, and days without the year that is known from beside them."""

import re
from collections.abc import Mapping
from datetime import date

from revtrack.domain.days.agenda import Period, Span
from revtrack.wording.language import _, language
from revtrack.wording.words import coarse_in_words, month_in_words

_SHORT: Mapping[str, tuple[str, ...]] = {
    "sv": (
        *("jan", "feb", "mars", "april", "maj", "juni"),
        *("juli", "aug", "sep", "okt", "nov", "dec"),
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def short_day(day: date, beside: date) -> str:
    """Return a day as short as it can be told beside another: "28 feb", "19 dec 2022"."""
    month = _SHORT[language()][day.month - 1]
    return f"{day.day} {month}" if day.year == beside.year else f"{day.day} {month} {day.year}"


def range_in_words(first: date, last: date) -> str:
    """Return the days from first to last: "20–26 mars 2023", "27 mars–2 april 2023"."""
    begins = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begins = f"{first.day} {month_in_words(first, in_language=language())}"
    if first.year != last.year:
        begins = f"{begins} {first.year}"
    return f"{begins}–{last.day} {month_in_words(last, in_language=language())} {last.year}"


def period_in_words(period: Period) -> str:
    """Return a period as a heading: "v. 12 (20–26 mars 2023)", "kvartal 1 2023"."""
    if period.span is Span.QUARTER:
        return _("quarter {number} {year}").format(number=period.number, year=period.year)
    days = range_in_words(period.first, period.last)
    return _("week {number} ({days})").format(number=period.number, days=days)


def due_by(coarse: str) -> str:
    """Return by when something is to be done, after "by" in English: "senast juni 2023".

    An exact day stays as it stands in lists. What is due before a year is not due in it.
    """
    is_exact = re.fullmatch(r"\d{4}-\d{2}-\d{2}", coarse) is not None
    told = coarse if is_exact else coarse_in_words(coarse, in_language=language())
    is_before = coarse.startswith("inför ")
    if language() != "sv":
        return f"the beginning of {coarse.removeprefix('inför ')}" if is_before else told
    return told if is_before else f"senast {told}"
