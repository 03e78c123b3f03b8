"""What a reply gives again of what was recommended: each way to read it, and which to believe."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.answered_below import answered_lines
from revtrack.domain.proposals.restating.answered_beside import answered_beside
from revtrack.domain.proposals.restating.by_number import numbered_above
from revtrack.domain.proposals.restating.demand_lines import is_answering, is_asked
from revtrack.domain.proposals.restating.fielded import fields_in
from revtrack.domain.proposals.restating.headed import headed_lines
from revtrack.domain.proposals.restating.labelled import below_numbers, labelled
from revtrack.domain.proposals.restating.listed import listed, tabled
from revtrack.domain.proposals.restating.made import made_of, made_of_row
from revtrack.domain.proposals.restating.paired import paired_lines, paired_rows
from revtrack.domain.proposals.restating.prose import restated_in_prose
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.outline import Passages, TablePassage, once_each
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import SAME_MATTER, likeness

_NUMBERED = re.compile(
    r"^(?:svar (?:på|till) )?(?:punkt|rekommendation|svar|synpunkt)(?:en)?\s*(?:nr\s*)?R?\d{0,2}"
    r"\s*[.:)–-]\s*",
    re.IGNORECASE,
)


def restated_in(passages: Passages) -> tuple[Recommended, ...]:
    """Return what a reply gives as the auditors' recommendations; none where it gives none."""
    ways = (labelled, tabled, listed)
    found = next((found for way in ways if (found := tuple(way(passages)))), ())
    others = max(tuple(_answered(passages)), tuple(_in_prose(passages)), key=len)
    is_fuller = len(others) > len(found) and all(is_among(each, others) for each in found)
    return others if is_fuller else found


def fuller(found: Sequence[Recommended], passages: Passages) -> tuple[Recommended, ...]:
    """Return what a reply gives by its own ways, where that is all that was found, and more."""
    if fields := tuple(_fields(passages)):
        return fields
    below = tuple(below_numbers(passages))
    told = below if len(below) > max(len(found), 1) else _told_by_words(found, passages)
    above = tuple(made_of(*each) for each in numbered_above(passages))
    if len(above) > len(told) and all(is_among(each, above) for each in told):
        told = above
    headed = tuple(made_of(*each) for each in headed_lines(passages))
    for more in (tuple(_paired(passages)), headed):
        if len(more) > len(told) and all(is_among(each, more) for each in told):
            return more
    return told


def _told_by_words(found: Sequence[Recommended], passages: Passages) -> tuple[Recommended, ...]:
    if not found:
        again = restated_in(passages)
        return again if again == tuple(_in_prose(passages)) else _only_asked(again)
    for way in (_answered, _in_prose):
        more = tuple(way(passages))
        if (
            len(more) > len(found)
            and all(is_among(each, more) for each in found)
            and not (all(each.number for each in found) and not all(each.number for each in more))
        ):
            return more if way is _in_prose else _only_asked(more)
    headed = {each.place for each in tabled(passages)}
    return tuple(found) if all(each.place in headed for each in found) else _only_asked(found)


def _paired(passages: Passages) -> Iterator[Recommended]:
    """Give what is replied to in pairs, whatever words it is told in."""
    lines, rows = paired_lines(passages), paired_rows(passages)
    if len(lines) >= len(rows):
        for each, text, number in lines:
            yield made_of(each, text, number)
    else:
        for text, row, table in rows:
            yield made_of_row(text, row, table)


def is_among(each: Recommended, others: Sequence[Recommended]) -> bool:
    """Tell whether others have the same line or words."""
    return any(
        each.place == one.place or likeness(each.text, one.text, SAME_MATTER) >= SAME_MATTER
        for one in others
    )


def _fields(passages: Passages) -> Iterator[Recommended]:
    for each in (one for one in passages if isinstance(one, TablePassage)):
        for text, number, row in fields_in(each):
            made = made_of_row(text, row, each)
            yield replace(made, number=number or made.number)


@once_each
def _answered(passages: Passages) -> Iterator[Recommended]:
    """Give the lines that say what is to be done, where an answer stands below or beside each."""
    given: list[str] = []
    for each, text, number in max(answered_lines(passages), answered_beside(passages), key=len):
        is_begun = any(text.casefold().startswith(one.casefold().rstrip(".")) for one in given)
        if not is_begun and all(
            likeness(text, other, SAME_MATTER) < SAME_MATTER for other in given
        ):
            yield made_of(each, text, number)
            given.append(text)


def _only_asked(found: Sequence[Recommended]) -> tuple[Recommended, ...]:
    """Return what is recommended, without what rather answers it; all where nothing else is."""
    answers = Counter(each.run for each in found if _is_answer(each.text))
    whole = Counter(each.run for each in found)
    is_listed = {run for run, count in whole.items() if 2 * answers[run] < count}
    asked = tuple(
        each
        for each in found
        if (each.place.table or not is_answering(_NUMBERED.sub("", each.place.quote)))
        and (is_asked(each.text) or each.run in is_listed or not _is_answer(each.text))
    )
    is_said = found and all(_states(each.text) for each in found)
    return asked or (() if is_said else tuple(found))


def _states(text: str) -> bool:
    """Tell whether a text begins as an answer does and states a position."""
    return is_answering(text) and position_in(next(sentences(text), "")) is not None


def _is_answer(text: str) -> bool:
    """Tell whether a text that says nothing of what is to be done answers what does."""
    return is_answering(text) or not (is_asked(text) or stance_in([text]).is_empty)


@once_each
def _in_prose(passages: Passages) -> Iterator[Recommended]:
    """Give what running text says that the auditors think should be done."""
    for each, text in restated_in_prose(passages):
        yield made_of(each, text, None)


WAYS_TO_RESTATE = (labelled, below_numbers, tabled, listed, _answered, _paired, _in_prose)
"""Each of the ways to give recommendations again, from the surest to the loosest."""
