"""Sentences that answer a recommendation for which the reply's shape gave nothing.

What no rule of place, number or wording could tie is tied by the words that it shares, however few,
where it says something of the matter and no other unanswered recommendation shares as much.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.in_turn import speaks_of_all
from revtrack.domain.proposals.answering.pointers import Asked, restates
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Place

Said = tuple[str, Place]
"""A text with its place."""

_OF_MATTER = re.compile(
    r"\?$|\b(?:ärendet|sammanträdet|bordla\w+|missiv\w*|intervju\w*|granska[dt]\w*|stickprov\w*)\b",
    re.IGNORECASE,
)
"""Words of how the matter was handled or examined, which answer nothing."""
_LEAST = 0.12
"""So much of a recommendation's words a sentence has at least that answers it."""


def left_over(
    free: Sequence[Said], asked: Sequence[Asked], topics: Topics, unanswered: Sequence[int]
) -> Iterator[tuple[int, str, Place]]:
    """Give the sentences of free texts that answer what nothing else did, each with what it is."""
    for text, place in free:
        held: int | None = None
        said: list[str] = []
        for sentence in sentences(text):
            about = _about(sentence, asked, topics, unanswered)
            if about is not None and about != held:
                yield from _whole(held, said, place)
                held, said = about, []
            said.append(sentence)
        yield from _whole(held, said, place)


def _whole(held: int | None, said: Sequence[str], place: Place) -> Iterator[tuple[int, str, Place]]:
    """Give the sentences from one that tells what it is about to the next, where they answer."""
    if held is not None and not stance_in(said).is_empty:
        yield held, " ".join(said), place


def _about(
    sentence: str, asked: Sequence[Asked], topics: Topics, unanswered: Sequence[int]
) -> int | None:
    """Return which of the unanswered a sentence is about; None where it is no answer to one."""
    if (
        _OF_MATTER.search(sentence)
        or speaks_of_all(sentence)
        or restates(sentence, asked) is not None
    ):
        return None
    shared = topics.shares(sentence)
    best = max(range(len(shared)), key=shared.__getitem__)
    return best if best in unanswered and shared[best] >= _LEAST else None
