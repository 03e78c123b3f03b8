"""A title that stands in capitals, written as it would stand in running text."""

import re
from collections.abc import Iterable

from revtrack.domain.names.committee_names import USUAL_NAMES

_WORD = re.compile(r"\w+")
_CAPITALS = frozenset(
    (
        *("AB", "AI", "BUP", "FN", "GDPR", "HR", "HSL", "HVB", "IKT", "IOP", "IT", "IVO", "KPI"),
        *("LOU", "LOV", "LSS", "LVU", "LVM", "MBK", "NIS", "NIS2", "OSL", "PBL", "SFI", "SIP"),
        *("SSBTEK", "SÄBO", "VA", "VFU", "VMI", "EU", "KAA", "KIA"),
        *USUAL_NAMES,
    )
)
"""Abbreviations that stand in capitals wherever they stand."""
_BEFORE = ' \t"”“»(–-'
"""What may stand before the first word of a line."""
_SHOUTED = 2
"""So many words a title has at least that is in capitals as a whole, and no abbreviation."""


def in_running_case(title: str, texts: Iterable[str]) -> str:
    """Return a title of capitals as it would stand in running text, another as it is.

    ``texts`` are the paper's lines, by which its names and its own abbreviations are known.
    """
    words = _WORD.findall(title)
    if not title.isupper() or len(words) < _SHOUTED:
        return title
    wanted = {each.casefold() for each in words}
    known = _as_written(texts, wanted)
    said = _WORD.sub(lambda match: _cased(match[0], known), title)
    return said[:1].upper() + said[1:]


def _as_written(texts: Iterable[str], wanted: set[str]) -> dict[str, str]:
    """Return how words stand in running text: in small letters where they ever do."""
    found: dict[str, str] = {}
    for text in texts:
        if text.isupper():
            continue
        for match in _WORD.finditer(text):
            key = match[0].casefold()
            is_first = not text[: match.start()].strip(_BEFORE)
            if key not in wanted or (is_first and not match[0].islower()):
                continue
            if match[0].islower():
                found[key] = match[0]
            else:
                found.setdefault(key, match[0])
    return found


def _cased(word: str, known: dict[str, str]) -> str:
    key = word.casefold()
    if key in known:
        return known[key]
    return word if word in _CAPITALS else word.lower()
