"""By which days a letter asks for replies: for all, and for each committee where they differ."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from revtrack.domain.days.written_days import ANY_MONTH, MONTHS, days_in
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place

_WITHOUT_YEAR = re.compile(
    rf"(?P<day>\d{{1,2}})(?::?[ea])?\s+(?P<month>{ANY_MONTH})\b(?!\s*,?\s*\d{{4}})",
    re.IGNORECASE,
)
_END_OF_MONTH = re.compile(
    r"\b(?:sista|utgången av|slutet av)\s+(?:dagen i\s+)?"
    rf"(?P<month>{ANY_MONTH})\b(?:\s+(?P<year>20\d\d)\b)?"
    rf"|\b(?P<of>{ANY_MONTH}) månads (?:utgång|slut)\b(?:\s+(?P<then>20\d\d)\b)?",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:senast|före|till och med|t\.?\s?o\.?\s?m\b\.?|(?:inte|ej) senare än|fram till|innan)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|:\s)svar(?:et)?(?:\still\s\w+)?(?=\s*:)|\b(?:svarsdatum|svarsdag|svarsfrist(?:en)?|svarstid(?:en)?"
    r"|tid för svar(?:et)?"
    r"|(?:sista )?dag(?:en)? för svar(?:et)?|sista svarsdag(?:en)?|sista datum(?: för svar)?"
    r"|dag för yttrande|sista dag(?:en)? för yttrande)\b"
    r"(?:\s(?:är|löper ut|går ut|sätts till|bestäms till|har satts till|slutar|utgår))?\s*:?"
    r"\s*(?:den\s*)?$",
    re.IGNORECASE,
)
"""What names the day that follows it: "Svarsdatum:", "svarstiden går ut den"."""
_LABEL_CELL = re.compile(r"^\s*(?:svar|yttrande|sista|senaste)\w*\b[^.]{0,30}$", re.IGNORECASE)
"""The first cell of a row that says by which day a reply is asked for."""
_MEETING = re.compile(r"\btill (?:\w+ ){0,2}(?:sammanträde|möte)\w*\s*(?:den\s*)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:önskas|emotses|begärs|lämnas|inkomma|inlämnas|önskar|emotser)\s+"
    r"(?:\S+\s+){0,3}till (?:den\s*)?$"
    r"|\b(?:ser fram emot|emotser|motser|önskar|begär|förväntar|vill ha|vill få|behöver)\b"
    r"[^.]{0,60}?\b(?:den|till)\s*$"
    r"|\bhar (?:fram )?till (?:och med )?(?:den )?$"
    r"|\b(?:ska|skall|bör|har att) svara (?:revisorerna |revisionen )?till (?:den )?$"
    r"|\bsvar(?:et)? (?:har (?:\w+ )?|är )?(?:begärts|begärt|önskats|önskat|utbetts|begärs) till "
    r"(?:och med )?(?:den )?$"
    r"|\b(?:önskas|begärs|emotses)\b[^.]{0,40}\b(?:möte|sammanträde)\w*\s(?:den\s)?$",
    re.IGNORECASE,
)
_TO_BE_IN = re.compile(
    r"\b(?:ska|skall|bör|önskas|förväntas)\b[^.]{0,60}?\b(?:inkom\w+|in(?:ne|lämna\w*|sänt)"
    r"|kommit in|till\s?handa|avges|avlämnas|lämnas in|finnas hos)\b"
    r"(?:[^.]{0,60}?\b(?:den|per))?\s*$|\blämnas\b[^.]{0,60}\bper\s(?:den\s)?$",
    re.IGNORECASE,
)
"""Words before a day on which a reply is to be there."""
_REPLY = re.compile(
    r"\bsvar|\byttra|\bsynpunkt|\bkommentar|\binkom|\binlämn|\bskrivelse|\båterkomm|\bbesvara"
    r"|\bredovisa(?:s|r|)\b|\bstatus|\bbemöt|\bställningstag|\btagit ställning|\bhandlingsplan"
    r"|\båtgärdsplan|\bmeddela|\bbesked|\bställer sig\b|\bhöra? av\b|\breaktion|\bredogörelse"
    r"|\båterkoppl|\b(?:vidtagna|vilka|nämndens|styrelsens|planerade) åtgärder|\bbeskrivning av"
    r"|\b(?:veta|få reda på|höra) (?:hur|vad|om|vilka)\b"
    r"|\b(?:tänker|avser|ämnar) (?:göra|vidta|åtgärda)|\byttrande|\brapportera",
    re.IGNORECASE,
)
_EXTENDED = re.compile(
    r"\bförläng|\banstånd|\brespit|\bytterligare tid|\bny svarsdag", re.IGNORECASE
)


_LAST_DAY = re.compile(r"(?:sista|senaste)\s(?:dag|datum|svarsdag)(?:en)?\b", re.IGNORECASE)
"""How a sentence begins that gives the last day for what the one before it asks."""
_UNTIL_REPLY = re.compile(
    r"\b(?:ombeds|anmodas|ska|skall|bör|önskas|emotses|begärs|förväntas|har|lämnar|svarar)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Due:
    """A day by which replies are asked for, with the words that ask."""

    day: date
    place: Place
    sentence: str
    confidence: float = 0.95

    @property
    def found(self) -> Found[date]:
        """The day with its place."""
        return Found(self.day, self.place, self.confidence)


def due_days_in(head: Head, own_day: date | None = None) -> tuple[Due, ...]:
    """Return the days by which a letter asks for replies, in its order, each once.

    A day without a year is the next one after ``own_day``, the letter's own.
    """
    found: dict[date, Due] = {}
    for text, place in _texts(head.paper):
        before_it = ""
        for sentence in sentences(text):
            is_label = _LAST_DAY.match(sentence) is not None
            told = f"{before_it} {sentence}" if is_label else sentence
            before_it = sentence
            if _REPLY.search(told) is None:
                continue
            for day, start, confidence in _days(sentence, own_day):
                before = sentence[:start]
                is_latest = is_label or any(
                    shape.search(before) for shape in (_LATEST, _BY, _MEETING, _TO_BE_IN, _LABEL)
                )
                if is_latest and not _EXTENDED.search(before):
                    found.setdefault(day, Due(day, place, sentence, confidence))
    return tuple(found.values())


def due_day_of(days: tuple[Due, ...], addressees: Addressees) -> Found[date] | None:
    """Return the day that holds for a letter: one for nobody by name, else the last."""
    for_all = (each for each in days if not addressees.bodies.named_in(each.sentence))
    last = max(days, key=lambda each: each.day, default=None)
    chosen = next(for_all, last)
    return chosen.found if chosen else None


def due_days_for(
    days: tuple[Due, ...], addressees: Addressees
) -> tuple[tuple[Committee, Found[date]], ...]:
    """Return each committee's day where a letter asks for replies by several days."""
    if len(days) < SEVERAL:
        return ()
    return tuple(
        (committee, each.found) for each in days for committee in _asked(each.sentence, addressees)
    )


