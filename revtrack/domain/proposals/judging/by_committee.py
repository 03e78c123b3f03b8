"""Answers that differ between committees: "Ja för socialnämnden", or a chapter for each of them."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.grading import Graded, graded_cell
from revtrack.domain.proposals.text.columns import text_at
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Row
from revtrack.domain.texts.prose import name_key

IS_STEP = re.compile(
    r"^(?:ja|nej|delvis|i huvudsak|i stort|till viss del|(?:(?:ej|inte|helt|delvis|i huvudsak)\s)?"
    r"(?:uppfyll\w+|godkän\w+|grön\w*|gul\w*|rö(?:d|tt)|bedöm(?:t|bart?))\b)",
    re.IGNORECASE,
)
"""How an answer begins that says its step."""
_PARTS = re.compile(
    r"\n+|[.;]\s+|,\s+(?:och\s|men\s|samt\s)?|\s(?:och|men|samt|medan)\s+(?=(?:ja|nej|delvis)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^(?P<whom>[^:–]{2,80}?)\s*(?::|\s[–-])\s*(?P<said>\S.{0,200})$")
_STEP_OF = re.compile(
    r"^(?P<said>\S.{0,40}?)\s*(?:\b(?:för|i|inom|hos|avseende|gällande|beträffande|vad gäller"
    r"|när det gäller)\s+|\()(?P<whom>[^():]{2,120}?)\)?[.\s]*$",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"(?:^|[\s,;])(?:för|i|inom|hos|avseende|gällande|beträffande|(?:vad|när det) gäller)\s$",
    re.IGNORECASE,
)
"""What stands before a committee whose step follows."""
_SAID_STEP = re.compile(
    r"\b(?:delvis|i huvudsak|i stort|till viss del|i allt väsentligt|i begränsad \w+)?\s?\b"
    r"(?:ja|nej|delvis|i huvudsak|i stort|till viss del|i allt väsentligt|i begränsad \w+"
    r"|(?:inte |ej |delvis )?(?:uppfyll\w+|tillräcklig\w*|tillfredsställande))\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=[:,–-])\s*\n\s*|\s*\n\s*(?=[a-zåäö])")
"""Where a cell breaks a line that goes on."""
SEVERAL = 2
_SHORTEST = 3

Whose = tuple[Graded, tuple[Committee, ...]]


def steps_by_committee(said: str, addressees: Addressees) -> list[Whose]:
    """Return the steps of an answer that names those each is of; none where it names nobody."""
    parts = (each.strip() for each in _PARTS.split(_BROKEN.sub(" ", said)))
    found = [one for each in parts if (one := _of_part(each, addressees)) is not None]
    whole = _of_part(said, addressees) if len(found) < SEVERAL else None
    turned = list(_turned(said, addressees)) if len(found) < SEVERAL else []
    if len(turned) >= SEVERAL:
        return turned
    return [whole] if whole is not None else found


def _turned(said: str, addressees: Addressees) -> Iterator[Whose]:
    """Give the steps of an answer that names first whose each is: "För A är det ja, för B nej"."""
    mentions = addressees.bodies.mentions(said)
    begins = [n for n, one in enumerate(mentions) if _FOR_WHOM.search(said[: one.start])]
    for first, after in zip(begins, [*begins[1:], len(mentions)], strict=False):
        of_it = mentions[first:after]
        end = mentions[after].start if after < len(mentions) else len(said)
        match = _SAID_STEP.search(said, of_it[-1].end, end)
        step = graded_cell(said[match.start() : end].strip(" .,")) if match else None
        if match is not None and step is not None:
            yield replace(step, words=match[0].strip()), tuple(one.committee for one in of_it)


def _of_part(said: str, addressees: Addressees) -> Whose | None:
    for shape in (_LABELLED, _STEP_OF):
        match = shape.match(said)
        if match is None or not addressees.is_label(match["whom"]):
            continue
        named = addressees.bodies.named_in(match["whom"])
        step = graded_cell(match["said"])
        is_told = shape is _LABELLED or IS_STEP.match(match["said"].strip())
        if named and step is not None and is_told:
            return step, named
    return None


def owners_in(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> dict[int, tuple[Committee, ...]]:
    """Return of whom each chapter is, by its run, where several committees have one each."""
    found: dict[int, tuple[Committee, ...]] = {}
    heads: dict[str, tuple[Committee, ...]] = {}
    for passage in passages:
        for head in passage.path:
            if head not in heads:
                heads[head] = tuple(_owner(head, addressees))
        owners = [heads[head] for head in passage.path if heads[head]]
        if owners:
            found[passage.run] = owners[-1]
    return found if len({each[0].id for each in found.values()}) >= SEVERAL else {}


def _owner(head: str, addressees: Addressees) -> Iterator[Committee]:
    named = addressees.bodies.named_in(head)
    if len(named) == 1 and addressees.is_label(head):
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
