"""The overall assessment of a report or letter.

Said in so many words ("vår samlade bedömning"), of the purpose in its own words, under a heading
for conclusions, or as the only assessment that the paper gives.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.apart import apart_in
from revtrack.domain.proposals.judging.by_committee import owners_in
from revtrack.domain.proposals.judging.clauses import (
    IN_OUR_VIEW,
    LEAD,
    OVERALL,
    clause_of,
    is_of_whole,
    said_of,
    without_lead,
    without_subject,
)
from revtrack.domain.proposals.judging.grading import graded
from revtrack.domain.proposals.judging.judged import PLENTY, fits_of, topic_of, weights_of
from revtrack.domain.proposals.judging.overall_steps import overall_steps
from revtrack.domain.proposals.judging.overall_words import (
    ASIDE,
    ASKED,
    BY_NAME,
    DEMANDS,
    EXAMINED,
    IS_TITLE,
    JUDGEMENT,
    JUDGES,
    OF_PURPOSE,
    PASSIVE,
    PURPOSE,
    REFERS_BACK,
    REVIEWED,
    SHOWS,
    STUDY,
    SUMMARY,
    THEN,
    WEAKLY,
    WHOLE,
    WITH_DEMANDS,
)
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.recommending.leads import asks_questions
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import content_stems

_FIRST = 12
_SHARED = 0.5
"""Which share of the purpose's words a sentence that judges the purpose has."""
_RANKS = {0: 0.9, 1: 0.8, 2: 0.75}
_OF_PLACE, _LAST_RANK = 3, 4
"""How sure what only stands under a heading for conclusions is, and what stands elsewhere."""


def overall_in(
    passages: Passages,
    addressees: Addressees,
    questions: Sequence[Asked] = (),
    purpose: str = "",
) -> ProposedAssessment | None:
    """Return the overall assessment; None where the paper gives none.

    What it finds of some of those who have a chapter each is of these alone. Without questions the
    only assessment of a paper is of the whole; what judges one of the ``questions`` in its words is
    of that one. ``purpose`` is what is to be judged, where a rule for it has found that.
    """
    if _is_study(passages):
        return None
    stems = _purpose(passages) or content_stems(purpose)
    found = list(_ranked(passages, questions, stems))
    plain = next(overall_steps(passages), None)
    if plain is not None and min(found, default=(1,))[0] > 0:
        where = plain.place, plain.section
        return ProposedAssessment(plain.step.grade, plain.step.words, *where, confidence=_RANKS[1])
    surest = _surest(found, asks=_asks(passages))
    if surest is None:
        return None
    rank, sentence, passage = surest
    said = SHOWS.sub("", without_lead(sentence))
    step = graded(SHOWS.sub("", said_of(sentence)))
    owners = {one.id for each in owners_in(passages, addressees).values() for one in each}
    apart = apart_in(sentence, passage, addressees.bodies, owners)
    if apart:
        phrase = without_lead(sentence).strip(" .")
        return ProposedAssessment(None, phrase, passage.place, passage.section, apart=apart)
    phrase = clause_of(without_subject(said, addressees))
    sure = _RANKS.get(rank, 0.7)
    return ProposedAssessment(step.grade, phrase, passage.place, passage.section, confidence=sure)


_Ranked = tuple[int, int, str, Passage]
"""How surely a sentence judges the whole, 0 first; its turn, its words and where it stands."""


def _ranked(
    passages: Passages, questions: Sequence[Asked], purpose: frozenset[str]
) -> Iterator[_Ranked]:
    """Give the sentences that may judge the whole."""
    asked = [topic_of(each.text) for each in questions]
    for number, (sentence, passage, is_place) in enumerate(_judging(passages)):
        rank = _rank(sentence, purpose, is_place=is_place)
        is_summed_up = is_place and OVERALL.search(passage.heading) is not None
        is_headed = is_summed_up or (is_place and JUDGEMENT.match(passage.heading) is not None)
        is_finding = is_headed and not REVIEWED.search(sentence)
        if is_finding and rank == _OF_PLACE and _share(sentence, purpose) >= _SHARED:
            rank = 2
        is_one = _answers_one(sentence, asked, purpose)
        if rank is None and is_finding and not is_one and graded(sentence).words:
            rank = _OF_PLACE
        is_of_one = not is_summed_up and rank != 0 and is_one
        if rank is not None and not is_of_one:
            yield rank, number, sentence, passage


def _surest(found: Sequence[_Ranked], *, asks: bool) -> tuple[int, str, Passage] | None:
    """Return the sentence that judges the whole; None where several that differ may be it.

    ``asks``: the paper asks questions, of which a sentence may judge one.
    """
    if not found:
        return None
    rank = min(each[0] for each in found)
    first = [each for each in found if each[0] == rank]
    named = [each for each in first if BY_NAME.match(each[2])]
    if rank == _LAST_RANK:
        if asks or 1 not in {len(named), len(first)}:
            return None
        first = named or first
    if rank == _OF_PLACE and asks and _differ(first):
        first = [] if _differ(named) else named
    return (rank, *first[0][2:]) if first else None


