"""The words of a paper, counted, so that it can be held against itself."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 60


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in some texts, in small letters; "e-post" is one word.

    A word that a line's end may have parted counts as nothing.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        for found in _WORD.finditer(text):
            is_cut = text[found.end() : found.end() + 1] == "-"
            if not is_cut and found.end() - found.start() <= _LONGEST:
                counted[found[0].lower()] += 1
    return counted
