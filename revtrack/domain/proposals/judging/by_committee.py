"""Whose a chapter or column is, where several committees have one each."""

from collections.abc import Container, Iterator

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.text.columns import text_at
from revtrack.domain.proposals.text.outline import Passages
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Row
from revtrack.domain.texts.prose import name_key

_OF_CHAPTER = AnyCase(
    r"\b(?:svar\spå\s(?:\w*fråg\w+)|(?:samla\w+|vår\w*|sammanfattande|revisionell)?\s?bedömning(?:ar|en)?"
    r"|resultat(?:et)?|iakttagelser|slutsats(?:er)?|granskning(?:en)?|av|inom|hos)\b",
)
"""What a heading has beside the name of whose chapter it is: "Bedömning socialnämnden"."""
_SHORTEST = 3


def owners_in(passages: Passages, addressees: Addressees) -> dict[int, tuple[Committee, ...]]:
    """Return of whom each chapter is, by its run, where several committees have one each."""
    found: dict[int, tuple[Committee, ...]] = {}
    heads: dict[str, tuple[Committee, ...]] = {}
    owner: tuple[Committee, ...] = ()
    for passage in passages:
        for head in passage.path:
            if head not in heads:
                heads[head] = tuple(_owner(head, addressees))
        owners = [heads[head] for head in passage.path if heads[head]]
        is_part = bool(passage.path) and not _OF_CHAPTER.sub(" ", passage.path[-1]).strip(" :.")
        owner = owners[-1] if owners else owner if is_part else ()
        if owner:
            found[passage.run] = owner
    return found if len({each[0].id for each in found.values()}) >= SEVERAL else {}


def _owner(head: str, addressees: Addressees) -> Iterator[Committee]:
    named = addressees.bodies.named_in(head)
    if len(named) == 1 and addressees.is_label(_OF_CHAPTER.sub(" ", head)):
        yield named[0]


def briefly_headed(
    heads: Row, known: Container[int], addressees: Addressees
) -> dict[int, Committee]:
    """Return the columns headed by a part of a name, where all but the known ones are.

    "Norr" and "Söder" for two committees of care, "Social" for the one committee so called.
    """
    places = [place for place in range(len(heads.cells)) if place not in known]
    found: dict[int, Committee] = {}
    for place in places:
        key = name_key(text_at(heads, place))
        fits = [each for each in addressees.reviewed if _is_part(key, name_key(each.name))]
        if len(fits) == 1:
            found[place] = fits[0]
    ids = {each.id for each in found.values()}
    return found if len(ids) == len(found) == len(places) else {}


def _is_part(key: str, name: str) -> bool:
    return len(key) >= _SHORTEST and (name.startswith(key) or f" {key} " in f"{name} ")
