"""Which text of one list is which of another: by wording, number and recipients, never by guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from revtrack.domain.texts.likeness import SAME_MATTER, likeness

HALF_ALIKE = 0.5
"""From this likeness on, texts of the same number are wordings of one, where no other is liker."""


@dataclass(frozen=True)
class Worded:
    """A text with what else it is known by."""

    text: str
    number: str | None = None
    whom: frozenset[int] = frozenset()
    """The ids of the committees that it is for."""
    other_text: str | None = None
    """Another wording of the same."""


@dataclass(frozen=True)
class Pairs:
    """What was found, by places in the lists."""

    met: Mapping[int, int] = field(default_factory=dict)
    """The place of each known text, by that of the text which is it."""
    unsure: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The places of the known texts that a text is equally like, where nothing tells which."""


_Rank = tuple[float, float, bool]


def pair_texts(texts: Sequence[Worded], known: Sequence[Worded]) -> Pairs:
    """Return which of the texts is which of the known ones, each of them once at most.

    The likest go together first; recipients and number decide between equally like ones. Where
    they do not either, nothing is paired.
    """
    ranked = sorted(
        ((rank, -place, -there) for (place, there), rank in _ranks(texts, known).items()),
        reverse=True,
    )
    ranks = {(-place, -there): rank for rank, place, there in ranked}
    met: dict[int, int] = {}
    unsure: dict[int, tuple[int, ...]] = {}
    for rank, below, under in ranked:
        place, there = -below, -under
        if place in met or place in unsure or there in met.values():
            continue
        rivals = tuple(
            sorted(
                other
                for (mine, other), theirs in ranks.items()
                if mine == place and theirs == rank and other not in met.values()
            )
        )
        if len(rivals) > 1:
            unsure[place] = rivals
        else:
            met[place] = there
    return Pairs(met, unsure)


def _ranks(texts: Sequence[Worded], known: Sequence[Worded]) -> Mapping[tuple[int, int], _Rank]:
    found = {}
    for place, one in enumerate(texts):
        likes = [_alike(one, other) for other in known]
        for there, (other, alike) in enumerate(zip(known, likes, strict=True)):
            has_number = one.number is not None and one.number == other.number
            is_likest = has_number and alike == max(likes)
            if alike >= (HALF_ALIKE if is_likest else SAME_MATTER):
                shared = len(one.whom & other.whom) / max(len(one.whom | other.whom), 1)
                found[place, there] = (round(alike, 2), shared, has_number)
    return found


def _alike(one: Worded, other: Worded) -> float:
    mine = [each for each in (one.text, one.other_text) if each]
    theirs = [each for each in (other.text, other.other_text) if each]
    pairs = [(first, second) for first in mine for second in theirs]
    return max((likeness(*pair, HALF_ALIKE) for pair in pairs), default=0.0)
