"""Recommendations that a reply gives with their numbers: behind them in brackets, or in a list.

"En rutin behöver beslutas (rekommendation 2). Nämnden instämmer." – or a list whose numbers the
reply names again further down, as it answers them: "Svar R1: …", "i fråga om rekommendation 3 …".
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.restating.demand_lines import Demand, is_asked
from revtrack.domain.proposals.restating.prose_demands import is_done
from revtrack.domain.proposals.restating.reply_lines import said_in
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.numerals import ORDINALS, PAIR

_NOUN = (
    r"(?:rekommendation(?:en)?|rek\.?|punkt(?:en)?|synpunkt(?:en)?|påpekande|förslag(?:et)?"
    r"|råd(?:et)?)"
)
_BEHIND = re.compile(
    r"^(?P<text>[^()]{12,300}?)\s*[(\[](?:(?:\w*revis\w+|er|granskningens|rapportens)\s)?"
    rf"(?:{_NOUN}\s*(?:nr\.?\s*)?(?P<number>R?\d{{1,2}}[a-z]?)|(?P<own>R\d{{1,2}}))[)\]]"
    r"\s*[.:–-]*\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_STOP = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_COUNTED = re.compile(r"^(?P<number>\d{1,2})\s+(?=[A-ZÅÄÖ][a-zåäö]+\s)|^(?P<letter>[A-HJ])[.)]\s+")
_CHAPTER = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+")
"""The number of a chapter before a line: "3.1 upprätta …"."""
_ENOUGH = 0.6
"""The share of a list that is answered by its numbers."""
_LONGEST = 300
_FEWEST_WORDS = 3
_LONGEST_TOPIC = 4
"""In words, of what only tells what a part is about."""


def numbered_behind(passages: Passages) -> tuple[Demand, ...]:
    """Return what stands before its number in brackets, and is answered behind or below it."""
    said = [*said_in(passages)]
    found = []
    for at, each in enumerate(said):
        match = _BEHIND.match(_CHAPTER.sub("", each.text))
        if match is None or _STOP.search(match["text"]) or position_of(match["text"]) is not None:
            continue
        below = [match["rest"]] if match["rest"] else [one.text for one in said[at + 1 : at + 2]]
        if begins_with_demand(match["text"]) or not stance_in(below).is_empty:
            found.append((each, match["text"].strip(), match["number"] or match["own"]))
    is_once = len({number for _, _, number in found}) == len(found) > 1
    asked = sum(_is_asked(text) for _, text, _ in found)
    return tuple(found) if is_once and 2 * asked >= len(found) else ()


def _is_asked(text: str) -> bool:
    """Tell whether words before a number say what is to be done, and not only what about."""
    return is_asked(text) or is_done(text) or len(text.split()) > _LONGEST_TOPIC


def numbered_above(passages: Passages) -> tuple[Demand, ...]:
    """Return the list whose numbers a reply names as it answers them; none where it does so not."""
    said = [*said_in(passages)]
    found: tuple[Demand, ...] = ()
    for begin, run in _runs(said):
        below = said[begin + len(run) :]
        answered = sum(
            any(_answers(each, one, place) for each in below) for place, one in enumerate(run)
        )
        is_answered = answered >= max(PAIR, _ENOUGH * len(run))
        if is_answered and all(_may_be_asked(text) for _, text, _ in run) and len(run) > len(found):
            found = tuple(run)
    return found


def _runs(said: Sequence[Passage]) -> Iterator[tuple[int, list[Demand]]]:
    """Give the lines that follow each other numbered from one, each with where it begins."""
    run: list[Demand] = []
    begin = 0
    for at, each in enumerate(said):
        demand = _counted(each)
        place = _place(demand[2]) if demand else None
        if place != len(run) + 1:
            if run:
                yield begin, run
            begin, run = at, []
        if demand and place == len(run) + 1:
            run.append(demand)
    if run:
        yield begin, run


def _counted(each: Passage) -> Demand | None:
    if each.marker:
        return each, each.text, each.marker
    match = _COUNTED.match(each.text)
    return (each, each.text[match.end() :], match["number"] or match["letter"]) if match else None


def _place(number: str | None) -> int | None:
    """Return the place that a number or letter stands for."""
    bare = (number or "").upper().lstrip("RF")
    if bare.isdigit():
        return int(bare)
    return ord(bare) - ord("A") + 1 if len(bare) == 1 and bare.isalpha() else None


def _may_be_asked(text: str) -> bool:
    """Tell whether a line of the list may be what was recommended, and answers nothing."""
    is_one = len([*sentences(text)]) <= PAIR and len(text) < _LONGEST
    return is_one and len(text.split()) >= _FEWEST_WORDS and position_of(text) is None


def _answers(each: Passage, asked: Demand, place: int) -> bool:
    """Tell whether a line answers, and names the number of a recommendation or its place."""
    number = re.escape(asked[2] or "")
    whole = each.text if each.text in each.place.quote else f"{each.place.quote} {each.text}"
    is_named = re.search(
        rf"\b(?:{_NOUN}|svar(?: på| till)?|ad)\s*(?:nr\.?\s*)?{number}\b(?!\s*kap)"
        + (rf"|^{number}\b" if number.startswith("R") else "")
        + (rf"|\b(?:den|er) {ORDINALS[place]} {_NOUN}" if place < len(ORDINALS) else ""),
        whole,
        re.IGNORECASE,
    )
    return is_named is not None and not stance_in([each.text]).is_empty
