"""What an overall assessment finds of each committee, where it does not find the same of all."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.judging.clauses import without_lead
from revtrack.domain.proposals.judging.grading import graded
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee

_JOINTS = re.compile(
    r"(?P<joint>,?\s(?:och|samt|medan|men|däremot)\s(?:att\s)?|;\s|,\s(?:att\s)?)", re.IGNORECASE
)
_CONTRAST = re.compile(r"\b(?:medan|men|däremot)\b", re.IGNORECASE)
_NAME = re.compile(r"\x00(\d+)\x00")
"""Where a committee stood, by its place among those that are named."""
_WHOSE = r"(?:vad gäller|när det gäller|för|i|inom|hos|beträffande|avseende|vid)"
_BEGINS = re.compile(rf"^(?:(?:även|också|både|såväl|{_WHOSE})\s){{0,2}}\x00", re.IGNORECASE)
_SPEAKS_OF = re.compile(rf"(?:^|\b{_WHOSE}\s|\b(?:både|såväl|dock|att)\s)\x00", re.IGNORECASE)
"""That a clause judges whom it names, and names nobody by the way: "i \x000\x00"."""
_OPENING = re.compile(r"^(?:[\s,]|\b(?:både|såväl|som|och|samt)\b|\x00\d+\x00)+", re.IGNORECASE)
_IS_JUDGED = 2
"""So many words at least are said of whom a clause names, where no step of a scale is told."""


@dataclass(frozen=True)
class _Clause:
    """What is said of one or several committees."""

    text: str
    joint: str
    """What joins it to the clause before; "" for a sentence's first."""

    @property
    def names(self) -> tuple[int, ...]:
        return tuple(map(int, _NAME.findall(self.text)))

    @property
    def said(self) -> str:
        return " ".join(_NAME.sub(" ", self.text).split()).strip(" ,.")

    @property
    def is_told(self) -> bool:
        """Whether something is said behind whom it names, so that the next clause may be new."""
        behind = _NAME.split(self.text)[-1].split()
        is_said = self.is_graded or len(behind) >= _IS_JUDGED
        return bool(self.names) and is_said

    @property
    def is_graded(self) -> bool:
        """Whether it has a word of some step, or says the contrary of what stands before."""
        is_contrary = _CONTRAST.search(self.joint) and len(self.said.split()) >= _IS_JUDGED
        return graded(self.said).words != "" or bool(is_contrary)

    def with_next(self, other: "_Clause") -> "_Clause":
        """Return both as one."""
        return _Clause(f"{self.text}{other.joint}{other.text}", self.joint)


_Judging = tuple[_Clause, tuple[Committee, ...], str]
"""A clause, whom it judges, and its words as written without them before it."""


def apart_in(
    sentence: str, passage: Passage, bodies: PaperBodies, whole: Collection[int] = ()
) -> tuple[ProposedAssessment, ...]:
    """Return what a judging sentence and those after it find of each committee that they name.

    None where they find the same of all, or it cannot be told what they find of one of them.
    ``whole`` are those who are judged in chapters of their own: what is found of some of them is
    not of all.
    """
    said = list(sentences(passage.text))
    begin = said.index(sentence) if sentence in said else len(said)
    clauses = list(_clauses(without_lead(sentence), bodies))
    if clauses and _SPEAKS_OF.search(clauses[0][0].text):
        clauses += _going_on(said[begin + 1 :], bodies)
    found: list[ProposedAssessment] = []
    named: set[int] = set()
    for clause, committees, phrase in clauses:
        ids = {each.id for each in committees}
        if not ids or ids & named:
            return ()
        named |= ids
        grade = graded(clause.said).grade
        names = tuple(display_name(each) for each in committees)
        found.append(ProposedAssessment(grade, phrase, passage.place, committees=names))
    is_of_some = named < {*whole} and all(_SPEAKS_OF.search(one.text) for one, *_ in clauses)
    return tuple(found) if is_of_some or len({each.grade for each in found}) > 1 else ()


def _going_on(after: list[str], bodies: PaperBodies) -> Iterator[_Judging]:
    """Give what the next sentences find of others, as long as they begin with whom they judge."""
    for each in after:
        clauses = list(_clauses(without_lead(each), bodies))
        is_graded = clauses and all(clause.is_graded for clause, *_ in clauses)
        if not is_graded or not _BEGINS.match(clauses[0][0].text):
            return
        yield from clauses


def _clauses(said: str, bodies: PaperBodies) -> Iterator[_Judging]:
    """Give the clauses of a sentence that judge, each with whom it names, and its own words."""
    named: list[Committee] = []
    written: list[str] = []
    text, end = "", 0
    for each in bodies.mentions(said):
        if each.start >= end:
            text += f"{said[end : each.start]}\x00{len(named)}\x00"
            end = each.end
            named.append(each.committee)
            written.append(said[each.start : each.end])
    pieces = ["", *_JOINTS.split(text + said[end:])]
    kept: list[_Clause] = []
    for joint, piece in zip(pieces[::2], pieces[1::2], strict=True):
        clause = _Clause(piece, joint)
        is_new = clause.is_graded and _SPEAKS_OF.search(clause.text) is not None
        if kept and not (is_new and kept[-1].is_told):
            kept[-1] = kept[-1].with_next(clause)
        else:
            kept.append(clause)
    for clause in kept:
        whom = {named[place].id: named[place] for place in clause.names}
        words = _NAME.sub(lambda m: written[int(m[1])], _OPENING.sub("", clause.text))
        yield clause, tuple(whom.values()), words.strip(" ,.")
