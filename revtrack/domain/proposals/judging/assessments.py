"""What a report finds of its questions, tied to them by table row, chapter, words and order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from revtrack.domain.proposals.committees.bodies import display_name
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.answer_words import JUDGES
from revtrack.domain.proposals.judging.brief_lines import brief_lines
from revtrack.domain.proposals.judging.by_committee import owners_in
from revtrack.domain.proposals.judging.clauses import (
    LEAD,
    after_subject,
    is_of_whole,
    opening_of,
    subject_of,
    without_lead,
)
from revtrack.domain.proposals.judging.explicit_answers import explicit_answers
from revtrack.domain.proposals.judging.grading import graded, without_asked
from revtrack.domain.proposals.judging.in_turn import IS_RESULT as IS_PART
from revtrack.domain.proposals.judging.in_turn import is_chapter
from revtrack.domain.proposals.judging.judged import (
    ENOUGH,
    NEXT_BEST,
    PLENTY,
    Judged,
    fits_of,
    judged,
)
from revtrack.domain.proposals.judging.judged_tables import judged_in_tables
from revtrack.domain.proposals.judging.judging_course import Course
from revtrack.domain.proposals.judging.left_over import LEFT_OVER, SHARED
from revtrack.domain.proposals.judging.places import IS_RESULT, IS_SUMMARY, is_elsewhere
from revtrack.domain.proposals.judging.questions import Asked, question_headings
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_CLAUSES = re.compile(
    r",\s(?:(?:och|samt)\s)?att\s|\s(?:och|samt)\s(?:också\s|även\s|däremot\s)?att\s"
)
_CONTRAST = re.compile(r",?\s(?:medan|men|däremot)\s", re.IGNORECASE)
_ALIKE = re.compile(
    r"(?:,|,?\s(?:och|samt))\s(?=(?:inte|ej|delvis|i huvudsak|i stort|helt|till (?:viss|stor) del"
    r"|endast)\b"
    r"[^,.]{0,60}\s(?:för|i|inom|hos)\s)",
    re.IGNORECASE,
)
"""Where a clause goes on with what it finds of the next: "…, delvis ändamålsenliga för B"."""
_MATTERS = re.compile(r"[,;]?\s(?:men|medan|däremot|dock)\s(?:att\s)?|;\s", re.IGNORECASE)
_MATTERS_TOO = re.compile(
    r"[,;]?\s(?:men|medan|däremot|dock|och|samt)\s(?:att\s)?|[;,]\s", re.IGNORECASE
)
"""Where a sentence may go on with what it finds of the next question."""
_SAME = re.compile(
    r"^\s*(?:\w+\s){0,3}?(?:det|detta|de|dem|så|sådan(?:a|t)?|motsvarande|dessa)\b"
    r"|^\s*(?:(?:bedöms|anses|är|var)\sden|(?:går|kan|är|besvaras|bedöms)\sfrågan)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"^\W*(?:\S+\s){1,4}?(?:\w+\s)?(?:däremot|dock|inte heller)\b", re.IGNORECASE)
_LIKEWISE = re.compile(r"\W*(?:motsvarande|sådan\w*|detsamma|samma|så)\b", re.IGNORECASE)
UNDER = 0.4
"""How much it tells that a sentence stands in the question's own chapter."""
IN_TURN = 0.3
"""How much it tells that an assessment stands where the question's would."""


def assessments_in(
    passages: Passages,
    questions: Sequence[Asked],
    addressees: Addressees,
) -> tuple[tuple[ProposedAssessment, ...], ...]:
    """Return for each question what was found of it; nothing where the paper says nothing."""
    if not questions:
        return ()
    found = [
        *judged_in_tables(passages, questions, addressees),
        *explicit_answers(passages, questions, addressees, question_headings(passages, questions)),
        *brief_lines(passages, questions),
        *_of_text(passages, questions, addressees),
    ]
    for way in LEFT_OVER:
        there = {each.question for each in found}
        missing = [number for number in range(len(questions)) if number not in there]
        found += way(passages, questions, missing, addressees) if missing else ()
    owners = owners_in(passages, addressees)
    by_question: dict[int, list[Judged]] = defaultdict(list)
    for each in found:
        whom = each.committees or owners.get(each.run, ())
        grade = each.grade
        if each.said:
            grade = graded(without_asked(each.said, questions[each.question].text)).grade
        by_question[each.question].append(replace(each, committees=whom, grade=grade))
    return tuple(
        tuple(_proposed(each) for each in _chosen(by_question[number], addressees))
        for number in range(len(questions))
    )


