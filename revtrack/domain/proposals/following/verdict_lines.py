"""The verdicts that lines of a follow-up pass: after a label, below one, or in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.proposals.following.verdict_labels import after_label, is_label
from revtrack.domain.proposals.following.verdict_words import (
    UNSURE,
    Said,
    bare_verdict,
    opening_verdict,
    told_verdict,
    verdict_on_body,
)
from revtrack.domain.proposals.proposal import ProposedVerdict
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import ORDINALS
from revtrack.domain.texts.paper import Place

LABELLED, BELOW, TOLD, BARE, IN_TURN = 0.95, 0.92, 0.9, 0.85, 0.7
"""How sure a verdict is: after a label, below one, in a sentence, in bare words, by its turn."""
BY_NUMBER = re.compile(
    r"\brekommendation(?:en|erna)?\s(?:nr\s|nummer\s)?"
    r"(?P<numbers>\d{1,2}(?:(?:,\s?|\s?(?:och|samt|[–-])\s?)\d{1,2})*)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:,|;|,?\s(?:och|samt|men|medan))\s(?:att\s)?(?=den\s)", re.IGNORECASE)
_VERB = re.compile(r"\b(?:är|har|bedöms|anses|kvarstår|återstår)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A verdict at its place."""

    said: Said
    place: Place
    sure: float
    sentence: str

    @property
    def proposed(self) -> ProposedVerdict:
        """The verdict as it is proposed."""
        sure = round(min(self.sure, self.said.confidence), 2)
        return ProposedVerdict(self.said.step, self.said.phrase, self.place, sure)


def statements(lines: Sequence[Passage]) -> Iterator[Told]:
    """Give the verdicts that lines pass, those after a label as such."""
    is_below = False
    for line in lines:
        labelled = after_label(line.text)
        told = [*sentences(labelled or line.text)]
        if labelled or is_below:
            first = next(iter(told), "")
            said = opening_verdict(first) or (None if turns_in(first) else told_verdict(first))
            said = said or (verdict_on_body(first) if labelled else None)
            if said is not None:
                yield Told(said, line.place, LABELLED if labelled else BELOW, first)
                told = [each for each in told[1:] if turns_in(each)]
        is_below = is_label(line.text)
        for each in () if line.is_heading else told:
            yield from _in_sentence(each, line)


def _in_sentence(sentence: str, line: Passage) -> Iterator[Told]:
    """Give the verdicts of a sentence; of one that names several by their turns each its own."""
    for each in _clauses(sentence) if turns_in(sentence) else (sentence,):
        told, bare = told_verdict(each), bare_verdict(each)
        said = told or bare
        if said is not None and not BY_NUMBER.search(each):
            yield Told(said, line.place, TOLD if told else BARE, each)


def _clauses(sentence: str) -> Iterator[str]:
    """Give what a sentence says of one after the other: "den första är …, den andra är …"."""
    begin = 0
    for met in _APART.finditer(sentence):
        if _VERB.search(sentence[begin : met.start()]):
            yield sentence[begin : met.start()]
            begin = met.end()
    yield sentence[begin:]


def best_of(told: Sequence[Told]) -> Told | None:
    """Return the surest of the verdicts on one recommendation, the last of those alike.

    Where equally sure ones are not the same, a person should look.
    """
    if not told:
        return None
    surest = max(each.sure for each in told)
    same = [each for each in told if each.sure == surest]
    is_one = len({each.said.step for each in same}) == 1
    return same[-1] if is_one else replace(same[-1], sure=UNSURE)


def turns_in(sentence: str) -> list[int]:
    """Return which of a list a sentence names by their turn: "den första och den andra"."""
    said = sentence.casefold()
    return [turn for turn, word in enumerate(ORDINALS) if re.search(rf"\bden {word}\b", said)]
