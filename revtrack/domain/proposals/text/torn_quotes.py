"""Quotations that go on over several paragraphs, as a decision quotes the whole reply.

Their marks at the beginning of the first paragraph and the end of the last say nothing of either,
and a line that is but such a mark says nothing at all.
"""

from dataclasses import replace

from revtrack.domain.texts.paper import Line, Paper, Table

_MARKS = '"”“»«'
_MOST = 60
"""So many paragraphs a quotation has at most."""


def without_torn_quotes(paper: Paper) -> Paper:
    """Return a paper without the marks of quotations that more than one paragraph is of."""
    blocks = [*paper.blocks]
    opened: int | None = None
    for place, block in enumerate(paper.blocks):
        if isinstance(block, Table):
            continue
        text = block.text.strip()
        is_torn = sum(text.count(mark) for mark in _MARKS) == 1
        if is_torn and text.rstrip(".")[-1:] in _MARKS and opened is not None:
            if place - opened <= _MOST:
                for at in (opened, place):
                    blocks[at] = _bare(blocks[at])
            opened = None
        elif is_torn and text[0] in _MARKS:
            opened = place
    kept = (each for each in blocks if isinstance(each, Table) or each.text.strip("."))
    return replace(paper, blocks=tuple(kept)) if blocks != [*paper.blocks] else paper


def _bare(block: Line | Table) -> Line | Table:
    if isinstance(block, Table):
        return block
    text = block.text.strip().lstrip(_MARKS)
    ended = text.rstrip(".")
    return replace(block, text=ended.rstrip(_MARKS) if ended.endswith((*_MARKS,)) else text)
