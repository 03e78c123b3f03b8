"""Paragraphs and items that a page's end, a gap or footnotes tore apart, put together again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.hyphens import Joined
from revtrack.reading.cleaning.lines import FOOTNOTE, ITEM, PARAGRAPH, Block

MOST_NOTES = 40
"""Footnotes of one page."""
_INTRODUCES = re.compile(r"(?:\batt|:)$")
_JOINS = re.compile(r"\b(?:och|samt|eller|respektive)\n|\n(?:och|samt|eller|respektive)\b")
"""Words that what stands before and after them belongs together by."""
_MATTER = re.compile(r"§\s?\d{1,3}[a-z]?")
"""A § of minutes, which goes on from nothing where it stands alone."""
_LONG_ENOUGH = 60
"""A shorter line that ends without a full stop is whole, unless a page ended after it."""


def over_breaks(blocks: Sequence[Block], words: Collection[str]) -> list[Block]:
    """Return the blocks with those put together that a page's end, or a gap, tore apart."""
    whole: list[_Torn] = []
    for block in blocks:
        place = _torn(whole, block)
        if place is None:
            whole.append(_Torn(block, Joined(block.text), block))
        else:
            whole[place].said.add(block.text, words)
            whole[place].last = block
    return [each.mended() for each in whole]


@dataclass
class _Torn:
    """A block that may go on further down."""

    block: Block
    said: Joined
    last: Block

    def mended(self) -> Block:
        if self.last is self.block:
            return self.block
        last = self.last
        text = self.said.text
        return replace(self.block, text=text, last_line=last.last_line, is_full=last.is_full)


def _torn(whole: Sequence[_Torn], block: Block) -> int | None:
    """Return the place of the block that this one goes on from; footnotes between do not part."""
    is_own = block.kind != PARAGRAPH or _MATTER.fullmatch(block.text) is not None
    if is_own or not whole or block.is_quoted != whole[-1].block.is_quoted:
        return None
    place = len(whole) - 1
    while place > max(0, len(whole) - MOST_NOTES) and whole[place].block.kind == FOOTNOTE:
        place -= 1
    first = whole[place]
    end = first.said.end
    if first.block.kind not in {PARAGRAPH, ITEM} or signs.ends_sentence(end):
        return None
    is_broken = block.follows_break or place < len(whole) - 1
    may_go_on = is_broken and (first.last.is_full or end.endswith((",", "-")))
    if not signs.starts_small(block.text) and not may_go_on:
        return None
    if (
        is_broken
        or end.endswith((",", "-"))
        or _JOINS.search(f"{end[-_LONG_ENOUGH:]}\n{block.text}")
    ):
        return place
    if _INTRODUCES.search(end[-_LONG_ENOUGH:]) or len(end) < _LONG_ENOUGH:
        return None
    return None if signs.starts_small(first.said.begin) else place
