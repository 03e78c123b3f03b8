"""What an answer means among a few words to choose from."""

from collections.abc import Sequence

from revtrack.domain.texts.prose import name_key
from revtrack.plain.menu import begins
from revtrack.wording import _

EMPTY = "-"
"""Typed to empty what stands in a field."""


def choose(answer: str, words: Sequence[str]) -> int | None:
    """Return the place of the word that is meant by its number or first letters; None: none is."""
    if answer.isdecimal():
        number = int(answer[:9])
        return number - 1 if 1 <= number <= len(words) else None
    begun = name_key(answer)
    whole = [place for place, each in enumerate(words) if name_key(each) == begun]
    fits = whole or [place for place, each in enumerate(words) if begins(each, answer)]
    return fits[0] if len(fits) == 1 else None


def none_of_them(answer: str) -> str:
    """Return that an answer fits none, or several, of what can be chosen."""
    said = _("“{answer}” does not tell which. Write a number, or more of its first letters.")
    return said.format(answer=answer)
