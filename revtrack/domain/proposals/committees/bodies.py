"""The committees that a paper names: those of the register, and those that only the paper knows.

What the register lacks stands here as a committee with a number below zero, so that one set of
rules reads both. Names are kept as the paper writes them, in the form of running text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.proposals.committees.name_shapes import chained_in
from revtrack.domain.proposals.committees.unknown_bodies import unknown_in
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper
from revtrack.domain.texts.prose import name_key

_JOINT = re.compile(
    r"(?<![\w-])(?P<stems>(?:\w+-,\s){0,3}\w+-\s(?:och|samt|respektive|resp\.)\s\w+?)"
    r"(?P<ending>nämnd|styrelse)(?:erna|en|rna|n)s?(?![\w-])",
    re.IGNORECASE,
)
_SHORT_FORMS = frozenset(("AB", "KB", "HB", "VA", "IT"))
_SMALL_WORDS = frozenset(("FÖR", "I", "OCH", "AV", "MED", "PÅ", "TILL", "STYRELSEN"))
_FOR_ITS_PART = re.compile(r"\s(?:del|sida|räkning)\b")
"""What stands after whose part it is: "för socialnämndens del"."""


@dataclass(frozen=True)
class Mention:
    """A place in a text where a committee is named."""

    committee: Committee
    start: int
    end: int
    is_genitive: bool = False
    """Whether it says whose something is: "socialnämndens rutiner"."""


@dataclass(frozen=True)
class PaperBodies:
    """The committees that may be meant in a paper, and how to find them in its text."""

    committees: tuple[Committee, ...]
    """The register's first, then those that only the paper knows, in its order."""
    texts: tuple[str, ...] = ()
    """Those of the paper."""

    @cached_property
    def found(self) -> tuple[Committee, ...]:
        """Those that the paper names, in its order."""
        named: dict[int, Committee] = {}
        for text in self.texts:
            named.update((each.id, each) for each in self.named_in(text) if each.id not in named)
        return tuple(named.values())

    @cached_property
    def _by_key(self) -> dict[str, Committee]:
        return {key: each for each in self.committees for key in committee_keys(each)}

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        keys = sorted(self._by_key, key=len, reverse=True)
        listed = "|".join(_spaced(key) for key in keys) or r"(?!)"
        return re.compile(rf"(?<![\w-])(?P<name>{listed})s?(?![\w-])", re.IGNORECASE)

    @cached_property
    def _mentioned(self) -> dict[str, tuple[Mention, ...]]:
        """What was found in each text, for many rules ask of the same."""
        return {}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the places where a text names a committee; abbreviations only in capitals."""
        if text not in self._mentioned:
            self._mentioned[text] = tuple(self._mentions(text))
        return self._mentioned[text]

    def _mentions(self, text: str) -> list[Mention]:
        found = list(self._joint(text)) if "- " in text else []
        taken = max((each.end for each in found), default=0)
        for match in self._shape.finditer(text):
            if match.start() < taken and any(
                each.start <= match.start() < each.end for each in found
            ):
                continue
            key = name_key(match["name"])
            each = self._by_key.get(key)
            if each is None:
                continue
            is_short = key != name_key(each.name) or each.name.isupper()
            is_short = is_short and len(key) <= len("ABCDEF")
            if not is_short or match["name"].isupper() or match["name"] == each.abbreviation:
                is_genitive = match.end() > match.end("name")
                is_genitive = is_genitive and _FOR_ITS_PART.match(text, match.end()) is None
                found.append(Mention(each, *match.span(), is_genitive))
        return sorted(found, key=lambda each: each.start)

    def _joint(self, text: str) -> Iterator[Mention]:
        """Give the places where "grundskole- och gymnasienämnderna" names two."""
        for names, start, end in chained_in(text):
            named = [self._by_key.get(name_key(each)) for each in names]
            if all(named):
                yield from (Mention(each, start, end) for each in named if each is not None)
        for match in _JOINT.finditer(text):
            if name_key(match[0]).removesuffix("s") in self._by_key:
                continue
            ending = f"{match['ending'].casefold()}n" if match["ending"][-1] == "e" else "nämnden"
            stems = [
                part.rstrip("-")
                for part in re.split(r",\s|\s(?:och|samt|respektive|resp\.)\s", match["stems"])
            ]
            known = [self._by_key.get(name_key(stem) + ending) for stem in stems]
            if all(known) and len(known) > 1:
                for each in known:
                    if each is not None:
                        yield Mention(each, *match.span())

    def named_in(self, text: str) -> tuple[Committee, ...]:
        """Return the committees that a text names, each once, in its order."""
        return tuple({each.committee.id: each.committee for each in self.mentions(text)}.values())


def display_name(committee: Committee) -> str:
    """Return the name of a committee as a proposal gives it."""
    if committee.id > 0:
        return committee.name
    name = committee.name
    if name.isupper() and " " in name:
        name = " ".join(map(_in_running_text, name.split()))
    return name[:1].upper() + name[1:]


def _in_running_text(word: str) -> str:
    """Return a word of a name that is written in capitals, as it is otherwise."""
    if word in _SHORT_FORMS:
        return word
    return word.casefold() if word in _SMALL_WORDS else word.capitalize()


def bodies_of(
    paper: Paper, known: Sequence[Committee] = (), not_bodies: Iterable[str] = ()
) -> PaperBodies:
    """Return the committees that a paper may speak of; ``not_bodies`` are names of others."""
    texts = tuple(_texts(paper))
    new = unknown_in(texts, known, frozenset(map(name_key, not_bodies)))
    return PaperBodies((*known, *new), texts)


def _texts(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Line):
            yield " ".join(block.text.split())
        else:
            for row in block.rows:
                yield from (" ".join(c.text.split()) for c in row.cells if not c.is_merged)


def _spaced(key: str) -> str:
    return re.escape(key).replace(r"\ ", r"\s+")
