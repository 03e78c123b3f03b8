"""Swedish personal identity numbers, coordination numbers and days of birth in a text.

Source: Skatteverket. Ten digits or twelve, a hyphen (a plus sign from the year a person turns 100)
or nothing before the last four, the last of all the Luhn sum of the nine before it; a coordination
number has 60 added to its day. The third digit of an organisation's number is 2 or more, so that
it never begins with a day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from revtrack.domain.days.written_days import ANY_MONTH

COORDINATION = 60
"""What is added to the day of a coordination number."""
_SPACE = r"[ \u00a0\u202f]"
_SHAPE = re.compile(
    r"(?<![\d,-])(?<!\d[./:])(?P<century>18|19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    rf"(?P<sign>{_SPACE}?[-+\u2010-\u2015\u2212]?{_SPACE}?)(?P<last>\d{{4}}|[\dXx*•_]{{4}})"
    r"(?![\d/Xx*•_]|[.,:-]\d)"
)
_LABEL = re.compile(
    r"(?:person(?:nummer|nr)|pnr|samordningsn(?:ummer|r)|född\w?)\.?:?[ \u00a0]*$", re.IGNORECASE
)
_LABEL_WIDTH = 24
_MONTHS = f"{ANY_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
_BIRTH = re.compile(
    r"\b(?:(?P<cohort>födda)|född|fött|föddes|f\.|födelse(?:dag|datum|tid|år))"
    rf"(?:{_SPACE}|:|\b(?:den|år|i|är)\b){{0,6}}"
    r"(?P<day>(?:(?:18|19|20)\d\d-?\d\d-?\d\d|\d{6}"
    rf"|\d{{1,2}}\.?{_SPACE}(?:{_MONTHS})\.?{_SPACE}(?:19|20)?\d\d"
    r"|\d{1,2}/\d{1,2}[ \u00a0/-](?:19|20)?\d\d)(?![\w-])"
    r"|(?:18|19|20)\d\d(?![\w/:-])|[-'’]\d\d(?!\w))",
    re.IGNORECASE,
)
_A_YEAR = 4
"""How many signs a year has: children born in a year are many, one who is born in it is one."""
_LEAP_YEAR = 2000
"""A year of the century that has every day of the calendar, where the text names none."""


@dataclass(frozen=True)
class Number:
    """A personal number and where it stands."""

    span: tuple[int, int]
    is_mistyped: bool
    """Whether its last digit is not the one that the others lead to."""


def personal_numbers(text: str) -> Iterator[Number]:
    """Yield each number that begins with a day of the calendar, also one with its end masked.

    One with a wrong last digit is none where it has neither a sign nor a word before it that
    tells what it is: it may be any number of ten digits.
    """
    for found in _SHAPE.finditer(text):
        if not _is_day(found):
            continue
        if not found["last"].isdigit():
            if found["sign"].strip():
                yield Number(found.span(), is_mistyped=False)
            continue
        digits = "".join(found[name] for name in ("year", "month", "day", "last"))
        is_mistyped = _luhn(digits) != 0
        before = text[max(0, found.start() - _LABEL_WIDTH) : found.start()]
        if not is_mistyped or found["sign"].strip() or _LABEL.search(before):
            yield Number(found.span(), is_mistyped)


def births(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text tells when somebody was born; a year that many were born in is none."""
    for found in _BIRTH.finditer(text):
        if not (found["cohort"] and len(found["day"]) <= _A_YEAR):
            yield found.span()


def check_digit(digits: str) -> int:
    """Return the last digit of the number that begins with these nine."""
    return -_luhn(f"{digits}0") % 10


def _is_day(found: re.Match[str]) -> bool:
    day = int(found["day"])
    year = int(f"{found['century']}{found['year']}") if found["century"] else _LEAP_YEAR
    try:
        date(year, int(found["month"]), day - COORDINATION if day > COORDINATION else day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> int:
    """Return the sum of the digits by Luhn's rule, modulo 10; 0 for a whole number."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10  # noqa: PLR2004 - the largest digit
