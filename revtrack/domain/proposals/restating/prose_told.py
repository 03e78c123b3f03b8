"""What a sentence of a reply says that the auditors think should be done.

"Revisorerna anser att nämnden bör …", "er rekommendation är att …", "ni lämnar två råd: att …".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from revtrack.domain.proposals.restating.prose_announced import bare_in, in_capitals
from revtrack.domain.proposals.restating.prose_demands import (
    AUDITORS,
    BODY,
    HOLDS,
    OUGHT,
    QUOTES,
    demands_of,
    is_demand,
    is_done,
    row_of,
)
from revtrack.domain.proposals.restating.prose_named import quoted_in, subjects_of
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.verb_forms import with_infinitive
from revtrack.domain.texts.any_case import AnyCase, Shape
from revtrack.domain.texts.numerals import CARDINALS, ORDINALS

_ASKED = AnyCase(
    r"\b(?:rekommender(?:ar|at|ade|as|ats|ades)|uppmana(?:r|s|t|ts|des)|föreslår|föreslås"
    r"|förordar)\b(?!(?: [\w-]+){0,4}? (?:att )?(?:svara|besvara|yttra|meddela|anföra)\b)"
    r"(?: [\w,-]+){0,8}? att\s+(?P<text>\w[^.]{9,})"
    rf"|\b(?:{AUDITORS}|ni)\b[^.]{{0,40}}\b(?:anser|menar|bedömer|ser|finner|tycker) (?:att )?"
    r"(?:det (?:är )?)?(?:som )?(?:mycket )?"
    r"(?:angeläget|viktigt|nödvändigt|önskvärt|lämpligt|väsentligt)"
    r"(?: \w+){0,4}? att\s+(?P<own>\w[^.]{9,})",
)
"""What somebody is recommended: the words after "rekommenderar nämnden att"."""
_REFERS = re.compile(
    r"\s\(R?\d{1,2}\)"
    r"|\s\((?:se )?(?:punkt|avsnitt|sid(?:an|a|\.)?|s\.|kap(?:itel|\.)?)\s?[\d.–-]+(?: i \w+)?\)",
    re.IGNORECASE,
)
"""Where in the report it stands: "(avsnitt 4.1)"."""
_CLAUSE = rf"\batt (?P<text>(?:(?!\batt\b)[^.])*?\b{OUGHT}\s+\w[^.]*)"
_THEY_SAY = tuple(
    AnyCase(each)
    for each in (
        (
            r"\b(?:anser|menar|tycker|bedömer|rekommenderar|föreslår|förordar|framhåller|påtalar"
            rf"|skriver|påpekar) {AUDITORS}\b[^.]{{0,80}}?{_CLAUSE}"
        ),
        (
            rf"\b{AUDITORS}\b[^.]{{0,60}}\b(?:anser|menar|tycker|skriver|påpekar|bedömer"
            rf"|rekommenderar|föreslår|förordar|pekar|framhåller|påtalar)\b[^.]{{0,80}}?{_CLAUSE}"
        ),
        (
            rf"\b{AUDITORS}\b[^.]{{0,60}}\b(?:anser|menar|tycker|skriver|påpekar|konstaterar"
            rf"|bedömer"
            rf"|rekommenderar|föreslår|förordar"
            r"|uppmanar|vill|pekar|pekat|efterlyser|framhåller|framhållit|påtalar|påtalat"
            r"|föreslagit"
            rf"|rekommenderat|ansett)\b[^.]{{0,120}}?\b{OUGHT}\s+[”\"“«»]?(?P<text>\w[^.]*)"
        ),
        (
            rf"\bni (?:har |hade )?(?:\w+ )?(?:skriv(?:er|it)|skrev|påpeka[rtd]e?|framh(?:åller|åll"
            rf"it|öll)|konstatera[rtd]e?|pekar?t? på)(?: \w+)? att"
            rf" (?P<said>(?:(?!\batt\b)[^.])*?\b{OUGHT}\s\w[^.]*)"
            r"|\b(?:anser|menar|tycker|föreslår|vill) ni(?: \w+)? att (?P<text>\w[^.]*)"
            r"|\bni (?:anser|menar|tycker|föreslår|vill)(?: \w+)? att (?P<own>\w[^.]*)"
        ),
        (
            r"\b(?:granskningen|\w*rapporten|skrivelsen)\b[^.]{0,40}\b(?:anger|anser|menar|föreslår"
            rf"|påpekar|framhåller|betonar|anges|påpekas|framhålls"
            rf"|föreslås)\b[^.]{{0,60}}?{_CLAUSE}"
        ),
        rf"\b(?:vill|önskar|ser gärna|efterlyser) {AUDITORS} att (?P<text>\w[^.]*)",
        (
            rf"\b(?:{AUDITORS}|ni) (?:ville|önskade|bad|har bett|begärde|såg gärna)(?: \w+)? att"
            rf" (?:{BODY} )?skulle (?P<text>\w[^.]*)"
        ),
        rf"\b{AUDITORS} (?:vill|önskar|ser gärna)(?: \w+)? att (?P<text>\w[^.]*)",
        (
            rf"^(?P<text>(?:(?!\batt\b)[^.]){{0,200}}?\b{OUGHT}\s\w[^.]{{0,300}}?),"
            rf" (?:skriver|anser|menar|säger|framhåller|påpekar|föreslår|tycker)"
            rf" (?:{AUDITORS}|ni)\b"
        ),
        rf"\b(?:anser|menar|föreslår|rekommenderar|framhåller|påpekar) de\b[^.]{{0,40}}?{_CLAUSE}",
        rf"\benligt {AUDITORS}(?: mening| bedömning)? {OUGHT} {BODY} (?P<text>\w[^.]*)",
        (
            rf"\b{OUGHT}(?: {BODY})?,? enligt (?:{AUDITORS}|er|rapporten|granskningen),?"
            r" (?:också |även |dessutom )?(?P<text>\w[^.]*)"
        ),
    )
)
_OF_WHICH = re.compile(
    r"\b(?:gäller|avser|rör|handlar om) (?P<what>(?:[\w-]+ ){0,5}?[\w-]+), som (?:enligt )?"
    rf"(?:{AUDITORS}|ni|er)(?: (?:anser|menar|tycker))? (?P<ought>{OUGHT} \w[^.,]*)",
    re.IGNORECASE,
)
"""What ought to be done with a thing: "Den tredje gäller avgiften, som ni anser bör höjas"."""
_SAYS_LITTLE = re.compile(
    r"[\w-]+|(?:göra|vidta) (?:något|nånting|åtgärder)\b.{0,20}", re.IGNORECASE
)
"""What says by itself nothing of what is to be done: "göra något åt", "höjas"."""
_IN_TURN = re.compile(rf"(?:^|\s)för det (?:{'|'.join(ORDINALS)}),?(?=\s)\s?", re.IGNORECASE)
"""Words that only count: "Ni menar för det första att …"."""
_ORDINAL = "|".join((*ORDINALS, "ena", "sista"))
_IS_SO = (
    r"(?:redan |nu |delvis |också |till stor del )?(?:\w+(?:förd|gärdad|fylld|godosedd)"
    r"|\w*riktad|ställd|avsedd|klar|under arbete|på gång|rimlig|befogad|riktig|viktig|relevant"
    r"|angelägen)\b"
)
"""What a sentence says that one of several is, which is nothing to be done: "är genomförd"."""
THE_ONE = AnyCase(
    r"\brekommendation(?:en|er|erna)?(?: till [\w-]+)?,?"
    r"(?: om| är| var| lyder| gäller| gällde| innebär"
    r"| som riktas till \w+ är)?[,:]? att\s+(?P<text>\w[^.]{14,})"
    rf"|^(?:den (?:{_ORDINAL})(?: rekommendationen| punkten)?"
    rf"|(?:den|det|ert?|{AUDITORS}) (?:{_ORDINAL}) (?:(?:rekommendation|punkt|synpunkt)(?:en)?"
    r"|(?:råd|förslag|påpekande|önskemål|krav)e?t?))"
    rf" (?:är|var|innebär|innebar|gäller|gällde|handlar om|handlade om|lyder|löd|går ut på"
    rf"|gick ut på|avser|avsåg|rör|rörde)(?: att)?\s+(?!{_IS_SO})(?P<one>\w[^.]{{9,}})",
)
TAIL = re.compile(
    rf",?\s+(?:(?:och|men|vilket|något som|som)\s+{BODY}\s+(?:\w+\s+)?{HOLDS}"
    rf"|{HOLDS}\s+(?:\w+\s+)?{BODY}"
    r"|(?:meddela|svara|anföra|framföra|uttala|framhålla|uppge)\s(?:\w*revis\w+\s)?att)\b.*$"
    r"|,\s(?:har|är|blev)\s(?:\w+\s){0,2}?\w+(?:ts|d|t|da|ta)\b[^,]*$",
    re.IGNORECASE | re.DOTALL,
)
"""What goes on behind a recommendation and answers it: ", vilket nämnden instämmer i"."""
_POINTS = (
    r"(?::|,? (?:nämligen|och de är|vilka är)|\s(?:är|var|lyder|gäller|avser|innebär|handlar om"
    r"|går ut på):?) (?:dels )?att (?P<text>\w[^.]{14,})"
)
_SEVERAL = (
    re.compile(rf"\brekommendationer(?:na)?\b[^.:]{{0,120}}?{_POINTS}", re.IGNORECASE),
    AnyCase(
        rf"\b(?:{AUDITORS}|ni|granskningen|rapporten)\b[^.:]{{0,120}}?\b(?:synpunkter\w*"
        rf"|punkter|saker|frågor|\w*områden|förslag|påpekanden?|råd"
        rf"|kritik\w*)\b[^.:]{{0,60}}?{_POINTS}",
    ),
    AnyCase(
        rf"\b(?:{'|'.join(CARDINALS[1:])}|följande) (?:\w+ )?(?:\w+områden|förslag|råd|synpunkter"
        rf"|uppmaningar|påpekanden|punkter)\b[^.:]{{0,60}}?{_POINTS}",
    ),
)
"""How a sentence goes on to several things to be done: "lämnar två rekommendationer: att …"."""
_BARE_SEVERAL = AnyCase(
    rf"(?:\b(?:{AUDITORS}|ni|granskningen|rapporten)\b|\brekommendationer(?:na)?\b"
    rf"|\b(?:{'|'.join(CARDINALS[1:])}|följande) (?:\w+ )?(?:rekommendationer|förslag|råd|saker"
    r"|synpunkter|uppmaningar|påpekanden|punkter"
    r"|önskemål)\b)[^.:]{0,120}:\s+(?P<text>\w[^:]{14,})$",
)
"""How a sentence announces several things to be done and gives them bare, behind a colon."""
_NUMBERED = re.compile(
    r"^(?:rekommendation|punkt|synpunkt)(?:en)? (?:nr )?R?\d{1,2}[a-z]?,?"
    r"(?: (?:om|är|var|innebär|handlar om|gäller|avser|lyder))? att (?P<text>\w[^.]*?)"
    rf"(?:,? (?:{HOLDS}|är|har|kan|vill|kommer) (?:\w+ )?{BODY}\b.*|\.?)$",
    re.IGNORECASE,
)
"""How a sentence gives the recommendation that it numbers, and may answer it."""


@lru_cache(maxsize=4_096)
def told_in(sentence: str) -> tuple[str, ...]:
    """Return what a sentence says that the auditors think should be done, as it is to be done."""
    return tuple(with_infinitive(each) for each in told_of(sentence))


def tells_only(sentence: str) -> bool:
    """Tell whether a sentence says what was recommended, and nothing of what is thought of it."""
    is_answer = TAIL.search(sentence) is not None or position_of(sentence) is not None
    return not is_answer and any(told_of(sentence))


@lru_cache(maxsize=4_096)
def told_of(sentence: str) -> tuple[str, ...]:
    """Return what a sentence says that the auditors think should be done, and answers no further.

    Several ways to find what a reply restates ask the same sentence.
    """
    return tuple(_told_of(sentence))


def _told_of(sentence: str) -> Iterator[str]:
    if quoted := quoted_in(sentence):
        for each in quoted:
            asks = _ASKED.search(each)
            yield from demands_of(asks["text"]) if asks else (each,)
        return
    sentence = _IN_TURN.sub(" ", _REFERS.sub("", QUOTES.sub("", sentence))).strip()
    if subjects_of(sentence):
        return
    if capitals := in_capitals(sentence):
        yield from capitals
        return
    several = _BARE_SEVERAL.search(sentence)
    if several is not None and (row := row_of(several["text"])):
        yield from row
        return
    asked = _ASKED.search(sentence)
    is_asked = asked is not None and all(map(is_demand, demands_of(asked["text"] or asked["own"])))
    shapes: tuple[Shape, ...] = (*_SEVERAL, *_THEY_SAY, THE_ONE)
    found = (shape.search(sentence) for shape in shapes)
    if plainly := _plainly_told(sentence):
        yield from plainly
        return
    match = asked if is_asked else next((each for each in found if each is not None), asked)
    if match is None:
        bare = bare_in(sentence) if position_of(sentence) is None else None
        yield from (bare,) if bare else ()
        return
    text = next(each for each in match.groupdict().values() if each)
    asked_for = TAIL.sub("", text)
    is_asked = not _only_names(match, asked_for)
    if is_asked and position_of(sentence[: match.start()] + asked_for) is None:
        yield from (each for each in demands_of(asked_for) if not _SAYS_LITTLE.fullmatch(each))


def _plainly_told(sentence: str) -> tuple[str, ...]:
    """Return what a sentence says ought to be done with a thing, or gives behind its number."""
    if of_which := _OF_WHICH.search(sentence):
        return (f"{of_which['what']} {of_which['ought']}",)
    numbered = _NUMBERED.match(sentence)
    return tuple(demands_of(numbered["text"])) if numbered else ()


def _only_names(match: re.Match[str], text: str) -> bool:
    """Tell whether a sentence says of one only what it is about: "Den andra gäller en budget"."""
    is_one = match.re.groupindex.get("one") is not None and match["one"] is not None
    is_clause = match.string[: match.end() - len(text)].rstrip().endswith(" att")
    return is_one and not (is_clause or is_demand(text) or is_done(text))
