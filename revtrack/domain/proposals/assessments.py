"""What a report finds of its questions, tied to them by table row, chapter, words and order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.codes import Grade
from revtrack.domain.proposals.bodies import display_name
from revtrack.domain.proposals.clauses import (
    OVERALL,
    clause_of,
    subject_of,
    without_lead,
    without_subject,
)
from revtrack.domain.proposals.columns import Columns, columns_of, fullest, text_at
from revtrack.domain.proposals.grading import graded, graded_cell
from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.questions import Asked, question_headings
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.proposals.whom import Addressees
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import content_stems, likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Place, Row

_JUDGES = re.compile(
    r"\b(?:vi|revisorerna|revisionen)\s+(?:bedömer|anser|konstaterar|finner)\b"
    r"|\b(?:bedömer|anser)\s+(?:vi|revisorerna|revisionen)\b|\bbedöm(?:ning|ningen|s|er)\b"
    r"|\bvår (?:uppfattning|slutsats|samlade)\b|\bsvaret på frågan\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamlad|\bsammanvägd", re.IGNORECASE
)
_RESULT = re.compile(r"\bbed[öo]mning|\bsvar på|\bslutsats|\bsammanfatt", re.IGNORECASE)
_IS_RESULT = re.compile(r"(?:vår |revisionell )?bed[öo]mning$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bbakgrund|\binledning|\bmetod|kriteri|\brekommendation|\btidigare|bedömningsgrund|\bsyfte"
    r"|avgränsning|revisionsfråg(?:or|orna)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^(?:vår\s+)?(?:bedömning|svar|bedömningen|svaret|resultat|uppfyllelse)\s*(?:är)?\s*[:–-]\s*"
    r"(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WHO = re.compile(
    r"\b(?:\w+-(?: och| samt|,) )*\w*(?:nämnd|styrelse)(?:en|erna|er|n|rna)?s?\b"
    r"|\b(?:kommun|region|stad|bolag)(?:en|et|ens|ets|s)?\b",
    re.IGNORECASE,
)
_STEP_FIRST = re.compile(
    r"\W*(?:ja|nej|delvis|i huvudsak|till viss del|i begränsad|inte fullt ut|i stort)\b",
    re.IGNORECASE,
)
FEW_WORDS = 6
LONGEST_QUESTION = 600
ENOUGH, PLENTY = 0.45, 0.62
"""Which share of a question's words must stand in a sentence that judges, and in another."""
SHARED = 0.25
"""Which share is enough where no sentence by itself answers a question."""
UNDER = 0.4
"""How much it tells that a sentence stands in the question's own chapter."""
IN_ORDER = 0.2
"""How much it tells that a chapter's assessment stands where the question's would."""
NEXT_BEST = 0.85
"""A question that fits so well as against the best is judged by the same sentence."""


@dataclass(frozen=True)
class _Judged:
    """A sentence, cell or answer that judges."""

    question: int
    grade: Grade
    phrase: str
    place: Place
    section: str | None
    committees: tuple[Committee, ...]
    score: float
    is_summary: bool = False
    run: int = 0


def assessments_in(
    passages: Sequence[Passage | TablePassage],
    questions: Sequence[Asked],
    addressees: Addressees,
) -> tuple[tuple[ProposedAssessment, ...], ...]:
    """Return for each question what was found of it; nothing where the paper says nothing."""
    if not questions:
        return ()
    found = [
        *_of_tables(passages, questions, addressees),
        *_of_text(passages, questions, addressees),
    ]
    there = {each.question for each in found}
    missing = [number for number in range(len(questions)) if number not in there]
    found += _shared(passages, questions, missing, addressees)
    by_question: dict[int, list[_Judged]] = defaultdict(list)
    for each in found:
        by_question[each.question].append(each)
    return tuple(
        tuple(_proposed(each) for each in _chosen(by_question[number], addressees))
        for number in range(len(questions))
    )


def _proposed(each: _Judged) -> ProposedAssessment:
    names = tuple(display_name(one) for one in each.committees)
    confidence = round(min(0.95, 0.35 + 0.55 * each.score), 2)
    return ProposedAssessment(each.grade, each.phrase, each.place, each.section, names, confidence)


