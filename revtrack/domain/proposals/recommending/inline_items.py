"""Items that the paper does not set apart: a list within a paragraph, a number without its dot."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.demanded import parted
from revtrack.domain.proposals.recommending.items import ATT
from revtrack.domain.proposals.recommending.leads import opens_list
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.paper import LineKind

_BARE_NUMBER = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-ZÅÄÖ])|[A-H][.)]\s+(?=[^\W\d]{2})")
_FIRST = re.compile(r":\s+(?=(?P<mark>\(?1[.)]|\(?a\)|[–•-])\s)")
_FIRST_BEHIND_ATT = re.compile(r"(?<=\batt)\s+(?=(?P<mark>\(?1[.)]|\(?a\))\s)")
_MARKS = {
    "1": re.compile(r"(?:^|(?<=\s))\(?(?P<number>\d{1,2})[.)]\s+"),
    "a": re.compile(r"(?:^|(?<=\s))\(?(?P<number>[a-h])\)\s+"),
    "": re.compile(r"(?:^|(?<=\s))[–•-]\s+"),
}
_FEWEST = 2
_LATE_COLON = re.compile(r"(?<=\batt);$|(?<=\bföljande);$|(?<=\bbör);$")
"""A semicolon where a colon belongs: "rekommenderas att;"."""
_UNMARKED = re.compile(r":\s+(?=[^\W\d])")
_SEMICOLON = re.compile(r";\s+(?:(?:och|samt)\s+)?(?:att\s+)?")


def opened(
    passages: Iterable[Passage | TablePassage], addressees: Addressees, *, is_reply: bool = False
) -> Iterator[Passage | TablePassage]:
    """Give the passages with such items set apart, where a line before them recommends."""
    for each in passages:
        if isinstance(each, TablePassage) or each.is_heading:
            yield each
            continue
        within = _within(each, addressees, is_reply=is_reply)
        if within:
            yield from within
        else:
            yield _numbered(_with_colon(each))


def _with_colon(passage: Passage) -> Passage:
    if not passage.text.endswith(";"):
        return passage
    return replace(passage, text=_LATE_COLON.sub(":", passage.text))


def _numbered(passage: Passage) -> Passage:
    number = _BARE_NUMBER.match(passage.text)
    if number is None or passage.is_item or not begins_with_demand(passage.text[number.end() :]):
        return passage
    text = passage.text[number.end() :]
    return replace(passage, kind=LineKind.ITEM, text=text, marker=number["number"] or "•")


def _within(passage: Passage, addressees: Addressees, *, is_reply: bool) -> list[Passage]:
    """Return a paragraph's lead and items: "Vi rekommenderar nämnden: 1. Inför … 2. Följ …"."""
    first = _FIRST.search(passage.text)
    if first is None and is_reply:
        first = _FIRST_BEHIND_ATT.search(passage.text)
    if first is None:
        return _by_semicolon(passage, addressees) or _by_att(passage, addressees)
    if not opens_list(passage.text[: first.start() + 1], addressees):
        return []
    mark = _MARKS[first["mark"].strip("().–•-")]
    text = passage.text[first.end() :]
    places = [(match.start(), match.end(), match.groupdict()) for match in mark.finditer(text)]
    if len(places) < _FEWEST:
        return []
    ends = [start for start, _, _ in places[1:]] + [len(text)]
    items = [
        replace(
            passage,
            kind=LineKind.ITEM,
            text=text[begin:end].strip(),
            marker=said.get("number") or "•",
        )
        for (_, begin, said), end in zip(places, ends, strict=True)
    ]
    return [replace(passage, text=passage.text[: first.start() + 1]), *items]


def _by_semicolon(passage: Passage, addressees: Addressees) -> list[Passage]:
    """Return the lead and items of "Vi rekommenderar nämnden att: införa …; följa …"."""
    colon = _UNMARKED.search(passage.text)
    if colon is None or ";" not in passage.text[colon.end() :]:
        return []
    lead, text = passage.text[: colon.start() + 1], passage.text[colon.end() :]
    parts = [each.strip() for each in _SEMICOLON.split(text) if each.strip()]
    if not opens_list(lead, addressees) or not all(_is_part(each) for each in parts):
        return []
    items = [replace(passage, kind=LineKind.ITEM, text=each, marker="•") for each in parts]
    return [replace(passage, text=lead), *items]


def _by_att(passage: Passage, addressees: Addressees) -> list[Passage]:
    """Return the lines of a list that ran together: "att införa …, att följa … samt att …"."""
    if passage.is_item or not passage.text.startswith("att "):
        return []
    parts = [each.strip(" ,;") for each in parted(passage.text[len("att ") :], addressees)]
    if len(parts) < _FEWEST or not all(map(begins_with_demand, parts)):
        return []
    return [replace(passage, text=f"att {each}") for each in parts]


def _is_part(text: str) -> bool:
    return begins_with_demand(ATT.sub("", text))
