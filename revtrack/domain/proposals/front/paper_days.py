"""The days of a report or letter: its own, and that of the report it speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line

_LABEL_AT_END = re.compile(r"\b(?:datum|daterad)\b\s*:?\s*(?:den)?\s*$", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"protokoll|nämnd\w*|styrelse\w*|"
    r"\bsenast\b|§|[.:]|\b(?:ink|ank|anl)\b|\b(?:ankom|inkom|mottag|svar|sammanträd|möte)\w*"
    r"|\b(?:plan|policy|riktlinje|reglement|strategi|program|avtal|delegation|beslut|antag|antog|gäll|träff|justera|uppdatera|fr[åa]n|bifog)\w*",
    re.IGNORECASE,
)
"""What stands before a day that is another's: of a stamp, a meeting, a reply, a plan."""
_OF_OTHER_PAPER = re.compile(r"\brapport\w*\b", re.IGNORECASE)
SHORT_LINE, LONGEST_SENTENCE = 60, 160
_PLACE = re.compile(
    r"^(?!(?:Beslut|Juster|Uppdater|Version|Framställ|Antag|Senast|Svar|Träff|Möte|Sammanträ|Ink"
    r"|Till|Ank|Mottag|Gäller|Plan|Reglement|Protokoll|Polic|Riktlinj)\w*|.*(?:nämnd|protokoll))"
    r"[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,2},?\s*(?:den)?\s*$"
)
_OF_TOWN = re.compile(
    r"^(?:(?:[A-ZÅÄÖ][\w-]+\s){1,3}(?:kommun|stad|kommunalförbund)|Region(?:\s[A-ZÅÄÖ][\w-]+){1,2}"
    r"|Landstinget\s[A-ZÅÄÖ][\w-]+)\s*[,–-]?\s*(?:den)?\s*$",
    re.IGNORECASE,
)
"""What a cover has before its day: "Ekby kommun, "."""
_APPENDED = re.compile(
    r"^(?:bilag\w*\b.*)?(?:\w*förteckning\b.*(?:dokument|käll|underlag)|(?:käll|dokument)förteckning"
    r"|referenser|källor|granskade (?:dokument|handlingar))\b",
    re.IGNORECASE,
)
"""The heading of a list of other papers, below the signatures."""
_DATE_LABEL = re.compile(
    r"^(?:datum|dag|daterad|skickat|sänt|avsänt|upprättad|beslutad|rapportdatum|utgivningsdatum"
    r"|fastställd|expedierad|avsändningsdag|avsänd|lämnad|avlämnad|utgiven|publicerad"
    r"|slutversion|slutlig|slutrapport|version|vårt|vår|för|rapporten|rapport|revisionsrapport"
    r"|granskningsrapport|missiv|skrivelse|revisionsskrivelse|undertecknad|signera[dt]|godkänd"
    r"|antagen|behandlad|av|vid|revisorernas sammanträde|\w*revisorerna|\w*revisionen|beslutsdatum"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|\d\.\d|\W)*\s*(?:den)?\s*:?\s*$",
    re.IGNORECASE,
)
_AFTER_DAY = AnyCase(
    r"^[\s|,;•·–-]*(?:(?<=[|•·])\s?[a-zåäö].*|\d{1,3}\s?\(\d{1,3}\)|(?:kl\.?\s?)?\d\d[.:]\d\d(?:[.:]\d\d)?"
    r"|(?:sid\w*|dnr|diarie\w*|er\b|ert\b|vår\w*|missiv|skrivelse|slutrapport|slutversion"
    r"|rapport|för\s(?:\w+\s){0,3}?\w*revis).*)?[\s.,]*$",
)
"""What may stand after a paper's own day: a page, the hour, its number, who signs."""
_ADOPTED = re.compile(
    r"^(?P<what>(?:denna |den här |vår )?(?:gransknings|revisions)?(?P<kind>rapport|skrivelse|brev"
    r"|missiv)(?:en|et|n)?)\s[^.§]{0,60}?\b(?:fastställ|godkän|antog|antag|beslut|underteckna|avsluta|upprätta"
    r"|färdigställ|daterad|signera|behandla)\w*\b[^.§]{0,60}$",
    re.IGNORECASE,
)
"""A sentence that tells when the paper itself was adopted or signed."""
_OF_REPORT = re.compile(
    r"rapport\w*\s*(?:\(|,)?\s*(?:är\s|av\s|från\s|som är\s)*(?:daterad|undertecknad"
    r"|fastställdes|fastställd|dagtecknad|(?<!\w)den|,|\()?\s*(?:av\s\w*revis\w+\s)?(?:den\s)?$",
    re.IGNORECASE,
)


