"""Sentences that tell of several measures, each of its own recommendation.

"Personalchefen ska ta fram en riktlinje, utbilda cheferna och lägga in en kontroll i planen."
"""

import re
from collections.abc import Iterator

from revtrack.domain.proposals.answering.in_turn import filled
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.said.stances import position_in, progress_in

_PARTS = re.compile(r",\s+(?:(?:och|samt|medan|dels|därefter)\s+)?|\s(?:och|samt|medan)\s+")


def measures_in(sentence: str, topics: Topics, count: int) -> tuple[tuple[int, str], ...]:
    """Return the measures of a sentence by the recommendation of each; none where it has one.

    A measure without a verb that tells its time is given with the whole sentence, which has it.
    """
    if progress_in(sentence) is None or position_in(sentence) is not None:
        return ()
    parts = list(_parts(sentence))
    numbers = [topics.of_sentence(each, is_measure=True) for each in parts]
    told = [each for each in numbers if each is not None]
    is_several = len({*told}) > 1 and told == sorted(told)
    if is_several and len(parts) == count:
        numbers = list(filled(numbers, count))
    if not is_several or numbers[0] is None:
        return ()
    found: list[tuple[int, list[str]]] = []
    for part, number in zip(parts, numbers, strict=True):
        if found and number in {None, found[-1][0]}:
            found[-1][1].append(part)
        elif number is not None:
            found.append((number, [part]))
    own = [(number, ", ".join(each)) for number, each in found]
    return tuple(
        (number, text if progress_in(text) and text in sentence else sentence)
        for number, text in own
    )


def _parts(sentence: str) -> Iterator[str]:
    """Give the parts of a sentence between its commas and "och"."""
    begin = 0
    for match in _PARTS.finditer(sentence):
        yield sentence[begin : match.start()]
        begin = match.end()
    yield sentence[begin:]
