"""Days, numbers and names in words: Swedish for documents, either language for screens.

The words are written out here, not asked of Babel, whose first day costs more than a whole start.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from revtrack.domain.days.written_days import MONTHS

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": MONTHS,
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}
_QUARTERS: Mapping[str, tuple[str, ...]] = {
    "sv": ("första kvartalet", "andra kvartalet", "tredje kvartalet", "fjärde kvartalet"),
    "en": (
        *("the first quarter of", "the second quarter of"),
        *("the third quarter of", "the fourth quarter of"),
    ),
}
_BEFORE: Mapping[str, str] = {"sv": "inför", "en": "before"}
_SMALL: Mapping[str, tuple[str, ...]] = {
    "sv": (
        *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
        *("sju", "åtta", "nio", "tio", "elva", "tolv"),
    ),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
_AFTER_Z = str.maketrans(
    {"å": "z\ue000", "ä": "z\ue001", "æ": "z\ue001", "ö": "z\ue002", "ø": "z\ue002"}
)


def day_in_words(day: date, *, in_language: str = "sv") -> str:
    """Return the day as in running text: "20 mars 2023"."""
    return f"{day.day} {_MONTHS[in_language][day.month - 1]} {day.year}"


def weekday_in_words(day: date, *, in_language: str = "sv") -> str:
    """Return the day of the week: "måndag"."""
    return _WEEKDAYS[in_language][day.weekday()]


def month_in_words(day: date, *, in_language: str = "sv") -> str:
    """Return the month of a day in words: "mars"."""
    return _MONTHS[in_language][day.month - 1]


def coarse_in_words(coarse: str, *, in_language: str = "sv") -> str:
    """Return a coarse day as in running text: "juni 2023", "andra kvartalet 2023", "inför 2024".

    Raise ValueError where the text is no coarse day.
    """
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", coarse):
        return f"{_QUARTERS[in_language][int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(\d{2})", coarse):
        month = date(int(match[1]), int(match[2]), 1).month
        return f"{_MONTHS[in_language][month - 1]} {match[1]}"
    if match := re.fullmatch(r"inför (\d{4})", coarse):
        return f"{_BEFORE[in_language]} {match[1]}"
    if re.fullmatch(r"\d{4}", coarse):
        return coarse
    return day_in_words(date.fromisoformat(coarse), in_language=in_language)


def grouped(n: int) -> str:
    """Return a whole number in digits, a no-break space between thousands: "12 345"."""
    return f"{n:,}".replace(",", NO_BREAK_SPACE).replace("-", MINUS)


def count_in_words(n: int, *, gender: str = "en", in_language: str = "sv") -> str:
    """Return a count as in running text: letters up to twelve ("ett" where asked), then digits."""
    if not 0 <= n < len(_SMALL[in_language]):
        return grouped(n)
    if n == 1 and in_language == "sv":
        return gender
    return _SMALL[in_language][n]


def paragraph_sign(paragraph: str) -> str:
    """Return a paragraph of the minutes with its sign, never parted at a line's end: "§ 85"."""
    return f"§{NO_BREAK_SPACE}{paragraph.removeprefix('§').strip()}"


def capitalise_first(text: str) -> str:
    """Return the text with its first letter as a capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def swedish_key(text: str) -> str:
    """Return a key that sorts as Swedish does: å, ä and ö after z, other accents and cases alike.

    The text itself comes last in the key, so that two texts never share one.
    """
    marked = unicodedata.normalize("NFC", text).casefold().translate(_AFTER_Z)
    parts = unicodedata.normalize("NFD", marked)
    plain = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return f"{plain}\0{text}"