def own_day_in(head: Head, *, is_letter: bool) -> Found[date] | None:
    """Return the day that a paper gives as its own; None where it gives none."""
    own = _before_appended(head.body)
    places = list(_alone(own, _PLACE))
    at_home = [(day, line) for day, line in places if _is_at_home(line, head)]
    signed = [Found(day, line.place, 0.93) for day, line in at_home or places][-1:]
    first = [
        Found(day, line.place, 0.95)
        for shape in (_DATE_LABEL, _OF_TOWN)
        for day, line in _alone(head.first, shape)
    ]
    repeated = (
        Found(each.day, line.place, 0.8)
        for line in head.lines[len(head.body) :]
        for each in days_in(line.text)
        if not _OTHER_DAY.search(line.text[: each.start])
    )
    later = (Found(day, line.place, 0.7) for day, line in _alone(head.body, _DATE_LABEL))
    ways = (signed, first) if is_letter else (first, signed)
    adopted = _adopted(head, is_letter=is_letter)
    beside = _beside_words(head, is_letter=is_letter)
    return next(chain(*ways, adopted, repeated, later, beside), None)


def _is_at_home(line: Line, head: Head) -> bool:
    """Tell whether a line begins with the name of the town whose the paper is."""
    town = head.town.value.removeprefix("Region ").split()[0] if head.town else ""
    stem = town.removesuffix("s")
    return bool(stem) and line.text.strip().startswith(stem)


def _before_appended(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without a list of other papers that follows in the latter half."""
    half = len(lines) // 2
    ends = (n for n, line in enumerate(lines) if n > half and _APPENDED.match(line.text.strip()))
    return lines[: next(ends, len(lines))]


def _adopted(head: Head, *, is_letter: bool) -> Iterator[Found[date]]:
    """Give the days on which a paper says that it was adopted or signed."""
    for line in head.ends:
        if len(line.text) > LONGEST_SENTENCE:
            continue
        for each in days_in(line.text):
            told = _ADOPTED.match(line.text[: each.start].strip())
            if told and is_letter != (told["kind"].casefold() == "rapport"):
                yield Found(each.day, line.place, 0.85)


def _beside_words(head: Head, *, is_letter: bool) -> Iterator[Found[date]]:
    """Give the days of the first lines that a label, or a few other words, stand before."""
    for line in head.first:
        for each in days_in(line.text):
            before, after = line.text[: each.start], line.text[each.end :].strip(" .")
            if is_letter and _OF_OTHER_PAPER.search(before):
                continue
            if _LABEL_AT_END.search(before):
                yield Found(each.day, line.place, 0.85)
            is_label = len(line.text) < SHORT_LINE and not line.text.endswith((".", ":"))
            is_last = not after or after[0] == "," or _AFTER_DAY.match(after)
            if is_label and is_last and not _OTHER_DAY.search(before):
                yield Found(each.day, line.place, 0.6)


def _alone(lines: Iterable[Line], before: re.Pattern[str]) -> Iterator[tuple[date, Line]]:
    """Give the days that stand with nothing but a place or a label before them."""
    for line in lines:
        text = line.text.strip().strip("*")
        if len(text) > SHORT_LINE:
            continue
        for each in days_in(text):
            if _AFTER_DAY.match(text[each.end :]) and before.match(text[: each.start]):
                yield each.day, line


def report_day_in(head: Head) -> Found[date] | None:
    """Return the day of the report that a letter speaks of; None where it gives none."""
    for line in head.body:
        for each in days_in(line.text):
            if _OF_REPORT.search(line.text[: each.start]):
                return Found(each.day, line.place, 0.8)
    return None
