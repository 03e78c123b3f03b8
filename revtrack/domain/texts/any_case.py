"""Patterns that are found in large and small letters alike, several times quicker than by a flag.

``re.IGNORECASE`` makes the engine try every alternative at every sign of a text. Here the small
letters of the text are searched first, by the same pattern with those of its alternatives gathered
that begin alike; the pattern itself is tried only on the few texts where that finds something.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

_KEPT = 20_000
"""So many texts are remembered in small letters, for many patterns are looked for in each."""
_small = lru_cache(maxsize=_KEPT)(str.lower)
_JOINT = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""Where a pattern may be parted; an escaped sign and a set of signs are read past."""
_WORD = r"\b"
_BEGINNINGS = (_WORD, "^")
_FEW = 3
"""So few first letters are found quicker than where words begin."""


_MADE: list["AnyCase"] = []
"""All, which modules make as they are imported."""


class AnyCase:
    """A pattern that is found in large and small letters alike, used as a compiled one is."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep a pattern, which is written in small letters and names no group by its number."""
        self.pattern, self._flags = pattern, flags
        _MADE.append(self)

    @cached_property
    def _quick(self) -> re.Pattern[str]:
        return re.compile(_gathered(self.pattern), self._flags)

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags | re.IGNORECASE)

    @cached_property
    def _seek(self) -> Callable[[str], re.Match[str] | None]:
        return self._quick.search

    def make_ready(self) -> None:
        """Compile the pattern."""
        _ = self._seek, self._exact

    def search(self, text: str) -> re.Match[str] | None:
        """Return where the pattern is first found in a text."""
        return self._exact.search(text) if self._seek(_small(text)) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return where a text begins with the pattern."""
        return self._exact.match(text) if self._quick.match(_small(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the places where the pattern is found in a text."""
        return self._exact.finditer(text) if self._quick.search(_small(text)) else iter(())

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with something else wherever the pattern is found."""
        return self._exact.sub(instead, text) if self._quick.search(_small(text)) else text


def made_ready() -> None:
    """Compile all patterns, which otherwise happens when each is first looked for.

    It takes half a second, which is best spent where there is something to wait for.
    """
    for each in _MADE:
        each.make_ready()


def _gathered(pattern: str) -> str:
    """Return a pattern with its alternatives gathered by how they begin.

    Where all begin with one of few letters, it is not asked whether words begin there.
    """
    groups: dict[str, list[str]] = {}
    for each in _alternatives(pattern):
        beginning = next(filter(each.startswith, _BEGINNINGS), "")
        groups.setdefault(beginning, []).append(each)
    first = _first_signs(pattern)
    if [*groups] == [_WORD] and len(first) <= _FEW and all(map(str.isalpha, first)):
        return "|".join(each.removeprefix(_WORD) for each in groups[_WORD])
    return "|".join(f"(?:{'|'.join(each)})" for each in groups.values())


def _first_signs(pattern: str) -> set[str]:
    """Return with which signs the alternatives of a pattern begin."""
    found = set()
    for each in _alternatives(pattern):
        bare = each.removeprefix(_WORD)
        found |= _first_signs(bare[3:]) if bare.startswith("(?:") else {bare[:1]}
    return found


def _alternatives(pattern: str) -> Iterator[str]:
    """Give the alternatives of a pattern."""
    depth = begin = 0
    for joint in _JOINT.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(joint[0], 0)
        if joint[0] == "|" and not depth:
            yield pattern[begin : joint.start()]
            begin = joint.end()
    yield pattern[begin:]


Shape = re.Pattern[str] | AnyCase
"""What a text can be searched for, however it is compiled."""
