"""The gate before a text is called published: what it tells of people and secrets, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from revtrack.domain.publishing.person_names import person_names
from revtrack.domain.publishing.personal_numbers import personal_numbers

AROUND = 40
"""How many signs before and after are quoted with what was found."""


class Revealed(StrEnum):
    """What a text may tell that is not for everybody."""

    OFFICEHOLDER = "officeholder"
    PERSON = "person"
    PERSONAL_NUMBER = "personal_number"
    EMAIL = "email"
    PHONE = "phone"
    STREET_ADDRESS = "street_address"
    SECRET = "secret"  # noqa: S105 - a kind of finding
    DRAFT = "draft"
    SECURITY = "security"
    NOT_SHOWN_BEFORE = "not_shown_before"
    """What a public page kept out before, and holds now."""


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
_EMAIL = re.compile(
    r"[\w.+'-]{1,64}(?:@|%40|\s?\(at\)\s?)[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w,-])(?<!\d[./:])(?:(?:\+|00)[ \u00a0]?46[ \u00a0-]?(?:\(0\)[ \u00a0]?)?[1-9]|0[1-9])"
    r"\d{0,2}"
    r"(?:[ \u00a0]?[-\u2010-\u2015/][ \u00a0]?|[ \u00a0])?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}"
    r"(?![\d/]|[-:.,]\d)"
)
_PHONE_DIGITS = range(8, 13)
_STREET = re.compile(
    r"\b(?:[A-ZÅÄÖ][\wåäöé-]*[ \u00a0](?:gata|väg|gränd|stig|torg|allé|backe|plan|plats|strand|kaj)"
    r"|(?:[A-ZÅÄÖ][\wåäöé-]*[ \u00a0])?[\wåäöé-]*(?:gatan|vägen|gränd|gränden|stigen)"
    r"|[A-ZÅÄÖ][\wåäöé-]*(?:torget|allén|backen|platsen|plan|esplanaden|leden|strand|kajen|väg))"
    r"[ \u00a0]\d{1,3}(?:[ \u00a0]?[A-Fa-f])?\b(?![ \u00a0]?§|[-.:]\d)"
)
_SECRET = re.compile(
    r"\w*sekretess(?!grän)\w*|\bOSL\b(?:[^.\n]{0,12}\b21[ \u00a0]kap)?"
    r"|\b21[ \u00a0]kap\.?[^\n]{0,40}?(?:offentlighets|OSL|sekretess)\w*"
    r"|\b(?:kvalificerat[ \u00a0])?hemlig(?:a|t|het|stämpl\w*)?\b"
    r"|\bskydda(?:d|de)[ \u00a0](?:personuppgifter|identitet|adress|folkbokföring)\b"
    r"|\bkvarskrivning\w*|\bkonfidentiell\w*|\bfår[ \u00a0](?:ej|inte)[ \u00a0]spridas\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\bUtkast\b[^\n]{0,5}\barbetsmaterial\b|\bintern[ \u00a0]handling\b", re.IGNORECASE
)
_WRITTEN_TO = frozenset({Revealed.EMAIL, Revealed.PHONE, Revealed.STREET_ADDRESS})
_PATTERNS = (
    (Revealed.EMAIL, _EMAIL),
    (Revealed.STREET_ADDRESS, _STREET),
    (Revealed.SECRET, _SECRET),
    (Revealed.DRAFT, _DRAFT),
)


def look_through(text: str, place: str, known: Known) -> Iterator[Finding]:
    """Yield what a text tells of people and secrets, kind by kind."""
    shape = known.officeholder_shape
    spans = [found.span() for found in shape.finditer(text)] if shape else []
    for span in spans:
        yield _finding(Revealed.OFFICEHOLDER, span, place, text)
    for begin, end in person_names(text, known.bodies):
        if not any(first < end and begin < last for first, last in spans):
            yield _finding(Revealed.PERSON, (begin, end), place, text)
    for found in personal_numbers(text):
        yield _finding(Revealed.PERSONAL_NUMBER, found.span(), place, text)
    for found in _PHONE.finditer(text):
        if sum(sign.isdigit() for sign in found[0]) in _PHONE_DIGITS:
            yield _finding(Revealed.PHONE, found.span(), place, text, known)
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield _finding(kind, found.span(), place, text, known)


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