def _chosen(found: Sequence[_Judged], addressees: Addressees) -> list[_Judged]:
    """Return what stands: the chapters before the summary, one for each set of committees."""
    plain = [each for each in found if not each.is_summary] or list(found)
    tabled = [each for each in plain if each.score >= 1]
    if tabled and len(tabled) < len(plain):
        plain = tabled
    best: dict[frozenset[int], _Judged] = {}
    for each in plain:
        key = frozenset(one.id for one in each.committees)
        if key not in best or each.score > best[key].score:
            best[key] = each
    apart = [each for key, each in best.items() if key]
    whole = best.get(frozenset())
    if whole is None:
        return apart
    if not apart or whole.score >= max(each.score for each in apart):
        return [whole]
    return apart if _covers(apart, addressees) else [whole, *apart]


def _covers(apart: Sequence[_Judged], addressees: Addressees) -> bool:
    named = {one.id for each in apart for one in each.committees}
    return len(named) > 0 and named >= {each.id for each in addressees.reviewed}


# ---- tables --------------------------------------------------------------------------------------


def _of_tables(
    passages: Sequence[Passage | TablePassage], questions: Sequence[Asked], addressees: Addressees
) -> Iterator[_Judged]:
    for passage in passages:
        if not isinstance(passage, TablePassage):
            continue
        columns = columns_of(passage.table, addressees)
        if columns is None or "question" not in columns.by_name or "earlier" in columns.by_name:
            continue
        yield from _rows(passage, columns, questions)


def _rows(passage: TablePassage, columns: Columns, questions: Sequence[Asked]) -> Iterator[_Judged]:
    steps = None
    if "grade" not in columns.by_name:
        steps = fullest(columns.rows, _is_step)
    for row in columns.rows:
        number = _question_of(columns.text(row, "question"), columns.number(row), questions)
        if number is None:
            continue
        section = columns.text(row, "section") or passage.section
        for place, committee in columns.of_committee.items():
            step = graded_cell(text_at(row, place))
            if step:
                yield _Judged(number, step.grade, step.words, row.place, section, (committee,), 1.1)
        said = columns.text(row, "grade") or _step_in(row, steps) or columns.text(row, "comment")
        if said and not columns.of_committee:
            step = graded_cell(said) or graded_cell(columns.text(row, "comment"))
            if step is None and len(said.split()) > len("abc"):
                step = graded(next(sentences(without_lead(said)), said))
                yield _Judged(number, step.grade, clause_of(said), row.place, section, (), 1.0)
            elif step:
                yield _Judged(number, step.grade, step.words, row.place, section, (), 1.1)


def _is_step(said: str) -> bool:
    return len(said.split()) < FEW_WORDS and graded_cell(said) is not None


def _step_in(row: Row, place: int | None) -> str:
    return text_at(row, place) if place is not None else ""


def _question_of(text: str, number: str | None, questions: Sequence[Asked]) -> int | None:
    said = split_number(text)[1]
    near = [(likeness(said, each.text), -place) for place, each in enumerate(questions)]
    best = max(near, default=(0.0, 0))
    if best[0] >= NEXT_BEST - 0.15:
        return -best[1]
    if number and number.isdigit() and 0 < int(number) <= len(questions) and not said:
        return int(number) - 1
    return None


# ---- running text --------------------------------------------------------------------------------


def _of_text(
    passages: Sequence[Passage | TablePassage], questions: Sequence[Asked], addressees: Addressees
) -> Iterator[_Judged]:
    course = _Course(passages, questions, addressees)
    for passage in passages:
        if isinstance(passage, TablePassage):
            continue
        if passage.is_heading:
            course.enter(passage)
            continue
        answer = course.answer(passage)
        if answer is not None:
            yield from answer
        elif passage.place not in course.asked and not _is_elsewhere(passage):
            yield from _judging(passage, course)


