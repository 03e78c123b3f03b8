"""By which days a letter asks for replies: for all, and for each committee where they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.due_words import (
    ASKS,
    AUDITORS,
    ELSEWHERE,
    EXTENDED,
    FOOTNOTE,
    FORMER,
    FROM_WHOM,
    GOES_ON,
    HOLDS,
    LABEL_CELL,
    LAST_DAY,
    LEADS,
    OCCASION,
    OF_IT,
    OF_ITEM,
    PAST,
    REPLY,
    SHAPES,
    SINCE,
    SOMEBODY_ASKS,
    YEARLY,
    sets_task,
)
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.loose_days import SURE, LooseDay, loose_days_in
from revtrack.domain.proposals.front.whose_days import OTHERS, Whose, whose_days
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row

_BELOW = 0.75
"""How sure it is that a day is for whom it stands below."""
_AHEAD = 0.7
"""How sure it is that a day ahead is asked for which no words before it say so of."""
_RECOMMENDS = AnyCase(r"\b(?:rekommenderar|uppmanar)\b")
_LEAP = (2, 29)
_LONGEST_NAME = 10
"""In words, of a cell that says whose a row's day is."""


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
    above: tuple[Committee, ...] = ()
    """Those below whose names it stands."""
    is_others: bool = False
    """Whether the words say that somebody asks who is not the auditors."""

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
    nobody = Addressees(PaperBodies(()), ())
    asking = _Asking(own_day, addressees or nobody, is_letter=addressees is not None)
    return _by_heads([each for text in _texts(head.paper) for each in asking.of(text)])


def _by_heads(days: Sequence[Due]) -> tuple[Due, ...]:
    """Return the days; each for whom it stands below, where each of several is below another."""
    bare = [each for each in days if not each.committees]
    heads = {each.day: each.above for each in bare}
    is_below_each = len(heads) >= SEVERAL and len(set(heads.values())) == len(heads)
    if not (is_below_each and all(each.above == heads[each.day] for each in bare)):
        return tuple(days)
    return tuple(
        each
        if each.committees
        else replace(each, committees=each.above, confidence=min(each.confidence, _BELOW))
        for each in days
    )


def due_day_of(days: Sequence[Due]) -> Found[date] | None:
    """Return the day that holds for a letter: one for nobody by name, else the last."""
    for_all = (each for each in days if not each.committees)
    last = max(days, key=lambda each: each.day, default=None)
    chosen = next(for_all, last)
    return chosen.found if chosen else None


def due_days_for(days: Sequence[Due]) -> tuple[tuple[Committee, Found[date]], ...]:
    """Return the days that are for committees by name, each with whom it is for."""
    found = {
        (committee.id, each.day): (committee, each.found)
        for each in reversed(days)
        for committee in each.committees
    }
    return tuple(reversed(found.values()))


def told_before(days: Sequence[Due], written: Sequence[Due], last: date) -> tuple[Due, ...]:
    """Return days that are told of as past, none after ``last`` that is not ``written`` in full.

    One without a year is of the year before, where it would come later.
    """
    known = {each.day for each in written}
    return tuple(
        each
        if each.day in known or each.day <= last or (each.day.month, each.day.day) == _LEAP
        else replace(each, day=each.day.replace(year=each.day.year - 1))
        for each in days
    )


@dataclass(frozen=True)
class _Text:
    """A line of a paper, or a cell of its tables with its headings before it."""

    said: str
    place: Place
    beside: tuple[str, ...] = ()
    """What stands in the other cells of its row, or above its cell."""


