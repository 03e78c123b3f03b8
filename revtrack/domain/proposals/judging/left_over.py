"""What is found, unsurely, of the questions that nothing answers by its words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.by_chapter import ends_of_chapters
from revtrack.domain.proposals.judging.in_turn import IS_RESULT as IS_PART
from revtrack.domain.proposals.judging.in_turn import in_turn, judges_question, sentences_in_turn
from revtrack.domain.proposals.judging.judged import Judged, fits_of, judged, topic_of, weights_of
from revtrack.domain.proposals.judging.judging_course import Course
from revtrack.domain.proposals.judging.places import IS_RESULT, IS_SUMMARY, is_elsewhere
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences

SHARED = 0.25
"""Which share is enough where no sentence by itself answers a question."""


def _by_turn(
    passages: Passages,
    questions: Sequence[Asked],
    missing: Sequence[int],
    addressees: Addressees,
) -> Iterator[Judged]:
    """Give for each question left what is judged where its turn is, unsurely."""
    turns = in_turn(passages, questions)
    left = set(missing)
    for place, under, sentence in sentences_in_turn(passages, questions):
        if place in left:
            left.discard(place)
            yield judged(sentence, place, SHARED, under, addressees)
    for passage in passages:
        number = turns.get(passage.place) if isinstance(passage, Passage) else None
        if number in left and isinstance(passage, Passage):
            said = _verdict_of(passage)
            if said:
                left.discard(number)
                yield judged(said, number, SHARED, passage, addressees)


def _verdict_of(passage: Passage) -> str:
    """Return the sentence of a passage that judges; its first where all of its part does."""
    said = list(sentences(passage.text))
    judging = (each for each in said if judges_question(each, passage))
    first = said[0] if said and IS_PART.match(passage.heading) else ""
    return next(judging, first)


def _below(
    passages: Passages,
    questions: Sequence[Asked],
    missing: Sequence[int],
    addressees: Addressees,
) -> Iterator[Judged]:
    """Give for each question left what stands first where its own chapter judges, unsurely."""
    course, left = Course(passages, questions, addressees), set(missing)
    for passage in passages:
        if isinstance(passage, TablePassage):
            continue
        if passage.is_heading:
            course.enter(passage)
        elif course.under in left and IS_PART.match(passage.heading):
            left.discard(course.under)
            first = next(sentences(passage.text), passage.text)
            yield judged(_verdict_of(passage) or first, course.under, SHARED, passage, addressees)


def _shared(
    passages: Passages,
    questions: Sequence[Asked],
    missing: Sequence[int],
    addressees: Addressees,
) -> Iterator[Judged]:
    """Give for each question left what an assessment that several share says of it, unsurely."""
    stems = [topic_of(each.text) for each in questions]
    weights = weights_of(stems)
    best: dict[int, Judged] = {}
    for passage in passages:
        if isinstance(passage, TablePassage) or not IS_RESULT.search(passage.heading):
            continue
        if passage.is_heading or IS_SUMMARY.search(" / ".join(passage.path)):
            continue
        if is_elsewhere(passage):
            continue
        for sentence in sentences(passage.text):
            fits = fits_of(sentence, stems, weights)
            for number in missing:
                is_better = number not in best or fits[number] > best[number].score
                if fits[number] >= SHARED and is_better:
                    best[number] = judged(sentence, number, fits[number], passage, addressees)
    for each in best.values():
        yield replace(each, score=each.score / 2)


LEFT_OVER = (_by_turn, _below, ends_of_chapters, _shared)
"""The ways in which something is found, the surest first."""
