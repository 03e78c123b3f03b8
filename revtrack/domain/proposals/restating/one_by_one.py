"""Paragraphs that each give one recommendation in a sentence and answer it, whatever the sentence.

"Ni skriver att en plan bör antas. Nämnden instämmer." "Nämnden är positiv till att registret bör
ses över." – what one of them gives in one way the next may give in another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.restating.demand_lines import OUGHT_TO, Demand, is_asked
from revtrack.domain.proposals.restating.prose import agreed_with, given_by
from revtrack.domain.proposals.restating.prose_demands import OUGHT
from revtrack.domain.proposals.restating.reply_acts import is_reply_act
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import in_sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_FEWEST = 2
_NEAR = 2
"""So many lines lie from one paragraph that gives one to the next."""
_TO_BE_DONE = re.compile(rf"\b{OUGHT} (?:[\w-]+ ){{0,3}}?\w+[aåsn]\b", re.IGNORECASE)
_OF_REPLY = re.compile(r"(?:svaret|yttrandet|beslutet|ärendet|skrivelsen)\b", re.IGNORECASE)
"""How a clause begins that says what is to be done with the reply itself."""


@dataclass(frozen=True)
class _Given:
    texts: tuple[str, ...]
    is_answered: bool
    """Whether the paragraph itself says what is thought of it."""
    is_agreed: bool
    """Whether it is but what somebody agrees with, or refuses, in a clause."""


def one_by_one(said: Sequence[Passage]) -> tuple[Demand, ...]:
    """Return what the longest row of paragraphs gives, one each; none where there is no such row.

    What is agreed with in a clause is no recommendation where the auditors are said to recommend
    something that it may answer.
    """
    given = {at: one for at, each in enumerate(said) if (one := _given(each)) is not None}
    if any(not (each.is_answered or each.is_agreed) for each in given.values()):
        given = {at: each for at, each in given.items() if not each.is_agreed}
    rows: list[list[int]] = []
    for at, each in given.items():
        below = [one.text for one in said[at + 1 : at + 2]]
        if len(each.texts) != 1 or not (each.is_answered or not stance_in(below).is_empty):
            continue
        if rows and sum(not one.is_heading for one in said[rows[-1][-1] : at]) <= _NEAR:
            rows[-1].append(at)
        else:
            rows.append([at])
    row = max(rows, key=len, default=[])
    texts = {given[at].texts[0].casefold() for at in row}
    if not _FEWEST <= len(row) == len(texts):
        return ()
    return tuple((said[at], given[at].texts[0], said[at].marker) for at in row)


def _given(each: Passage) -> _Given | None:
    """Return what a paragraph begins by giving; None where it gives nothing."""
    if each.is_heading:
        return None
    first, *more = in_sentences(each.text)
    if texts := given_by(each, first):
        return _Given(texts, _is_answer(first, more), is_agreed=False)
    if _is_demand(first) and any(map(position_in, more)):
        return _Given((first.strip(" ."),), _is_answer(first, more), is_agreed=False)
    agreed = tuple(one for one in agreed_with(first) if _TO_BE_DONE.search(one))
    if not agreed or any(is_reply_act(one) or _OF_REPLY.match(one) for one in agreed):
        return _Given((), _is_answer(first, more), is_agreed=False) if is_asked(first) else None
    return _Given(agreed, _is_answer(first, more), is_agreed=True)


def _is_answer(first: str, more: Sequence[str]) -> bool:
    """Tell whether a paragraph says of a matter what is thought or done."""
    return not (stance_in([first]).is_empty and stance_in(more).is_empty)


def _is_demand(sentence: str) -> bool:
    """Tell whether a sentence says what a committee is to do, and nothing of what is thought."""
    is_told = begins_with_demand(sentence) or OUGHT_TO.match(sentence) is not None
    return is_told and stance_in([sentence]).is_empty
