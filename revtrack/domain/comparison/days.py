"""The days that a letter or report states, and what each of them is the day of."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from revtrack.domain.days.written_days import DAY, days_in
from revtrack.domain.names.addressing import Bodies, mentioned
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, quote_of

_ALONE = re.compile(r"^(?:(?:datum|dag|date)\s*:?\s*)?$", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(
    r"^(?!Beslut|Juster|Uppdater|Version|Framställ)[A-ZÅÄÖ][\w-]+(?:\s+[\w-]+){0,2},?\s*(?:den)?\s*$"
)
_REPLY = re.compile(r"svar|yttra|synpunkt|kommentar|inkom|lämnas", re.IGNORECASE)
_LATEST = re.compile(r"\bsenast\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?:svar|yttrande)\w*\s+(?:\w+\s+){0,2}senast\s*(?::[^.]*)?$", re.IGNORECASE)
_WISH = r"önska[rs]?|begär[s]?|emotse[rs]?|ber|ombeds|vill|förvänta[rs]?|hemställer|anmoda[rs]?"
_ANSWER = r"yttra\w*|(?:be)?svara?\w*|synpunkt\w*|kommentar\w*"
_ASKING = re.compile(
    rf"\b(?:{_WISH})\b.*\b(?:{_ANSWER})|\b(?:{_ANSWER})\b.*\b(?:{_WISH})\b", re.IGNORECASE
)
"""A sentence that asks for replies, and not for answers to the questions that follow."""
_REPORT = re.compile(r"\b(?:gransknings|revisions)?rapport\w*", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:missiv|följebrev|skrivelse)\w*", re.IGNORECASE)
_QUOTED = re.compile('[\u201c\u201d\u00bb"][^\u201c\u201d\u00bb"]*[\u201c\u201d\u00bb"]')
_TITLE_PAGE = 15
"""Among so many lines at its beginning a report gives its own day."""


class DayOf(Enum):
    """What a day in a paper is the day of."""

    LETTER = "letter"
    REPORT = "report"
    REPLY = "reply"
    ALONE = "alone"
    """Of the paper itself, whichever that is."""


@dataclass(frozen=True)
class StatedDay:
    """A day that a paper states."""

    day: date
    of: DayOf
    place: Place
    committees: tuple[Committee, ...] = ()
    """Whom the same line names: the day is theirs."""
    text: str = ""


def stated_days(paper: Paper, bodies: Bodies, apart: Collection[Place]) -> Iterator[StatedDay]:
    """Give the days of the letter, of the report and of replies that a paper's lines state.

    Lines at the places ``apart`` are recommendations, whose days are their own.
    """
    for number, line in enumerate(_lines(paper)):
        if line.place in apart or line.kind is LineKind.CONTENTS:
            continue
        for each in days_in(_unquoted(line.text)):
            of = _of(_unquoted(line.text), each.start, is_first=number < _TITLE_PAGE)
            if of is not None:
                named = mentioned(line.text, bodies) if of is DayOf.REPLY else ()
                yield StatedDay(each.day, of, line.place, named, line.text)


def _unquoted(text: str) -> str:
    """Return a text with blanks where titles are quoted, which may hold days of their own."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def _lines(paper: Paper) -> Iterator[Line]:
    for text in dict.fromkeys(paper.headers):
        yield Line(LineKind.PARAGRAPH, text, Place(quote_of(text)))
    for block in paper.blocks:
        if isinstance(block, Line):
            yield block


def _of(text: str, start: int, *, is_first: bool) -> DayOf | None:
    before = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text[:start])[-1]
    rest = DAY.sub("", text[start:]).strip(" .")
    if _LATEST.search(before) and (_REPLY.search(text) or not _REPORT.search(before)):
        return DayOf.REPLY
    kinds = [(match.start(), DayOf.REPORT) for match in _REPORT.finditer(before)]
    kinds += [(match.start(), DayOf.LETTER) for match in _LETTER.finditer(before)]
    if kinds:
        is_ours = "bifoga" in text.casefold() or _REPORT.match(text) is not None
        return max(kinds, key=lambda each: each[0])[1] if is_ours else None
    if rest:
        return None
    if _ALONE.match(before):
        return DayOf.ALONE if is_first else None
    return DayOf.LETTER if _PLACE_AND_DAY.match(before) else None


def is_label(text: str) -> bool:
    """Tell whether a line is but a label with a day: "Svar önskas senast: 2023-03-20"."""
    return _LABEL.match(DAY.sub("", text).strip(" .").rstrip()) is not None


def asks_for_replies(paper: Paper, apart: Collection[Place]) -> bool:
    """Tell whether a sentence outside the recommendations asks for replies in words."""
    return any(
        _ASKING.search(line.text)
        for line in _lines(paper)
        if line.place not in apart
        and not is_label(line.text)
        and not ("fråg" in line.text and line.text.endswith(":"))
    )


def days_of_cell(text: str) -> Iterator[tuple[str, date]]:
    """Give the lines of a cell that state a day, with that day."""
    for line in text.split("\n"):
        for each in days_in(line):
            yield line, each.day
