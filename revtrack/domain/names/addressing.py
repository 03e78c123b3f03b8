"""Whom a line of a letter or report speaks to: "Vi rekommenderar kommunstyrelsen att:"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.committee_names import is_like_a_name
from revtrack.domain.names.recipient_words import Recipients, resolve_recipients
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import lines_of, name_key

_FILLER = (
    r"(?:(?:vi|revisorerna|revisionen|kommunrevisionen|därför|också|även|vidare|därutöver"
    r"|i första hand|att)\s+)*"
)
_MATTER = r"rekommendation(?:er|erna|en)?|fråg(?:a|or|orna)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"^(?P<names>.+?)\s+rekommenderas\b[^.:]{0,40}?(?:\batt)?\s*:?$",
        rf"\brekommender(?:ar|as)\s+{_FILLER}(?P<names>.+?)(?:\s+att)?\s*:?$",
        rf"\b(?:{_MATTER})\s+(?:\S+\s+){{0,3}}?till\s+(?P<names>.+?)\s*:?$",
        r"^Vi\s+ber\s+(?P<names>.+?)\s+(?:att\b|besvara\b).*:$",
        r"^(?:Riktad(?:e|es)?\s+)?till:?\s+(?P<names>.+?)\s*:?$",
        r"^(?P<names>.+?)\s+(?:bör|ska|skall|behöver)\s*(?:\batt)?\s*:$",
        r"^(?P<names>.+?)\s*:?$",
    )
)
"""How a line names its recipients, the surest first; the last is a line of names alone."""
_RECOMMENDS = re.compile(
    r"\brekommender(?:ar|as)\b|\bföljande\s+(?:\S+\s+)?(?:rekommendation|fråg(?:a|or)\b)"
    r"|\bbesvara\b.*\bfråg",
    re.IGNORECASE,
)
_ITS_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")
_LEAD = re.compile(
    r"^(?P<lead>.*?\brekommender(?:ar|as)\b.*?)\batt\s+(?P<text>\S.*)$", re.IGNORECASE | re.DOTALL
)
_NAMING = r"nämnd|styrelse|fullmäktige|utskott|bolag|förbund|\bab\b|\b(?:alla|samtliga|övriga)\b"
LONGEST_NAMES = 2_000
_LINE_END = re.compile(r"(?<!\boch)(?<!\bsamt)(?<![-,;])\s*\n\s*")
_FORMERLY = re.compile(r"[^,;(]*\((?:tidigare|f\.d\.)\s+([^)]+)\)", re.IGNORECASE)
"""A committee under its new name is read as the one that was asked."""
_GENERAL = re.compile(
    r"(?:^|,|\boch\b|\bsamt\b)\s*(?:(?:de\s+)?(?:berörda|aktuella|ansvariga)\s+"
    r"(?:nämnder|styrelser|bolag)(?:na)?|respektive\s+nämnd|nämnderna|nämnden|styrelsen|bolaget)"
    r"(?=\s*(?:$|,|och\b|samt\b))",
    re.IGNORECASE,
)
"""Words for committees that are not named: "kommunstyrelsen och berörda nämnder"."""
_HAS_DIGIT = re.compile(r"\d")
_SEVERAL = re.compile(r"\b(?:nämnder|styrelser|bolag|mottagare)(?:na)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Bodies:
    """The committees that names are read against."""

    reviewed: tuple[Committee, ...]
    """Those that "samtliga nämnder" counts."""
    committees: tuple[Committee, ...]
    """All of the municipality."""

    @cached_property
    def keys(self) -> dict[str, int]:
        """The committees' ids by the names they are known by."""
        return {key: each.id for each in self.committees for key in committee_keys(each)}

    @cached_property
    def _hint(self) -> re.Pattern[str]:
        served = [
            name_key(name) for each in self.committees for name in lines_of(each.administrations)
        ]
        known = "|".join(map(re.escape, (*self.keys, *served)))
        return re.compile(rf"{_NAMING}|(?<!\w)(?:{known})(?!\w)" if known else _NAMING)

    def may_be_named_in(self, text: str) -> bool:
        """Tell, at little cost, whether a text may name somebody; a long one names nobody."""
        return len(text) <= LONGEST_NAMES and self._hint.search(name_key(text)) is not None


