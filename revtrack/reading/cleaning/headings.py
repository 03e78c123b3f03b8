"""Which letters a paper writes its headings in, and of which level each of them is."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.lines import SourceLine

LARGER = 1.12
"""A line with letters this much larger than the running text's is a heading."""
_FEW = 3
"""Fewer lines in such letters may be chance."""
_LONGEST = 110
_DEEPEST = 9

_MOST_WORDS = 14
_NO_HEADING = re.compile(
    r"§|\d{4}-\d{2}-\d{2}|\d{4}[:/]\d|[A-ZÅÄÖ]\. [A-ZÅÄÖ]\.|[\d\s.,:/()-]+$|dnr\b|"
    r"\b(?:besluta|att|och|eller|samt|som|i|av|för|till|på|med|om|en|ett|den|det|de|är|har)$|[,-]$",
    re.IGNORECASE,
)
Style = tuple[float, bool]
"""The size of letters against the running text's, in steps of a twentieth; and whether bold."""
PLAIN: Style = (1.0, False)


def style_of(line: SourceLine) -> Style:
    """Return the letters of a line; all that is not larger and not bold is alike."""
    size = round(line.size * 20) / 20 if line.size >= LARGER else 1.0
    return size, line.is_bold


def heading_levels(lines: Sequence[SourceLine]) -> dict[Style, int]:
    """Return the level of each kind of letters that headings are written in, from 1.

    A kind that numbered headings have gets their level, the others theirs by size. Empty where
    the paper does not show its headings by letters, as a text does not.
    """
    counted: Counter[Style] = Counter()
    numbered: dict[Style, Counter[int]] = defaultdict(Counter)
    for line in lines:
        style = style_of(line)
        if style == PLAIN or line.is_row or len(line.text) > _LONGEST:
            continue
        counted[style] += 1
        if section := signs.section(line.text):
            numbered[style][section.marker.count(".") + 1] += 1
    if counted.total() < _FEW:
        return {}
    ranked = sorted(counted, key=lambda style: (-style[0], not style[1]))
    return {
        style: numbered[style].most_common(1)[0][0] if numbered[style] else min(rank, _DEEPEST)
        for rank, style in enumerate(ranked, start=1)
    }


def could_be_heading(text: str) -> bool:
    """Tell whether the words of a line could be a heading, whatever its letters: "3.1 Metod"."""
    if len(text) > _LONGEST or signs.ends_sentence(text):
        return False
    numbered = signs.section(text)
    title = numbered.text if numbered else text
    if not title[:1].isupper() or len(title.split()) > _MOST_WORDS:
        return False
    return bool(numbered and "." in numbered.marker) or _NO_HEADING.search(title) is None
