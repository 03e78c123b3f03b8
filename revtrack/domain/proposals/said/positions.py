"""What a committee thinks of a recommendation, by the families of words that say so.

Refusal in so many words comes before all else, then what is met already, what is agreed to with an
objection, what needs nothing, agreement, and last what is only taken note of.
"""

import re
from functools import lru_cache

from revtrack.domain.codes import Position
from revtrack.domain.proposals.said.agreement_words import AGREES
from revtrack.domain.proposals.said.exceptions import parted_by_exception
from revtrack.domain.proposals.said.heeding import heeded_in
from revtrack.domain.proposals.said.limit_words import is_limited
from revtrack.domain.proposals.said.objection_words import (
    CONCEDES,
    EXCEPTS,
    NEEDS_NOTHING,
    PARTLY,
)
from revtrack.domain.proposals.said.position_words import MET, REFUSES, STANDS
from revtrack.domain.proposals.said.unsettled_words import ELSEWHERE, NOTED, OPEN, POSTPONES
from revtrack.domain.proposals.said.word_order import in_main_order, put_straight
from revtrack.domain.texts.any_case import AnyCase

NO_POSITION = frozenset((None, Position.NOTED, Position.UNCLEAR))
"""What a text states that does not say what is thought of a recommendation."""
_KEPT = 4_096
"""So many sentences are remembered, since one is asked of several times."""


def _any(shapes: tuple[str, ...]) -> AnyCase:
    return AnyCase("|".join(shapes))


_POSITIONS: tuple[tuple[Position, AnyCase], ...] = (
    (Position.DISAGREES, _any(REFUSES)),
    (Position.ALREADY_MET, _any(MET)),
    (Position.AGREES_PARTLY, _any(PARTLY)),
    (Position.UNCLEAR, _any(POSTPONES)),
    (Position.DISAGREES, _any(NEEDS_NOTHING)),
    (Position.AGREES, _any(AGREES)),
    (Position.ALREADY_MET, _any(STANDS)),
    (Position.NOTED, _any(NOTED)),
)
_IS_MET = _any(MET)
_NOT_WHOLLY = re.compile(
    r"\b(?:instämm\w+|delar|håller|ställer|ansluter|tillstyrk\w+)\b[^.,]{0,40}?\b(?:inte|ej)\s"
    r"(?:\w+\s)?(?:fullt ut|till fullo|helt|(?:i|till) alla delar|i sin helhet|i allt)\b"
    r"|\b(?:är|var) (?:\w+ )?(?:inte|ej) (?:helt|fullt ut|till fullo) "
    r"(?:enig|eniga|ense|överens|av samma)\b"
    r"|\bdelvis (?:av )?(?:en )?(?:annan|avvikande) (?:mening|uppfattning|åsikt|bedömning|syn)\b",
    re.IGNORECASE,
)
"""How a sentence agrees but for a part: "instämmer inte fullt ut"."""
_BUT = re.compile(r"(?:,|;)?\s(?:men|fast|fastän)\s", re.IGNORECASE)
_CONCESSION = _any((*AGREES, *CONCEDES))
_OBJECTS = _any((*REFUSES, *NEEDS_NOTHING, *EXCEPTS))
_POINTS_ELSEWHERE = _any(ELSEWHERE)
_IS_OPEN = AnyCase(OPEN)
_AUDITORS_SAY = re.compile(
    r"^(?:(?:det (?:\w+ )?)?ni (?:också |även )?(?:tycker|anser|menar|skriver|föreslår"
    r"|rekommenderar"
    r"|påpekar|framhåller|vill)|\w*revis(?:orerna|ionen)|lekmannarevisorn|kommunens revisorer"
    r"|stadens revisorer"
    r"|\w*revis(?:orernas|ionens) (?:\w+ )?(?:slutsats|bedömning)\w* är att"
    r"|(?:granskning|rapport)en(?! (?:av [^.,]{3,60}? )?(?:ska|skall|kommer (?:\w+ )?att|lämnas"
    r"|sker|görs"
    r"|läggs|utökas|presenteras|redovisas|behandlas|skickas|sänds|tas|blir)\b)|vår bedömning"
    r"|den övergripande bedömning\w*|av granskningen"
    r"|syftet|utifrån (?:\w+ ){0,2}?(?:granskning|iakttagelse|bedömning|revis)\w*"
    r"|i granskningen|\w*(?:nämnden|styrelsen|direktionen|bolaget) har (?:av [\w ]{3,30} )?"
    r"(?:rekommenderats|uppmanats))\b(?!\w)"
    r"(?!.{0,400}\b(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget)\b.{0,40}\b(?:instäm|delar"
    r"|håller|ställer|ansluter|välkomnar|tillstyrker|godtar|accepterar|avvisar|avstyrker))",
    re.IGNORECASE | re.DOTALL,
)
"""Begins a sentence that tells what the auditors have said, not what the committee says."""
_OF_LAW = AnyCase(
    r"^(?:\w*(?<!an)(?<!för)(?<!bo)lag(?:en|stiftningen)|lag(?:en)? om [^.,]{3,60}?"
    r"|\w*förordningen|\w*direktivet|regelverket) (?:medger|tillåter|ger|kräver|ställer|anger"
    r"|föreskriver|säger|förutsätter|innebär|reglerar)\b",
)
"""Begins a sentence that tells what the law says."""
_REGRETS = re.compile(
    r"\batt [^.,]{3,80} (?:har|hade|saknas|är|var) [^.,]{0,80}\bär (?:\w+ ){0,2}?(?:inte|ej)"
    r" (?:försvarbar|acceptab|godtagbar|rimlig|tillfredsställande|bra)\w*",
    re.IGNORECASE,
)
"""How a sentence finds fault with how things have been: "att ingen har svarat är inte bra"."""
_REFUSES_AFTER_ALL = re.compile(
    r"\b(?:förståelse|förstår|respekt|sympati)\w*\b[^.]*?,?\s(?:men|dock)\s(?:\w+ ){0,2}?(?:kan"
    r"|vill)"
    r" (?:\w+ ){0,2}?(?:inte|ej) (?:instämma|hålla med|tillstyrka|dela|följa|ställa (?:sig"
    r"|oss) bakom)"
    r"(?![^.]{0,30}\b(?:fullt ut|helt|i alla|i allt|till fullo)\b)",
    re.IGNORECASE,
)
"""How a sentence understands what is asked, and refuses it all the same."""
_NOBODY = re.compile(
    r"^(?:(?:ingen|inget) (?:av|\w*(?:nämnd|styrelse|enhet|förvaltning|skola|chef))\b"
    r"|varken\b)",
    re.IGNORECASE,
)
"""Begins a sentence of what nobody does: "ingen av enheterna kan följa"."""
_AUDITORS_RIGHT = re.compile(
    r"^\w*revis\w+ har (?:\w+ )?(?:rätt|fog|en (?:\w+ )?poäng)\b", re.IGNORECASE
)


