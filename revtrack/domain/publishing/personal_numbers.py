"""Swedish personal identity numbers and coordination numbers in a text.

Source: Skatteverket. Ten digits or twelve, a hyphen (a plus sign from the year a person turns 100)
or nothing before the last four, the last of all the Luhn sum of the nine before it; a coordination
number has 60 added to its day.
"""

import re
from collections.abc import Iterator
from datetime import date

COORDINATION = 60
"""What is added to the day of a coordination number."""
_SHAPE = re.compile(
    r"(?<![\d,-])(?<!\d[./:])(?P<century>18|19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"[ \u00a0\u202f]?[-+\u2010-\u2015\u2212]?[ \u00a0\u202f]?(?P<last>\d{4})(?![\d/]|[.,:-]\d)"
)
_LEAP_YEAR = 2000
"""A year of the century that has every day of the calendar, where the text names none."""


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield each number in the text: a day of the calendar, and the sum that only they have."""
    for found in _SHAPE.finditer(text):
        digits = "".join(found[name] for name in ("year", "month", "day", "last"))
        if _is_day(found) and _luhn(digits) == 0:
            yield found


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
