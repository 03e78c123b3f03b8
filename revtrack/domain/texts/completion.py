"""What may be meant by the beginning of a name, while somebody types it, alone or in a list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from revtrack.domain.texts.prose import name_key

MOST = 5
"""So many names are offered at once: more cannot be taken in while one types."""

_COMMAS = re.compile(r"[,;\n–]\s*")
_ANDS = re.compile(r"\s(?:och|samt|and)\s+")
_WORD_STARTS = re.compile(r"[\s\-–/(]")


@dataclass(frozen=True)
class Offer:
    """A name that may be written, with what else it is known by."""

    text: str
    """What is written where it is accepted."""
    told: str = ""
    """What is shown beside it: the committee of an abbreviation, the title of a reference."""
    also: tuple[str, ...] = ()
    """Other beginnings by which it is found."""


@dataclass(frozen=True)
class Completion:
    """What a text becomes where an offer is accepted."""

    whole: str
    offer: Offer


def complete(
    typed: str, known: Sequence[Offer], *, is_list: bool = False
) -> tuple[Completion, ...]:
    """Return what the text may become, at most five, those that begin as it does first.

    In a list the last name is completed, and what stands in the list already is not offered again.
    What is written out already needs no offer.
    """
    if not is_list:
        return _of_part("", typed.lstrip(), known)
    start = _end_of_last(_COMMAS, typed)
    after_and = start + _end_of_last(_ANDS, typed[start:])
    for each in dict.fromkeys((start, after_and)):  # "och" may belong to the name
        if found := _of_part(typed[:each], typed[each:], known):
            return found
    return ()


def _of_part(before: str, begun: str, known: Iterable[Offer]) -> tuple[Completion, ...]:
    key = name_key(begun)
    listed = {name_key(each) for each in re.split(r"[,;\n–]|\s(?:och|samt|and)\s", before)} - {""}
    offers = [each for each in known if listed.isdisjoint(_keys(each))]
    if not key or any(key == name_key(each.text) for each in offers):
        return ()
    return tuple(
        Completion(before + each.text, each) for each in islice(_ranked(key, offers), MOST)
    )


def _end_of_last(separator: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in separator.finditer(text)), default=0)


def _keys(offer: Offer) -> tuple[str, ...]:
    return tuple(name_key(each) for each in (offer.text, offer.told, *offer.also) if each)


def _ranked(key: str, offers: Sequence[Offer]) -> Iterator[Offer]:
    """Give the offers by what of them begins with the key: what is written, shown, else known.

    Last come those of which a later word does.
    """
    ways = (
        lambda each: [each.text],
        lambda each: [each.told],
        lambda each: each.also,
        lambda each: [word for one in _keys(each) for word in _WORD_STARTS.split(one)],
    )
    given: set[str] = set()
    for names_of in ways:
        for each in offers:
            begins = any(name_key(name).startswith(key) for name in names_of(each))
            if begins and each.text not in given:
                given.add(each.text)
                yield each