def _proposed(each: Judged) -> ProposedAssessment:
    names = tuple(display_name(one) for one in each.committees)
    confidence = round(min(0.95, 0.35 + 0.55 * each.score), 2)
    return ProposedAssessment(each.grade, each.phrase, each.place, each.section, names, confidence)


def _chosen(found: Sequence[Judged], addressees: Addressees) -> list[Judged]:
    """Return what stands: the chapters before the summary, one for each set of committees."""
    plain = [each for each in found if not each.is_summary] or list(found)
    tabled = [each for each in plain if each.score >= 1]
    if tabled and len(tabled) < len(plain):
        plain = tabled
    best: dict[frozenset[int], Judged] = {}
    everyone = {each.id for each in addressees.reviewed}
    everyone |= {one.id for each in tabled for one in each.committees} if everyone else set()
    for each in plain:
        is_of_all = len(everyone) > 0 and _covers([each], everyone)
        key = frozenset(() if is_of_all else (one.id for one in each.committees))
        if key not in best or each.score > best[key].score:
            best[key] = each
    apart = [each for key, each in best.items() if key]
    whole = best.get(frozenset())
    if whole is None:
        return apart
    if not apart or whole.score >= max(each.score for each in apart):
        return [whole]
    if whole.is_finding and not any(each.is_finding for each in apart):
        return apart
    tells_nothing_else = len(apart) > 1 and {each.grade for each in apart} == {whole.grade}
    return apart if tells_nothing_else or _covers(apart, everyone) else [whole, *apart]


def _covers(apart: Sequence[Judged], everyone: AbstractSet[int]) -> bool:
    named = {one.id for each in apart for one in each.committees}
    return len(named) > 0 and named >= everyone


# ---- running text --------------------------------------------------------------------------------


def _of_text(
    passages: Passages, questions: Sequence[Asked], addressees: Addressees
) -> Iterator[Judged]:
    course = Course(passages, questions, addressees)
    for passage in passages:
        if isinstance(passage, TablePassage):
            continue
        if passage.is_heading:
            course.enter(passage)
            continue
        answer = course.answer(passage)
        if answer is not None:
            yield from answer
        elif passage.is_item and begins_with_demand(passage.text):
            continue
        elif passage.place not in course.asked and not is_elsewhere(passage):
            yield from _judging(passage, course)


def _judging(passage: Passage, course: Course) -> Iterator[Judged]:
    is_summary = IS_SUMMARY.search(" / ".join(passage.path)) is not None and course.under is None
    is_result = IS_RESULT.search(passage.heading) is not None
    is_part = IS_PART.match(passage.heading) is not None
    in_chapter = is_chapter(passage)
    last: int | None = None
    parts = _parted(passage.text, course.addressees)
    for sentence in (one for each in parts for one in _by_matter(each, course)):
        is_whole = not is_result and is_of_whole(sentence, in_chapter=in_chapter)
        if sentence.endswith(("?", ":")) or is_whole:
            continue
        judges = JUDGES.search(sentence) is not None
        is_told = judges or is_result or course.under is not None
        is_told = is_told or last is not None
        if not is_told and (course.has_results or not graded(sentence).words):
            continue
        fits = _fits_in(sentence, passage, course)
        best, least = max(fits, default=0.0), ENOUGH if judges else PLENTY
        if best < least and last is not None:
            is_matter = SHARED <= fits[last] == best and graded(sentence).words != ""
            of_others = is_matter and bool(subject_of(sentence, course.addressees))
            if of_others or _is_of_the_same(sentence, course.addressees):
                fits[last] = best = PLENTY
        last = fits.index(best) if fits and best >= least else last
        for number, fit in enumerate(fits):
            if fit >= least and fit >= best * NEXT_BEST:
                score = min(0.99, fit + (0.15 if judges or is_part else 0.0))
                made = judged(sentence, number, score, passage, course.addressees)
                yield replace(made, is_summary=is_summary, is_finding=not (judges or is_part))


