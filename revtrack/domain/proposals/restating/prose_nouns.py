"""Recommendations that running text names by a noun, beside others that it tells in a sentence.

"Revisorerna rekommenderar certifiering enligt ISO 27001.", "Ert förslag om gemensamt lånekort …".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from revtrack.domain.proposals.restating.prose_demands import AUDITORS, BODY, OUGHT
from revtrack.domain.proposals.restating.prose_named import ASKED_FOR, GOES_ON, WHOSE
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.texts.likeness import share_of

Said = tuple[Passage, str]
"""A sentence with the paragraph that it stands in."""
_ASKS = r"(?:rekommenderar|förordar|förespråkar|efterlyser|efterfrågar|föreslår|önskar|vill se)"
_BESIDE = rf"(?:\s(?:{BODY}|också|även|vidare|dessutom|slutligen|därför|till sist))*?"
_THING = (
    r"\s(?P<thing>(?!(?:[\w-]+\s){0,5}?att\b|följande\b|de[tn]ta?\b|så\b|åtgärder\b)\w[^.:]{7,140})"
)
_ASKED = re.compile(
    rf"^(?:(?:slutligen|vidare|därtill|dessutom|till sist|även|också) )?"
    rf"(?:(?:{AUDITORS}|ni|granskningen|rapporten)(?:\s\w+)? {_ASKS}"
    rf"|{_ASKS} (?:{AUDITORS}|ni)){_BESIDE}{_THING}\.?$",
    re.IGNORECASE,
)
"""A sentence that says which thing the auditors recommend, and nothing else."""
_NAMED = re.compile(
    rf"^(?:(?:{TURNS_TO}|också|även|med anledning av) )?{WHOSE}{ASKED_FOR} (?:om|på|avseende)"
    rf"{_THING}",
    re.IGNORECASE,
)
"""How a sentence begins with such a thing, of which it then says something."""
_OF_OTHERS = re.compile(
    rf"\b(?:{OUGHT}|rekommendation\w*|granskning\w*|följande|svar|yttrande)\b", re.IGNORECASE
)
_SAME = 0.5
"""So much of a thing's words in one that is told make it the same."""
_FEW = 5
"""So few words of a first sentence head its paragraph: "Prognoser. Revisorerna …"."""
_FEWEST, _MOST = 2, 12
"""In words."""


def things_beside(said: Sequence[Said], told: Sequence[Said]) -> Iterator[Said]:
    """Give the things that paragraphs of their own begin with and answer, and that none told is."""
    places = {id(at) for at, _ in told}
    for at, group in groupby(said, key=lambda each: each[0]):
        first, *more = (sentence for _, sentence in group)
        if more and len(first.split()) < _FEW:
            first = more[0]
        thing = None if id(at) in places else _thing(first)
        is_answered = any(position_of(one) is not None for one in sentences(at.text))
        if thing and is_answered and all(share_of(thing, text) < _SAME for _, text in told):
            yield at, thing


def _thing(sentence: str) -> str | None:
    """Return the thing that a sentence says is recommended; None where it says none."""
    asked = _ASKED.match(sentence)
    named = _NAMED.match(sentence) if asked is None else None
    if asked is not None:
        found = asked["thing"]
    elif named is not None and (goes_on := GOES_ON.search(named["thing"])):
        found = named["thing"][: goes_on.start()]
    else:
        return None
    found = found.strip(" ,")
    is_thing = _FEWEST <= len(found.split()) <= _MOST and _OF_OTHERS.search(found) is None
    return found if is_thing and position_of(found) is None else None
