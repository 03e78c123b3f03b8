"""What a reply gives again, made a recommendation: without its label, its "att", its answer."""

import re

from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.without_answers import ANSWERED
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.verb_forms import ATT, begins_with_demand
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Place, Row

_OF_TEXT = re.compile(r"^(?:text|(?:orda)?lydelse|innehåll)\s*:\s*", re.IGNORECASE)
"""The label of a form before the words of a recommendation."""
_AND = re.compile(r"[,;]?\s+(?:och|samt)$|[,;]$", re.IGNORECASE)
"""What ties an item to the next one."""
_THEY_THINK = re.compile(
    r"^\w*revis(?:orerna|ionen) (?:\w+ ){0,2}?(?:anser|menar|tycker|bedömer|framhåller|föreslår"
    r"|rekommenderar) (?:\w+ ){0,2}?att\s+"
    r"|^\w*revis(?:orerna|ionen) (?:vill|önskar|ser gärna) (?:\w+ ){0,2}?att"
    r" (?:[\w,-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förbundet) ska\s+"
    r"|^(?:[\w,-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förbundet)"
    r" (?:bör|ska|skall|behöver|måste) enligt (?:\w+ )?\w*(?:revis\w+|rapporten|granskningen)\s+",
    re.IGNORECASE,
)
SHORTEST = 15
_UNSURE = 0.75


def made_of_row(text: str, row: Row, table: TablePassage) -> Recommended:
    """Return the words of a cell as a recommendation, by the number that they begin with."""
    number, said, _ = split_number(text)
    return _made(said, number, row.place, table)


def made_of(each: Passage, text: str, number: str | None) -> Recommended:
    """Return the words of a line as a recommendation, with the number that is told of it."""
    text = _AND.sub("", ANSWERED.sub("", _OF_TEXT.sub("", text.strip())))
    text = _THEY_THINK.sub("", text)
    bare = ATT.sub("", text)
    text = bare if begins_with_demand(bare) else text
    return _made(text, number if number and number[-1:].isalnum() else None, each.place, each)


def _made(text: str, number: str | None, place: Place, at: Passage | TablePassage) -> Recommended:
    return Recommended(
        text=text[:1].upper() + text[1:],
        whom=None,
        place=place,
        section=at.section,
        number=number,
        rank=1,
        run=at.run,
        is_listed=True,
        confidence=_UNSURE,
    )
