"""The days of a text that asks for something by them, also those whose year the letter tells."""

import calendar
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from revtrack.domain.days.written_days import ANY_MONTH, MONTHS, days_in, days_without_year_in
from revtrack.domain.texts.numerals import CARDINALS

_END_OF_MONTH = re.compile(
    r"\b(?:sista|utgången av|slutet av)\s+(?:dagen i\s+)?"
    rf"(?P<month>{ANY_MONTH})\b(?:\s+(?P<year>20\d\d)\b)?"
    rf"|\b(?P<of>{ANY_MONTH}) månads (?:utgång|slut)\b(?:\s+(?P<then>20\d\d)\b)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\binom (?P<number>{'|'.join(CARDINALS)}|\d{{1,2}}) (?P<unit>månad|veck)\w*"
    r" (?:räknat )?(?:från|efter)(?: och med)? (?:den )?",
    re.IGNORECASE,
)
"""What stands before a day from which a time is counted."""
_FROM_OWN = re.compile(
    r"(?:dagens datum|detta datum|(?:datum|dagen) för (?:detta|denna) \w+|(?:brevets|missivets"
    r"|skrivelsens) (?:datum|datering|dag))\b|detta (?:brevs|missivs) (?:datum|datering|dag)\b",
    re.IGNORECASE,
)
"""A letter's own day, as it names it itself."""
SURE, _OF_MONTH, _OF_NEXT_YEAR = 0.95, 0.8, 0.75
"""How sure a day is: its year is written, a month stands for its last day, the year is told."""


@dataclass(frozen=True)
class LooseDay:
    """A day in a text, with where it begins and ends there, and how sure it is."""

    day: date
    start: int
    end: int
    confidence: float


def loose_days_in(
    text: str, own_day: date | None, written: Container[int] = ()
) -> tuple[LooseDay, ...]:
    """Return the days of a text, in its order.

    A day without a year is the next one after ``own_day``, the letter's own; sure where another day
    of the text has that year, or it is among the years that are ``written`` with days before.
    """
    found = [LooseDay(each.day, each.start, each.end, SURE) for each in days_in(text)]
    years = {each.day.year for each in found}
    counted = [*_counted(text, found, own_day)]
    begun = {each.end for each in counted}
    found = [*(each for each in found if each.end not in begun), *counted]
    for match in _END_OF_MONTH.finditer(text):
        month = MONTHS.index((match["month"] or match["of"]).casefold()) + 1
        said = match["year"] or match["then"]
        year = int(said) if said else _next_year(own_day, month, 1)
        if year is not None:
            last = calendar.monthrange(year, month)[1]
            found.append(LooseDay(date(year, month, last), *match.span(), _OF_MONTH))
    for day, start, end in _without_year(text, own_day):
        is_told = day.year in years or day.year in written
        confidence = SURE if is_told else _OF_NEXT_YEAR
        found.append(LooseDay(day, start, end, confidence))
    return tuple(sorted(found, key=lambda each: each.start))


def _counted(text: str, found: Sequence[LooseDay], own_day: date | None) -> Iterator[LooseDay]:
    """Give the days that are counted from another: "inom tre månader från den 7 juni 2017"."""
    for match in _WITHIN.finditer(text):
        own = _FROM_OWN.match(text, match.end())
        begins = next((each for each in found if each.start == match.end()), None)
        first = own_day if own else begins.day if begins else None
        if first is None:
            continue
        said = match["number"].casefold()
        number = int(said) if said.isdigit() else CARDINALS.index(said) + 1
        day = _later(first, number, is_months=match["unit"].casefold() == "månad")
        end = own.end() if own else begins.end if begins else match.end()
        yield LooseDay(day, match.end(), end, _OF_MONTH)


def _later(first: date, number: int, *, is_months: bool) -> date:
    """Return the day so many months or weeks later."""
    if not is_months:
        return first + timedelta(weeks=number)
    months = first.year * len(MONTHS) + first.month - 1 + number
    year, month = months // len(MONTHS), months % len(MONTHS) + 1
    return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))


def _without_year(text: str, own_day: date | None) -> Iterator[tuple[date, int, int]]:
    for month, day, start, end in days_without_year_in(text):
        year = _next_year(own_day, month, day)
        if year is not None and day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day), start, end


def _next_year(own_day: date | None, month: int, day: int) -> int | None:
    """Return the year of the next such day; None where the letter has no day of its own."""
    if own_day is None:
        return None
    return own_day.year + ((month, day) < (own_day.month, own_day.day))
