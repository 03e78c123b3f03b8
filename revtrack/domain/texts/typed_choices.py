"""What somebody typed by hand where a list offers words to choose from."""

import re
from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from revtrack.domain.texts.prose import name_key

T = TypeVar("T")

LONG_WORD = 5
"""In shorter words a slip may make another word: "inte", "icke", "men"."""

_WHO = re.compile(r"^(?:vi|[\w\s-]*(?:nämnden|styrelsen)|bolaget|förbundet) ")
_OUTER = " .,;:!\"”'"


def read_choice(text: str, choices: Mapping[str, T]) -> T | None:
    """Return what a text stands for among the words of a list; None where it is none of them.

    Case, a full stop and who says it do not matter, and a slip of one letter in a long word is
    overlooked; a word more, less or other is not: "inte" turns a meaning.
    """
    said = _bare(text)
    known = {_bare(label): code for label, code in choices.items()}
    if said in known or not said:
        return known.get(said)
    near = [label for label in known if _is_slip(said.split(), label.split())]
    return known[near[0]] if len(near) == 1 else None


def _is_slip(said: list[str], meant: list[str]) -> bool:
    return len(said) == len(meant) and all(map(_is_alike, said, meant))


def _is_alike(said: str, meant: str) -> bool:
    is_long = min(len(said), len(meant)) >= LONG_WORD
    return said == meant or (is_long and Levenshtein.distance(said, meant) <= 1)


def _bare(text: str) -> str:
    return _WHO.sub("", name_key(text).strip(_OUTER))
