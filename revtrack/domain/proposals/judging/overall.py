"""The overall assessment of a report or letter.

Said in so many words ("vår samlade bedömning"), of the purpose in its own words, under a heading
for conclusions, or as the only assessment that the paper gives.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.apart import apart_in
from revtrack.domain.proposals.judging.by_committee import owners_in
from revtrack.domain.proposals.judging.clauses import (
    IN_OUR_VIEW,
    LEAD,
    OVERALL,
    clause_of,
    is_of_whole,
    without_lead,
    without_subject,
)
from revtrack.domain.proposals.judging.grading import graded
from revtrack.domain.proposals.judging.judged import PLENTY, fits_of, topic_of, weights_of
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import content_stems

_OF_PURPOSE = re.compile(r"\bsyftet?\b|\bgranskningen\b|\bgranskningens\b", re.IGNORECASE)
_JUDGES = re.compile(
    r"\b(?:bedöm\w*|anser|intryck(?:et)?|slutsats\w*|omdömet?|mening|uppfattning|finner|sammantaget"
    r"|sammanfattningsvis|samlade resultatet?)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamla[dt]|\bsammanvägd|\bomdöme|\bhelhets"
    r"|\bsammantag",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\bbakgrund|\bmetod|\brekommendation|\biakttagelse|revisionsfråg|\bsvar på|\bsyfte|kriteri",
    re.IGNORECASE,
)
_WITH_DEMANDS = re.compile(
    r"(?:(?<=bedömning)|(?<=slutsats)|(?<=slutsatser)|(?<=bedömningar))(?:\soch|\ssamt|\s&)\s(?:våra\s)?rekommendation(?:er)?\b",
    re.IGNORECASE,
)
"""What a heading of judgements goes on with: "Bedömning och rekommendationer"."""
_JUDGEMENT = re.compile(
    r"^(?:(?:vår|revisorernas|revisionell|samlad|sammanfattande|övergripande|sammantagen) ){0,2}"
    r"(?:bedömning|slutsats|helhetsbedömning|omdöme)(?:en|er)?$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:syft(?:e\w*|ar|at)|avsikten|ska ge svar på"
    r"|övergripande \w*frågan?|huvudfrågan?)\b[^.]{0,80}?\b(?:om|huruvida)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"^(?:.{0,40}\b(?:granskning|rapport)\w*\s+(?:\w+\s+)?(?:visar|visat|ger vid handen)\b"
    r"[^.]{0,30}?"
    r"|den visar\s(?:\w+\s)?|resultatet\s(?:av\s\w+\s)?är\s"
    r"|.{0,20}\b(?:rapporten|granskningen)\s(?:\w+\s)?framgår(?:\sdet)?\s)"
    r"\batt\s+(?=[^.]*\b(?:tillräcklig|ändamålsenlig|tillfredsställande|betryggande|rättssäker"
    r"|effektiv|fungerar|säkerställ|uppfyll|lever upp|till viss del|delvis|i huvudsak|i stort"
    r"|inte (?:fullt|helt))\w*)",
    re.IGNORECASE,
)
"""Words by which a letter tells of the whole what its audit has found."""
_ASKED = re.compile(
    r"\b(?:bedöma|pröva|granska|belysa|undersöka)\s(?:\w+\s){0,2}?(?:om|huruvida|hur)\b",
    re.IGNORECASE,
)
"""What a sentence says that tells what is to be judged, and judges nothing."""
_WHOLE = re.compile(
    rf"^\W*(?:(?:vår\w*|den|det|\w*revis\w+)\s)?(?:{OVERALL.pattern})"
    rf"|(?:{OVERALL.pattern})\W+(?:\w+\W+){{0,2}}?(?:bedöm|omdöm|slutsats|uppfattning|mening|intryck)"
    r"|\b(?:bedömer|anser|finner)\s(?:vi\s|\w*revis\w+\s)?(?:sammantaget|sammanfattningsvis)\b",
    re.IGNORECASE,
)
"""Where a sentence says that it judges the whole, not merely that amounts are "totala"."""
_BY_NAME = re.compile(
    r"^.{0,60}\b(?:bedömning(?:en)?|slutsats(?:en)?|omdömet?|uppfattning(?:en)?)"
    r"(?:,\s[^,]{3,40},)?\s(?:är|att)\b",
    re.IGNORECASE,
)
"""A judgement by its name, "Vår bedömning är", which a letter gives once."""
_PASSIVE = re.compile(
    r"\bbedöms\s(?:(?:[\w-]+\s){0,4}?(?:vara|ha|fungera|uppfylla|leva)\b"
    r"|(?:inte|delvis|i huvudsak)\b)",
    re.IGNORECASE,
)
"""A sentence that judges without saying who does: "Processen bedöms i huvudsak vara säker"."""
_WEAKLY = re.compile(
    r"\bkonstaterar\s(?:vi\s)?att\b|\bser\s(?:\w+\s)?(?:allvarligt|positivt|kritiskt)\spå\satt\b"
    r"|^svaret\s(?:på\s[\w\s]{3,50}\s)?är\satt\b|\bbedöma\s[\w\s]{3,40}\ssom\b",
    re.IGNORECASE,
)
"""Words that judge the whole only where the purpose's own words follow."""
_DEMANDS = re.compile(r"^[^.,]{0,80}?\b(?:bör|måste|behöver|borde)\b", re.IGNORECASE)
"""A clause that asks for something rather than judges."""
_THEN = re.compile(
    r"\bvar\s(?:då|vid\s(?:det|den)\s\w+|den\sgången|år\s(?:19|20)\d\d)\b|\bdå\svar\b"
    r"|\bden (?:tidigare|förra|föregående|ursprungliga) granskningen\b.{0,40}\bvar\b",
    re.IGNORECASE,
)
"""What was found by an audit before, as a follow-up tells."""
_REVIEWED = re.compile(r"\b(?:har|låtit)\b.{0,120}?\bgranska[dt]?\b", re.IGNORECASE)
"""What tells that an audit was made, and not what it found."""
_STUDY = re.compile(r"\bförstudie", re.IGNORECASE)
"""What a paper is called that maps a matter and judges nothing."""
_FIRST = 12
_SHARED = 0.5
"""Which share of the purpose's words a sentence that judges the purpose has."""
_RANKS = {0: 0.9, 1: 0.8, 2: 0.75}
_OF_PLACE, _LAST_RANK = 3, 4
"""How sure what only stands under a heading for conclusions is, and what stands elsewhere."""


