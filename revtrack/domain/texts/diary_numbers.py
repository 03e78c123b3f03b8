"""Diarienummer: whose series a number belongs to, which year, and when two spellings are one.

A number is kept as it was typed. Forms differ between authorities and unknown ones are allowed:
what cannot be read off a number is None.
"""

import re
from dataclasses import dataclass

from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import lines_of

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<series>[A-ZÅÄÖ]{2,6})[ /:-](?P<year>\d{4})[:/-](?P<serial>\d{1,6}(\.\d{1,4})?)",
        r"(?P<series>[A-ZÅÄÖ]{2,6}) ?(?P<year>\d{2})/(?P<serial>\d{3,5})",
        r"(?P<serial>\d+(\.\d+)*-\d+)/(?P<year>\d{4})",
        r"(?P<serial>\d{3}-\d{1,5})-(?P<year>\d{4})",
        r"(?P<year>\d{4})[:/-](?P<serial>\d{1,6})",
    )
)
"""Forms seen: KSKF/2022:442, KS 2018/455, KS-2014/742.912, SN 18/0098, 3.1.2-56/2016, 2021/31."""
_LEADING = re.compile(r"^(DNR|DIARIENR|DIARIENUMMER)\b[.:]?\s*")
_SEPARATORS = re.compile(r"[-/:\s]+")
_CENTURY = 2000


@dataclass(frozen=True)
class DiaryNumber:
    """What a diary number tells."""

    key: str
    """What two spellings of one number have in common."""
    series: str | None = None
    """The letters that it begins with: ``KSKF``."""
    year: int | None = None


def diary_key(text: str) -> str:
    """Return what two spellings of one diary number have in common.

    >>> diary_key("KS-2014/742.912") == diary_key("ks 2014/742.912")
    True
    """
    bare = _LEADING.sub("", " ".join(text.upper().split()))
    parts = re.sub(r"(?<=[^\W\d])(?=\d)", " ", bare)
    return _SEPARATORS.sub("-", parts).strip("-")


def read_diary_number(text: str) -> DiaryNumber:
    """Return what a diary number tells; no series and no year where its form is not known."""
    bare = _LEADING.sub("", " ".join(text.upper().split()))
    for form in _FORMS:
        found = form.fullmatch(bare)
        if found:
            groups = found.groupdict()
            year = int(groups["year"])
            whole = year if year > 99 else _CENTURY + year  # noqa: PLR2004 - two digits of a year
            return DiaryNumber(diary_key(text), groups.get("series"), whole)
    return DiaryNumber(diary_key(text))


def series_of(committee: Committee) -> frozenset[str]:
    """Return what a committee's diary numbers may begin with: its prefixes and abbreviation."""
    named = (*lines_of(committee.diary_prefixes), committee.abbreviation or "")
    return frozenset(each.upper().strip(" /:-") for each in named if each)