@dataclass(frozen=True)
class Addressed:
    """Whom a line, a heading or a cell speaks to."""

    committees: tuple[Committee, ...] = ()
    strangers: tuple[str, ...] = ()
    """Names of bodies that the register does not know."""
    is_vague: bool = False
    """Whether it also speaks of somebody it does not name: "berörda nämnder"."""
    is_counted: bool = False
    """Whether a word such as "samtliga" was read against the audited committees."""

    def could_be(self, expected: frozenset[int]) -> bool:
        """Tell whether these committees may be meant; a board may be one of "samtliga nämnder"."""
        named = {each.id for each in self.committees}
        boards = {each.id for each in self.committees if each.kind is CommitteeKind.EXECUTIVE_BOARD}
        if self.strangers:
            return False
        if self.is_vague:
            return named <= expected
        return named == expected or (self.is_counted and named - boards == expected)


def names_in(text: str, bodies: Bodies) -> Addressed | None:
    """Return whom a text of names means; None where it names nobody that there may be."""
    if not bodies.may_be_named_in(text):
        return None
    named = _FORMERLY.sub(r" \1", _LINE_END.sub(", ", text)).rstrip(" .,;")
    said = _GENERAL.sub("", named).strip(" ,")
    if not said:
        return None
    found: Recipients = resolve_recipients(said, bodies.reviewed, bodies.committees)
    strangers = tuple(
        each for each in found.unknown if is_like_a_name(each) and not _HAS_DIGIT.search(each)
    )
    if len(strangers) < len(found.unknown) or not (found.committees or strangers):
        return None
    return Addressed(found.committees, strangers, said != named, found.is_counted)


def addressed_by(text: str, bodies: Bodies) -> Addressed | None:
    """Return whom a heading or an introducing line speaks to; None where it names nobody."""
    said = _ITS_NUMBER.sub("", text.strip())
    if not bodies.may_be_named_in(said):
        return None
    for shape in _SHAPES:
        match = shape.search(said)
        found = names_in(match["names"], bodies) if match else None
        if found and (found.committees or shape is not _SHAPES[-1]):
            return found
    return None


def is_recommending(text: str) -> bool:
    """Tell whether a line introduces recommendations or questions."""
    return _RECOMMENDS.search(text) is not None


def after_lead(text: str, bodies: Bodies) -> tuple[Addressed | None, str] | None:
    """Return whom a sentence recommends and what, where it says both; else None.

    "Vi rekommenderar kommunstyrelsen att följa upp avtalen."
    """
    match = _LEAD.match(text)
    if match is None:
        return None
    return addressed_by(f"{match['lead'].strip()} att:", bodies), match["text"]


def mentioned(text: str, bodies: Bodies) -> tuple[Committee, ...]:
    """Return the committees whose names stand somewhere in a text, in the register's order."""
    rest, found = name_key(text), set()
    for key in sorted(bodies.keys, key=len, reverse=True):
        shape = re.compile(rf"(?<!\w){re.escape(key)}(?:s)?(?!\w)")
        if shape.search(rest):
            found.add(bodies.keys[key])
            rest = shape.sub(" ", rest)
    return tuple(each for each in bodies.committees if each.id in found)


def speaks_of_several(text: str) -> bool:
    """Tell whether a text speaks of committees that it does not name one by one."""
    return _SEVERAL.search(text) is not None


def all_of(parts: Sequence[Addressed]) -> Addressed:
    """Return whom several places together speak to."""
    committees = {each.id: each for part in parts for each in part.committees}
    strangers = dict.fromkeys(name for part in parts for name in part.strangers)
    return Addressed(
        tuple(committees.values()),
        tuple(strangers),
        any(part.is_vague for part in parts),
        any(part.is_counted for part in parts),
    )
