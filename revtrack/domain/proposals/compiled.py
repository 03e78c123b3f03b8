"""A compilation of replies: what each committee answered, put together by the auditors.

Each committee's part is read as if it were its reply: the lines below its name, or its rows of the
table. When and how it replied stands beside its name, or in a sentence that tells it of several.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from revtrack.domain.codes import ResponseKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.answering.answers import answers_in
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.committees.bodies import PaperBodies, bodies_of, display_name
from revtrack.domain.proposals.papers.minutes import diary_number_of
from revtrack.domain.proposals.proposal import (
    Found,
    Proposal,
    ProposedAnswer,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.proposals.recommending.recommended import ECHO
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.paper import Cell, Line, Paper, Place, Row, Table
from revtrack.domain.texts.prose import name_key

_TITLE = re.compile(
    r"\b(?:svarssammanställning|(?:sammanställning|sammandrag|sammanfattning|förteckning)"
    r"(?: \w+){0,2}? (?:av|över) (?:(?:de|inkomna|lämnade|[\w-]+s) )*(?:svar|yttranden|replik\w*))"
    r"|^(?:[\w-]+s )?(?:inkomna|nämndernas|styrelsernas) (?:svar|yttranden)\b",
    re.IGNORECASE,
)
_HEAD = 12
"""Among so many first lines the paper calls itself a compilation."""
_LONGEST_TITLE = 160
_LONGEST_NAME = 14
"""In words, of a line that says whose part comes below it."""
_PARAGRAPH = re.compile(r"§\s*(?P<number>\d{1,4})(?!\d)")
_RECEIVED = re.compile(r"\b(?:ink(?:om\w*|\.)|ankom\w*|mottag\w*|registrerad)\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:beslut\w*|svara(?:de|t)|svar|yttra(?:de|t)|yttrande|antag\w*|antogs?|sammanträde\w*"
    r"|behandla\w*|protokoll)\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:senast|svarsdag|påminnelse|anstånd|skickades|begärde)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?<=[.;,)])\s+|\s(?:och|samt)\s")
_UNANSWERED = re.compile(r"^(?:besvaras|har inte besvarats|saknar svar)\b", re.IGNORECASE)
"""How a line begins that tells which recommendations nobody has answered."""
_AUDITORS = re.compile(
    r"\b\w*(?:revis|granskar)\w*s?\s+(?:kommentar|bedömning|slutsats)|\buppföljning\b",
    re.IGNORECASE,
)
"""Heading of a column in which the auditors speak."""
_OF_REPLY = re.compile(
    r"\b(?:d(?:iarie)?nr|diarienummer|ärendenummer|paragraf|beslut\w*|datum|dag|ink(?:om|ommet)?)\b"
    r"|§|\bsenast\b",
    re.IGNORECASE,
)
"""Heading of a column that says when and how a committee replied, or by when something is done."""


@dataclass
class _Part:
    """What a compilation has of one committee."""

    committee: Committee
    place: Place
    blocks: list[Line | Table] = field(default_factory=list)
    answered: list[tuple[ProposedRecommendation, Table]] = field(default_factory=list)
    """Its rows below a recommendation, each with that."""
    diary_number: Found[str] | None = None
    paragraph: Found[str] | None = None
    received_on: Found[date] | None = None
    decided_on: Found[date] | None = None

    def note(self, text: str, place: Place, *, is_beside: bool) -> None:
        """Keep when and how the committee replied, as a text beside its name tells it."""
        number, paragraph = diary_number_of(text), _PARAGRAPH.search(text)
        if number and self.diary_number is None:
            self.diary_number = Found(number, place, 0.9)
        if paragraph and self.paragraph is None:
            self.paragraph = Found(paragraph["number"], place, 0.9)
        for clause in _clauses(text):
            days = [each.day for each in days_in(clause)]
            if not days or _OTHER_DAY.search(clause):
                continue
            if _RECEIVED.search(clause):
                self.received_on = self.received_on or Found(days[0], place, 0.9)
            elif _DECIDED.search(text) or is_beside:
                self.decided_on = self.decided_on or Found(days[0], place, 0.9)

    @property
    def is_told(self) -> bool:
        """Whether anything says that it has replied."""
        told = (self.diary_number, self.paragraph, self.received_on, self.decided_on)
        return any(each is not None for each in told)


def is_compilation(paper: Paper) -> bool:
    """Tell whether a paper calls itself a compilation of replies."""
    first = [each for each in paper.blocks if isinstance(each, Line)][:_HEAD]
    return any(_TITLE.search(each.text) and len(each.text) < _LONGEST_TITLE for each in first)


def with_replies(made: Proposal, paper: Paper, committees: Sequence[Committee] = ()) -> Proposal:
    """Return what a compilation proposes as a list, with the replies that it puts together."""
    bodies = bodies_of(paper, committees)
    made = replace(made, recommendations=_joined(made.recommendations))
    parts = _Parts(bodies, made.recommendations).of(paper)
    responses = [_response(each, made.recommendations) for each in parts]
    of_whom = _answerers(responses)
    recommendations = tuple(
        replace(each, committees=of_whom.get(each.number), committees_certain=True)
        if each.committees is None
        else each
        for each in made.recommendations
    )
    return replace(
        made,
        recommendations=recommendations,
        responses=tuple(each for each in responses if each is not None),
    )


# ---- whose part is what ------------------------------------------------------------------------


@dataclass
class _Parts:
    """The way through a compilation, with whose part and which recommendation it is under."""

    bodies: PaperBodies
    recommendations: Sequence[ProposedRecommendation]
    parts: dict[int, _Part] = field(default_factory=dict)
    current: _Part | None = None
    given: ProposedRecommendation | None = None
    """The recommendation that was given last outside the tables."""

    def of(self, paper: Paper) -> tuple[_Part, ...]:
        """Return what the paper has of each committee."""
        for block in paper.blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._line(block)
        return tuple(self.parts.values())

    def _part(self, committee: Committee, place: Place) -> _Part:
        return self.parts.setdefault(committee.id, _Part(committee, place))

    def _line(self, line: Line) -> None:
        named = _named_by(line, self.bodies)
        if named is not None:
            self.current = self._part(named, line.place)
            self.current.note(line.text, line.place, is_beside=True)
            return
        self.given = self._given_by(line) or self.given
        if self.current is None:
            self._note_each(line)
        elif not self.current.blocks and _tells(line.text):
            self.current.note(line.text, line.place, is_beside=True)
        else:
            self.current.blocks.append(line)

    def _given_by(self, line: Line) -> ProposedRecommendation | None:
        """Return the recommendation that stands on a line."""
        here = [each for each in self.recommendations if each.place.table is None]
        at = next((each for each in here if each.place.line == line.place.line), None)
        said = name_key(line.text)
        return at or next((each for each in here if name_key(each.text or "") == said), None)

    def _is_given_in(self, row: Row) -> bool:
        """Tell whether a row gives a recommendation itself."""
        return any(each.place == row.place for each in self.recommendations)

    def _note_each(self, line: Line) -> None:
        """Keep what a sentence tells of several committees' replies."""
        said = self.bodies.mentions(line.text)
        ends = [*(each.start for each in said), len(line.text)]
        for each, (begin, end) in zip(said, pairwise(ends), strict=True):
            text = line.text[begin:end]
            if _PARAGRAPH.search(text) or (days_in(text) and _DECIDED.search(line.text[:end])):
                is_beside = not _OTHER_DAY.search(line.text)
                self._part(each.committee, line.place).note(text, line.place, is_beside=is_beside)

    def _table(self, table: Table) -> None:
        """Give each row to the committees that it names; all to the current one where none is."""
        heads = [each.text for each in table.rows[0].cells]
        silent = {at for at, text in enumerate(heads) if _AUDITORS.search(text)}
        column = _column_of_committees(table.rows[1:], self.bodies)
        if column is None:
            if self.current is not None:
                rows = tuple(_without(row, silent) for row in table.rows)
                self.current.blocks.append(Table(rows))
            return
        told = {at for at, text in enumerate(heads) if _OF_REPLY.search(text)} - silent - {column}
        for row in table.rows[1:]:
            given = None if self._is_given_in(row) else self.given
            said = _without(row, silent | told | {column}).cells
            said = (Cell(given.text or ""), *said) if given else said
            for each in self.bodies.named_in(row.cells[column].text):
                part = self._part(each, row.place)
                part.note(row.cells[column].text, row.place, is_beside=True)
                for at in sorted(told):
                    part.note(f"{heads[at]}: {row.cells[at].text}", row.place, is_beside=True)
                answer = Table((replace(row, cells=said),))
                if given:
                    part.answered.append((given, answer))
                else:
                    part.blocks.append(answer)