def overall_in(
    passages: Sequence[Passage | TablePassage],
    addressees: Addressees,
    questions: Sequence[Asked] = (),
) -> ProposedAssessment | None:
    """Return the overall assessment; None where the paper gives none.

    What it finds of some of those who have a chapter each is of these alone. Without questions the
    only assessment of a paper is of the whole; what judges one of the ``questions`` in its words is
    of that one.
    """
    if _is_study(passages):
        return None
    stems = _purpose(passages)
    asked = [topic_of(each.text) for each in questions]
    found = []
    for number, (sentence, passage, is_place) in enumerate(_judging(passages)):
        rank = _rank(sentence, stems, is_place=is_place)
        is_summed_up = is_place and OVERALL.search(passage.heading) is not None
        is_finding = is_summed_up and not _REVIEWED.search(sentence)
        if is_finding and rank == _OF_PLACE and _share(sentence, stems) >= _SHARED:
            rank = 2
        is_of_one = not is_summed_up and rank != 0 and _answers_one(sentence, asked, stems)
        if rank is not None and not is_of_one:
            found.append((rank, number, sentence, passage))
    if not found:
        return None
    rank, _, sentence, passage = min(found, key=lambda each: each[:2])
    if rank == _LAST_RANK:
        named = [each for each in found if _BY_NAME.match(each[2])]
        if _asks(passages) or 1 not in {len(named), len(found)}:
            return None
        _, _, sentence, passage = (named or found)[0]
    grades = {graded(without_lead(each[2])).grade for each in found if each[0] == rank}
    is_one_of_several = len(grades) > 1 and _asks(passages)
    if rank == _OF_PLACE and is_one_of_several:
        return None
    said = _SHOWS.sub("", without_lead(sentence))
    owners = {one.id for each in owners_in(passages, addressees).values() for one in each}
    apart = apart_in(sentence, passage, addressees.bodies, owners)
    if apart:
        phrase = without_lead(sentence).strip(" .")
        return ProposedAssessment(None, phrase, passage.place, passage.section, apart=apart)
    phrase = clause_of(without_subject(said, addressees))
    sure = _RANKS.get(rank, 0.7)
    return ProposedAssessment(
        graded(said).grade, phrase, passage.place, passage.section, confidence=sure
    )