@dataclass
class _Asking:
    """The way through a letter, with what has been asked for."""

    own_day: date | None
    addressees: Addressees
    is_letter: bool
    """Whether it is the auditors who ask, so that any day ahead may be theirs."""
    lead: str = ""
    """The line above that asks for replies by the days that are listed below it."""
    head: str = ""
    """The last line found that others may stand below: whom they are about."""
    since: list[str] = field(default_factory=list)
    """The lines after it, which have not been looked at."""
    noted: str = ""
    """The sentence that asks for replies and points to a note further down."""
    years: set[int] = field(default_factory=set)
    """Those of the days that have been asked for."""

    def of(self, text: _Text) -> Iterator[Due]:
        """Give the days by which a text asks for replies."""
        self.since.append(text.said)
        before_it, was_due = (self.noted if FOOTNOTE.match(text.said) else ""), False
        item = self._item(text.said)
        for sentence in (item,) if item else sentences(text.said):
            if sentence.rstrip(". ").endswith("*") and ASKS.search(sentence):
                self.noted = sentence
            is_label = LAST_DAY.match(sentence) is not None
            goes_on = self._goes_on(sentence, before_it, was_due=was_due)
            is_note = bool(self.noted) and before_it == self.noted
            told = f"{before_it} {sentence}" if is_label or goes_on or is_note else sentence
            before_it = told
            days = (
                ()
                if REPLY.search(told) is None
                or ELSEWHERE.search(sentence)
                or (not self.is_letter and sets_task(sentence))
                else self._asked_by(sentence, is_told=is_label or bool(item), goes_on=goes_on)
            )
            was_due = bool(days)
            is_others = SOMEBODY_ASKS.search(told) is not None and not AUDITORS.search(told)
            yield from (replace(e, is_others=is_others) for e in self._each(sentence, days, text))

    def _goes_on(self, sentence: str, before_it: str, *, was_due: bool) -> bool:
        """Tell whether a sentence says of some by when they are to do what the one before asks."""
        if was_due:
            return self._speaks_of_some(sentence)
        if REPLY.search(before_it) is None:
            return False
        said = self.addressees.bodies.mentions(sentence)
        is_it = OF_IT.match(sentence) is not None
        is_named = bool(said) and said[0].start == 0
        asks = ASKS.search(before_it if is_named else f"{before_it} {sentence}") is not None
        return asks and (is_named or is_it)

    def _above(self) -> tuple[Committee, ...]:
        """Return whom a line is about: below a name alone, or what is recommended to somebody."""
        heads = (
            each
            for each in reversed(self.since)
            if _RECOMMENDS.search(each) or self.addressees.is_label(each)
        )
        self.head = next(heads, self.head)
        self.since.clear()
        return self.addressees.bodies.named_in(self.head)

    def _item(self, text: str) -> str:
        """Return a line of a list of names and days with what asks for them above; else nothing."""
        bare = text.strip()
        if LEADS.search(bare) and REPLY.search(bare) and not any(True for _ in days_in(bare)):
            self.lead = bare
            return ""
        if not self.lead:
            return ""
        said = self._nameless(bare, "")
        days = loose_days_in(said, self.own_day)
        rest = "".join(said[one:other] for one, other in _between(days, len(said)))
        rest = OTHERS.sub(" ", OF_ITEM.sub(" ", rest))
        is_item = bool(days) and self._speaks_of_some(bare)
        if is_item and not re.search(r"[^\W\d_]{2}", rest):
            return f"{self.lead} {bare}"
        self.lead = ""
        return ""

    def _asked_by(self, sentence: str, *, is_told: bool, goes_on: bool) -> tuple[LooseDay, ...]:
        found: list[LooseDay] = []
        for each in loose_days_in(sentence, self.own_day, self.years):
            before = sentence[found[-1].end if found else 0 : each.start]
            said = self._nameless(before)
            is_former = FORMER.search(before) is not None
            is_asked = (
                is_told
                or any(shape.search(before) for shape in SHAPES)
                or is_former
                or (goes_on and HOLDS.search(before))
                or FROM_WHOM.search(said)
                or (found and GOES_ON.fullmatch(said))
            )
            if is_former and self.is_letter:
                continue
            if (
                EXTENDED.search(before)
                or SINCE.search(before)
                or YEARLY.match(sentence[each.end :])
            ):
                continue
            if is_asked:
                found.append(each)
            elif self._is_ahead(each, sentence) and OCCASION.search(before) is None:
                found.append(replace(each, confidence=min(each.confidence, _AHEAD)))
        self.years.update(each.day.year for each in found if each.confidence >= SURE)
        return tuple(found)

    def _is_ahead(self, each: LooseDay, sentence: str) -> bool:
        """Tell whether a day lies after the letter's own, in a sentence that asks for something."""
        is_ahead = self.own_day is not None and each.day > self.own_day
        return self.is_letter and is_ahead and ASKS.search(sentence) is not None

    def _each(self, sentence: str, days: Sequence[LooseDay], text: _Text) -> Iterator[Due]:
        """Give the days with those whom they are for."""
        labels = (e for e in text.beside if len(days) and self.addressees.is_label(e))
        beside = self.addressees.bodies.named_in(next(labels, ""))
        spans = [(each.start, each.end) for each in days]
        whose = (
            (Whose(beside),) * len(days) if beside else whose_days(sentence, spans, self.addressees)
        )
        for day, whom in zip(days, whose, strict=True):
            sure = min(day.confidence, whom.confidence)
            is_past = PAST.search(sentence) is not None
            above = () if OTHERS.search(sentence) else self._above()
            yield Due(day.day, text.place, whom.committees, sure, is_past=is_past, above=above)

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
    if at and LABEL_CELL.match(label):
        return _Text(f"{label} {text}", row.place, (head,))
    others = [each.text for n, each in enumerate(row.cells) if n != at and not each.is_merged]
    beside = tuple(each for each in others if len(each.split()) <= _LONGEST_NAME)
    return _Text(f"{head} {text}", row.place, beside)
