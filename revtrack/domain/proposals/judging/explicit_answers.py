"""Answers that say themselves which question they answer: by number, in order, or of whom."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.answer_words import (
    AFTER_STEP,
    HEADS,
    JOINTLY,
    NUMBERED,
    OF_ANSWER,
    OF_SECTION,
    numbers_of,
)
from revtrack.domain.proposals.judging.at_hand import at_hand, step_of
from revtrack.domain.proposals.judging.by_committee import owners_in
from revtrack.domain.proposals.judging.clauses import clause_of, subject_of
from revtrack.domain.proposals.judging.grading import Graded, graded, graded_cell
from revtrack.domain.proposals.judging.in_turn import IS_RESULT as IS_PART
from revtrack.domain.proposals.judging.judged import (
    ENOUGH,
    Judged,
    fits_of,
    question_of,
    topic_of,
    typed_number,
    weights_of,
)
from revtrack.domain.proposals.judging.judging_course import BY_LINE
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.judging.step_words import IS_STEP, STEP_FIRST
from revtrack.domain.proposals.judging.whose_steps import steps_by_committee, without_label
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Place

_ANSWERS_IT = re.compile(
    r"\W*(?:(?:vårt|\w*revis\w+s)\s)?svar(?:et)?\s(?:på|till)\s", re.IGNORECASE
)
"""How a sentence says that it answers the question that it names."""
_ALONE = 0.2
"""Which share of a question's words is enough where no other question shares any."""


def explicit_answers(
    passages: Passages,
    questions: Sequence[Asked],
    addressees: Addressees,
    headed: dict[int, int],
) -> Iterator[Judged]:
    """Give the answers that name their question, or stand as the only one in its chapter.

    ``headed`` tells which question each chapter is headed by, by its run.
    """
    loose: list[tuple[Passage, str]] = []
    asked = {each.place: number for number, each in enumerate(questions)}
    under: int | None = None
    level = 0
    apart = _answered_below(passages, asked, addressees)
    apart |= {each.place for each in questions if each.is_heading}
    for passage in passages:
        if not isinstance(passage, Passage):
            continue
        if passage.place in asked:
            yield from _where_asked(passage, asked[passage.place], addressees)
            under, level = _at_question(passage, asked, apart, (under, level))
            continue
        numbered = [*_numbered(passage, questions, addressees)]
        said = at_hand(passage)
        if passage.is_heading and not numbered and not said:
            number = headed.get(passage.run)
            is_part = level == BY_LINE and IS_PART.match(passage.text) is not None
            if number is not None or (passage.level <= level and not is_part):
                under, level = number, passage.level if number is not None else 0
        elif numbered:
            yield from numbered
        elif (turned := _turns_to(passage, questions)) is not None:
            under, level = turned, BY_LINE
        elif said and under is None:
            loose.append((passage, said))
        elif under is not None:
            yield from _of_question(under, passage, said, addressees)
    owners = owners_in(passages, addressees)
    yield from _in_order(loose, questions, addressees, owners)


def _at_question(
    passage: Passage,
    asked: Mapping[Place, int],
    apart: Collection[Place],
    before: tuple[int | None, int],
) -> tuple[int | None, int]:
    """Return under which question a passage stands that asks one, and at which level.

    One of a list is answered elsewhere: it ends what stands below a line, but no chapter.
    """
    if passage.place in apart:
        return asked[passage.place], passage.level if passage.is_heading else BY_LINE
    under, level = before
    return None if level == BY_LINE else under, level


def _answered_below(
    passages: Passages, asked: Mapping[Place, int], addressees: Addressees
) -> set[Place]:
    """Return the questions that stand alone on a line, with their answers on the next."""
    found: set[Place] = set()
    before: Passage | TablePassage | None = None
    for passage, after in pairwise(passages):
        is_alone = not (isinstance(before, Passage) and before.place in asked)
        before = passage
        if not isinstance(passage, Passage) or not isinstance(after, Passage):
            continue
        is_asked = passage.place in asked and passage.text.endswith("?") and not passage.is_heading
        is_below = is_asked and is_alone and after.place not in asked and not after.is_heading
        if is_below:
            is_step = IS_STEP.match(without_label(after.text)) is not None
            if is_step or steps_by_committee(after.text, addressees):
                found.add(passage.place)
    return found


def _where_asked(passage: Passage, number: int, addressees: Addressees) -> Iterator[Judged]:
    """Give the step that stands on the line of its question: "Finns en plan? Ja."."""
    rest = without_label(passage.text.rpartition("?")[2])
    if passage.text.count("?") != 1:
        return
    of_whom = steps_by_committee(rest, addressees)
    yield from (_made(number, passage, *each) for each in of_whom)
    step = graded_cell(rest) if not of_whom and IS_STEP.match(rest) else None
    if step is not None:
        yield _made(number, passage, step, ())


def _turns_to(passage: Passage, questions: Sequence[Asked]) -> int | None:
    """Return the question that a line names by its number, "Fråga 2 – Rutiner", or asks again."""
    named = HEADS.match(passage.place.quote)
    if named is not None and 0 < int(named["number"]) <= len(questions):
        return int(named["number"]) - 1
    return question_of(passage.text, None, questions) if "?" in passage.text else None


def _of_question(
    number: int, passage: Passage, said: str, addressees: Addressees
) -> Iterator[Judged]:
    """Give what a passage under a question finds of a committee, or of the question itself."""
    of_whom = steps_by_committee(passage.text, addressees)
    yield from (_made(number, passage, *each) for each in of_whom)
    if said and not of_whom:
        yield from _judged(number, passage, said, addressees)


