"""Two pieces of a line put together, where a word may have been parted between them."""

import re
from collections.abc import Collection

_PARTED = re.compile(r"(?P<word>[^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDING = frozenset({"och", "eller", "samt", "respektive", "men", "resp", "till", "/"})
"""What follows a hyphen that stands for the rest of a word: "vård- och omsorgsnämnden"."""


def together(first: str, second: str, words: Collection[str] = ()) -> str:
    """Return two lines as one: a hyphen that only parts a word goes, a real one stays.

    ``words`` are those of the whole paper, in small letters: a word that stands there with its
    hyphen keeps it.
    """
    found = _PARTED.search(first)
    if found is None:
        return f"{first}{'' if first.endswith(('/', '-')) else ' '}{second}" if first else second
    following = _WORD.match(second)
    if following is None or following[0].lower() in _SUSPENDING:
        return f"{first} {second}"
    is_parted = following[0].islower() and not _is_written_with_hyphen(found, following, words)
    return f"{first[:-1]}{second}" if is_parted else f"{first}{second}"


def _is_written_with_hyphen(
    found: re.Match[str], following: re.Match[str], words: Collection[str]
) -> bool:
    before, after = found["word"], following[0]
    if f"{before}{after}".lower() in words:
        return False
    return f"{before}-{after}".lower() in words or (before.isupper() and len(before) > 1)
