"""Whose part is what in a compilation of replies, and when and how each replied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.compiled_names import AUDITORS_SAY, Names
from revtrack.domain.proposals.compiled_part import (
    DECIDED,
    OTHER_DAY,
    PARAGRAPH,
    RECEIVED,
    Part,
    without_head,
)
from revtrack.domain.proposals.compiled_silence import tells_not_asked, tells_of_silence
from revtrack.domain.proposals.compiled_tables import CompiledTables
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.paper_days import own_day_in
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.outline import outline_of
from revtrack.domain.proposals.text.sentences import in_sentences, sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Cell, Line, Paper, Place, Row, Table
from revtrack.domain.texts.prose import name_key

_BESIDE = re.compile(
    r"^(?P<names>[^:(]{3,80}(?:\([^)]{2,60}\))?(?:[^:(]{0,60}))\s*[:–]\s+(?P<said>\S.*)$", re.DOTALL
)
"""A committee's name, when it replied, and what it says: "Socialnämnden (§ 12): Instämmer"."""
_ENDS = re.compile(
    rf"(?!.*\.$)(?:{AUDITORS_SAY}|noteringar|att (?:diskutera|ta ställning|ta upp|följa)\b.*"
    r"|nästa steg|fortsatt \w+|övrigt|uppföljning|slutsats(?:er)?|sammanfattning)(?: \S+){0,6}$",
    re.IGNORECASE,
)
"""A heading below which the auditors speak, and no committee any more."""

_FACTS_BEHIND = re.compile(r"\s*\((?P<facts>[^()]{4,80})\)\s*:?\s+(?P<said>\S.*)$", re.DOTALL)
"""When a committee replied, in brackets behind its name, and then what it says."""
_OF_BEFORE = re.compile(r"\b(?:redan (?:år )?\d{4}|tidigare|dåvarande|förra|då)\b", re.IGNORECASE)
"""What a sentence has that tells of a reply to an earlier audit."""


