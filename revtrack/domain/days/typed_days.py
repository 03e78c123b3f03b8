"""Coarse days as people write them in a form: "juni 2023", "Q2 2023", "senast den 30 juni 2023"."""

import re
from datetime import date

from revtrack.domain.days.dates import check_coarse, parse_day

_LEADING = re.compile(
    r"(?:(?:klart?|senast|under|i|till|den|före|innan|utgången av|slutet av|år|årets slut)\s+)+"
)
_ORDINALS = {"första": "1", "andra": "2", "tredje": "3", "fjärde": "4"}
_QUARTER_FIRST = re.compile(r"(?:q|kv\.?|kvartal)\s*([1-4])[\s/-]*(\d{4})")
_QUARTER_LAST = re.compile(r"(\d{4})[\s/-]*(?:q|kv\.?|kvartal)\s*([1-4])")
_QUARTER_NAMED = re.compile(r"(första|andra|tredje|fjärde|[1-4])[:ae.]*\s*kvartalet\s*(\d{4})")
_MONTH_FIRST = re.compile(r"([a-zåäö]+)\.?\s+(\d{4})")
_MONTH_LAST = re.compile(r"(\d{4})\s+([a-zåäö]+)")
_SEPARATED = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_BEFORE = re.compile(r"(inför|till) (\d{4})")


def read_coarse(text: str) -> str | None:
    """Return the day that a text names, as exact as it is stated; None where it names none.

    A day without its year is none: a form may come back in another year than it was filled in.
    """
    said = " ".join(text.casefold().split()).rstrip(".")
    if before := _BEFORE.fullmatch(said):
        return _checked(f"inför {before[2]}")
    bare = _LEADING.sub("", f"{said} ", count=1).strip() if _LEADING.match(said) else said
    for reading in (bare, _quarter(bare), _month(bare), _day(bare)):
        found = _checked(reading) if reading else None
        if found:
            return found
    return None


def _checked(text: str) -> str | None:
    try:
        return check_coarse(text)
    except ValueError:
        return None


def _quarter(text: str) -> str | None:
    if found := _QUARTER_FIRST.fullmatch(text):
        return f"{found[2]}-Q{found[1]}"
    if found := _QUARTER_LAST.fullmatch(text):
        return f"{found[1]}-Q{found[2]}"
    if found := _QUARTER_NAMED.fullmatch(text):
        return f"{found[2]}-Q{_ORDINALS.get(found[1], found[1])}"
    return None


def _month(text: str) -> str | None:
    if found := _MONTH_FIRST.fullmatch(text):
        name, year = found[1], found[2]
    elif found := _MONTH_LAST.fullmatch(text):
        name, year = found[2], found[1]
    else:
        return None
    day = _parsed(f"1 {name} {year}")
    return f"{day:%Y-%m}" if day else None


def _day(text: str) -> str | None:
    if found := _SEPARATED.fullmatch(text):
        text = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    day = _parsed(text) if _YEAR.search(text) else None
    return day.isoformat() if day else None


def _parsed(text: str) -> date | None:
    try:
        return parse_day(text, date.max)
    except (ValueError, OverflowError):
        return None