class _Course:
    """Goes through a report and knows under which question a passage stands."""

    def __init__(
        self,
        passages: Sequence[Passage | TablePassage],
        questions: Sequence[Asked],
        addressees: Addressees,
    ) -> None:
        self.questions, self.addressees = questions, addressees
        self.stems = [_topic(each.text) for each in questions]
        self.weights = _weights(self.stems)
        self.asked = {each.place for each in questions}
        self.in_order = _in_order(passages, len(questions))
        self.has_results = any(
            isinstance(each, Passage) and each.is_heading and _IS_RESULT.match(each.text)
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
            self.under = None
        self._is_first = self._is_first or self.under is not None

    def answer(self, passage: Passage) -> list[_Judged] | None:
        """Return what a passage answers to the question before it; None where it is no answer."""
        repeated = None
        if passage.place not in self.asked:
            repeated = _repeats(passage, self.questions, self._headed)
        if repeated is not None:
            self._last, self._is_first = repeated, True
            return list(_after_question(passage, repeated, self.addressees))
        numbered = _by_number(passage, self.questions)
        if numbered is not None:
            return list(_answered(passage.text, numbered, passage, self.addressees))
        number = self.under if self.under is not None else self._last
        labelled = _ANSWER.match(passage.text)
        if labelled and number is not None:
            return list(_answered(labelled["text"], number, passage, self.addressees))
        if number is not None and self._is_first:
            self._is_first = False
            return list(_short_answer(passage, number)) or None
        return None


def _in_order(passages: Sequence[Passage | TablePassage], count: int) -> dict[int, int]:
    """Return which question each "Bedömning" judges, where there is one for each of them."""
    runs = [
        each.run
        for each in passages
        if isinstance(each, Passage)
        and each.is_heading
        and len(each.path) > 1
        and _IS_RESULT.match(each.text.strip())
    ]
    return {run: place for place, run in enumerate(runs)} if len(runs) == count else {}


def _is_elsewhere(passage: Passage) -> bool:
    path = " / ".join(passage.path)
    return bool(_ELSEWHERE.search(path)) and not _RESULT.search(path)


def _by_number(passage: Passage, questions: Sequence[Asked]) -> int | None:
    """Return the question whose number an answer in a list bears: "2. Ja. Rapporterna …"."""
    marker = passage.marker or ""
    if not (passage.is_item and marker.isdigit() and 0 < int(marker) <= len(questions)):
        return None
    is_answer = re.search(r"\bsvar på|\bbedömning(?:ar)?\b", passage.heading, re.IGNORECASE)
    topic = _topic(questions[int(marker) - 1].text)
    shared = len(topic & _topic(passage.text)) / max(len(topic), 1)
    is_step = _STEP_FIRST.match(passage.text) or _JUDGES.search(passage.text) or shared >= ENOUGH
    return int(marker) - 1 if is_answer and is_step else None


def _repeats(passage: Passage, questions: Sequence[Asked], headed: dict[int, int]) -> int | None:
    """Return which question a passage asks once more, before it is answered."""
    if "?" not in passage.text or len(passage.text) > LONGEST_QUESTION or headed:
        return None
    said = split_number(passage.text[: passage.text.rfind("?") + 1])[1]
    return _question_of(said, None, questions)


def _after_question(passage: Passage, number: int, addressees: Addressees) -> Iterator[_Judged]:
    rest = passage.text[passage.text.rfind("?") + 1 :].strip()
    if rest:
        answer = _ANSWER.match(rest)
        yield from _answered(answer["text"] if answer else rest, number, passage, addressees)


def _short_answer(passage: Passage, number: int) -> Iterator[_Judged]:
    """Give the answer that a passage after a question begins with: "Delvis."."""
    first = next(sentences(passage.text), "")
    step = graded_cell(first) if _STEP_FIRST.match(first) else None
    if step is not None:
        yield _Judged(
            number,
            step.grade,
            step.words,
            passage.place,
            passage.section,
            (),
            1.05,
            run=passage.run,
        )


def _answered(
    text: str, number: int, passage: Passage, addressees: Addressees
) -> Iterator[_Judged]:
    said = list(sentences(text)) or [text]
    judging = (each for each in said if _JUDGES.search(each))
    first = said[0] if _STEP_FIRST.match(text) else next(judging, said[0])
    step = graded_cell(first) if len(first.split()) < FEW_WORDS else None
    step = step or (graded_cell(first) if _STEP_FIRST.match(first) else None)
    if step is None:
        step = graded(without_lead(first))
    phrase = step.words if len(first.split()) < FEW_WORDS else clause_of(first)
    yield _Judged(
        number,
        step.grade,
        phrase or first.strip(" ."),
        passage.place,
        passage.section,
        subject_of(first, addressees),
        1.05,
        run=passage.run,
    )


def _judging(passage: Passage, course: _Course) -> Iterator[_Judged]:
    is_summary = _SUMMARY.search(" / ".join(passage.path)) is not None and course.under is None
    is_result = _RESULT.search(passage.heading) is not None
    for sentence in sentences(passage.text):
        if sentence.endswith(("?", ":")) or (OVERALL.search(sentence) and not is_result):
            continue
        judges = _JUDGES.search(sentence) is not None
        is_told = judges or is_result or course.under is not None
        if not is_told and (course.has_results or not graded(sentence).words):
            continue
        fits = _fits_in(sentence, passage, course)
        best, least = max(fits, default=0.0), ENOUGH if judges else PLENTY
        for number, fit in enumerate(fits):
            if fit >= least and fit >= best * NEXT_BEST:
                score = min(0.99, fit + (0.15 if judges else 0.0))
                made = _judged(sentence, number, score, passage, course.addressees)
                yield replace(made, is_summary=is_summary)


def _judged(
    sentence: str, number: int, score: float, passage: Passage, addressees: Addressees
) -> _Judged:
    said = without_lead(sentence)
    return _Judged(
        number,
        graded(said).grade,
        clause_of(without_subject(said, addressees)),
        passage.place,
        passage.section,
        subject_of(sentence, addressees),
        score,
        run=passage.run,
    )


def _fits_in(sentence: str, passage: Passage, course: _Course) -> list[float]:
    """Return how well a sentence fits each question by words, chapter and order."""
    fits = _fits(sentence, course.stems, course.weights)
    place = course.in_order.get(passage.run)
    if place is not None and fits[place]:
        fits[place] += IN_ORDER
    if course.under is not None:
        fits = [
            fit + UNDER if number == course.under else fit * (1 - UNDER)
            for number, fit in enumerate(fits)
        ]
    return fits


def _shared(
    passages: Sequence[Passage | TablePassage],
    questions: Sequence[Asked],
    missing: Sequence[int],
    addressees: Addressees,
) -> Iterator[_Judged]:
    """Give for each question left what an assessment that several share says of it, unsurely."""
    stems = [_topic(each.text) for each in questions]
    weights = _weights(stems)
    best: dict[int, _Judged] = {}
    for passage in passages:
        if isinstance(passage, TablePassage) or not _RESULT.search(passage.heading):
            continue
        if passage.is_heading or _SUMMARY.search(" / ".join(passage.path)):
            continue
        for sentence in sentences(passage.text):
            fits = _fits(sentence, stems, weights)
            for number in missing:
                is_better = number not in best or fits[number] > best[number].score
                if fits[number] >= SHARED and is_better:
                    best[number] = _judged(sentence, number, fits[number], passage, addressees)
    for each in best.values():
        yield replace(each, score=each.score / 2)


def _topic(text: str) -> frozenset[str]:
    """Return the stems of what a text is about, without the words for who is examined."""
    return content_stems(_WHO.sub(" ", text))


def _weights(stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells one question from the others."""
    counts = Counter(stem for each in stems for stem in each)
    return {stem: 1.0 / count for stem, count in counts.items()}


def _fits(sentence: str, stems: Sequence[frozenset[str]], weights: dict[str, float]) -> list[float]:
    """Return which share of each question's words, by their weight, stands in a sentence."""
    there = _topic(sentence)
    fits = []
    for each in stems:
        whole = sum(weights[stem] for stem in each)
        fits.append(sum(weights[stem] for stem in each & there) / whole if whole else 0.0)
    return fits