def _differ(found: Sequence[_Ranked]) -> bool:
    return len({graded(without_lead(each[2])).grade for each in found}) > 1


def _answers_one(sentence: str, asked: Sequence[frozenset[str]], purpose: frozenset[str]) -> bool:
    """Tell whether a sentence answers one question rather than what is asked of the whole."""
    best = max(fits_of(sentence, asked, weights_of(asked)), default=0.0)
    return best >= PLENTY and best > _share(sentence, purpose)


def _share(sentence: str, purpose: frozenset[str]) -> float:
    """Return which share of the purpose's words a sentence has."""
    return len(purpose & content_stems(sentence)) / len(purpose) if purpose else 0.0


def _judging(
    passages: Passages,
) -> Iterator[tuple[str, Passage, bool]]:
    """Give the sentences that judge, with whether they stand under a heading for conclusions."""
    runs = {
        each.run
        for each in passages
        if isinstance(each, Passage) and each.is_heading and JUDGEMENT.match(each.text.strip())
    }
    for passage in passages:
        if not isinstance(passage, Passage) or passage.is_heading:
            continue
        path = WITH_DEMANDS.sub("", " / ".join(passage.path))
        is_only = len(runs) == 1 and passage.run in runs
        is_summed_up = OVERALL.search(passage.heading) is not None
        is_place = is_only or is_summed_up or SUMMARY.search(path) is not None
        for sentence in _told(passage):
            if IS_TITLE.match(sentence):
                continue
            is_judged = (
                is_only
                or (is_summed_up and graded(sentence).words)
                or JUDGES.search(sentence)
                or WEAKLY.search(sentence)
                or SHOWS.match(sentence)
            )
            if not is_judged or THEN.search(sentence):
                continue
            lead = LEAD.match(sentence)
            is_demand = lead is not None and DEMANDS.match(without_lead(sentence)) is not None
            is_whole = lead and (OVERALL.search(lead[0]) or OF_PURPOSE.search(lead[0]))
            if is_demand and not is_whole:
                continue
            is_said = not sentence.endswith(("?", ":"))
            is_said = is_said and not (ASKED.search(sentence) and not LEAD.match(sentence))
            if is_said and (is_place or not ASIDE.search(path) or OVERALL.search(sentence)):
                yield sentence, passage, is_place


def _told(passage: Passage) -> Iterator[str]:
    """Give the sentences of a passage; "Det är vår samlade bedömning" is of the one before it."""
    before = ""
    for sentence in sentences(passage.text):
        if before and REFERS_BACK.match(sentence):
            yield f"Vår samlade bedömning är att {before[:1].lower()}{before[1:]}"
        else:
            yield sentence
        before = sentence


def _purpose(passages: Passages) -> frozenset[str]:
    """Return the stems of what a paper says that is to be judged; none where it does not say."""
    said = [
        sentence
        for passage in passages
        if isinstance(passage, Passage) and not passage.is_heading
        for sentence in sentences(passage.text)
    ]
    told = (match for each in said if (match := PURPOSE.search(each)))
    examined = (match for each in said if (match := EXAMINED.search(each)))
    found = next(told, None) or next(examined, None)
    return content_stems(found.string[found.end() :]) if found else frozenset()


def _is_study(passages: Passages) -> bool:
    return any(isinstance(each, Passage) and STUDY.match(each.text) for each in passages[:_FIRST])


def _asks(passages: Passages) -> bool:
    """Tell whether a paper asks questions of its own, before any that it puts to its reader."""
    lines = (each.text.rstrip() for each in passages if isinstance(each, Passage))
    own = takewhile(lambda each: not (each.endswith(":") and asks_questions(each)), lines)
    return any(each.endswith("?") for each in own)


def _rank(sentence: str, purpose: frozenset[str], *, is_place: bool) -> int | None:
    """Return how surely a sentence gives the overall assessment, 0 first; None where it is none."""
    begins = LEAD.match(sentence)
    lead = begins[0] if begins else ""
    if lead and OVERALL.search(lead):
        return 0 if is_of_whole(lead, in_chapter=not is_place) else 1
    if WHOLE.search(sentence) and not lead:
        return 1
    shared = _share(sentence, purpose)
    is_weak = WEAKLY.search(sentence) is not None
    is_shown = SHOWS.match(sentence) is not None or (
        PASSIVE.search(sentence) is not None and shared >= _SHARED
    )
    is_told = lead or is_shown or IN_OUR_VIEW.search(sentence)
    if is_weak or not is_told:
        return _OF_PLACE if (is_weak or is_place) and shared >= _SHARED else None
    if OF_PURPOSE.search(lead) or (shared >= _SHARED and is_place):
        return 2
    return _OF_PLACE if is_place or shared >= _SHARED else _LAST_RANK
