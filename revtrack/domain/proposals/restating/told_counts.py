"""How many recommendations a reply says that there were: "I rapporten lämnas tre …"."""

import re
from collections.abc import Iterable

from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import CARDINALS

_COUNT = rf"(?:{'|'.join(CARDINALS[1:])}|[2-9]|1\d)"
_TOLD = re.compile(
    rf"\b(?<![.:-])(?<!§\s)(?P<count>{_COUNT})\s"
    rf"(?:(?!(?:första|sista|övriga|andra|{_COUNT})\b)[\w-]+\s){{0,2}}?"
    r"rekommendation(?:er|erna)\b",
    re.IGNORECASE,
)
"""How many there were: "lämnar tre rekommendationer", not "de två sista rekommendationerna"."""

_EARLIER = re.compile(
    r"(?:\d{4}|granskning\w*),? då\b|\b(?:tidigare|föregående|förra)\b", re.IGNORECASE
)
"""Words of an audit before this one, whose recommendations are others."""


def told_numbers(passages: Passages) -> frozenset[int]:
    """Return how many recommendations a paper says there are; several numbers where it does."""
    return counts_told(each.text for each in passages if isinstance(each, Passage))


def counts_told(texts: Iterable[str]) -> frozenset[int]:
    """Return how many recommendations texts say there are; several numbers where they say so."""
    said = (one for each in texts for one in sentences(each) if not _EARLIER.search(one))
    return frozenset(_number(match["count"]) for text in said for match in _TOLD.finditer(text))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS.index(word.casefold()) + 1
