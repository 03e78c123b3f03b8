"""Items of a reply that answer the recommendations in their order, without naming them."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.sentences import sentences

_IN_ORDER = re.compile(
    r"\bi samma ordning\b|\bi tur och ordning\b|\bmotsvarar (?:punktlistan|punkterna"
    r"|rekommendationerna)|\bsvarar mot (?:punkterna|rekommendationerna)\b|\bpunkt för punkt\b",
    re.IGNORECASE,
)
_NUMBERS, _LETTERS = [str(n) for n in range(1, 40)], list("abcdefghijklmnopqrstuvwxyz")


def in_order(
    spoken: Sequence[Spoken], restated: Sequence[int | None], asked: Sequence[Asked]
) -> dict[int, int]:
    """Return the items that answer the recommendations in their order.

    The reply says so, or its items bear their numbers and say what is thought or done.
    """
    order = list(dict.fromkeys(n for n in restated if n is not None)) or [*range(len(asked))]
    for items in _lists(spoken, restated):
        first = spoken[items[0] - 1] if items[0] else None
        is_said = first is not None and _IN_ORDER.search(first.text) is not None
        markers = [spoken[at].marker for at in items]
        is_numbered = markers in (_NUMBERS[: len(items)], _LETTERS[: len(items)])
        answering = sum(not stance_in([spoken[at].text]).is_empty for at in items)
        is_answering = answering > len(items) / 2 and (is_numbered or answering == len(items))
        if len(items) == len(order) and (is_said or (is_answering and len(items) > 1)):
            return dict(zip(items, order, strict=True))
    return {}


def numbers_answered(spoken: Sequence[Spoken]) -> list[str]:
    """Return the numbers of items that say what is thought of points which the reply leaves out.

    Most of them state a position, as no list of measures does.
    """
    for items in _lists(spoken, [None] * len(spoken)):
        texts = [spoken[at].text for at in items]
        is_numbered = [spoken[at].marker for at in items] == _NUMBERS[: len(items)]
        stated = sum(any(map(position_in, sentences(text))) for text in texts)
        if is_numbered and len(items) > 1 and 2 * stated > len(items):
            return _NUMBERS[: len(items)]
    return []


def _lists(spoken: Sequence[Spoken], restated: Sequence[int | None]) -> Iterator[list[int]]:
    """Give the places of items that follow each other and give no recommendation again."""
    items: list[int] = []
    for at, each in enumerate((*spoken, None)):
        is_item = each is not None and each.is_item and restated[at] is None
        is_next = is_item and each is not None and (not items or each.marker not in {"1", "a"})
        if items and not is_next:
            yield items
            items = []
        if is_item:
            items.append(at)
