"""Which of the recommendations of a compilation a committee's part answers."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.committees.bodies import display_name
from revtrack.domain.proposals.compiled_part import Part
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.texts.paper import Line

_SAME_ADVICE = re.compile(
    r"\bsamma (?:\w+ )?(?:rekommendation|uppmaning|synpunkt|fråga)"
    r"|\brekommendation\w* (?:var|är) densamma|\bdetsamma (?:rekommenderades|gällde)\b",
    re.IGNORECASE,
)
"""How a committee's part says that it was asked for the same as the one above."""


def given_to(
    part: Part, recommendations: Sequence[ProposedRecommendation]
) -> list[ProposedRecommendation]:
    """Return what is recommended to the committee of a part, or to nobody by name."""
    name = display_name(part.committee)
    return [each for each in recommendations if each.committees is None or name in each.committees]


def the_same(
    part: Part, above: Part | None, recommendations: Sequence[ProposedRecommendation]
) -> list[ProposedRecommendation]:
    """Return what the committee above was recommended, where a part says that it was the same."""
    texts = (each.text for each in part.blocks if isinstance(each, Line))
    is_same = any(map(_SAME_ADVICE.search, texts))
    return given_to(above, recommendations) if above is not None and is_same else []