@lru_cache(maxsize=_KEPT)
def tells_of_auditors(sentence: str) -> bool:
    """Tell whether a sentence gives what the auditors have said or done."""
    said = sentence.strip()
    return _AUDITORS_SAY.match(said) is not None and _AUDITORS_RIGHT.match(said) is None


@lru_cache(maxsize=_KEPT)
def position_of(sentence: str) -> Position | None:
    """Return the position that a sentence states in words; None where it states none.

    One whose words do not settle it is read again with who it is of before its verb.
    """
    found = _stated(in_main_order(sentence))
    if found in NO_POSITION and (straight := put_straight(sentence)) != sentence:
        return _stated(straight) or found
    return found


def _stated(sentence: str) -> Position | None:
    if _OF_LAW.match(sentence) or _REGRETS.search(sentence):
        return None
    if _REFUSES_AFTER_ALL.search(sentence):
        return Position.DISAGREES
    if _concedes(sentence) or _NOT_WHOLLY.search(sentence) or _leaves_out(sentence):
        return Position.AGREES_PARTLY
    for position, shape in _POSITIONS:
        if position is Position.AGREES and _NOBODY.match(sentence):
            continue
        said = shape.search(sentence)
        if said is not None:
            is_part = position is Position.AGREES and is_limited(sentence, said)
            return Position.AGREES_PARTLY if is_part else position
    return heeded_in(sentence)


def _concedes(sentence: str) -> bool:
    """Tell whether a sentence agrees in one clause and objects in the next: "rätt i sak, men …"."""
    first, *more = _BUT.split(sentence, maxsplit=1)
    if not more or _OBJECTS.search(first) or not _CONCESSION.search(first):
        return False
    return _OBJECTS.search(more[0]) is not None


def _leaves_out(sentence: str) -> bool:
    """Tell whether a sentence agrees with all but something."""
    parts = parted_by_exception(sentence)
    return parts is not None and position_of(parts[0]) is Position.AGREES


@lru_cache(maxsize=_KEPT)
def tells_only_since_when(sentence: str) -> bool:
    """Tell whether a sentence that is as good as met says no more than since when it is so."""
    return not _IS_MET.search(in_main_order(sentence))


@lru_cache(maxsize=_KEPT)
def leaves_open(sentence: str) -> bool:
    """Tell whether a sentence says that nobody knows yet what is thought of the matter."""
    return _IS_OPEN.search(sentence) is not None


@lru_cache(maxsize=_KEPT)
def points_elsewhere(sentence: str) -> bool:
    """Tell whether a sentence says that the matter is another body's, or concerns it not."""
    return _POINTS_ELSEWHERE.search(sentence) is not None
