"""What a compilation has of one committee: when and how it replied, and what it says."""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from revtrack.domain.days.written_days import days_in, days_without_year_in
from revtrack.domain.proposals.compiled_silence import tells_nothing, tells_of_silence
from revtrack.domain.proposals.papers.minutes import diary_number_of
from revtrack.domain.proposals.proposal import Found, ProposedRecommendation
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Cell, Line, Place, Row, Table

_SHORT = re.compile(
    r"^((?:ja|nej|delvis|instämmer|delar|håller med|avvisa[rs])(?: (?:delvis|inte|ej|helt))?)"
    r"(?:,|;|:| [–/-])\s+(?!men\b|dock\b)",
    re.IGNORECASE,
)
"""How a short answer begins that tells first what is thought, then what is done: "Ja, pågår"."""
PARAGRAPH = re.compile(r"§\s*(?P<number>\d{1,4})(?!\d)")
RECEIVED = re.compile(r"\b(?:ink(?:om\w*|\.)|ankom\w*|mottag\w*|registrerad)\b", re.IGNORECASE)
DECIDED = re.compile(
    r"\b(?:beslut\w*|svara(?:de|t)|svar|yttra(?:de|t)|yttrande|antag\w*|antogs?|sammanträde\w*"
    r"|behandla\w*|protokoll)\b",
    re.IGNORECASE,
)
OTHER_DAY = re.compile(
    r"\b(?:senast|svarsdag|påminnelse|anstånd|skickades|begärde)\b", re.IGNORECASE
)
_FACTS = ("diary_number", "paragraph", "received_on", "decided_on")
_LATER = 45
"""So many days after the latest that is written in full another may lie."""
_WRITTEN, _BY_YEAR = 0.9, 0.7
"""How sure a day is that is written in full, and one whose year the paper's days tell."""
_CLAUSE = re.compile(r"(?<=[.;,)])\s+|\s(?:och|samt)\s")


@dataclass
class Part:
    """What a compilation has of one committee."""

    committee: Committee
    place: Place
    latest: date | None = None
    """The latest day that the paper writes, by which it tells the year of others."""
    own_day: date | None = None
    """The paper's own day, after which it tells of none."""
    blocks: list[Line | Table] = field(default_factory=list)
    answered: dict[str, tuple[ProposedRecommendation, list[str], Place]] = field(
        default_factory=dict
    )
    """What it says of recommendations that are known, by their numbers."""
    asked: dict[str, Place] = field(default_factory=dict)
    """Where the paper has room for what it says of each, by their numbers."""
    silent_at: Place | None = None
    """Where the paper says that no reply of it has come."""
    diary_number: Found[str] | None = None
    paragraph: Found[str] | None = None
    received_on: Found[date] | None = None
    decided_on: Found[date] | None = None
    hinted: set[str] = field(default_factory=set)
    """Which of these only sentences on other things have told."""

    def note(self, text: str, place: Place, *, is_beside: bool, is_sure: bool = True) -> None:
        """Keep when and how the committee replied, as a text beside its name tells it.

        What a sentence on other things tells gives way to a text about the reply.
        """
        number, paragraph = diary_number_of(text), PARAGRAPH.search(text)
        if is_beside and tells_of_silence(without_head(text)):
            self.silent_at = self.silent_at or place
            paragraph = None
        if number:
            self._keep("diary_number", number, place, is_sure=is_sure)
        if paragraph:
            self._keep("paragraph", paragraph["number"], place, is_sure=is_sure)
        for clause in _clauses(text):
            written = [each.day for each in days_in(clause)]
            days = written or [*self._days_of_year(clause)]
            sure = _WRITTEN if written else _BY_YEAR
            if not days or OTHER_DAY.search(clause) or tells_of_silence(without_head(clause)):
                continue
            if RECEIVED.search(clause):
                self._keep("received_on", days[0], place, is_sure=is_sure, sure=sure)
            elif DECIDED.search(text) or is_beside:
                self._keep("decided_on", days[0], place, is_sure=is_sure, sure=sure)

    def _days_of_year(self, text: str) -> Iterator[date]:
        """Give the days of a text without a year: the last such, as the paper's days tell."""
        if self.latest is None:
            return
        last = self.own_day or self.latest + timedelta(days=_LATER)
        for month, day, _, _ in days_without_year_in(text):
            year = last.year - ((month, day) > (last.month, last.day))
            if day <= calendar.monthrange(year, month)[1]:
                yield date(year, month, day)

    def _keep(
        self,
        name: str,
        value: str | date,
        place: Place,
        *,
        is_sure: bool,
        sure: float = _WRITTEN,
    ) -> None:
        """Keep a fact, where none is known or only another text has hinted at it."""
        if getattr(self, name) is not None and not (is_sure and name in self.hinted):
            return
        self.hinted = self.hinted - {name} if is_sure else self.hinted | {name}
        setattr(self, name, Found(value, place, sure))

    def answer(self, given: ProposedRecommendation, said: Iterable[str], place: Place) -> None:
        """Keep what the committee says of one recommendation."""
        self.asked.setdefault(given.number, place)
        _, texts, _ = self.answered.setdefault(given.number, (given, [], place))
        texts += [_SHORT.sub(r"\1. ", each) for each in said if not tells_nothing(each)]

    @property
    def answers(self) -> Iterator[tuple[ProposedRecommendation, Table]]:
        """Give each recommendation with a row of what the committee says of it."""
        for given, texts, place in self.answered.values():
            cells = tuple(map(Cell, (given.text or "", *texts)))
            yield given, Table((Row(cells, place),))

    def be_silent(self, place: Place, given: Sequence[ProposedRecommendation]) -> None:
        """Keep that no reply of it has come, or none to what is given."""
        for each in given:
            self.asked.setdefault(each.number, place)
        if not given:
            self.silent_at = self.silent_at or place

    def unread(self, number: str) -> str:
        """Return what stands in the place of its answer to a recommendation; empty: nothing."""
        _, texts, _ = self.answered.get(number, (None, [], None))
        return " ".join(texts)

    @property
    def is_silent(self) -> bool:
        """Whether the paper says that it has not replied, and nothing of when it did."""
        return self.silent_at is not None and not (self.paragraph or self.decided_on)

    @property
    def is_told(self) -> bool:
        """Whether anything says that it has replied."""
        return any(getattr(self, each) is not None for each in _FACTS)

    @property
    def is_hinted(self) -> bool:
        """Whether only sentences on other things say that it has decided anything."""
        told = {each for each in _FACTS if getattr(self, each) is not None}
        return told <= self.hinted and not (self.blocks or self.answered)


def without_head(text: str) -> str:
    """Return what a fact says without the heading before it: "Beslut: ej svar"."""
    return text.rpartition(": ")[2]


def _clauses(text: str) -> Iterator[str]:
    """Give the pieces of a text, each with what was said before its day."""
    yield from (each for each in _CLAUSE.split(text) if each.strip())
