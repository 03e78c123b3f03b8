"""Heads of pages that stand within a list of recommendations, which goes over the page's end."""

import re
from collections.abc import Iterator
from itertools import takewhile

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.texts.paper import LineKind

_PAGE_HEAD = re.compile(
    r"(?:[\w-]+ ){1,2}(?:kommun|stad|revisorer)|(?:kommun|stads|region)?revis(?:ionen|orerna)"
    r"|region(?: [\w-]+){1,2}",
    re.IGNORECASE,
)
"""Whose a paper is, and nothing else."""
_FEW = 4
"""Words of such a line, and lines of such a head, at most."""


def without_page_heads(
    passages: Passages, addressees: Addressees
) -> Iterator[Passage | TablePassage]:
    """Give the passages but short lines within a list, one of which says but whose the paper is."""
    after = 0
    for number, each in enumerate(passages):
        if number < after:
            continue
        yield each
        head = _head_below(passages[number + 1 : number + _FEW + 2], addressees)
        if isinstance(each, Passage) and _goes_on(each) and head:
            after = number + 1 + head


def _goes_on(passage: Passage) -> bool:
    return passage.is_item or passage.text.rstrip().endswith((":", " att"))


def _head_below(below: Passages, addressees: Addressees) -> int:
    """Return how many lines of a page's head stand above the next item; 0 where none do."""
    lines = list(takewhile(lambda each: _is_short(each, addressees), below))
    after = below[len(lines)] if len(lines) < len(below) else None
    texts = [each.text.strip() for each in lines if isinstance(each, Passage)]
    is_item = isinstance(after, Passage) and after.is_item
    return len(lines) if is_item and any(map(_PAGE_HEAD.fullmatch, texts)) else 0


def _is_short(passage: Passage | TablePassage, addressees: Addressees) -> bool:
    if not isinstance(passage, Passage) or passage.kind is not LineKind.PARAGRAPH:
        return False
    is_brief = len(passage.text.split()) <= _FEW and not passage.text.endswith((".", ":", "?"))
    return is_brief and not addressees.bodies.mentions(passage.text)
