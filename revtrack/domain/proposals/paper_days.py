"""The days of a report or letter: its own, and that of the report it speaks of."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line

_LABEL_AT_END = re.compile(r"\b(?:datum|daterad)\b\s*:?\s*(?:den)?\s*$", re.IGNORECASE)
_OTHER_DAY = re.compile(r"\bsenast\b|§|[.:]", re.IGNORECASE)
SHORT_LINE = 60
_PLACE = re.compile(
    r"^(?!(?:Beslut|Juster|Uppdater|Version|Framställ|Antag|Senast|Svar|Träff|Möte|Sammanträ)\w*)"
    r"[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,2},?\s*(?:den)?\s*$"
)
_DATE_LABEL = re.compile(
    r"^(?:datum|dag|daterad|skickat|sänt|avsänt|upprättad|beslutad|rapportdatum|utgivningsdatum|fastställd|\W)*\s*(?:den)?\s*:?\s*$",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    r"\brapport\w*\s*(?:\(|,)?\s*(?:är\s|av\s|från\s|som är\s)*(?:daterad|den|dagtecknad|,|\()?\s*"
    r"(?:den\s)?$",
    re.IGNORECASE,
)


def own_day_in(head: Head, *, is_letter: bool) -> Found[date] | None:
    """Return the day that a paper gives as its own; None where it gives none."""
    signed = [Found(day, line.place, 0.93) for day, line in _alone(head.lines, _PLACE)][-1:]
    first = [Found(day, line.place, 0.95) for day, line in _alone(head.first, _DATE_LABEL)]
    repeated = (
        Found(each.day, line.place, 0.8)
        for line in head.lines[len(head.body) :]
        for each in days_in(line.text)
    )
    later = (Found(day, line.place, 0.7) for day, line in _alone(head.body, _DATE_LABEL))
    ways = (signed, first) if is_letter else (first, signed)
    return next(chain(*ways, repeated, later, _beside_words(head)), None)


def _beside_words(head: Head) -> Iterator[Found[date]]:
    """Give the days of the first lines that a label, or a few other words, stand before."""
    for line in head.first:
        for each in days_in(line.text):
            before, after = line.text[: each.start], line.text[each.end :].strip(" .")
            if _LABEL_AT_END.search(before):
                yield Found(each.day, line.place, 0.85)
            is_short = len(line.text) < SHORT_LINE and (not after or after[0] == ",")
            if is_short and not _OTHER_DAY.search(before):
                yield Found(each.day, line.place, 0.6)


def _alone(lines: Iterable[Line], before: re.Pattern[str]) -> Iterator[tuple[date, Line]]:
    """Give the days that stand with nothing but a place or a label before them."""
    for line in lines:
        text = line.text.strip().strip("*")
        if len(text) > SHORT_LINE:
            continue
        for each in days_in(text):
            if not text[each.end :].strip(" .,") and before.match(text[: each.start]):
                yield each.day, line


def report_day_in(head: Head) -> Found[date] | None:
    """Return the day of the report that a letter speaks of; None where it gives none."""
    for line in head.body:
        for each in days_in(line.text):
            if _OF_REPORT.search(line.text[: each.start]):
                return Found(each.day, line.place, 0.8)
    return None