def _answers_one(sentence: str, asked: Sequence[frozenset[str]], purpose: frozenset[str]) -> bool:
    """Tell whether a sentence answers one question rather than what is asked of the whole."""
    best = max(fits_of(sentence, asked, weights_of(asked)), default=0.0)
    return best >= PLENTY and best > _share(sentence, purpose)


def _share(sentence: str, purpose: frozenset[str]) -> float:
    """Return which share of the purpose's words a sentence has."""
    return len(purpose & content_stems(sentence)) / len(purpose) if purpose else 0.0


def _judging(
    passages: Sequence[Passage | TablePassage],
) -> Iterator[tuple[str, Passage, bool]]:
    """Give the sentences that judge, with whether they stand under a heading for conclusions."""
    runs = {
        each.run
        for each in passages
        if isinstance(each, Passage) and each.is_heading and _JUDGEMENT.match(each.text.strip())
    }
    for passage in passages:
        if not isinstance(passage, Passage) or passage.is_heading:
            continue
        path = _WITH_DEMANDS.sub("", " / ".join(passage.path))
        is_only = len(runs) == 1 and passage.run in runs
        is_place = is_only or _SUMMARY.search(path) is not None
        for sentence in sentences(passage.text):
            is_judged = (
                is_only
                or _JUDGES.search(sentence)
                or _WEAKLY.search(sentence)
                or _SHOWS.match(sentence)
            )
            if _THEN.search(sentence):
                continue
            lead = LEAD.match(sentence)
            is_demand = lead is not None and _DEMANDS.match(without_lead(sentence)) is not None
            if lead and is_demand and not OVERALL.search(lead[0]):
                continue
            is_said = is_judged and not sentence.endswith(("?", ":"))
            is_said = is_said and not (_ASKED.search(sentence) and not LEAD.match(sentence))
            if is_said and (is_place or not _ASIDE.search(path) or OVERALL.search(sentence)):
                yield sentence, passage, is_place


def _purpose(passages: Sequence[Passage | TablePassage]) -> frozenset[str]:
    """Return the stems of what a paper says that is to be judged; none where it does not say."""
    for passage in passages:
        if isinstance(passage, Passage) and not passage.is_heading:
            for sentence in sentences(passage.text):
                said = _PURPOSE.search(sentence)
                if said is not None:
                    return content_stems(sentence[said.end() :])
    return frozenset()


def _is_study(passages: Sequence[Passage | TablePassage]) -> bool:
    return any(isinstance(each, Passage) and _STUDY.match(each.text) for each in passages[:_FIRST])


def _asks(passages: Sequence[Passage | TablePassage]) -> bool:
    return any(isinstance(each, Passage) and each.text.rstrip().endswith("?") for each in passages)


def _rank(sentence: str, purpose: frozenset[str], *, is_place: bool) -> int | None:
    """Return how surely a sentence gives the overall assessment, 0 first; None where it is none."""
    begins = LEAD.match(sentence)
    lead = begins[0] if begins else ""
    if lead and OVERALL.search(lead):
        return 0 if is_of_whole(lead, in_chapter=not is_place) else 1
    if _WHOLE.search(sentence) and not lead:
        return 1
    shared = _share(sentence, purpose)
    is_weak = _WEAKLY.search(sentence) is not None
    is_shown = _SHOWS.match(sentence) is not None or (
        _PASSIVE.search(sentence) is not None and shared >= _SHARED
    )
    is_told = lead or is_shown or IN_OUR_VIEW.search(sentence)
    if is_weak or not is_told:
        return _OF_PLACE if (is_weak or is_place) and shared >= _SHARED else None
    if _OF_PURPOSE.search(lead) or (shared >= _SHARED and is_place):
        return 2
    return _OF_PLACE if is_place or shared >= _SHARED else _LAST_RANK
