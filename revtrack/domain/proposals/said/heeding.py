"""Whether a committee says that it heeds what was recommended: "kommer inte att följa rådet".

Any verb of heeding, with any verb before it, and what was recommended behind it: denied, it
refuses; limited, it agrees in part.
"""

from revtrack.domain.codes import Position
from revtrack.domain.proposals.said.objection_words import NO, PARTLY_SO
from revtrack.domain.proposals.said.word_order import BODY
from revtrack.domain.texts.any_case import AnyCase

_WILL = (
    r"(?:kommer(?:\s(?!att\b)[\w-]+){0,5}\satt|avser(?:\s(?!att\b)[\w-]+){0,5}(?:\satt)?"
    r"|har(?:\s(?!för\b)[\w-]+){0,5}?\sför avsikt att|har ingen avsikt att"
    r"|planerar(?:\s[\w-]+)?\satt"
    r"|(?:tänker|ämnar|ska|skall|vill|kan|bör|väljer att|väljer)(?:\s[\w-]+){0,5}?)"
)
_HEED = (
    r"(?:följa|hörsamma|efterkomma|tillmötesgå|genomföra|verkställa|tillgodose|anta|bifalla"
    r"|ta tillvara|efterleva|beakta)"
)
_HEEDS = (
    r"(?:följer|hörsammar|efterkommer|tillmötesgår|genomför|verkställer|antar|bifaller"
    r"|tar tillvara|efterlever)"
)
_DONE = (
    r"(?:följs(?! upp)|hörsammas|efterkoms|tillmötesgås|verkställs|bifalls|tas tillvara|efterlevs"
    r"|tillgodoses)"
)
_WHAT = (
    r"(?:(?:den|det|denna|detta) )?"
    r"(?:(?:rekommendation|synpunkt|uppmaning)en|(?:förslag|råd|påpekande)et"
    r"|(?:er|ert|era|\w*revis\w+s) (?:rekommendation|förslag|synpunkt|råd|uppmaning|påpekande)\w*"
    r")\b"
)
_SHAPES = AnyCase(
    rf"\b(?P<will>{_WILL})(?:\s[\w-]+){{0,3}}?\s{_HEED} {_WHAT}(?P<behind>[^.,]{{0,40}})"
    rf"|\b{_HEEDS}(?P<within>(?:\s[\w-]+){{0,4}}?) {_WHAT}(?P<after>[^.,]{{0,40}})"
    rf"|\b{_WHAT} (?P<done>{_DONE}[^.,]{{0,40}})",
)
_WHO = AnyCase(rf"\b{BODY}\b")
_OF_OTHERS = AnyCase(r"\b(?:ingen|inget|inga|huruvida)\b|(?<!frågan )\bom (?:[\w-]+ ){1,2}$")
"""Words before such a verb that make it no word of the whole committee's will."""
_DENIED = AnyCase(rf"\b(?:{NO}|ingen)\b")
_LIMITED = AnyCase(rf"\b{PARTLY_SO}")


def heeded_in(sentence: str) -> Position | None:
    """Return the position of a sentence by what it says of heeding; None where it says nothing."""
    match = _SHAPES.search(sentence)
    if match is None or _OF_OTHERS.search(sentence[: match.start()]):
        return None
    is_own = match["done"] or match.start() == 0 or _WHO.search(sentence[: match.end()])
    if not is_own:
        return None
    if _LIMITED.search(match[0]):
        return Position.AGREES_PARTLY
    return Position.DISAGREES if _DENIED.search(match[0]) else Position.AGREES
