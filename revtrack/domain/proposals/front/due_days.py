"""By which days a letter asks for replies: for all, and for each committee where they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.loose_days import SURE, LooseDay, loose_days_in
from revtrack.domain.proposals.front.whose_days import OTHERS, Whose, whose_days
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row

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


_SHAPES = (_LATEST, _BY, _MEETING, _TO_BE_IN, _LABEL)
"""What may stand before a day by which a reply is asked for."""
_LONGEST_NAME = 10
"""In words, of a cell that says whose a row's day is."""
_LAST_DAY = re.compile(r"(?:sista|senaste)\s(?:dag|datum|svarsdag)(?:en)?\b", re.IGNORECASE)
"""How a sentence begins that gives the last day for what the one before it asks."""
_FROM_WHOM = re.compile(
    r"\b(?:(?:önskas|emotses|begärs|förväntas|motses|väntas|inväntas|efterfrågas)"
    r"(?:\s(?:svar|yttrande)\w*)?\s(?:senast\s)?(?:från|av)"
    r"|(?:svarsdatum|svarsdag(?:en|ar)?|svarsfrist\w{0,2}|svarstid\w{0,2}|dag(?:ar)? för svar)"
    r"\s?(?::|är|för)(?:\sför)?)\s"
    r"(?:nämnden(?:\s\([\w ]{1,9}\))?(?:,\s|\s(?:och|samt)\s(?:från\s|av\s)?)?)+"
    r"\s?(?:(?:är\s)?den|är|:|till(?:\sden)?|per)?\s*$",
    re.IGNORECASE,
)
"""Words before a day that ask those who are named, each standing as "nämnden", for a reply."""
_HOLDS = re.compile(
    r"\b(?:gäller|är (?:svars)?(?:dagen|datumet|tiden|dag|datum))\b[^.]{0,40}$", re.IGNORECASE
)
"""Words before a day, after a sentence that asks for replies by another one."""
_GOES_ON = re.compile(
    r"[\s,;:()/&.–-]*(?:(?:och|samt|men|medan|dock|respektive|resp|från|för|av|till|den|senast|per"
    r"|nämnden|nämnder(?:na)?|styrelsen|bolaget|övriga|samtliga|resterande|andra|de|i övrigt"
    r"|svarar?|svaret|ska|gäller|önskas|emotses|begärs|motsvarande|dag|datum|är|lämnar)\b[\s,;:()/&.–-]*)*",
    re.IGNORECASE,
)
"""What may stand between two days that are asked for in one sentence."""
_PAST = re.compile(
    r"\b(?:skulle|var|hade|bad|ombads|begärdes|önskades|emotsågs"
    r"|har (?:begärts|önskats|passerat|löpt ut))\b|\bpåmin",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?::|\b(?:senast|följande|nedan))$", re.IGNORECASE)
"""How a line ends below which days are listed."""
_OF_ITEM = re.compile(
    r"\b(?:senast|den|per|till|från|för|av|och|samt|ska|svarar?|svar|lämnar"
    r"|inkommer|dag|datum|svarsdag|svarsfrist|klockan|kl\.? \d[\d.:]*"
    r"|ordinarie|må|ti|on|to|fr|(?:mån|tis|ons|tors|fre)dag(?:en)?)\b",
    re.IGNORECASE,
)
"""Words beside a name and a day in a list of them."""


@dataclass(frozen=True)
class Due:
    """A day by which replies are asked for, with the words that ask."""

    day: date
    place: Place
    committees: tuple[Committee, ...] = ()
    """Those that are named with it; nobody: it is for all, or all others."""
    confidence: float = 0.95
    is_past: bool = False
    """Whether the words tell of a day that has been."""

    @property
    def found(self) -> Found[date]:
        """The day with its place."""
        return Found(self.day, self.place, self.confidence)


def due_days_in(
    head: Head, own_day: date | None = None, addressees: Addressees | None = None
) -> tuple[Due, ...]:
    """Return the days by which a letter asks for replies, in its order.

    A day without a year is the next one after ``own_day``, the letter's own. Whom each is for is
    told by ``addressees``.
    """
    asking = _Asking(own_day, addressees or Addressees(PaperBodies((), ()), ()))
    return tuple(each for text in _texts(head.paper) for each in asking.of(text))


def due_day_of(days: Sequence[Due]) -> Found[date] | None:
    """Return the day that holds for a letter: one for nobody by name, else the last."""
    for_all = (each for each in days if not each.committees)
    last = max(days, key=lambda each: each.day, default=None)
    chosen = next(for_all, last)
    return chosen.found if chosen else None


def due_days_for(days: Sequence[Due]) -> tuple[tuple[Committee, Found[date]], ...]:
    """Return each committee's day where a letter asks for replies by several days."""
    if len({each.day for each in days}) < SEVERAL:
        return ()
    found = {
        (committee.id, each.day): (committee, each.found)
        for each in reversed(days)
        for committee in each.committees
    }
    return tuple(reversed(found.values()))


