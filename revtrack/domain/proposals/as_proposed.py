"""What is recommended as it is proposed: numbered, in the words of the report or the letter."""

from collections.abc import Sequence

from revtrack.domain.proposals.committees.bodies import display_name
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.proposals.recommending.recommended import Recommended, as_listed


def numbered(found: Sequence[Recommended]) -> list[tuple[Recommended, str]]:
    """Return what is recommended with its number: as written, where all have one of their own."""
    typed = [each.number for each in found]
    has_all = all(typed) and len(set(typed)) == len(typed)
    return [
        (each, str(each.number) if has_all else str(place))
        for place, each in enumerate(found, start=1)
    ]


def of_report(each: Recommended, number: str) -> ProposedRecommendation:
    """Return what a report, a list or a reply recommends, as it is proposed."""
    return ProposedRecommendation(
        number,
        each.place,
        as_listed(each.text),
        committees=_names(each),
        committees_certain=each.whom is not None and each.whom.is_certain,
        section=each.section,
        confidence=each.confidence,
    )


def of_letter(each: Recommended, number: str) -> ProposedRecommendation:
    """Return what a letter recommends, as it is proposed."""
    return ProposedRecommendation(
        number,
        each.place,
        None,
        as_listed(each.text),
        letter_committees=_names(each),
        committees_certain=each.whom is not None and each.whom.is_certain,
        letter_place=each.place,
        confidence=each.confidence,
    )


def _names(each: Recommended) -> tuple[str, ...] | None:
    return tuple(display_name(one) for one in each.whom.committees) if each.whom else None
