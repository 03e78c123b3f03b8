"""Answers in a series: one chapter with as many as there are questions, whatever their words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.judging.answer_words import NUMBERED, numbers_of
from revtrack.domain.proposals.judging.clauses import is_of_whole
from revtrack.domain.proposals.judging.in_turn import are_in_order
from revtrack.domain.proposals.judging.judged import (
    ENOUGH,
    fits_of,
    topic_of,
    typed_number,
    weights_of,
)
from revtrack.domain.proposals.judging.places import ANSWERING, IS_RESULT
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

Answer = tuple[int, Passage, str]
"""Which question is answered, where, and in which words."""
_FEWEST = 2
_SHORTEST = 3
"""So many words an answer has at least that no step tells."""


def answers_in_series(passages: Passages, questions: Sequence[Asked]) -> Iterator[Answer]:
    """Give the lines of a chapter of answers, where there is one for each question in turn."""
    chapters: dict[int, list[Passage]] = defaultdict(list)
    asked = {each.place for each in questions}
    for passage in passages:
        if isinstance(passage, Passage) and not passage.is_heading and passage.place not in asked:
            chapters[passage.run].append(passage)
    for lines in chapters.values():
        heading = lines[0].heading
        if len(questions) < _FEWEST or not IS_RESULT.search(heading) or heading.endswith("?"):
            continue
        numbered = _numbered(lines, len(questions))
        found = numbered or _plain(lines, questions)
        if not numbered and not ANSWERING.search(heading):
            found = found if _speak_of(found, questions) else []
        yield from ((number, line, said) for number, (line, said) in enumerate(found))


def _numbered(lines: Sequence[Passage], count: int) -> list[tuple[Passage, str]]:
    """Return the lines that bear the questions' numbers, each once and in order."""
    found = [(number, line, said) for line in lines for number, said in _number_of(line, count)]
    is_whole = [number for number, _, _ in found] == list(range(count))
    return [(line, said) for _, line, said in found] if is_whole else []


def _number_of(line: Passage, count: int) -> Iterator[tuple[int, str]]:
    if not _may_answer(line.text):
        return
    typed = typed_number(line, count)
    named = NUMBERED.match(line.text)
    if named is not None:
        said = named["said"].strip(" .:–-")
        if len(said.split()) >= _SHORTEST and line.text.endswith("."):
            yield from ((number - 1, said) for number in numbers_of(named))
    elif typed is not None:
        yield typed, line.text


def _plain(lines: Sequence[Passage], questions: Sequence[Asked]) -> list[tuple[Passage, str]]:
    """Return the paragraphs, or sentences, of a chapter that has but one for each question."""
    told = [(each, each.text) for each in lines]
    parted = [(each, said) for each in lines for said in sentences(each.text)]
    for units in (told, parted):
        found = [each for each in units if not is_of_whole(each[1], in_chapter=False)]
        is_each = len(found) == len(questions) and all(_may_answer(said) for _, said in found)
        is_each = is_each and len({each.is_item for each, _ in found}) == 1
        if is_each and are_in_order([said for _, said in found], questions):
            return found
    return []


def _speak_of(found: Sequence[tuple[Passage, str]], questions: Sequence[Asked]) -> bool:
    """Tell whether most of what is told has words of its own question."""
    topics = [topic_of(each.text) for each in questions]
    fits = (
        fits_of(said, topics, weights_of(topics))[place] for place, (_, said) in enumerate(found)
    )
    return sum(each >= ENOUGH for each in fits) * 2 >= len(questions)


def _may_answer(text: str) -> bool:
    is_told = not text.endswith((":", "?")) and not begins_with_demand(text)
    return is_told and next(iter(sentences(text)), None) is not None