def _parted(text: str, addressees: Addressees) -> Iterator[str]:
    """Give the sentences of a text, and each clause of "Vi bedömer att …, att … och att …"."""
    for sentence in sentences(text):
        lead = LEAD.match(sentence)
        said = sentence[lead.end() :] if lead else sentence
        clauses = _CLAUSES.split(said) if lead else [said]
        parts = [part for each in clauses for part in _of_each(each, addressees)]
        begin = lead[0] if lead else ""
        yield from (f"{begin}{each.strip(' ,')}" for each in parts)


def _by_matter(sentence: str, course: Course) -> list[str]:
    """Return what a sentence finds of several questions: "Regler finns, men de följs inte upp"."""
    if sum(fit >= ENOUGH for fit in fits_of(sentence, course.stems, course.weights)) <= 1:
        return [sentence]
    lead = LEAD.match(sentence)
    begin = lead[0] if lead else ""
    said = sentence[len(begin) :]
    opening = opening_of(said, course.addressees)
    for shape in (_MATTERS, _MATTERS_TOO):
        parts = [each.strip(" ,;") for each in shape.split(said)]
        fits = [fits_of(each, course.stems, course.weights) for each in parts]
        best = [each.index(max(each)) for each in fits]
        is_each = all(max(each) >= ENOUGH for each in fits)
        if len(parts) > 1 and is_each and len(set(best)) == len(parts):
            named = [bool(subject_of(each, course.addressees)) for each in parts]
            return [
                f"{begin}{each}" if is_named or not opening else f"{begin}{opening} {each}"
                for each, is_named in zip(parts, named, strict=True)
            ]
    return [sentence]


def _of_each(clause: str, addressees: Addressees) -> list[str]:
    """Return what a clause says of each committee: "… i socialnämnden medan skolnämnden …"."""
    parts = [clause]
    breaks = [*_CONTRAST.finditer(clause), *_ALIKE.finditer(clause)]
    for match in sorted(breaks, key=lambda each: -each.start()):
        if subject_of(clause[match.end() :], addressees):
            parts = [clause[: match.start()], clause[match.end() :], *parts[1:]]
            clause = parts[0]
    return parts


def _is_of_the_same(sentence: str, addressees: Addressees) -> bool:
    """Tell whether a sentence says of others what the one before it says: "X gör det delvis"."""
    is_pronoun = _SAME.search(after_subject(without_lead(sentence), addressees)) is not None
    is_pronoun = is_pronoun or _LIKEWISE.match(sentence) is not None
    step = graded(sentence).words
    is_only_step = bool(step) and without_lead(sentence).lower().startswith(step.lower())
    is_against = bool(step) and _AGAINST.search(sentence) is not None
    return (is_pronoun or is_only_step or is_against) and bool(subject_of(sentence, addressees))


def _fits_in(sentence: str, passage: Passage, course: Course) -> list[float]:
    """Return how well a sentence fits each question by words, chapter and order."""
    fits = fits_of(sentence, course.stems, course.weights)
    of_whom = {each.id for each in subject_of(sentence, course.addressees)}
    fits = [
        fit if not (of_whom and whose) or whose & of_whom else 0.0
        for fit, whose in zip(fits, course.whose, strict=True)
    ]
    turn = course.turns.get(passage.place)
    if turn is not None and fits[turn]:
        fits[turn] += IN_TURN
    if course.under is not None:
        fits = [
            fit + UNDER if number == course.under else fit * (1 - UNDER)
            for number, fit in enumerate(fits)
        ]
    return fits