@dataclass
class Parts:
    """The way through a compilation, with whose part and which recommendation it is under."""

    bodies: PaperBodies
    recommendations: Sequence[ProposedRecommendation]
    parts: dict[int, Part] = field(default_factory=dict)
    current: Part | None = None
    given: ProposedRecommendation | None = None
    """The recommendation that was given last outside the tables."""

    latest: date | None = None
    """The latest day that the paper writes, by which it tells the year of others."""
    own_day: date | None = None
    """The paper's own day."""
    listed: ProposedRecommendation | None = None
    """The recommendation that the line above gives."""

    def __post_init__(self) -> None:
        """Make ready to read the tables."""
        self._tables = CompiledTables(Names(self.bodies, self.recommendations))

    def of(self, paper: Paper) -> tuple[Part, ...]:
        """Return what the paper has of each committee."""
        lines = (each for each in paper.blocks if isinstance(each, Line))
        days = (each.day for line in lines for each in days_in(line.text))
        self.latest = max(days, default=None)
        own = own_day_in(Head(paper, outline_of(paper)), is_letter=False)
        self.own_day = own.value if own else None
        for block in paper.blocks:
            if isinstance(block, Table):
                self._table(block)
                self.listed = None
            else:
                self._line(block)
        return tuple(self.parts.values())

    def _part(self, committee: Committee, place: Place) -> Part:
        return self.parts.setdefault(
            committee.id, Part(committee, place, self.latest, self.own_day)
        )

    def _line(self, line: Line) -> None:
        if self._tells_who_is_silent(line) or (self.current and tells_not_asked(line.text)):
            return
        above, self.listed = self.listed, self._given_by(line)
        if above is not None and self.listed is not None and above is not self.listed:
            self.given = None  # of several in a row none is what a line below them answers
        if self._answers_beside_name(line) or self._answers_behind_facts(line):
            return
        if self._tells_and_answers(line):
            return
        if self._answers_in_sentences(line):
            return
        is_text = line.text.rstrip().endswith(".")
        named = None if is_text else self._tables.names.only_named(line.text)
        if named is not None:
            self.current = self._part(named, line.place)
            self.current.note(line.text, line.place, is_beside=True)
            return
        if _ENDS.match(line.text.strip()):
            self.current, self.given = None, None
            return
        self.given = (None if above else self.listed) or (None if self.listed else self.given)
        if self.current is None:
            self._note_each(line)
        elif not self.current.blocks and _tells(line.text):
            self.current.note(line.text, line.place, is_beside=True)
        else:
            self.current.blocks.append(line)

    def _tells_who_is_silent(self, line: Line) -> bool:
        """Take a line that says that committees have not replied, or not to a recommendation."""
        if not self.bodies.named_in(line.text):
            return self._says_that_it_is_silent(line)
        told = tuple(sentences(line.text))
        silent = [each for each in told if tells_of_silence(self._nameless(each))]
        beside = _BESIDE.match(line.text)
        is_beside = beside is not None and self._only_named(beside["names"]) is not None
        above = (self.given,) if self.given and is_beside else ()
        for said in silent:
            for each in self.bodies.named_in(said):
                part = self._part(each, line.place)
                part.be_silent(line.place, above)
        named = self._tables.names.only_named(line.text) if silent and not above else None
        if named and not line.text.rstrip().endswith("."):
            self.current = self._part(named, line.place)
        return bool(silent) and len(silent) == len(told)

    def _says_that_it_is_silent(self, line: Line) -> bool:
        """Take a line of a committee's own part that says so."""
        if self.current is None or not tells_of_silence(without_head(line.text)):
            return False
        is_answer = self.given is not None and self.current.blocks
        self.current.be_silent(line.place, (self.given,) if self.given and is_answer else ())
        return True

    def _nameless(self, text: str) -> str:
        """Return a text with "nämnden" for each committee that it names."""
        said, end = "", 0
        for each in self.bodies.mentions(text):
            said += f"{text[end : each.start]}nämnden"
            end = each.end
        return said + text[end:]

    def _answers_beside_name(self, line: Line) -> bool:
        """Take a line that names a committee and then what it says of what is given above."""
        match = _BESIDE.match(line.text)
        if match is None or (self.given is None and not line.text.rstrip().endswith(".")):
            return False
        named = self._only_named(match["names"])
        if named is None or _tells(match["said"]) or self._gives(match["said"]):
            return False
        part = self._part(named, line.place)
        part.note(match["names"], line.place, is_beside=True)
        if self.given:
            part.answer(self.given, [match["said"]], line.place)
        else:
            self.current = part
            part.blocks.append(replace(line, text=match["said"]))
        return True

    def _answers_behind_facts(self, line: Line) -> bool:
        """Take a text that names a committee, in brackets when it replied, and what it says."""
        said = self.bodies.mentions(line.text)
        # the reader joins lines of which each names a committee and its day
        behind = [each for each in said[1:] if _FACTS_BEHIND.match(line.text, each.end)]
        if behind and self._answers_behind_facts(replace(line, text=line.text[: behind[0].start])):
            return self._answers_behind_facts(replace(line, text=line.text[behind[0].start :]))
        match = _FACTS_BEHIND.match(line.text, said[0].end) if said and not said[0].start else None
        if match is None or not (PARAGRAPH.search(match["facts"]) or [*days_in(match["facts"])]):
            return False
        self.current = self._part(said[0].committee, line.place)
        self.current.note(match["facts"], line.place, is_beside=True)
        text = f"{line.text[: said[0].end]} {match['said']}"
        if self.given:
            self.current.answer(self.given, [text], line.place)
        else:
            self.current.blocks.append(replace(line, text=text))
        return True

    def _tells_and_answers(self, line: Line) -> bool:
        """Take a paragraph that tells first when a committee replied, then what."""
        first, *others = in_sentences(line.text)
        named = self._only_named(first)
        if (
            named is None
            or _OF_BEFORE.search(first)
            or not (PARAGRAPH.search(first) or any(True for _ in days_in(first)))
        ):
            return False
        is_told = DECIDED.search(first) or RECEIVED.search(first)
        if not is_told or {each.id for each in self.bodies.named_in(line.text)} != {named.id}:
            return False
        self.current = self._part(named, line.place)
        self.current.note(first, line.place, is_beside=True)
        if others:
            self.current.blocks.append(replace(line, text=" ".join(others)))
        self.given = self._given_by(line)
        return True

    def _answers_in_sentences(self, line: Line) -> bool:
        """Take a text below what was recommended whose sentences begin with who answers it."""
        said = [(self._subject(each), each) for each in sentences(line.text)]
        first = said[0][0] if said else None
        if self.given is None or first is None or position_of(said[0][1]) is None:
            return False
        part = self._part(first, line.place)
        for named, each in said:
            part = self._part(named, line.place) if named else part
            part.answer(self.given, [each], line.place)
        return True

    def _subject(self, sentence: str) -> Committee | None:
        """Return the committee whose name a sentence begins with, as the one who acts."""
        first = self.bodies.mentions(sentence)[:1]
        return next((e.committee for e in first if not (e.start or e.is_genitive)), None)

    def _only_named(self, text: str) -> Committee | None:
        """Return the only committee that a text names, which it begins with."""
        said = self.bodies.mentions(text)
        is_first = bool(said) and said[0].start < len("Yttrande från ")
        names_one = len({each.committee.id for each in said}) == 1
        return said[0].committee if is_first and names_one else None

    def _gives(self, text: str) -> bool:
        """Tell whether a text is a recommendation itself."""
        said = name_key(text)
        return any(name_key(each.text or "") == said for each in self.recommendations)

    def _given_by(self, line: Line) -> ProposedRecommendation | None:
        """Return the recommendation that stands on a line."""
        here = [each for each in self.recommendations if each.place.table is None]
        at = next((each for each in here if each.place.line == line.place.line), None)
        said = name_key(line.text)
        return at or next((each for each in here if name_key(each.text or "") == said), None)

    def _note_each(self, line: Line) -> None:
        """Keep what sentences tell of several committees' replies."""
        for sentence in sentences(line.text):
            self._note_all_in(sentence, line.place)

    def _note_all_in(self, sentence: str, place: Place) -> None:
        said = self.bodies.mentions(sentence)
        ends = [*(each.start for each in said), len(sentence)]
        for each, (begin, end) in zip(said, pairwise(ends), strict=True):
            text = sentence[begin:end]
            is_told = PARAGRAPH.search(text) or (days_in(text) and DECIDED.search(sentence[:end]))
            if is_told and not _OF_BEFORE.search(sentence):
                is_beside = not OTHER_DAY.search(sentence)
                part = self._part(each.committee, place)
                part.note(text, place, is_beside=is_beside, is_sure=False)

    def _table(self, table: Table) -> None:
        """Give what each row tells to the committees that it names, else to the current one."""
        above = self.current.committee if self.current else None
        for told in self._tables.read(table, above, self.given):
            for each in told.committees:
                part = self._part(each, told.place)
                for fact in told.facts:
                    part.note(fact, told.place, is_beside=True)
                for given in told.given:
                    part.answer(given, told.said, told.place)
                if told.said and not told.given:
                    cells = tuple(map(Cell, told.said))
                    part.blocks.append(Table((Row(cells, told.place),)))


def _tells(text: str) -> bool:
    """Tell whether a line below a committee's name says when or under which § it replied."""
    is_told = PARAGRAPH.search(text) or RECEIVED.search(text) or DECIDED.match(text)
    return bool(is_told) and bool(days_in(text) or PARAGRAPH.search(text))
