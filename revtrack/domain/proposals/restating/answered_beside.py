"""Lines of a reply that say first what is to be done, and then go on with what answers it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from revtrack.domain.proposals.restating.demand_lines import (
    LONGEST,
    Demand,
    demand_in,
    is_answering,
    is_bare_ought,
)
from revtrack.domain.proposals.restating.reply_lines import said_in
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import in_sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_OUGHT_ANYWHERE = re.compile(
    r"^(?!(?:\w*revis(?:orerna|ionen)|granskningen|rapporten|vi|enligt) )"
    r"(?![^.]{0,60}\b(?:rekommender|anse|mena|föreslå|uppmana|tyck)\w* )"
    r"(?:att )?(?:(?!att\b)[\w,–-]+ ){1,9}?"
    r"(?:bör|behöver|måste|borde|ska|skall)\s\w",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s(?:[–—→-]|[-=]+>)\s|:\s")
_REPLY_DASH = re.compile(r"(?<=[.!])\s[–-]\s(?=[A-ZÅÄÖ])")
"""The dash of a speech between what is asked and what answers it."""
_LABELLED = re.compile(
    r"(?:(?:[\w-]+s|vårt|våra) )?(?:svar|kommentar|åtgärd|yttrande)\s*:", re.IGNORECASE
)
"""How an answer begins that is called one: "Svar: …"."""


@dataclass(frozen=True)
class _Told:
    """A line with what its beginning says is to be done."""

    demand: Demand
    is_answered: bool
    """Whether the rest of the line says what is thought of it."""
    is_told: bool
    """Whether the rest of the line says what is thought or done."""


def answered_beside(passages: Passages) -> tuple[Demand, ...]:
    """Return the lines that say first what is to be done and then what answers it.

    Where some of the lines that follow each other do so, others like them are answered too, in
    words that by themselves say nothing of it.
    """
    said = [*said_in(passages)]
    demands = {at: told for at, each in enumerate(said) if (told := _told(each)) is not None}
    oughts = {at: told for at, each in enumerate(said) if (told := _ought_told(each)) is not None}
    answered = max((_answered(one) for one in (demands, oughts)), key=len)
    found = _with_neighbours(answered, {**oughts, **demands})
    return tuple(found[at].demand for at in sorted(found)) if len(found) > 1 else ()


def beside(each: Passage) -> str | None:
    """Return what the beginning of a line says is to be done, where the rest answers it."""
    told = _told(each)
    return told.demand[1] if told and told.is_answered else None


def _answered(told: dict[int, _Told]) -> dict[int, _Told]:
    return {at: each for at, each in told.items() if each.is_answered}


def _with_neighbours(answered: dict[int, _Told], told: dict[int, _Told]) -> dict[int, _Told]:
    """Return the lines that are answered with those right beside them that say as much."""
    found = dict(answered)
    for step in (1, -1):
        for begin in answered:
            at = begin + step
            while at in told and at not in found:
                found[at] = told[at]
                at += step
    more = [each for at, each in found.items() if at not in answered and not each.is_told]
    return found if 2 * len(more) <= len(found) else answered


def _ought_told(each: Passage) -> _Told | None:
    """Return the beginning of a line where it says what ought to be, and more stands behind it."""
    if each.is_heading:
        return None
    parts = [*_parts(replace(each, text=_REPLY_DASH.sub(" ", each.text)))]
    made = [
        _Told(
            (each, said, each.marker),
            is_answered=position_of(rest[0]) is not None,
            is_told=not stance_in(rest[:2]).is_empty,
        )
        for said, rest in parts
        if _says_ought(said)
    ]
    return next((one for one in made if one.is_answered), made[0] if made else None)


def _says_ought(said: str) -> bool:
    is_told = _OUGHT_ANYWHERE.match(said) is not None and position_of(said) is None
    return is_told and not is_answering(said) and len(said) < LONGEST


def _told(each: Passage) -> _Told | None:
    """Return the beginning of a line where it says what is to be done, before more."""
    if each.is_heading:
        return None
    made = []
    for said, rest in _parts(each):
        begun = replace(each, text=said)
        demand = demand_in(begun) if said and not is_bare_ought(begun) else None
        if demand is not None and not begins_with_demand(rest[0]):
            is_answered = (
                is_answering(rest[0])
                or _LABELLED.match(rest[0]) is not None
                or not stance_in(rest[:2]).is_empty
            )
            made.append(_Told((each, demand, each.marker), is_answered, is_answered))
    return next((one for one in made if one.is_answered), made[0] if made else None)


def _parts(each: Passage) -> Iterator[tuple[str, list[str]]]:
    """Give what a line may say first, and what stands behind it: a sentence, or up to a dash."""
    first, *more = in_sentences(each.text)
    if more:
        yield first.strip(" ."), more
    for sign in _DASH.finditer(first):
        yield first[: sign.start()].strip(), [first[sign.end() :], *more]
