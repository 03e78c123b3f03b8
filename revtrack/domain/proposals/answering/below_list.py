"""What a line says below a whole list of recommendations that are given again: "Vi instämmer."."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.said.positions import NO_POSITION
from revtrack.domain.proposals.said.stances import position_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Place

_LONGEST = 10
"""So many words has a sentence at most that says nothing of what it is about."""


def said_below(
    spoken: Sequence[Spoken], restated: Sequence[int | None]
) -> Iterator[tuple[tuple[int, ...], str, Place]]:
    """Give the lists of several that one short line alone answers below, with its words.

    Where more is thought below them, it may be of each in its turn.
    """
    run: list[int] = []
    for at, each in enumerate(spoken):
        number = restated[at]
        if number is not None:
            run.append(number)
            continue
        if len(run) >= SEVERAL and not (each.cells or each.is_heading):
            rest = range(at, len(spoken))
            under = [spoken[n] for n in takewhile(lambda n: _goes_on(spoken[n], restated[n]), rest)]
            thought = [one for line in under for one in sentences(line.text) if _thinks(one)]
            first = next(sentences(each.text), "")
            if thought == [first] and len(first.split()) <= _LONGEST:
                yield tuple(dict.fromkeys(run)), each.text, each.place
        run = []


def _goes_on(each: Spoken, number: int | None) -> bool:
    return number is None and not (each.cells or each.is_heading)


def _thinks(sentence: str) -> bool:
    return position_in(sentence) not in NO_POSITION
