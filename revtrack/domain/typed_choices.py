"""What somebody typed by hand where a list offers words to choose from."""

import re
from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from revtrack.domain.prose import name_key

T = TypeVar("T")

SLIPS = 2
"""So many letters may differ where a word of the list was typed by hand."""
LONG_WORD = 6
"""In shorter words a slip may make another word."""


def read_choice(text: str, choices: Mapping[str, T]) -> T | None:
    """Return what a text stands for among the words of a list; None where it is none of them.

    A slip of a letter or two is overlooked, a word more or less is not: "inte" turns a meaning.
    """
    said = _bare(text)
    known = {_bare(label): code for label, code in choices.items()}
    if said in known or not said:
        return known.get(said)
    near = [
        (distance, label)
        for label in known
        if len(label) > LONG_WORD and len(label.split()) == len(said.split())
        if (distance := Levenshtein.distance(said, label, score_cutoff=SLIPS)) <= SLIPS
    ]
    best = sorted(near)
    is_unclear = len(best) > 1 and best[0][0] == best[1][0]
    return known[best[0][1]] if best and not is_unclear else None


_WHO = re.compile(r"^(?:vi|\w*nämnden|\w*styrelsen|bolaget|förbundet) ")


def _bare(text: str) -> str:
    return _WHO.sub("", name_key(text).strip(" .,;:!\"”'"))
