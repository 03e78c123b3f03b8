"""The course through a report: under which question a passage stands, and what answers it."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.answer_words import JUDGES
from revtrack.domain.proposals.judging.clauses import clause_of, said_of, subject_of
from revtrack.domain.proposals.judging.grading import graded, graded_cell
from revtrack.domain.proposals.judging.in_turn import IS_RESULT as IS_PART
from revtrack.domain.proposals.judging.in_turn import in_turn
from revtrack.domain.proposals.judging.judged import (
    ENOUGH,
    Judged,
    question_of,
    topic_of,
    typed_number,
    weights_of,
)
from revtrack.domain.proposals.judging.places import IS_RESULT
from revtrack.domain.proposals.judging.questions import Asked, question_headings
from revtrack.domain.proposals.judging.step_columns import FEW_WORDS
from revtrack.domain.proposals.judging.step_words import STEP_FIRST
from revtrack.domain.proposals.judging.whose_steps import steps_by_committee
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import in_sentences, sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.list_marks import split_number

_ANSWER = re.compile(
    r"^(?:vår\s+|revisionell\s|\w*revis\w+s\s|(?:kontorets|granskarnas)\s)?(?:bedömning(?:en)?|svar(?:et)?|resultat|uppfyllelse|slutsats)"
    r"(?:\s+(?:på|av)\s+(?:revisions|del|kontroll)?fråg(?:an"
    r"|a)(?:\s*(?:nr\s*)?(?P<number>\d{1,2}))?)?"
    r"\s*(?:är)?\s*(?:[:–-]|\.(?=\s))\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_QUESTION = 600
BY_LINE = 99
"""The level of a question that a line repeats: whatever heading follows ends what is below it."""


class Course:
    """Goes through a report and knows under which question a passage stands."""

    def __init__(
        self,
        passages: Passages,
        questions: Sequence[Asked],
        addressees: Addressees,
    ) -> None:
        """Take a report's passages with its questions."""
        self.questions, self.addressees = questions, addressees
        self.stems = [topic_of(each.text) for each in questions]
        self.weights = weights_of(self.stems)
        self.asked = {each.place for each in questions}
        self.whose = _whose(questions, addressees)
        """Whom each question asks about, where questions ask the same of different committees."""
        self.turns = in_turn(passages, questions)
        """Which question a passage judges by its turn."""
        self.has_results = any(
            isinstance(each, Passage) and each.is_heading and IS_PART.match(each.text)
            for each in passages
        )
        """Whether the chapters have parts that judge, so that others need not be looked through."""
        self.under: int | None = None
        """The question that the chapter is headed by."""
        self._headed = question_headings(passages, questions)
        self._level = 0
        self._last: int | None = None
        self._is_first = False

    def enter(self, heading: Passage) -> None:
        """Take up a heading."""
        if heading.run in self._headed:
            self.under, self._level = self._headed[heading.run], heading.level
        elif self.under is not None and heading.level <= self._level:
            is_part = self._level == BY_LINE and IS_PART.match(heading.text)
            self.under = self.under if is_part else None
        self._is_first = self._is_first or self.under is not None

    def answer(self, passage: Passage) -> list[Judged] | None:
        """Return what a passage answers to the question before it; None where it is no answer."""
        repeated = None
        if passage.place not in self.asked:
            repeated = _repeats(passage, self.questions, self._headed)
        if repeated is not None:
            self._last, self._is_first = repeated, True
            self.under, self._level = repeated, BY_LINE
            return list(_after_question(passage, repeated, self.addressees))
        numbered = _by_number(passage, self.questions)
        if numbered is not None:
            return list(_answered(passage.text, numbered, passage, self.addressees))
        number = self.under if self.under is not None else self._last
        labelled = _ANSWER.match(passage.text)
        if labelled and labelled["number"]:
            said = int(labelled["number"]) - 1
            number = said if 0 <= said < len(self.questions) else number
        if labelled and number is not None:
            return list(_answered(labelled["text"], number, passage, self.addressees))
        if number is not None and self._is_first:
            self._is_first = False
            return list(_short_answer(passage, number)) or None
        return None


def _whose(questions: Sequence[Asked], addressees: Addressees) -> list[frozenset[int]]:
    """Return whom each question names; nobody where all name the same."""
    named = [
        frozenset(each.id for each in addressees.bodies.named_in(one.text)) for one in questions
    ]
    return named if len({each for each in named if each}) > 1 else [frozenset()] * len(questions)


def _by_number(passage: Passage, questions: Sequence[Asked]) -> int | None:
    """Return the question whose number an answer in a list bears: "2. Ja. Rapporterna …"."""
    number = typed_number(passage, len(questions))
    if number is None or passage.text.endswith("?") or begins_with_demand(passage.text):
        return None
    is_answer = IS_RESULT.search(passage.heading)
    topic = topic_of(questions[number].text)
    shared = len(topic & topic_of(passage.text)) / max(len(topic), 1)
    is_step = STEP_FIRST.match(passage.text) or JUDGES.search(passage.text) or shared >= ENOUGH
    return number if is_answer and is_step else None


def _repeats(passage: Passage, questions: Sequence[Asked], headed: dict[int, int]) -> int | None:
    """Return which question a passage asks once more, before it is answered."""
    if "?" not in passage.text or len(passage.text) > LONGEST_QUESTION or headed:
        return None
    said = split_number(passage.text[: passage.text.rfind("?") + 1])[1]
    return question_of(said, None, questions)


def _after_question(passage: Passage, number: int, addressees: Addressees) -> Iterator[Judged]:
    rest = passage.text[passage.text.rfind("?") + 1 :].strip()
    if rest:
        answer = _ANSWER.match(rest)
        yield from _answered(answer["text"] if answer else rest, number, passage, addressees)


def _short_answer(passage: Passage, number: int) -> Iterator[Judged]:
    """Give the answer that a passage after a question begins with: "Delvis."."""
    first = next(sentences(passage.text), "")
    step = graded_cell(first) if STEP_FIRST.match(first) else None
    if step is not None:
        yield Judged(
            number,
            step.grade,
            step.words,
            passage.place,
            passage.section,
            (),
            1.05,
            run=passage.run,
        )


def _answered(text: str, number: int, passage: Passage, addressees: Addressees) -> Iterator[Judged]:
    of_whom = steps_by_committee(text, addressees)
    if of_whom:
        place, section = passage.place, passage.section
        for each, named in of_whom:
            yield Judged(number, each.grade, each.words, place, section, named, 1.05)
        return
    said = in_sentences(text)
    judging = (each for each in said if JUDGES.search(each))
    first = said[0] if STEP_FIRST.match(text) else next(judging, said[0])
    step = graded_cell(first) if len(first.split()) < FEW_WORDS else None
    step = step or (graded_cell(first) if STEP_FIRST.match(first) else None)
    is_worded = step is None
    if step is None:
        step = graded(said_of(first))
    phrase = step.words if len(first.split()) < FEW_WORDS else clause_of(first)
    yield Judged(
        number,
        step.grade,
        phrase or first.strip(" ."),
        passage.place,
        passage.section,
        subject_of(first, addressees),
        1.05,
        run=passage.run,
        said=said_of(first) if is_worded else "",
    )
