"""What ends a chapter as its answer, where there is a chapter for each question in turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.answer_words import JUDGES
from revtrack.domain.proposals.judging.judged import (
    Judged,
    are_in_turn,
    fits_of,
    judged,
    topic_of,
    weights_of,
)
from revtrack.domain.proposals.judging.places import is_elsewhere
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_SHARED = 0.25
"""Which share of its question's words such an answer has, where it does not stand by itself."""


@dataclass
class _Chapter:
    """A chapter that has text of its own, with its lines."""

    heading: Passage
    lines: list[Passage] = field(default_factory=list)


def ends_of_chapters(
    passages: Passages,
    questions: Sequence[Asked],
    missing: Sequence[int],
    addressees: Addressees,
) -> Iterator[Judged]:
    """Give for each question left how its chapter ends, where that speaks of what was asked.

    Chapters beside each other count, as many as the questions, whose headings are in their order:
    "Rutiner finns alltså", "Uppgifterna är inte fördelade på ett säkert sätt".
    """
    topics = [topic_of(each.text) for each in questions]
    weights = weights_of(topics)
    chapters = _in_turn(passages, questions)
    for number in missing if chapters else ():
        last = chapters[number].lines[-1]
        said = [each for each in sentences(last.text) if not each.endswith(("?", ":"))]
        answers = [each for each in said if JUDGES.search(each)]
        answer = next(iter(answers or said[-1:]), "")
        is_demand = begins_with_demand(answer) or last.is_item
        fit = fits_of(answer, topics, weights)[number]
        is_alone = len(said) == 1 or bool(answers)
        if not is_demand and (fit >= _SHARED or (is_alone and fit > 0)):
            yield judged(answer, number, _SHARED, last, addressees)


def _in_turn(passages: Passages, questions: Sequence[Asked]) -> list[_Chapter]:
    """Return the chapters that have a question each; none where no row of them does."""
    count = len(questions)
    chapters = _chapters(passages, {each.place for each in questions})
    for begin in range(len(chapters) - count + 1) if count > 1 else ():
        row = chapters[begin : begin + count]
        names = [each.heading.text for each in row]
        is_row = len({(each.heading.path[:-1], each.heading.level) for each in row}) == 1
        if is_row and all(each.lines for each in row) and are_in_turn(names, questions):
            return row
    return []


def _chapters(passages: Passages, asked: set[object]) -> list[_Chapter]:
    """Return the chapters that tell what was found, each with its lines."""
    found: list[_Chapter] = []
    for passage in passages:
        if not isinstance(passage, Passage) or passage.place in asked:
            continue
        if passage.is_heading:
            found.append(_Chapter(passage))
        elif found and not is_elsewhere(passage):
            found[-1].lines.append(passage)
    return found
