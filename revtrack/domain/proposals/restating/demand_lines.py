"""Lines of a reply that say what is to be done, and lines that rather answer."""

import re

from revtrack.domain.codes import Position
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.word_order import OF_SEVERAL_WORDS
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.proposals.text.verb_forms import (
    ATT,
    begins_with_demand,
    infinitive_of,
)
from revtrack.domain.texts.any_case import AnyCase

_QUOTED = re.compile(r"^[”\"“»«](?P<text>[^”\"“»«]{15,})[”\"“»«][.:]?$")
_SPEAKER = re.compile(
    r"^(?:\w*revis(?:orerna|ionen)|rekommendation(?:en)?|synpunkt(?:en)?)(?: \w+){0,2}\s*:\s*",
    re.IGNORECASE,
)
OUGHT_TO = AnyCase(
    r"^(?:(?:att )?(?:[\w-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|bolaget|direktionen|förbundet"
    r"|regionen|kommunen|fullmäktige|stiftelsen|föreningen|verksamheten|beredningen|ledningen))"
    r" (?:bör|behöver|måste|ska|skall)\s\w",
)
_THAT = re.compile(
    r"^att (?:[\w-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|bolaget|direktionen|förbundet|regionen"
    r"|kommunen) (?P<verb>\w+)",
    re.IGNORECASE,
)
"""How a line begins that says what a committee does: "Att nämnden inför …"."""
_DONE = re.compile(r"^att (?:[\w-]+ ){1,8}?\w{3,}s\b(?! av\b)", re.IGNORECASE)
"""How a line begins that says what is to be done with a thing: "Att synpunkter sammanställs"."""
DONE_ABOVE = re.compile(
    r"^(?!(?i:svar|yttrande|granskning)\w*\b)(?:[\w-]+ ){1,8}?[a-zåäö]*"
    r"(?:(?<!rn)(?<!ställd)as|följs|görs|ges|tas|ses|förs|sätts|läggs"
    r"|ställs|skrivs|hålls|stärks|höjs|sänks|mäts|utses|ökar|minskar)\b(?! av\b)"
)
"""How a heading begins that says what is to be done with a thing: "Riktlinjerna revideras"."""
QUOTES = ' "”“»«'
OUGHT = re.compile(
    r"^(?:[\w-]+ ){1,5}?(?:bör|behöver|måste)\s\w|^(?:[\w-]+ ){1,6}?ska (?:\w+ )?\w+s(?: \w+)?\.?$",
    re.IGNORECASE,
)
"""What ought to be; with "ska" only what is to be done with a thing, no plan of who answers."""
_FIELD = re.compile(r"^[^:.]{3,40}:\s")
"""How a line begins that fills in a field: "Stöd i delegationsordningen: punkt 1.2"."""
LONGEST = 300
_SHORTEST = 1
"""In words, of what is to be done."""
_ANSWERER = AnyCase(
    rf"^(?:(?:båda|samtliga|alla) )?{OF_SEVERAL_WORDS}"
    r"(?:[\w-]*(?:nämnden|nämnderna|styrelsen|styrelserna"
    r"|förvaltningen|bolaget|direktionen|kontoret|enheten|förbundet|utskottet|avdelningen)"
    r"|vi|jag) (?:\w+ ){0,2}?"
    r"(?:instämmer|delar|anser|ser|håller|ställer|har|kommer|avser|planerar|noterar|menar|bedömer"
    r"|tackar|arbetar|godtar|accepterar|avstyrker|tillstyrker|tänker|välkomnar|uppfattar"
    r"|konstaterar|avvisar|avslår|bifaller|biträder|bejakar|ansluter|motsätter|bestrider|tycker)\b",
)
"""How an answer begins, and no recommendation."""
_TURNS = re.compile(rf"^{TURNS_TO}\b", re.IGNORECASE)
_OUGHT_IN = re.compile(r"\b(?:bör|behöver|måste)\b", re.IGNORECASE)
Demand = tuple[Passage, str, str | None]
"""Where a recommendation stands, its words and its number."""


def is_answering(text: str) -> bool:
    """Tell whether a text begins as an answer does, with who thinks or does something.

    So does one that turns to a matter, and does not say what ought to be done about it.
    """
    said = text.strip()
    if _TURNS.match(said):
        return _OUGHT_IN.search(next(sentences(said), said)) is None
    return _ANSWERER.match(said) is not None


def demand_in(each: Passage) -> str | None:
    """Return what a line says is to be done; None where it says nothing else, or more."""
    text = each.text.strip()
    said = unquoted(text)
    words = said.split()
    is_short = len(words) > _SHORTEST and len(said) < LONGEST
    is_short = is_short and not all(word[:1].isupper() for word in words)
    if not is_short or text.endswith(":") or len([*sentences(said)]) > 1:
        return None
    that = _THAT.match(said)
    if that is not None and infinitive_of(that["verb"]) != that["verb"]:
        return said
    is_marked = each.marker or each.is_heading or said != text
    if (is_marked and _DONE.match(said)) or (each.is_heading and DONE_ABOVE.match(said)):
        return said
    if _FIELD.match(said) and not (each.is_item or each.is_heading):
        return None
    bare = ATT.sub("", said)
    is_ought = OUGHT_TO.match(said) is not None
    is_ought = is_ought or (each.is_item and OUGHT.match(said) is not None)
    is_marked_ought = is_ought and each.is_item
    if not (begins_with_demand(bare) or is_ought):
        return None
    is_noting = (is_ought or each.marker is not None) and position_of(said) is Position.NOTED
    return bare if is_marked_ought or is_noting or position_of(said) is None else None


def is_bare_ought(each: Passage) -> bool:
    """Tell whether a line without any mark says what a committee ought to do, as answers may."""
    is_marked = each.marker or each.is_heading or unquoted(each.text) != each.text.strip()
    return not is_marked and OUGHT_TO.match(each.text.strip()) is not None


def unquoted(text: str) -> str:
    """Return what stands in a line that is one quotation, or behind who says it; else the line."""
    said = _SPEAKER.sub("", text.strip())
    quoted = _QUOTED.match(said)
    return quoted["text"].strip(" .") if quoted else said


def is_asked(text: str) -> bool:
    """Tell whether a text says what is to be done."""
    text = text.strip(QUOTES)
    bare = ATT.sub("", text)
    return bare != text or begins_with_demand(bare) or OUGHT.match(text) is not None
