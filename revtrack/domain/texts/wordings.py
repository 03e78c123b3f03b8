"""How two texts of one recommendation relate."""

from functools import lru_cache

from revtrack.domain.codes import Relation
from revtrack.domain.records import NewRecommendation


def is_same_wording(first: str, second: str) -> bool:
    """Tell whether two wordings are the same but for outer space and a final full stop."""
    return _bare(first) == _bare(second)


@lru_cache(maxsize=10_000)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, but for capitals."""
    return frozenset(text.casefold().split())


def _bare(text: str) -> str:
    return text.strip().removesuffix(".").rstrip()


def relation_of(recommendation: NewRecommendation) -> Relation:
    """Return how the letter's wording relates to the report's, as far as a program can tell.

    A difference counts as changed in meaning until a person has said that it is editorial.
    """
    report, letter = recommendation.report_text, recommendation.letter_text
    if recommendation.relation is Relation.OMITTED:
        return Relation.OMITTED
    if report is None:
        return Relation.ADDED
    if letter is None or is_same_wording(report, letter):
        return Relation.IDENTICAL
    is_editorial = recommendation.relation is Relation.EDITORIAL
    return Relation.EDITORIAL if is_editorial else Relation.CHANGED