@dataclass(frozen=True)
class _Text:
    """A line of a paper, or a cell of its tables with its headings before it."""

    said: str
    place: Place
    beside: str = ""
    """What stands in the other cells of its row."""


@dataclass
class _Asking:
    """The way through a letter, with what has been asked for."""

    own_day: date | None
    addressees: Addressees
    lead: str = ""
    """The line above that asks for replies by the days that are listed below it."""
    years: set[int] = field(default_factory=set)
    """Those of the days that have been asked for."""

    def of(self, text: _Text) -> Iterator[Due]:
        """Give the days by which a text asks for replies."""
        before_it, was_due = "", False
        item = self._item(text.said)
        for sentence in (item,) if item else sentences(text.said):
            is_label = _LAST_DAY.match(sentence) is not None
            goes_on = was_due and self._speaks_of_some(sentence)
            told = f"{before_it} {sentence}" if is_label or goes_on else sentence
            before_it = sentence
            days = (
                ()
                if _REPLY.search(told) is None
                else self._asked_by(sentence, is_told=is_label or bool(item), goes_on=goes_on)
            )
            was_due = bool(days)
            yield from self._each(sentence, days, text)

    def _item(self, text: str) -> str:
        """Return a line of a list of names and days with what asks for them above; else nothing."""
        bare = text.strip()
        if _LEADS.search(bare) and _REPLY.search(bare) and not any(True for _ in days_in(bare)):
            self.lead = bare
            return ""
        said = self._nameless(bare, "")
        days = loose_days_in(said, self.own_day)
        rest = "".join(said[one:other] for one, other in _between(days, len(said)))
        rest = OTHERS.sub(" ", _OF_ITEM.sub(" ", rest))
        is_item = bool(self.lead and days) and self._speaks_of_some(bare)
        if is_item and not re.search(r"[^\W\d_]{2}", rest):
            return f"{self.lead} {bare}"
        self.lead = ""
        return ""

    def _asked_by(self, sentence: str, *, is_told: bool, goes_on: bool) -> tuple[LooseDay, ...]:
        found: list[LooseDay] = []
        for each in loose_days_in(sentence, self.own_day, self.years):
            before = sentence[: each.start]
            since = self._nameless(sentence[found[-1].end : each.start]) if found else ""
            is_asked = (
                is_told
                or any(shape.search(before) for shape in _SHAPES)
                or (goes_on and _HOLDS.search(before))
                or _FROM_WHOM.search(self._nameless(before))
                or (found and _GOES_ON.fullmatch(since))
            )
            if is_asked and not _EXTENDED.search(before):
                found.append(each)
        self.years.update(each.day.year for each in found if each.confidence >= SURE)
        return tuple(found)

    def _each(self, sentence: str, days: Sequence[LooseDay], text: _Text) -> Iterator[Due]:
        """Give the days with those whom they are for."""
        beside = self.addressees.bodies.named_in(text.beside)
        spans = [(each.start, each.end) for each in days]
        whose = (
            (Whose(beside),) * len(days) if beside else whose_days(sentence, spans, self.addressees)
        )
        for day, whom in zip(days, whose, strict=True):
            sure = min(day.confidence, whom.confidence)
            is_past = _PAST.search(sentence) is not None
            yield Due(day.day, text.place, whom.committees, sure, is_past=is_past)

    def _speaks_of_some(self, text: str) -> bool:
        return bool(self.addressees.bodies.mentions(text)) or OTHERS.search(text) is not None

    def _nameless(self, text: str, instead: str = "nämnden") -> str:
        """Return a text with "nämnden" for each committee that it names."""
        said, end = "", 0
        for each in self.addressees.bodies.mentions(text):
            said += f"{text[end : each.start]}{instead}"
            end = each.end
        return said + text[end:]


def _between(days: Sequence[LooseDay], length: int) -> Iterator[tuple[int, int]]:
    """Give where a text is no day, from which sign to which."""
    yield from zip([0, *(e.end for e in days)], [*(e.start for e in days), length], strict=True)


def _texts(paper: Paper) -> Iterator[_Text]:
    """Give the lines of a paper, and each cell of its tables with its headings before it."""
    for block in paper.blocks:
        if isinstance(block, Line):
            if block.kind is not LineKind.CONTENTS:
                yield _Text(block.text, block.place)
            continue
        heads = [cell.text for cell in block.rows[0].cells] if block.rows else []
        for row in block.rows:
            for at, cell in enumerate(row.cells):
                if not cell.is_merged:
                    yield _of_cell(row, at, heads[at] if at < len(heads) else "")


def _of_cell(row: Row, at: int, head: str) -> _Text:
    text, label = row.cells[at].text, row.cells[0].text
    if not any(True for _ in days_in(text)):
        return _Text(text, row.place)
    if at and _LABEL_CELL.match(label):
        return _Text(f"{label} {text}", row.place, head)
    others = (each.text for n, each in enumerate(row.cells) if n != at and not each.is_merged)
    beside = next((each for each in others if len(each.split()) <= _LONGEST_NAME), "")
    return _Text(f"{head} {text}", row.place, beside)
