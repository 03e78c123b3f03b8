"""Parts of a compound recommendation, followed apart and counted together.

A letter's wording is frozen when it is issued. What turns out to hold two demands is therefore
split afterwards into parts: R3 into R3a and R3b. The parts are judged and closed each on its own;
the recommendation stays in the letter, and its state is put together from them. Counts stay fair:
whatever is split, a recommendation is one recommendation, and one for each committee it was put to.
"""

from collections.abc import Iterable, Sequence

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, VerdictStep
from revtrack.domain.records import Addressee, Recommendation, Verdict
from revtrack.domain.states import latest_verdict

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GONE = VerdictStep.NO_LONGER_RELEVANT
_SOME = frozenset({VerdictStep.FULL, VerdictStep.MOSTLY, VerdictStep.PARTLY})


def is_part(case: AuditCase, recommendation: Recommendation) -> bool:
    """Tell whether this was split from a recommendation of the letter after the letter was issued.

    A part that the letter numbers itself is a recommendation of its own.
    """
    whole = case.recommendation_by_id.get(recommendation.split_from_id or 0)
    return (
        whole is not None
        and whole.number_in_letter is not None
        and recommendation.number_in_letter is None
    )


def parts_of(case: AuditCase, recommendation: Recommendation) -> tuple[Recommendation, ...]:
    """Return the parts that a recommendation is followed in, in order; none where it is whole."""
    return tuple(
        each
        for each in case.recommendations
        if each.split_from_id == recommendation.id and is_part(case, each)
    )


def part_numbers(number: str, taken: Iterable[str], count: int) -> tuple[str, ...]:
    """Return so many numbers for parts: 3a, 3b … of 3; none that has ever been used."""
    used = set(taken)
    endings = (*LETTERS, *(f"{first}{second}" for first in LETTERS for second in LETTERS))
    free = (f"{number}{ending}" for ending in endings)
    return tuple(each for each in free if each not in used)[:count]


def verdict_of_whole(
    own: Verdict | None, parts: Sequence[Verdict | None], addressee: Addressee
) -> Verdict | None:
    """Return the verdict on a recommendation from those on its parts; its own until all have one.

    Judged alike, the whole is as its parts, what is no longer relevant left out; else it is partly
    carried out as soon as any of it is. The basis is the weakest, the day the last, and the problem
    is solved where it is for every part.
    """
    found = [each for each in parts if each is not None]
    if not found or len(found) < len(parts):
        return own
    latest = latest_verdict(found) or found[-1]
    bases = list(type(latest.basis))
    solved = {each.is_solved for each in found if each.verdict is not _GONE} or {None}
    return latest.model_copy(
        update={
            "addressee_id": addressee.id,
            "verdict": _together([each.verdict for each in found]),
            "basis": min((each.basis for each in found), key=bases.index),
            "is_solved": None if None in solved else all(solved),
            "method": _once(each.method for each in found),
            "evidence": _once(each.evidence for each in found),
            "comment": _once(each.comment for each in found),
        }
    )


def _together(steps: Sequence[VerdictStep]) -> VerdictStep:
    left = {step for step in steps if step is not _GONE}
    if len(left) <= 1:
        return next(iter(left), _GONE)
    if left <= {VerdictStep.FULL, VerdictStep.MOSTLY}:
        return VerdictStep.MOSTLY
    if VerdictStep.NOT in left or VerdictStep.PARTLY in left:
        return VerdictStep.PARTLY if left & _SOME else VerdictStep.NOT
    return VerdictStep.NOT_ASSESSABLE


def _once(texts: Iterable[str | None]) -> str | None:
    return "\n".join(dict.fromkeys(text for text in texts if text)) or None


def closing_of_whole(own: Addressee, parts: Sequence[Addressee]) -> Addressee:
    """Return a split recommendation as closed once all its parts are; else as it stands itself.

    It is carried out where every part that is still relevant is.
    """
    outcomes = [each.outcome for each in parts if each.outcome is not None]
    if own.outcome is not None or not outcomes or len(outcomes) < len(parts):
        return own
    aside = (Outcome.MERGED, Outcome.NO_LONGER_RELEVANT)
    left = {each for each in outcomes if each not in aside} or {min(outcomes, key=aside.index)}
    return own.model_copy(
        update={
            "outcome": Outcome.NOT_IMPLEMENTED if len(left) > 1 else left.pop(),
            "closed_on": max((each.closed_on for each in parts if each.closed_on), default=None),
            "closing_reason": _once(each.closing_reason for each in parts),
        }
    )