def _named_by(line: Line, bodies: PaperBodies) -> Committee | None:
    """Return the committee that a line names as whose part comes below it."""
    said = bodies.mentions(line.text)
    is_first = bool(said) and said[0].start < len("Yttrande från ")
    is_short = len(line.text.split()) <= _LONGEST_NAME and not line.text.rstrip().endswith(".")
    names_one = len({each.committee.id for each in said}) == 1
    return said[0].committee if is_first and is_short and names_one else None


def _tells(text: str) -> bool:
    """Tell whether a line below a committee's name says when or under which § it replied."""
    is_told = _PARAGRAPH.search(text) or _RECEIVED.search(text) or _DECIDED.match(text)
    return bool(is_told) and bool(days_in(text) or _PARAGRAPH.search(text))


def _column_of_committees(rows: Sequence[Row], bodies: PaperBodies) -> int | None:
    """Return the column whose cells each begin with a committee; None where there is none."""
    width = min((len(row.cells) for row in rows), default=0)
    for at in range(width):
        cells = [row.cells[at].text for row in rows]
        if cells and all(_begins_with_name(each, bodies) for each in cells):
            return at
    return None


def _begins_with_name(text: str, bodies: PaperBodies) -> bool:
    said = bodies.mentions(text)
    return bool(said) and said[0].start == 0 and len(text.split()) <= _LONGEST_NAME


