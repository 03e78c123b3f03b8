"""Two pieces of a line put together, where a word may have been parted between them."""

import re
from collections.abc import Collection

_PARTED = re.compile(r"(?P<word>[^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = re.compile(r"(?:^|\s)[-/]$")
"""A sign that stands for itself, as for nothing in a field of a form: "Åtgärd: -"."""
_LONGEST = 80
"""Letters at a line's end or beginning that are looked at; no word is longer."""
_SUSPENDING = frozenset({"och", "eller", "samt", "respektive", "men", "resp", "till", "/"})
"""What follows a hyphen that stands for the rest of a word: "vård- och omsorgsnämnden"."""


def together(first: str, second: str, words: Collection[str] = ()) -> str:
    """Return two lines as one: a hyphen that only parts a word goes, a real one stays.

    ``words`` are those of the whole paper, in small letters: a word that stands there with its
    hyphen keeps it.
    """
    joined = Joined(first)
    joined.add(second, words)
    return joined.text


class Joined:
    """Lines put together one by one, in time that grows with them."""

    def __init__(self, text: str) -> None:
        """Begin with a line."""
        self._parts = [text]

    @property
    def end(self) -> str:
        """How it ends: the last of the lines."""
        return self._parts[-1]

    @property
    def begin(self) -> str:
        """How it begins: the first of the lines."""
        return self._parts[0]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def add(self, line: str, words: Collection[str] = ()) -> None:
        """Add a line, as ``together`` does."""
        end = self._parts[-1]
        is_cut, glue = _seam(end, line, words)
        if is_cut:
            self._parts[-1] = end[:-1]
        self._parts.append(f"{glue}{line}")


def _seam(first: str, second: str, words: Collection[str]) -> tuple[bool, str]:
    """Return whether a hyphen goes between two lines, and what is put between them."""
    found = _PARTED.search(first[-_LONGEST:])
    if found is None:
        is_tied = first.endswith(("/", "-")) and not _ALONE.search(first)
        return False, "" if is_tied or not first else " "
    following = _WORD.match(second[:_LONGEST])
    if following is None or following[0].lower() in _SUSPENDING:
        return False, " "
    return following[0].islower() and not _is_written_with_hyphen(found, following, words), ""


def _is_written_with_hyphen(
    found: re.Match[str], following: re.Match[str], words: Collection[str]
) -> bool:
    before, after = found["word"], following[0]
    if f"{before}{after}".lower() in words:
        return False
    return f"{before}-{after}".lower() in words or (before.isupper() and len(before) > 1)
