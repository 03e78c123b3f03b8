"""Sentences that take a stand on several recommendations at once, and not the same on each.

"Nämnden instämmer i den första rekommendationen men inte i den andra", "i samtliga utom den sista".
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import Position
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.said.positions import position_of, tells_of_auditors
from revtrack.domain.texts.numerals import ORDINALS

_WORDS = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_NOUN = r"(?:rekommendation|punkt|synpunkt)(?:en|er|erna)?"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|sista)"
_AND = r"(?:\s*,\s*|\s+(?:och|samt|respektive)\s+)"
_POINTS = re.compile(
    rf"\b(?P<all>samtliga|alla|båda|övriga)\s(?:\w+\s)?{_NOUN}"
    rf"|\bde\s(?P<count>{'|'.join(_WORDS)})\s(?P<side>första|sista)\b"
    rf"|\b(?:den\s)?(?P<ordinals>{_ORDINAL}(?:{_AND}(?:den\s)?{_ORDINAL})*)"
    rf"(?=\s{_NOUN}\b|\s*[.,;!]|\s*$|\s(?:instäm|del(?:ar|as)\b|håll|ställer|avvis|avstyrk"
    r"|godta|godkän|accept|avslå|tillstyrk))"
    rf"|\b{_NOUN}\s(?:nr\.?\s|nummer\s)?(?P<numbers>R?\d{{1,2}}(?:(?:{_AND}|[–-])R?\d{{1,2}})*)\b",
    re.IGNORECASE,
)
"""How a clause names which it speaks of: "den första och tredje", "rekommendation 1 och 3"."""
_NAMES_ANY = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:,\s*|\s)(?P<sign>men|medan|däremot|utom|förutom|undantaget|med undantag (?:för|av))\s",
    re.IGNORECASE,
)
_EXCEPTS = frozenset(("utom", "förutom", "undantaget"))
_NOT = re.compile(r"^(?:\w+\s){0,2}?(?:inte|ej)\b", re.IGNORECASE)
_PARTLY = re.compile(r"^(?:\w+\s){0,2}?(?:endast |bara )?delvis\b", re.IGNORECASE)
_AGREES = re.compile(r"^(?:\w+\s){0,2}?(?:helt|fullt ut)\b", re.IGNORECASE)
_ELLIPSES = (
    (Position.DISAGREES, _NOT),
    (Position.AGREES_PARTLY, _PARTLY),
    (Position.AGREES, _AGREES),
)
"""What a clause without a verb of its own says: "men inte i den andra", "men bara delvis i …"."""


def told_apart(sentence: str, asked: Sequence[Asked]) -> dict[int, Position]:
    """Return the position on each that a sentence tells apart; empty where it tells none apart."""
    if _PARTS.search(sentence) is None or not _NAMES_ANY.search(sentence):
        return {}
    if tells_of_auditors(sentence):
        return {}
    found: dict[int, Position] = {}
    signs = [match["sign"].casefold() for match in _PARTS.finditer(sentence)]
    clauses = _PARTS.split(sentence)[::2]
    position: Position | None = None
    for clause, sign in zip(clauses, ("", *signs), strict=True):
        position = _position(clause, sign, position)
        named = tuple(_named(clause, asked, found))
        if position is None or (sign and not named):
            return {}
        found.update((each, position) for each in named)
    return found if len({*found.values()}) > 1 else {}


def _position(clause: str, sign: str, before: Position | None) -> Position | None:
    """Return what a clause says; after "utom" the other of what stands before it."""
    if sign in _EXCEPTS or sign.startswith("med undantag"):
        return Position.AGREES if before is Position.DISAGREES else Position.DISAGREES
    return position_of(clause) or next(
        (position for position, shape in _ELLIPSES if sign and shape.match(clause)), None
    )


def _named(clause: str, asked: Sequence[Asked], before: dict[int, Position]) -> Iterator[int]:
    """Give which of those asked a clause names."""
    for match in _POINTS.finditer(clause):
        if match["all"]:
            is_rest = match["all"].casefold() == "övriga"
            yield from (n for n in range(len(asked)) if not (is_rest and n in before))
        elif match["count"]:
            count = min(_WORDS.index(match["count"].casefold()) + 1, len(asked))
            is_first = match["side"].casefold() == "första"
            yield from range(count) if is_first else range(len(asked) - count, len(asked))
        elif match["ordinals"]:
            for each in re.findall(_ORDINAL, match["ordinals"], re.IGNORECASE):
                low = each.casefold()
                place = len(asked) - 1 if low == "sista" else ORDINALS.index(low)
                yield from (place,) if place < len(asked) else ()
        else:
            said = {each.lstrip("R") for each in _numbers(match["numbers"])}
            yield from (n for n, each in enumerate(asked) if each.number.lstrip("R") in said)


def _numbers(text: str) -> Iterator[str]:
    """Give the numbers of "1 och 3" and "2–4"."""
    for match in re.finditer(r"R?(\d{1,2})(?:\s*[–-]\s*R?(\d{1,2}))?", text):
        last = int(match[2] or match[1])
        yield from map(str, range(int(match[1]), last + 1))
