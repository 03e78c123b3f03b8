"""Days as people write them in a form: "om 3 veckor", "fredag", "juni 2023", "Q2 2023"."""

import re
from datetime import date, timedelta

from revtrack.domain.days.dates import Towards, add_months, check_coarse, parse_day

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

_COUNTS = {
    name: number
    for number, names in enumerate(
        ("en ett a an one", "två two", "tre three", "fyra four", "fem five", "sex six"), start=1
    )
    for name in names.split()
}
_UNITS = {
    **dict.fromkeys(("dag", "dagar", "day", "days"), "day"),
    **dict.fromkeys(("vecka", "veckor", "week", "weeks"), "week"),
    **dict.fromkeys(("månad", "månader", "month", "months"), "month"),
    **dict.fromkeys(("år", "year", "years"), "year"),
}
_AHEAD = re.compile(r"(?:om|in) (\w+) (\w+)")
_AGO = re.compile(r"(?:för )?(\w+) (\w+) (?:sedan|sen|ago)")
_RELATIVE = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("igår", "i går", "yesterday"), -1),
    **dict.fromkeys(("i förrgår", "förrgår"), -2),
    **dict.fromkeys(("imorgon", "i morgon", "imorron", "tomorrow"), 1),
    **dict.fromkeys(("i övermorgon", "övermorgon"), 2),
}
_WEEKDAYS = (
    *("måndag mån monday mon", "tisdag tis tuesday tue", "onsdag ons wednesday wed"),
    *("torsdag tors thursday thu", "fredag fre friday fri", "lördag lör saturday sat"),
    "söndag sön sunday sun",
)
_WEEKDAY_OF = {name: at for at, names in enumerate(_WEEKDAYS) for name in names.split()}
_WEEKDAY = re.compile(r"(?:(på|i|on|last|förra|nu på) )?(\w+)\.?")
WEEK = 7


def read_day(
    text: str, today: date, towards: Towards = Towards.NEAREST, seen_from: date | None = None
) -> date:
    """Return the day that somebody types in a field: as ``parse_day``, and relative to today.

    "om 3 veckor", "för 2 månader sedan", "i morgon" and "fredag" are seen from today; a day without
    its year from ``seen_from``, where another day is given. A weekday is today or the first ahead;
    of what lies behind (``towards``, "i fredags") the latest. Raises ValueError for what is no day.
    """
    said = " ".join(text.casefold().split())
    if said in _RELATIVE:
        return today + timedelta(days=_RELATIVE[said])
    try:
        found = _counted(said, today) or _weekday(said, today, towards)
    except (OverflowError, ValueError) as fault:
        raise ValueError(text) from fault
    return found or parse_day(text, seen_from or today, towards)


def _counted(said: str, today: date) -> date | None:
    """Return the day so many days, weeks, months or years ahead or ago."""
    for pattern, sign in ((_AHEAD, 1), (_AGO, -1)):
        if (found := pattern.fullmatch(said)) and found[2] in _UNITS:
            count = int(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1])
            return None if count is None else _moved(today, sign * count, _UNITS[found[2]])
    return None


def _moved(day: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (WEEK if unit == "week" else 1))
    return add_months(day, count * (12 if unit == "year" else 1))


def _weekday(said: str, today: date, towards: Towards) -> date | None:
    found = _WEEKDAY.fullmatch(said)
    if found is None:
        return None
    name = found[2] if found[2] in _WEEKDAY_OF else found[2].removesuffix("s")
    if name not in _WEEKDAY_OF:
        return None
    ahead = (_WEEKDAY_OF[name] - today.weekday()) % WEEK
    if name != found[2] or found[1] in {"last", "förra"}:
        return today - timedelta(days=-ahead % WEEK or WEEK)
    if towards is Towards.PAST:
        return today - timedelta(days=-ahead % WEEK)
    return today + timedelta(days=ahead)


def read_coarse_here(text: str, today: date, towards: Towards = Towards.NEAREST) -> str:
    """Return the coarse day that somebody types in a field, where a day may lack its year.

    Raises ValueError for what is no day.
    """
    return read_coarse(text) or read_day(text, today, towards).isoformat()


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
