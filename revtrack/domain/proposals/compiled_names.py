"""Recommendations and committees as a compilation of replies names them: by words, by number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.proposals.recommending.recommended import ECHO
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Row

AUDITORS_SAY = (
    r"(?:\w*revis\w+|\w*gransk\w+|vår[at]?|sekreterarens|kontorets|kansliets)\s+(?:\w+ ){0,2}?"
    r"(?:kommentar|bedömning|slutsats|synpunkt|omdöme|notering|anteckning|anmärkning|analys"
    r"|reflektion)\w*"
)
"""A heading above what the auditors say of the replies, for a pattern."""
LONGEST_NAME = 14
"""In words, of a line or cell that says whose part comes below it, and when it replied."""
_NUMBER = re.compile(
    r"(?:(?:\w+ ){0,4}(?:rekommendation|rek\.?|punkt|förslag)\s*)?(?:nr\.?\s*)?"
    r"R?(?P<number>\d{1,2})[.:)]?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?:(?:rekommendation(?:erna)?|rek\.?|punkt(?:erna)?)\s*)?(?:nr\.?\s*)?"
    r"(?P<first>R?\d{1,2})(?P<more>(?:\s*(?:,|och|samt|&|[–-])\s*R?\d{1,2})+)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"(?:alla|samtliga|båda)(?: rekommendationer(?:na)?)?", re.IGNORECASE)
_COUNTED = re.compile(
    r"^(?:(?:rekommendation|rek\.?|punkt)\s*)?(?:nr\s*)?R?\d{1,2}\s*[.:)–-]?\s+", re.IGNORECASE
)


@dataclass(frozen=True)
class Names:
    """What a text of a compilation may name."""

    bodies: PaperBodies
    recommendations: Sequence[ProposedRecommendation]

    def given_by(self, text: str, row: Row | None = None) -> tuple[ProposedRecommendation, ...]:
        """Return the recommendations that a text gives, or names by their numbers."""
        if not text:
            return ()
        named = self.numbered(text)
        if named:
            return named
        here = [
            each
            for each in self.recommendations
            if row is not None and each.place == row.place and (each.text or "") in text
        ]
        alike = self.alike(text)
        return tuple(here) or ((alike,) if alike else ())

    def numbered(self, text: str) -> tuple[ProposedRecommendation, ...]:
        """Return the recommendations whose numbers a short text names: "R1", "Punkt 2", "1–3"."""
        by_number = {each.number.upper().lstrip("R"): each for each in self.recommendations}
        said = text.strip()
        if _OF_ALL.fullmatch(said):
            return tuple(self.recommendations)
        one, more = _NUMBER.fullmatch(said), _NUMBERS.fullmatch(said)
        numbers = [one["number"]] if one else []
        if more:
            numbers = re.findall(r"\d+", said)
            if len(numbers) == SEVERAL and re.search(r"\d\s*[–-]\s*R?\d", said):
                first, last = map(int, numbers)
                numbers = [str(each) for each in range(first, last + 1)]
        found = [by_number.get(str(int(each))) for each in numbers]
        return tuple(each for each in found if each is not None) if all(found) else ()

    def alike(self, text: str) -> ProposedRecommendation | None:
        """Return the recommendation whose words a text has, with a number before them or not."""
        said = numberless(text)
        alike = {
            n: likeness(said, each.text or "", ECHO) for n, each in enumerate(self.recommendations)
        }
        best = max(alike, key=lambda n: alike[n], default=None)
        return self.recommendations[best] if best is not None and alike[best] >= ECHO else None

    def parted_by_name(self, text: str) -> tuple[tuple[Committee, str], ...]:
        """Return what a text says behind several committees' names: "Nämnden: Ja. …"."""
        mentions = self.bodies.mentions(text)
        said = [each for each in mentions if text[each.end : each.end + 1] == ":"]
        if len({each.committee.id for each in said}) < SEVERAL:
            return ()
        ends = [*(each.start for each in said[1:]), len(text)]
        return tuple(
            (each.committee, text[each.end + 1 : end].strip())
            for each, end in zip(said, ends, strict=True)
        )

    def only_named(self, text: str) -> Committee | None:
        """Return the only committee that a text names, which it begins with."""
        said = self.bodies.mentions(text)
        is_first = bool(said) and said[0].start < len("Yttrande från ")
        names_one = len({each.committee.id for each in said}) == 1
        is_short = len(text.split()) <= LONGEST_NAME
        return said[0].committee if is_first and names_one and is_short else None

    def begins_with_name(self, text: str) -> bool:
        """Tell whether a text is a committee's name, perhaps with when it replied."""
        said = self.bodies.mentions(text)
        return bool(said) and said[0].start == 0 and len(text.split()) <= LONGEST_NAME


def numberless(text: str) -> str:
    """Return what a recommendation says, without the number before it."""
    return _COUNTED.sub("", text)
