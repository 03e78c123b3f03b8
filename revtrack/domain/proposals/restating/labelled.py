"""What a reply gives again behind or below a label: "Rekommendation 1: …", "Punkt ett: ”…”"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.answered_below import labelled_lines
from revtrack.domain.proposals.restating.by_number import numbered_behind
from revtrack.domain.proposals.restating.demand_lines import is_asked
from revtrack.domain.proposals.restating.made import SHORTEST, made_of
from revtrack.domain.proposals.restating.without_answers import ANSWERED
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.texts.numerals import CARDINALS, ORDINALS

_NUMBER_ALONE = re.compile(
    r"^rekommendation(?: nr\.?| nummer)? (?P<number>R?\d{1,2})[:.]?$", re.IGNORECASE
)
_WORD = rf"(?:ett|{'|'.join(CARDINALS[1:])})\b"
_LABEL = re.compile(
    rf"^(?:er |[\w-]+s )?(?:(?:{'|'.join(ORDINALS)}|sista) )?"
    r"(?:(?:rekommendation|påpekande|synpunkt)(?:en|et)?(?:\s+(?:nr\s*|nummer\s)?"
    rf"(?:(?P<number>R?\d{{1,2}}[a-z]?)|{_WORD}))?(?:\s(?:lyder|löd))?|\w*revis(?:orerna|ionen))"
    r"(?:\s*\([^)]{2,40}\))?"
    r"\s*[:–-]\s*(?P<text>\w.{14,})$",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED_POINT = re.compile(
    r"^(?:er |den )?(?:punkt|rekommendation|synpunkt)(?:en)? (?:nr )?(?:(?P<number>R?\d{1,2})"
    r"|ett|två|tre|fyra|fem|sex|sju|åtta)(?: i [\w ]{3,25})?\s*[:,–-]"
    r"\s*[\"”“»](?P<text>[^\"”“«»]{15,})[\"”“«].*$",
    re.IGNORECASE | re.DOTALL,
)
"""A numbered point that quotes what was recommended: "Punkt ett i rapporten: ”…”."."""
_WITHIN_BRACKETS = re.compile(
    r"^(?:rek(?:\.|ommendation(?:en)?)|(?:syn)?punkt(?:en)?|förslag|råd)\s*(?:nr\.?\s*)?"
    r"(?P<number>R?\d{1,2}[a-z]?)\s*\((?P<text>[^()]{10,300})\)",
    re.IGNORECASE,
)
"""How what was recommended stands behind its number: "Rekommendation 1 (att införa …)"."""
_NUMBERED_BY_NAME = re.compile(
    r"(?:rek(?:ommendation(?:en)?)?|punkt(?:en)?|synpunkt(?:en)?|förslag|råd)\b", re.IGNORECASE
).match


def below_numbers(passages: Passages) -> Iterator[Recommended]:
    """Give what stands below a line with nothing but its number: "Rekommendation 2"."""
    for line, below in pairwise(passages):
        if isinstance(line, Passage) and isinstance(below, Passage):
            alone = _NUMBER_ALONE.match(line.text)
            if alone and len(below.text) >= SHORTEST and stance_in([below.text]).position is None:
                yield made_of(below, below.text, alone["number"])


def labelled(passages: Passages) -> Iterator[Recommended]:
    """Give what stands behind its label, or is quoted or in brackets behind its number."""
    for each in passages:
        if not isinstance(each, Passage):
            continue
        said = _unbracketed(each)
        match = _QUOTED_POINT.match(said) or _LABEL.match(said)
        text = ANSWERED.sub("", match["text"]) if match else ""
        if match is not None and (is_asked(text) or position_in(text) is None):
            yield made_of(each, text, match["number"])


def _unbracketed(each: Passage) -> str:
    """Return a line with what was recommended behind its number, where brackets are around it."""
    is_named = each.marker and _NUMBERED_BY_NAME(each.place.quote)
    said = f"Rekommendation {each.marker} {each.text}" if is_named else each.text
    within = _WITHIN_BRACKETS.match(said)
    if within is None or not is_asked(within["text"]):
        return each.text
    return f"Rekommendation {within['number']}: {within['text']}"


def labelled_in(passages: Passages) -> tuple[Recommended, ...]:
    """Return what stands below "Rekommendation 1" and the like, each with its answer below it.

    The number may stand behind it in brackets.
    """
    if behind := numbered_behind(passages):
        return tuple(made_of(*each) for each in behind)
    found = labelled_lines(passages)
    numbers = [number for _, _, number in found]
    if found and (all(numbers) or len(found) > 1):
        return tuple(made_of(*each) for each in found)
    beside = tuple(labelled(passages))
    numbers = [each.number for each in beside]
    is_numbered = all(numbers) and len({*numbers}) == len(numbers)
    is_plain = not any(numbers) and len({each.text for each in beside}) == len(beside)
    is_told = len(beside) > 1 and (is_numbered or is_plain)
    return beside if is_told and all(is_asked(each.text) for each in beside) else ()
