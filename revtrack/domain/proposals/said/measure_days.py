"""What a paper's own day tells of the times in an answer: "från den 1 mars" is then behind.

A time from which on something is so, which lies before the paper's day, is written as what is so
since then; a line that only says by when something is ready is done, or is due. Where no year is
told, the nearest such day is meant.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from revtrack.domain.proposals.said.measure_times import MONTH

_MONTHS = tuple(MONTH.removeprefix("(?:").removesuffix(")").split("|"))
_SEASONS = {
    **dict.fromkeys(("årsskiftet", "nyår"), (1, 1)),
    **dict.fromkeys(("vårterminen", "våren"), (1, 10)),
    **dict.fromkeys(("sommaren",), (6, 1)),
    **dict.fromkeys(("halvårsskiftet",), (7, 1)),
    **dict.fromkeys(("höstterminen", "läsåret", "hösten"), (8, 20)),
}
_SHORT = {each[:3]: number for number, each in enumerate(_MONTHS, start=1)} | {"sept": 9}
_YEAR = r"(?:19|20)\d\d"
_TIME = (
    rf"(?:den |i |och med )*(?:(?P<iso>{_YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?:(?P<day>\d{{1,2}})(?::e)? )?(?P<month>{'|'.join(_MONTHS)})(?:sammanträdet|mötet"
    rf"|rapporten"
    rf"|bokslutet)?"
    rf"|(?P<short>jan|feb|apr|aug|sept?|okt|nov|dec)\b\.?"
    rf"|(?P<season>{'|'.join(_SEASONS)})|(?P<alone>{_YEAR}))"
    rf"(?:[ ,]+(?P<year>{_YEAR})(?:[/-]\d\d(?:\d\d)?)?|(?P<this> i år))?(?![\w-])"
)
_FROM = re.compile(
    r"(?:\b(?:från och med|fr\.?\s?o\.?\s?m\.?|f\.r\.o\.m\.|med (?:början|start))"
    rf"(?P<closing> (?:boksl|årsredov)[a-zåäö]+)?"
    rf"(?: (?!{'|'.join(_SEASONS)})[a-zåäö]+(?:et|en|an)(?= (?:i|den|för|per|vid"
    rf"|{_YEAR})\b))?(?: (?:för|per|vid)\b)?"
    rf"|(?:^|(?<=[,;:] )|(?<=\boch )|(?<=\batt )|(?<=\bgäller )|(?<=\bsom )|(?<=\bär )"
    rf"|(?<=\bhar )|(?<=[a-zåäö]s ))från) {_TIME}",
    re.IGNORECASE,
)
"""A time from which on something is so, and not of when a paper is: "riktlinjen från 2011"."""
_READY = re.compile(
    r"(?P<head>\b(?:klart?|färdigt?|slutfört?|genomfört?|tidplan|klar(?:t)? senast))"
    rf"(?P<sign>\W{{1,3}}(?:under |i |den |senast )*){_TIME}(?P<end>\s*(?:$|[.,;|)]))",
    re.IGNORECASE,
)
_LONGEST_AGO = timedelta(days=183)
"""So far back a time without a year may lie, and not be next year's."""


def as_of(sentence: str, day: date | None) -> str:
    """Return a sentence with what lies before the paper's day told as so since then, or done."""
    if day is None:
        return sentence
    sentence = _FROM.sub(_told_from(day), sentence)
    return _READY.sub(_told_ready(day), sentence)


def _told_from(day: date) -> Callable[[re.Match[str]], str]:
    def told(match: re.Match[str]) -> str:
        begins = _begins(match, day)
        if begins and match["closing"] and match["alone"]:
            begins = begins.replace(month=12, day=31)
        if begins is None or begins > day:
            return match[0]
        since = "Sedan" if match[0][0].isupper() else "sedan"
        return f"{since} {match[0].split(maxsplit=1)[1].removeprefix('och med ')}"

    return told


def _told_ready(day: date) -> Callable[[re.Match[str]], str]:
    def told(match: re.Match[str]) -> str:
        begins = _begins(match, day)
        if begins is None:
            return match[0]
        if begins > day:
            said = match[0][match.end("sign") - match.start() : match.start("end") - match.start()]
            return f"{match['head']} senast {said}{match['end']}"
        return f"{match['head']}{match['end']}"

    return told


def _begins(match: re.Match[str], day: date) -> date | None:
    """Return the day on which a time begins: its own year's, or the nearest one."""
    if match["iso"]:
        year, month, *rest = map(int, match["iso"].split("-"))
        return _date(year, month, rest[0] if rest else 1)
    if match["alone"]:
        return date(int(match["alone"]), 1, 1)
    month, first = _month(match)
    if match["year"] or match["this"]:
        return _date(int(match["year"] or day.year), month, first)
    behind = _date(day.year, month, first)
    if behind is None or behind > day:
        behind = _date(day.year - 1, month, first)
    is_nearest = behind is not None and day - behind <= _LONGEST_AGO
    return behind if is_nearest else date.max


def _month(match: re.Match[str]) -> tuple[int, int]:
    if match["season"]:
        return _SEASONS[match["season"].casefold()]
    if match["short"]:
        return _SHORT[match["short"].casefold()], 1
    return _MONTHS.index(match["month"].casefold()) + 1, int(match["day"] or 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
