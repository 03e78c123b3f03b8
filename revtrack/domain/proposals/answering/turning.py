"""Paragraphs that turn to one recommendation after the other, each in a sentence of its own.

"Beträffande planen instämmer nämnden. Den antas i maj. Vad gäller registret …" is read as if each
turn began a paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import SEVERAL


def parted_by_turns(spoken: Sequence[Spoken], ties: Ties) -> Iterator[Spoken]:
    """Give what a reply says, its paragraphs parted where they turn to one after the other."""
    for each in spoken:
        if each.cells or each.is_heading or each.is_background:
            yield each
        else:
            yield from _parted(each, ties)


def _parted(each: Spoken, ties: Ties) -> Iterator[Spoken]:
    said = [*sentences(each.text)]
    turns = [(at, number) for at, one in enumerate(said) if (number := ties.turn(one)) is not None]
    turned = [number for _, number in turns]
    if len(turns) < SEVERAL or len({*turned}) < len(turns):
        yield each
        return
    begins = [at for at, _ in turns]
    begins[0] = 0
    for begin, end in zip(begins, [*begins[1:], len(said)], strict=True):
        text = " ".join(said[begin:end])
        yield replace(each, text=text) if not begin else Spoken(text, each.place)