def _without(row: Row, columns: Iterable[int]) -> Row:
    left = frozenset(columns)
    return replace(row, cells=tuple(c for at, c in enumerate(row.cells) if at not in left))


def _clauses(text: str) -> Iterator[str]:
    """Give the pieces of a text, each with what was said before its day."""
    yield from (each for each in _CLAUSE.split(text) if each.strip())


# ---- what each has answered --------------------------------------------------------------------


def _response(
    part: _Part, recommendations: Sequence[ProposedRecommendation]
) -> ProposedResponse | None:
    asked = [
        each
        for each in recommendations
        if each.committees is None or display_name(part.committee) in each.committees
    ]
    said = [*_said(part.blocks, asked)]
    for each, row in part.answered:
        said += _said([row], [each])
    answers = tuple(each for each in said if each.position or each.progress)
    if not answers and not part.is_told:
        return None
    is_decided = part.decided_on is not None or part.paragraph is not None
    return ProposedResponse(
        committee=display_name(part.committee),
        kind=ResponseKind.DECISION if is_decided else ResponseKind.STATEMENT,
        place=part.place,
        diary_number=part.diary_number,
        paragraph=part.paragraph,
        received_on=part.received_on,
        decided_on=part.decided_on,
        answers=answers,
        confidence=0.8,
    )


def _said(
    blocks: Sequence[Line | Table], asked: Iterable[ProposedRecommendation]
) -> tuple[ProposedAnswer, ...]:
    given = tuple(Asked(each.number, (each.text,)) for each in asked if each.text)
    return answers_in(Paper(tuple(blocks)), given) if blocks and given else ()


def _joined(found: Sequence[ProposedRecommendation]) -> tuple[ProposedRecommendation, ...]:
    """Return each recommendation once, with all whose rows repeat its words."""
    kept: list[ProposedRecommendation] = []
    for each in found:
        if _UNANSWERED.match(each.text or ""):
            continue
        at = next((n for n, one in enumerate(kept) if _is_same(one, each)), None)
        if at is None:
            kept.append(each)
        elif each.committees:
            both = dict.fromkeys((*(kept[at].committees or ()), *each.committees))
            kept[at] = replace(kept[at], committees=tuple(both))
    if len(kept) == len(found):
        return tuple(kept)
    return tuple(replace(each, number=str(n)) for n, each in enumerate(kept, start=1))


def _is_same(one: ProposedRecommendation, other: ProposedRecommendation) -> bool:
    is_of_table = one.place.table is not None and one.place.table == other.place.table
    return is_of_table and likeness(one.text or "", other.text or "", ECHO) >= ECHO


def _answerers(responses: Iterable[ProposedResponse | None]) -> dict[str, tuple[str, ...]]:
    """Return who has answered each recommendation, by its number."""
    found: dict[str, tuple[str, ...]] = {}
    for each in responses:
        for answer in each.answers if each else ():
            if each is not None:
                found[answer.recommendation] = (
                    *found.get(answer.recommendation, ()),
                    each.committee,
                )
    return found