def _numbered(
    passage: Passage, questions: Sequence[Asked], addressees: Addressees
) -> Iterator[Judged]:
    count = len(questions)
    if passage.text.endswith("?"):
        return
    typed, answer = typed_number(passage, count), passage.text
    if typed is None:
        typed, answer = _sectioned(passage, questions)
    if typed is not None:
        said = answer.strip(" .:–-")
        is_answer = OF_ANSWER.match(answer) or STEP_FIRST.match(said) or IS_STEP.match(said)
        is_step = is_answer and step_of(answer) is not None
        if is_step or steps_by_committee(answer, addressees):
            yield from _judged(typed, passage, answer, addressees)
    for match, rest in _by_numbers(passage.text):
        said = match["said"] if match["said"].strip(" .") else rest
        step = step_of(said)
        is_told = bool(OF_ANSWER.match(match["said"])) or bool(IS_STEP.match(said.strip(" .:–-")))
        is_told = (is_told and step is not None) or _ANSWERS_IT.match(match[0]) is not None
        if len(steps_by_committee(rest, addressees)) > is_told:
            said, is_told = rest, True
        for number in numbers_of(match):
            is_within = 0 < number <= count and "?" not in said
            is_restated = is_within and not step and _restates(said, questions[number - 1])
            if is_within and (is_restated or is_told):
                yield from _judged(number - 1, passage, said, addressees)


def _by_numbers(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Give the sentences that name a question by number, with all that is said before the next."""
    found: list[tuple[re.Match[str], int]] = []
    end = 0
    for sentence in sentences(text):
        match = JOINTLY.match(sentence) or NUMBERED.match(sentence)
        start = max(text.find(sentence, end), end)
        end = start + len(sentence)
        if match is not None:
            found.append((match, start))
    ends = [*(start for _, start in found[1:]), len(text)]
    for (match, start), last in zip(found, ends, strict=False):
        yield match, text[start + match.start("said") : last].strip()


def _sectioned(passage: Passage, questions: Sequence[Asked]) -> tuple[int | None, str]:
    """Return the question whose own number, of several parts, a line begins with, and the rest."""
    match = OF_SECTION.match(passage.text)
    numbered = [
        place
        for place, each in enumerate(questions)
        if match
        and (own := OF_SECTION.match(each.place.quote))
        and own["number"] == match["number"]
    ]
    return (numbered[0], match["said"]) if match and len(numbered) == 1 else (None, "")


def _restates(said: str, question: Asked) -> bool:
    """Tell whether an answer begins with the question's own words: "Fråga 1. Nämnden har …"."""
    topic = [topic_of(question.text)]
    return fits_of(next(sentences(said), said), topic, weights_of(topic))[0] >= ENOUGH


def _judged(number: int, passage: Passage, said: str, addressees: Addressees) -> Iterator[Judged]:
    of_whom = steps_by_committee(said, addressees)
    if of_whom:
        yield from (_made(number, passage, *each) for each in of_whom)
        return
    first, *others = (*sentences(said),) or (said,)
    whom = subject_of(AFTER_STEP.sub("", first), addressees)
    step = step_of(said)
    if step is not None:
        yield _made(number, passage, step, whom)
    else:
        made = _made(number, passage, Graded(graded(first).grade, clause_of(first)), whom)
        yield replace(
            made, is_summary=not whom, said=first
        )  # only where nothing says it in its words
    for sentence in others if whom else ():
        other = subject_of(sentence[:1].lower() + sentence[1:], addressees)
        found = graded(sentence)
        if found.words and other and not set(other) & set(whom):
            yield _made(number, passage, Graded(found.grade, clause_of(sentence)), other)


def _in_order(
    loose: Sequence[tuple[Passage, str]],
    questions: Sequence[Asked],
    addressees: Addressees,
    owners: Mapping[int, tuple[Committee, ...]],
) -> Iterator[Judged]:
    """Give the answers of chapters that name no question, where each chapter has one of its own.

    Where there are more or fewer than questions, those whose words tell which they answer.
    ``owners`` tells of whom each chapter is, where several committees have theirs.
    """
    topics, count = [topic_of(each.text) for each in questions], len(questions)
    weights = weights_of(topics)
    by_owner: dict[tuple[Committee, ...], list[tuple[Passage, str]]] = defaultdict(list)
    for passage, said in loose:
        by_owner[owners.get(passage.run, ())].append((passage, said))
    for found in by_owner.values():
        runs = {passage.run for passage, _ in found}
        if len(found) == count and len(runs) in {1, count}:
            for number, (passage, said) in enumerate(found):
                yield from _judged(number, passage, said, addressees)
            continue
        for passage, said in found:
            fits = fits_of(f"{passage.heading}. {said}", topics, weights)
            best, others = max(fits, default=0.0), sum(each > 0 for each in fits) - 1
            is_told = best >= ENOUGH and sum(each >= ENOUGH for each in fits) == 1
            if is_told or (best >= _ALONE and not others):
                yield from _judged(fits.index(max(fits)), passage, said, addressees)


def _made(number: int, passage: Passage, step: Graded, whom: tuple[Committee, ...]) -> Judged:
    return Judged(
        number,
        step.grade,
        step.words or passage.text.strip(" ."),
        passage.place,
        passage.section,
        whom,
        1.07,
        run=passage.run,
    )
