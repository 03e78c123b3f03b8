"""The overall assessment of a report or letter."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.clauses import (
    LEAD,
    OVERALL,
    clause_of,
    without_lead,
    without_subject,
)
from revtrack.domain.proposals.grading import graded
from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.proposals.whom import Addressees

_OF_PURPOSE = re.compile(r"\bsyftet?\b|\bgranskningen\b|\bgranskningens\b", re.IGNORECASE)
_BEDOM = re.compile(r"\b(?:bedöm\w*|anser|slutsats\w*)\b", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamlad|\bsammanvägd", re.IGNORECASE
)


def overall_in(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> ProposedAssessment | None:
    """Return the overall assessment; None where the paper gives none."""
    found: list[tuple[int, int, ProposedAssessment]] = []
    for number, passage in enumerate(passages):
        if not isinstance(passage, Passage) or passage.is_heading:
            continue
        is_place = _SUMMARY.search(" / ".join(passage.path)) is not None
        for sentence in sentences(passage.text):
            rank = _overall_rank(sentence, is_place=is_place)
            if rank is None or sentence.endswith(":"):
                continue
            said = without_lead(sentence)
            phrase = clause_of(without_subject(said, addressees))
            step = graded(said)
            made = ProposedAssessment(
                step.grade,
                phrase,
                passage.place,
                passage.section,
                confidence=0.9 if rank == 0 else 0.7,
            )
            found.append((rank, number, made))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _overall_rank(sentence: str, *, is_place: bool) -> int | None:
    """Return how surely a sentence gives the overall assessment, 0 first; None where it is none."""
    if not _BEDOM.search(sentence) or sentence.endswith("?"):
        return None
    begins = LEAD.match(sentence)
    lead = begins[0] if begins else ""
    if lead and OVERALL.search(lead):
        return 0
    if OVERALL.search(sentence) and not lead:
        return 1
    if lead and _OF_PURPOSE.search(lead):
        return 2
    return 3 if is_place and lead else None
