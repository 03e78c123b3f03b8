"""Sentences that answer a recommendation for which the reply's shape gave nothing.

What no rule of place, number or wording could tie is tied by the words that it shares, however few,
where it says something of the matter and no other unanswered recommendation shares as much.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

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
_SURE, _LEAD = 0.25, 1.25
"""So much of it, and so much more than of another, that stands among what answers the other."""


def taken_back(
    own: Mapping[int, Sequence[Said]],
    asked: Sequence[Asked],
    topics: Topics,
    unanswered: Sequence[int],
) -> Iterator[tuple[int, int, str, Place]]:
    """Give the sentences under other recommendations that rather answer what nothing else did.

    Each with the recommendation that they answer and the one that they were taken for.
    """
    for owner, texts in own.items():
        for text, place in texts:
            held: int | None = None
            said: list[str] = []
            for sentence in (*sentences(text), ""):
                shared = topics.shares(sentence)
                about = _about(sentence, asked, topics, unanswered, _SURE) if sentence else None
                is_sure = about is not None and shared[about] > _LEAD * shared[owner]
                is_owners = shared[owner] >= _LEAST or any(each >= _SURE for each in shared)
                if is_sure or is_owners or not sentence:
                    if held is not None and not stance_in(said).is_empty:
                        yield held, owner, " ".join(said), place
                    held, said = about if is_sure else None, []
                said.append(sentence)


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
    sentence: str,
    asked: Sequence[Asked],
    topics: Topics,
    unanswered: Sequence[int],
    least: float = _LEAST,
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
    return best if best in unanswered and shared[best] >= least else None
