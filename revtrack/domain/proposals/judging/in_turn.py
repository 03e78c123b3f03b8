"""Which question a chapter judges, where there is one chapter, or paragraph, for each in turn."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.judging.answer_words import JUDGES
from revtrack.domain.proposals.judging.clauses import is_of_whole
from revtrack.domain.proposals.judging.grading import graded
from revtrack.domain.proposals.judging.judged import ENOUGH, fits_of, topic_of, weights_of
from revtrack.domain.proposals.judging.places import ANSWERING
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.judging.step_words import IS_STEP
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Place

IS_RESULT = AnyCase(
    r"(?:(?:vår|vår samlade|revisionell|revisorernas|revisionens)\s)?bed[öo]mning(?:ar)?$",
)
"""How the part of a chapter is headed that judges."""
_ASIDE = AnyCase(
    r"sammanfatt|slutsats|\bsamla[dt]|sammanvägd|\bbakgrund|\binledning|\bmetod|kriteri"
    r"|rekommendation|\btidigare|bedömningsgrund|\bsyfte|avgränsning|revisionsfråg|\bsvar på",
)
_LABEL = re.compile(r"^(?:vår\s|revisionell\s)?bedömning\s?[.:–-]", re.IGNORECASE)
_FEWEST = 2


def in_turn(passages: Passages, questions: Sequence[Asked]) -> dict[Place, int]:
    """Return which question each judging passage stands for by its turn; none where unclear.

    The chapters that judge are counted, then the paragraphs; where there are as many as questions,
    and none speaks of another question than its own, each judges its own.
    """
    found = [(chapter, each) for chapter, each in _results(passages) if _judges(each)]
    by_chapter = [chapter for chapter, _ in found]
    for groups in (by_chapter, list(range(len(found)))):
        keys = list(dict.fromkeys(groups))
        texts = [
            " ".join(
                each.text for group, (_, each) in zip(groups, found, strict=True) if group == key
            )
            for key in keys
        ]
        if len(keys) == len(questions) >= _FEWEST and are_in_order(texts, questions):
            return {
                each.place: keys.index(group)
                for group, (_, each) in zip(groups, found, strict=True)
            }
    return {}


def sentences_in_turn(
    passages: Passages, questions: Sequence[Asked]
) -> Iterator[tuple[int, Passage, str]]:
    """Give what the sentences under a heading judge, where they are as many as the questions."""
    found: dict[int, list[tuple[Passage, str]]] = defaultdict(list)
    for passage in passages:
        if not isinstance(passage, Passage) or passage.is_heading:
            continue
        is_answers = ANSWERING.search(passage.heading) is not None
        if is_answers or IS_RESULT.match(passage.heading):
            for said in sentences(passage.text):
                is_whole = is_answers and is_of_whole(said, in_chapter=False)
                is_step = is_answers and IS_STEP.match(said) is not None
                is_judged = graded(said).words or JUDGES.search(said) or is_step
                if is_judged and not is_whole:
                    found[passage.run].append((passage, said))
    for judging in found.values():
        texts = [said for _, said in judging]
        if len(texts) == len(questions) >= _FEWEST and are_in_order(texts, questions):
            for number, (passage, said) in enumerate(judging):
                yield number, passage, said


def _results(passages: Passages) -> Iterator[tuple[int, Passage]]:
    """Give the paragraphs that may tell what was found, each with its chapter."""
    chapter = 0
    for passage in passages:
        if not isinstance(passage, Passage):
            continue
        if passage.is_heading:
            chapter = chapter if IS_RESULT.match(passage.text) else passage.run
        elif not any(map(_ASIDE.search, passage.path)):
            yield chapter, passage


def _judges(passage: Passage) -> bool:
    if IS_RESULT.match(passage.heading) or _LABEL.match(passage.text):
        return True
    return any(judges_question(each, passage) for each in sentences(passage.text))


def judges_question(sentence: str, passage: Passage) -> bool:
    """Tell whether a sentence of a passage judges, and not the whole."""
    is_said = JUDGES.search(sentence) is not None and not sentence.endswith(("?", ":"))
    return is_said and not is_of_whole(sentence, in_chapter=is_chapter(passage))


def is_chapter(passage: Passage) -> bool:
    """Tell whether a passage stands in a chapter that tells of one matter."""
    return passage.run > 1 and not any(map(_ASIDE.search, passage.path))


def are_in_order(texts: Sequence[str], questions: Sequence[Asked]) -> bool:
    """Tell whether no text speaks of another question's matter and not of its own."""
    stems = [topic_of(each.text) for each in questions]
    weights = weights_of(stems)
    for number, said in enumerate(texts):
        fits = fits_of(said, stems, weights)
        if fits[number] < ENOUGH <= max(fits) - fits[number]:
            return False
    return True
