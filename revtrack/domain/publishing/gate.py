"""The gate before a text is called published: what it tells of people and secrets, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from revtrack.domain.publishing.markings import DRAFT, SECRET, care_of_somebody
from revtrack.domain.publishing.other_names import phrases_of
from revtrack.domain.publishing.person_names import person_names
from revtrack.domain.publishing.personal_numbers import births, personal_numbers
from revtrack.domain.publishing.whereabouts import (
    ACCOUNT,
    EMAIL,
    PHONE,
    POSTAL,
    PROPERTY,
    STREET,
    VEHICLE,
)

AROUND = 40
"""How many signs before and after are quoted with what was found."""


class Revealed(StrEnum):
    """What a text may tell that is not for everybody."""

    OFFICEHOLDER = "officeholder"
    PERSON = "person"
    PERSONAL_NUMBER = "personal_number"
    MISTYPED_NUMBER = "mistyped_number"
    """What would be a personal number, were its last digit another."""
    BIRTH = "birth"
    EMAIL = "email"
    PHONE = "phone"
    STREET_ADDRESS = "street_address"
    POSTAL_ADDRESS = "postal_address"
    PROPERTY = "property"
    VEHICLE = "vehicle"
    ACCOUNT = "account"
    HEALTH = "health"
    """Somebody's illness, or what they have been granted."""
    SECRET = "secret"  # noqa: S105 - a kind of finding
    DRAFT = "draft"
    SECURITY = "security"
    NOT_SHOWN_BEFORE = "not_shown_before"
    """What a public page kept out before, and holds now."""
    UNSEEN = "unseen"
    """Text that no reader saw for its colour or size; it is taken out of what is published."""
    MAYBE_UNSEEN = "maybe_unseen"
    """Text that may have the colour of what is behind it, and stays."""


@dataclass(frozen=True)
class Finding:
    """One thing that a text tells, and where."""

    kind: Revealed
    text: str
    place: str
    """Where: a part of a file, or its name."""
    quote: str
    """The words around it."""
    is_notice: bool = False
    """Whether it is told only: an address that the register has for the office or a committee."""

    @property
    def key(self) -> str:
        """What the same thing is known by wherever it stands: ``person:1a2b3c4d``."""
        said = " ".join(self.text.casefold().split())
        return f"{self.kind.value}:{sha256(said.encode()).hexdigest()[:8]}"


@dataclass(frozen=True)
class Known:
    """What the register knows of people, bodies and addresses."""

    officeholders: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    """Names of municipalities, committees, firms and audits: none of their words is a person's."""
    addresses: frozenset[str] = frozenset()
    """Where the office and the committees are written to, as registered."""

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Return the words of the bodies, and how they stand after each other."""
        return phrases_of(self.bodies)

    @cached_property
    def officeholder_shape(self) -> re.Pattern[str] | None:
        """How a registered person is named: in full, or by initial and surname."""
        shapes = [shape for name in sorted(self.officeholders) for shape in _ways_to_write(name)]
        return (
            re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)", re.IGNORECASE) if shapes else None
        )

    def has_address(self, text: str) -> bool:
        """Tell whether a text is an address that is registered, or a whole line of one."""
        return " ".join(text.casefold().split()) in self.address_lines

    @cached_property
    def address_lines(self) -> frozenset[str]:
        """The lines of the registered addresses, as parted by commas, and each word of them."""
        lines = [line for each in self.addresses for line in _PARTED.split(each.casefold())]
        words = [word.strip("<>()") for line in lines for word in line.split()]
        return frozenset({*(" ".join(line.split()) for line in lines), *words})


def _ways_to_write(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > 1:
        yield r"[\s\u00a0]+".join(map(re.escape, words)) + "s?"
        yield rf"{re.escape(words[0][0])}\.?[\s\u00a0]+{re.escape(words[-1])}s?"


_PARTED = re.compile(r"[,;\n]")
_PHONE_DIGITS = range(8, 13)
_WRITTEN_TO = frozenset(
    {Revealed.EMAIL, Revealed.PHONE, Revealed.STREET_ADDRESS, Revealed.POSTAL_ADDRESS}
)
_OF_A_PERSON = frozenset(
    {Revealed.PERSON, Revealed.PERSONAL_NUMBER, Revealed.MISTYPED_NUMBER, Revealed.BIRTH}
)
_SHAPES = (
    (Revealed.EMAIL, EMAIL),
    (Revealed.STREET_ADDRESS, STREET),
    (Revealed.POSTAL_ADDRESS, POSTAL),
    (Revealed.PROPERTY, PROPERTY),
    (Revealed.VEHICLE, VEHICLE),
)
_Hit = tuple[Revealed, tuple[int, int]]


def look_through(text: str, place: str, known: Known) -> Iterator[Finding]:
    """Yield what a text tells of people and secrets; no part of it as two things.

    A word of the text is told as the first of the kinds that it may be: the digits of an account
    are no telephone number, the name in a street no person.
    """
    taken = bytearray(len(text))
    people = []
    for kind, (begin, end) in _hits(text, known):
        if 0 not in taken[begin:end]:
            continue
        taken[begin:end] = b"\1" * (end - begin)
        if kind in _OF_A_PERSON:
            people.append(begin)
        yield _finding(kind, (begin, end), place, text, known)
    for kind, pattern in ((Revealed.SECRET, SECRET), (Revealed.DRAFT, DRAFT)):
        for found in pattern.finditer(text):
            yield _finding(kind, found.span(), place, text)
    for span in care_of_somebody(text, people):
        yield _finding(Revealed.HEALTH, span, place, text)


def _hits(text: str, known: Known) -> Iterator[_Hit]:
    """Yield what may be a person, a number or an address, the surest kinds first."""
    shape = known.officeholder_shape
    for found in shape.finditer(text) if shape else ():
        yield Revealed.OFFICEHOLDER, found.span()
    yield from _numbers(text)
    for kind, pattern in _SHAPES:
        for found in pattern.finditer(text):
            yield kind, found.span(found.lastgroup or 0)
    for span in person_names(text, known.phrases):
        yield Revealed.PERSON, span


def _numbers(text: str) -> Iterator[_Hit]:
    for found in ACCOUNT.finditer(text):
        yield Revealed.ACCOUNT, found.span(found.lastgroup or 0)
    for number in personal_numbers(text):
        is_mistyped = number.is_mistyped
        yield (
            Revealed.MISTYPED_NUMBER if is_mistyped else Revealed.PERSONAL_NUMBER,
            number.span,
        )
    for span in births(text):
        yield Revealed.BIRTH, span
    for found in PHONE.finditer(text):
        if sum(sign.isdigit() for sign in found[0]) in _PHONE_DIGITS:
            yield Revealed.PHONE, found.span()


def _finding(
    kind: Revealed, span: tuple[int, int], place: str, text: str, known: Known | None = None
) -> Finding:
    begin, end = span
    said = text[begin:end].strip()
    quote = " ".join(text[max(0, begin - AROUND) : end + AROUND].split())
    is_registered = known is not None and kind in _WRITTEN_TO and known.has_address(said)
    return Finding(kind, said, place, quote, is_registered)


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each thing once, at the first place where it stands, the notices last."""
    first: dict[str, Finding] = {}
    for each in findings:
        first.setdefault(each.key, each)
    return tuple(sorted(first.values(), key=lambda each: each.is_notice))
