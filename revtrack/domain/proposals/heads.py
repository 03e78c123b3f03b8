"""The beginning of a report or letter: whose auditors it is from, and who has helped them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.proposals.firms import firm_among
from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Table
from revtrack.domain.texts.prose import name_key

MOST_LINES = 600
"""So many lines are enough to know whose a paper is."""
FIRST_LINES = 30
"""Among so many lines a paper gives its head."""
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


@dataclass(frozen=True)
class Head:
    """A paper with its lines at hand."""

    paper: Paper
    passages: Sequence[Passage | TablePassage]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines outside the tables, those that pages repeat last."""
        return (*self.body, *getattr(self.paper, "furniture", ()), *self._headers)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines outside the tables, and the cells of tables at the beginning."""
        found: list[Line] = []
        for block in self.paper.blocks:
            if isinstance(block, Table):
                if len(found) < FIRST_LINES:
                    found += [
                        Line(LineKind.PARAGRAPH, cell.text, row.place)
                        for row in block.rows
                        for cell in row.cells
                        if cell.text and not cell.is_merged
                    ]
            elif block.kind is not LineKind.CONTENTS:
                found.append(block)
        return tuple(found)

    @property
    def first(self) -> tuple[Line, ...]:
        """The lines of the beginning."""
        return self.body[:FIRST_LINES]

    @cached_property
    def ends(self) -> tuple[Line, ...]:
        """The lines of the beginning and the end, and those that pages repeat."""
        if len(self.lines) <= MOST_LINES:
            return self.lines
        half = MOST_LINES // 2
        return (*self.lines[:half], *self.lines[-half:])

    @cached_property
    def town(self) -> Found[str] | None:
        """The municipality, region or federation that it is of."""
        return municipality_in(self)

    @cached_property
    def firm(self) -> Found[str] | None:
        """The firm that has helped the auditors."""
        return firm_among(self.ends, FIRST_LINES, [self.town.value] if self.town else ())

    @property
    def others(self) -> list[str]:
        """The names of town and firm, which are no committees."""
        return [each.value for each in (self.town, self.firm) if each]

    @cached_property
    def _headers(self) -> tuple[Line, ...]:
        return tuple(
            Line(LineKind.PARAGRAPH, text, Place(text[:60])) for text in self.paper.headers
        )


# ---- whose ---------------------------------------------------------------------------------------

_TOWN = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\wé-]+\s){1,2}?)(?P<kind>[kK]ommun|[sS]tad)"
    r"(?P<of>s|en|ens)?(?![\w-])"
)
_REGION = re.compile(
    r"(?<![\w-])(?P<kind>Region)\s(?P<name>[A-ZÅÄÖ][\w-]+(?:\s(?:och\s)?[A-ZÅÄÖ][\w-]+"
    r"|\slän)?)(?![\w-])"
)
_FEDERATION = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\w-]+\s){1,3})(?P<kind>kommunalförbund)(?:et)?s?(?![\w-])"
)
_NO_TOWN = frozenset(
    (
        *("i", "av", "för", "till", "från", "inom", "på", "med", "vår", "denna", "varje", "en"),
        *("sveriges", "revisorerna", "den", "och", "hos", "vid", "som", "din", "hela", "annan"),
        *("granskning", "rapport", "er", "samma", "om", "kommunrevisionen", "revisionen", "att"),
    )
)
_UPPER = re.compile(r"\b([A-ZÅÄÖ]{3,}(?:\s[A-ZÅÄÖ]{3,})?)\s(KOMMUN|STAD)S?\b")


def municipality_in(head: Head) -> Found[str] | None:
    """Return the municipality, region or federation that a paper is of; None where it says none."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for number, line in enumerate(head.ends):
        text = _UPPER.sub(lambda each: each[0].title(), line.text)
        for name, is_strong in _owners(text):
            counts[name] += 1 + 3 * is_strong + 2 * (number < FIRST_LINES // 2)
            places.setdefault(name, line.place)
    for name in [each for each in counts if each.endswith("s")]:
        if name[:-1] in counts:
            counts[name[:-1]] += counts.pop(name)
    for name in [each for each in counts if each.isascii()]:
        marked = next((each for each in counts if each != name and plain(each) == name), None)
        if marked is not None:  # a scanner has lost the dots and rings of some
            counts[marked] += counts.pop(name)
    if not counts:
        return None
    best, votes = counts.most_common(1)[0]
    share = votes / sum(counts.values())
    return Found(best, places[best], round(min(0.97, 0.5 + share / 2), 2))


def plain(name: str) -> str:
    """Return a name without the dots and rings of its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isascii())


def _owners(text: str) -> Iterator[tuple[str, bool]]:
    for match in _TOWN.finditer(text):
        words = [word for word in match["name"].split() if name_key(word) not in _NO_TOWN]
        if words and not (match["of"] or "").startswith("en"):
            after = text[match.end() : match.end() + 40]
            is_strong = re.match(r"\s+(?:förtroendevalda\s+)?revis", after) is not None
            kind = match["kind"].casefold()
            yield f"{' '.join(words)} {kind}", is_strong
    for match in _REGION.finditer(text):
        after = text[match.end() : match.end() + 40]
        yield (
            f"Region {match['name']}",
            re.match(r"s?\s+(?:förtroendevalda\s+)?revis", after) is not None,
        )
    for match in _FEDERATION.finditer(text):
        words = [word for word in match["name"].split() if name_key(word) not in _NO_TOWN]
        if words:
            yield f"{' '.join(words)} kommunalförbund", False
