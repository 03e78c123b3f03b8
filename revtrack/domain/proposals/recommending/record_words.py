"""The labels and words by which lists and follow-ups tell what became of a recommendation."""

import re

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.committees.whom_labels import LABEL, PUT_TO
from revtrack.domain.proposals.recommending.demanded import subject_end
from revtrack.domain.proposals.recommending.items import ATT
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, tells
from revtrack.domain.proposals.text.voices import OUGHT

_TOLD = (
    r"(?:(?:nämndens|styrelsens|bolagets|direktionens|förvaltningens|revisorernas|revisionens|vår"
    r"|vårt|vidtagna|genomförda|planerade|senaste|samlad|nuvarande|regionens|kommunens)\s)?"
    r"(?:svar|yttrande|återkoppling|status|läge|läget|nuläge|bedömning|slutsats|kommentar(?:er)?"
    r"|åtgärd(?:er)?|uppföljning|uppföljd|uppföljt|utfall|resultat|iakttagelser?|klart?|deadline"
    r"|tidplan|svarsdatum|senast|prioritet|prio|beslut|hantering|notering|besvarad|redovisning)"
    r"(?:\s(?!(?:av|om|och|för|på)\b)[\w./()-]+){0,4}?"
)
_WHOM = rf"(?:{LABEL}|till)"
_OF_AUDIT = r"(?:granskning|rapport|år|nr|nummer|id|område|dnr)"
_GIVEN = (
    r"(?:(?:vår|revisionens|revisorernas|lämnad|ursprunglig)\s)?rekommendation(?:en|stext)?"
    r"(?:\s(?:från\s)?\d{1,4})?"
)
FIELD = re.compile(rf"(?P<label>{_TOLD}|{_WHOM})\s*:(?:\s|$)", re.IGNORECASE)
"""How a line begins that tells something of the recommendation above it."""
FOR_WHOM = re.compile(rf"{_WHOM}\s*:\s", re.IGNORECASE)
GIVES = re.compile(rf"{_GIVEN}\s*:\s", re.IGNORECASE)
ALONE = re.compile(rf"\W*{_GIVEN}\s*:?$", re.IGNORECASE)
"""A line above a recommendation that says only that it comes: "Revisorernas rekommendation"."""
ANY_LABEL = re.compile(r"(?P<label>[A-ZÅÄÖ][\w ]{2,28}):\s+(?P<text>\S.*)$")
LABELLED = re.compile(
    r"(?:vår |revisionens |revisorernas )?(?:rekommendation\w*|förslag|granskning|rapport)\b"
    r"[^:]{0,40}:",
    re.IGNORECASE,
)
WITHIN = re.compile(
    rf"(?:(?<=[.;!?)])\s+|\s+[–—|·-]\s+|,\s+)"
    rf"(?=(?:{_TOLD}|{_WHOM}|{_GIVEN}|{_OF_AUDIT})\s*:\s)",
    re.IGNORECASE,
)
"""Where such a thing begins behind the recommendation on its line, or before it."""
WHOM_FIRST = re.compile(
    rf"(?:{PUT_TO}|mottagare:|till:|ansvarig\w*:|nämnd:)\s"
    r"[^.:;]{3,120}\.(?=\s\S)",
    re.IGNORECASE,
)
"""How a paragraph below a recommendation begins with whom it is for."""
_STATE_WORDS = (
    r"(?:(?:ej|inte|delvis|ännu|helt|är|har|till viss del|i stort|i huvudsak)\s)*"
    r"(?:klar[at]?|gjor[td]|pågår|pågående|påbörja[dt]s?|starta[dt]|genomför(?:d|t|ts)"
    r"|åtgärda(?:d|t|ts)|avsluta(?:d|t|ts)|öppen|stängd|kvarstår|besvara(?:d|t|ts)"
    r"|uppfyll(?:d|t)|beakta(?:d|t|ts)|planera(?:d|t|s)|försena[dt]|vilande|utgår|avförd"
    r"|införd|infört|deadline|klart? senast|svar saknas)\b"
    r"(?:[ ,:]+(?!att\b)[\w.-]+){0,4}\W*"
)
STATE = re.compile(_STATE_WORDS, re.IGNORECASE)
"""How far something has come, and nothing else: "Ej klart.", "Deadline juni 2024."."""
STATE_BEHIND = re.compile(rf"\s+(?:[–—-]\s+|\()(?={_STATE_WORDS}$)", re.IGNORECASE)
STATE_BEFORE = re.compile(
    rf"(?:[\[(](?P<state>{_STATE_WORDS})[\])]|(?:grön|gul|röd)(?!\w))\s*[:–-]?\s+", re.IGNORECASE
)
"""How a line begins with how far it has come: "[Pågår] …"."""
_BEHIND = re.compile(r"[^:]{2,120}(?::|\.|\)|\s[–—-])\s+(?P<text>\S.*)$")
"""A demand behind whom it is for, or a title."""
QUOTES = " \"”“»«'"
_FEW = 6
"""So many words may stand before "bör" of a thing that is to be seen to."""


def demands(text: str, addressees: Addressees) -> bool:
    """Tell whether a text demands something: of somebody, or of a thing."""
    said = ATT.sub("", text.strip(QUOTES))
    end = subject_end(said, addressees)
    is_demand = begins_with_demand(said) and not tells(said)
    return is_demand or OUGHT.match(said[end:].strip()) is not None


def is_of_thing(text: str) -> bool:
    """Tell whether a text is one sentence that says what a thing ought to be."""
    ought = re.search(r"\bbör\b", text)
    is_near = ought is not None and len(text[: ought.start()].split()) <= _FEW
    return is_near and len([*sentences(text)]) == 1


def gives(text: str, addressees: Addressees) -> bool:
    """Tell whether a text demands something, perhaps behind whom it is for or a title."""
    behind = _BEHIND.match(text)
    return demands(text, addressees) or (behind is not None and demands(behind["text"], addressees))
