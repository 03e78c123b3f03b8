"""What was put to a committee, as its reply gives it: of all ways to read it, the one that fits.

A reply often says how many recommendations there were. A way that finds so many is believed before
one that finds another number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from revtrack.domain.proposals.answering.answered_beside import without_answers
from revtrack.domain.proposals.answering.answered_lines import ANSWER_LABEL
from revtrack.domain.proposals.answering.reply_acts import is_reply_act
from revtrack.domain.proposals.answering.restated import (
    SHORTEST,
    WAYS_TO_RESTATE,
    fuller,
    labelled_in,
    without_answer,
)
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.recommendations import recommendations_in
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import CARDINALS

_Passages = Sequence[Passage | TablePassage]
_COUNT = rf"(?:{'|'.join(CARDINALS[1:])}|[2-9]|1\d)"
_TOLD = re.compile(
    rf"\b(?<![.:-])(?<!§\s)(?P<count>{_COUNT})\s"
    rf"(?:(?!(?:första|sista|övriga|andra|{_COUNT})\b)[\w-]+\s){{0,2}}?"
    r"rekommendation(?:er|erna)\b",
    re.IGNORECASE,
)
"""How many there were: "lämnar tre rekommendationer", not "de två sista rekommendationerna"."""


def put_in_reply(passages: _Passages, addressees: Addressees) -> tuple[Recommended, ...]:
    """Return what a reply gives as the auditors' recommendations, each without its answer."""
    listed = recommendations_in(passages, addressees, takes_earlier=True, takes_prose=False)
    found = labelled_in(passages) or fuller(_put(listed), passages)
    found = _bare(found)
    told = told_numbers(passages)
    if told and len(found) not in told:
        return next(_fitting(told, passages, addressees), found)
    return found or _said(passages, addressees)


def _put(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what may be put to a committee, without what its meeting does with the reply."""
    return tuple(
        each
        for each in found
        if not (is_reply_act(each.text) or ANSWER_LABEL.match(each.text.strip()))
    )


def _bare(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what was put to a committee, without what answers it on its line."""
    return _put(without_answers([*map(without_answer, found)]))


def _said(passages: _Passages, addressees: Addressees) -> tuple[Recommended, ...]:
    """Return what sentences recommend, as a report's are read; none where one of them answers."""
    found = recommendations_in(passages, addressees, takes_earlier=True, takes_prose=True)
    bare = _bare(found)
    is_answered = any(not stance_in([each.text]).is_empty for each in (*found, *bare))
    return () if is_answered or any(len(each.text) < SHORTEST for each in bare) else bare


def told_numbers(passages: _Passages) -> frozenset[int]:
    """Return how many recommendations a paper says there are; several numbers where it says so."""
    said = (each.text for each in passages if isinstance(each, Passage))
    return frozenset(_number(match["count"]) for text in said for match in _TOLD.finditer(text))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS.index(word.casefold()) + 1


def _fitting(
    told: frozenset[int], passages: _Passages, addressees: Addressees
) -> Iterator[tuple[Recommended, ...]]:
    """Give what the other ways find where it is as many as told and none of it answers."""
    for found in _other_ways(passages, addressees):
        bare = _bare(found)
        if len(bare) in told and not any(map(_states, (*found, *bare))):
            yield bare


def _states(each: Recommended) -> bool:
    """Tell whether words, or the line that they stand on, rather answer what was put."""
    return not all(stance_in([said]).is_empty for said in (each.text, each.place.quote))


def _other_ways(passages: _Passages, addressees: Addressees) -> Iterator[tuple[Recommended, ...]]:
    for takes_prose in (False, True):
        yield recommendations_in(passages, addressees, takes_earlier=True, takes_prose=takes_prose)
    for way in WAYS_TO_RESTATE:
        yield _once(way(passages))


def _once(found: Iterator[Recommended]) -> tuple[Recommended, ...]:
    kept: list[Recommended] = []
    for each in found:
        if all(likeness(each.text, other.text, SAME_MATTER) < SAME_MATTER for other in kept):
            kept.append(each)
    return tuple(kept)