def _asked(sentence: str, addressees: Addressees) -> tuple[Committee, ...]:
    whom = addressees.spoken_to(_UNTIL_REPLY.split(sentence, maxsplit=1)[0])
    return whom.committees if whom else addressees.bodies.named_in(sentence)


def _days(text: str, own_day: date | None) -> Iterator[tuple[date, int, float]]:
    """Give the days of a text with where each begins and how sure it is."""
    for each in days_in(text):
        yield each.day, each.start, 0.95
    for match in _END_OF_MONTH.finditer(text):
        month = _month(match["month"] or match["of"])
        written = match["year"] or match["then"]
        year = int(written) if written else _next_year(own_day, month, 1)
        if year is not None:
            yield date(year, month, calendar.monthrange(year, month)[1]), match.start(), 0.8
    for match in _WITHOUT_YEAR.finditer(text):
        month, day = _month(match["month"]), int(match["day"])
        year = _next_year(own_day, month, day)
        if year is not None and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day), match.start(), 0.75


def _month(name: str) -> int:
    return MONTHS.index(name.casefold()) + 1


def _next_year(own_day: date | None, month: int, day: int) -> int | None:
    """Return the year of the next such day; None where the letter has no day of its own."""
    if own_day is None:
        return None
    return own_day.year + ((month, day) < (own_day.month, own_day.day))


def _texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Give the lines of a paper; a table's rows as one line, with their headings before them."""
    for block in paper.blocks:
        if isinstance(block, Line):
            if block.kind is not LineKind.CONTENTS:
                yield block.text, block.place
            continue
        heads = [cell.text for cell in block.rows[0].cells] if block.rows else []
        for row in block.rows:
            for place, cell in enumerate(row.cells):
                if not cell.is_merged:
                    head = heads[place] if place < len(heads) else ""
                    is_dated = any(True for _ in days_in(cell.text))
                    label = row.cells[0].text if place == 1 else ""
                    said = (
                        f"{label} {cell.text}"
                        if _LABEL_CELL.match(label)
                        else f"{head} {cell.text}"
                    )
                    yield (said if is_dated else cell.text), row.place
