"""Recommendations that a reply gives again in running text: "Revisorerna anser att nämnden bör …".

What the auditors are said to think counts first. Where a reply says nothing of it in a sentence of
its own, it may name what was recommended in the very sentence that answers it.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.orders import AS_REPLY
from revtrack.domain.proposals.recommending.demanded import in_a_row
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import (
    begins_with_demand,
    begins_with_infinitive,
    infinitive_of,
    with_infinitive,
)
from revtrack.domain.texts.likeness import SAME_MATTER, likeness

Restated = tuple[Passage, str]
"""Where a recommendation stands, and its words."""

_BODY = (
    r"(?:[\w,-]+(?: och)? ){0,3}?(?:[\w-]*(?:nämnden|nämnderna|styrelsen|styrelserna|direktionen"
    r"|bolaget|förbundet|kommunen|regionen|förvaltningen|kontoret|utskottet|rådet|stiftelsen"
    r"|föreningen)|vi|man)"
)
_AUDITORS = r"\w*revis(?:orerna|ionen|orernas|ionens)"
_OUGHT = r"(?:bör|ska|skall|behöver|måste|borde)"
_ASKED = re.compile(
    r"\b(?:rekommender(?:ar|at|ade|as|ats|ades)|uppmana(?:r|s|t|ts|des)|föreslår|föreslås"
    r"|förordar)\b"
    r"(?: [\w,-]+){0,8}? att\s+(?P<text>\w[^.]{9,})",
    re.IGNORECASE,
)
"""What somebody is recommended: the words after "rekommenderar nämnden att"."""
_THEY = re.compile(r"^De(?= (?:\w+ )?(?:anser|menar|tycker|föreslår|rekommenderar|vill)\b)")
_BY_THEM = re.compile(rf"^(?:{_AUDITORS}|De)\b")
"""How a sentence begins that is about the auditors, so that "De" in the next one is they."""
_ASKS_ALONE = re.compile(
    rf"^(?:ni|{_AUDITORS}) (?:rekommenderar|föreslår|uppmanar|anser|menar|vill)\b.* att \w",
    re.IGNORECASE,
)
"""A heading that says what the auditors recommend: "Ni rekommenderar nämnden att …"."""
_CLAUSE = rf"\batt (?P<text>(?:(?!\batt\b)[^.])*?\b{_OUGHT}\s+\w[^.]*)"
_THEY_SAY = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        (
            r"\b(?:anser|menar|tycker|bedömer|rekommenderar|föreslår|förordar|framhåller|påtalar"
            rf"|skriver|påpekar) {_AUDITORS}\b[^.]{{0,80}}?{_CLAUSE}"
        ),
        (
            rf"\b{_AUDITORS}\b[^.]{{0,60}}\b(?:anser|menar|tycker|skriver|påpekar|bedömer"
            rf"|rekommenderar|föreslår|förordar|pekar|framhåller|påtalar)\b[^.]{{0,80}}?{_CLAUSE}"
        ),
        (
            r"\b(?:anser|menar|tycker|bedömer|rekommenderar|föreslår|förordar|uppmanar|framhåller"
            r"|påtalar)"
            rf" {_AUDITORS}\b[^.]{{0,120}}?\b{_OUGHT}\s+(?P<text>\w[^.]*)"
        ),
        (
            rf"\b{_AUDITORS}\b[^.]{{0,60}}\b(?:anser|menar|tycker|skriver|påpekar|konstaterar"
            rf"|bedömer"
            rf"|rekommenderar|föreslår|förordar"
            r"|uppmanar|vill|pekar|pekat|efterlyser|framhåller|framhållit|påtalar|påtalat"
            r"|föreslagit"
            rf"|rekommenderat|ansett)\b[^.]{{0,120}}?\b{_OUGHT}\s+[”\"“«»]?(?P<text>\w[^.]*)"
        ),
        (
            rf"\bni (?:skriver|påpekar|framhåller|konstaterar|pekar på)(?: \w+)? att"
            rf" (?P<said>(?:(?!\batt\b)[^.])*?\b{_OUGHT}\s\w[^.]*)"
            r"|\b(?:anser|menar|tycker|föreslår|vill) ni(?: \w+)? att (?P<text>\w[^.]*)"
            r"|\bni (?:anser|menar|tycker|föreslår|vill)(?: \w+)? att (?P<own>\w[^.]*)"
        ),
        rf"\b(?:vill|önskar|ser gärna|efterlyser) {_AUDITORS} att (?P<text>\w[^.]*)",
        rf"\b{_AUDITORS} (?:vill|önskar|ser gärna)(?: \w+)? att (?P<text>\w[^.]*)",
        (
            rf"^(?P<text>(?:(?!\batt\b)[^.]){{0,200}}?\b{_OUGHT}\s\w[^.]{{0,300}}?),"
            rf" (?:skriver|anser|menar|säger|framhåller|påpekar|föreslår|tycker)"
            rf" (?:{_AUDITORS}|ni)\b"
        ),
        rf"\benligt {_AUDITORS}(?: mening| bedömning)? {_OUGHT} {_BODY} (?P<text>\w[^.]*)",
        rf"\b{_OUGHT}(?: {_BODY})?,? enligt {_AUDITORS},? (?P<text>\w[^.]*)",
    )
)
_THE_ONE = re.compile(
    r"\brekommendation(?:en|er|erna)?(?: till [\w-]+)?,?"
    r"(?: om| är| var| lyder| gäller| gällde| innebär"
    r"| som riktas till \w+ är)?[,:]? att\s+(?P<text>\w[^.]{14,})"
    r"|^den (?:första|andra|tredje|fjärde|femte|sjätte|sista)(?: rekommendationen| punkten)?"
    r" (?:är|innebär|gäller|handlar om|lyder)(?: att)?\s+(?P<one>\w[^.]{9,})",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:delar|instämmer|enig|eniga|ense|överens|håller (?:\w+ ){0,2}?med)\b[^.]{0,60}?"
    r"\b(?:om|i|uppfattning(?:en)?|bedömning(?:en)?|synen|mening|åsikten) att"
    rf" (?P<text>(?:(?!\batt\b)[^.])*?\b{_OUGHT}\s+\w[^.]*)"
    rf"|^att (?P<one>(?:[\w,-]+ ){{1,8}}?{_OUGHT} \w[^.]*?) (?:är|delar|håller|instämmer)"
    r" [^.]*\b(?:enig|ense|överens|instämmer|delar|med)\b",
    re.IGNORECASE,
)
"""How a sentence agrees in a clause with what ought to be: "instämmer i att nämnden bör …"."""
_POINTS_BACK = re.compile(r"(?:de[tn]?|detta|denna|dessa|han|hon) ", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:då|tidigare|förra|även|redan) (?:\w+ ){0,2}?(?:19|20)\d{2}\b"
    r"|\brekommenderade\b[^.]{0,20}\bdå\b"
    r"|\btidigare granskning",
    re.IGNORECASE,
)
"""Words of what was recommended once before."""
_HOLDS = (
    r"(?:instämmer|delar|anser|noterar|avser|håller|har|ser|ställer|vill|menar|bedömer|kommer|tar"
    r"|avstyrker|tillstyrker|välkomnar|accepterar|godtar|avvisar|konstaterar|säger)"
)
_TAIL = re.compile(
    rf",?\s+(?:(?:och|men|vilket|något som|som)\s+{_BODY}\s+(?:\w+\s+)?{_HOLDS}"
    rf"|{_HOLDS}\s+(?:\w+\s+)?{_BODY}"
    r"|(?:meddela|svara|anföra|framföra|uttala|framhålla|uppge)\s(?:\w*revis\w+\s)?att)\b.*$"
    r"|,\s(?:har|är|blev)\s(?:\w+\s){0,2}?\w+(?:ts|d|t|da|ta)\b[^,]*$",
    re.IGNORECASE | re.DOTALL,
)
"""What goes on behind a recommendation and answers it: ", vilket nämnden instämmer i"."""
_GOES_ON = re.compile(
    r",\s(?:vilket|vilka|vilken)\s.*$|,?\s(?:och|samt|men)\s(?:(?:därför|också|även)\s)?(?:ger|uppdrar"
    r"|kommer|har|avser|ska|anser|är|noterar|beslutar|vill|tar|lägger|ser|inför|planerar)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What goes on behind a recommendation in the sentence that answers it: "… och ger X i uppdrag"."""
_PARTED = re.compile(r",?\s*(?:\b(?:och|samt)\s+)?\bdels\s+(?:att\s+)?", re.IGNORECASE)
_BARE_JOINED = re.compile(r",\s+(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+")
"""What parts a list of what is to be done whose "att" stands once: "att A, B och C"."""
_FEWEST_OF_LIST = 3
_QUOTES = re.compile(r"[”\"“«»]")
_OUGHT_TO = re.compile(
    rf"^(?!.*\batt\b.*\b{_OUGHT}\b)(?:[\w-]+ ){{1,8}}?{_OUGHT}\s\w", re.IGNORECASE
)
"""How a demand begins that says what ought to be: "affärsplanen bör brytas ned"."""
_ONLY_BODY = re.compile(_BODY, re.IGNORECASE)
"""Who is to do what "dels" goes on with."""
_JOINED = re.compile(r"(?:,\s*(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+)att\s+", re.IGNORECASE)
_SHOULD = re.compile(rf"^{_BODY} (?:också |även |därför )?{_OUGHT} (?=\w)", re.IGNORECASE)
_DOES = re.compile(rf"^{_BODY} (?:också |även |därför )?(?P<verb>\w+)\b", re.IGNORECASE)
"""How a demand begins that says what a committee does: "nämnden fastställer …"."""
_GIVES_REPLY = re.compile(
    rf"^(?:{_BODY}\s)?(?:lämnar?|ger?|avger?|svarar?|yttrar? sig|antar?|godkänn\w*|översänd\w*"
    r"|överlämna\w*|beslutar?|fastställ\w*)\b[^.]*\b(?:följande|nedanstående|bifogade?|nedan"
    r"|svar(?:et)?|yttrande(?:t)?)\b",
    re.IGNORECASE,
)
"""How a proposal reads to give the reply itself: "direktionen svarar på följande sätt"."""
_IS_DONE = re.compile(r"^(?!.*\batt\b)(?:[\w-]+ ){1,8}?\w{2,}s\b(?! av\b)", re.IGNORECASE)
"""How a demand begins that says what is done with a thing: "inventeringen prioriteras"."""


_CONCERNING = re.compile(
    r"^(?:vad gäller|när det gäller|beträffande|angående|i fråga om) (?:också |även )?"
    r"(?:rekommendationen |förslaget |synpunkten )?(?:om )?att (?P<text>\w[^.]*?),?\s+"
    rf"(?:(?:gör|{_HOLDS}|är|finns)\s+(?:\w+\s+)?(?:det|{_BODY}))\b",
    re.IGNORECASE,
)
"""How a sentence names what was recommended before it answers: "Vad gäller att … anser vi"."""
_POINTS = (
    r"(?::|,? (?:nämligen|och de är|vilka är)|\s(?:är|var|lyder|gäller|avser|innebär|handlar om"
    r"|går ut på):?) (?:dels )?att (?P<text>\w[^.]{14,})"
)
_SEVERAL = (
    re.compile(rf"\brekommendationer(?:na)?\b[^.:]{{0,120}}?{_POINTS}", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_AUDITORS}|[Nn]i|granskningen|rapporten)\b[^.:]{{0,120}}?\b(?:synpunkter\w*"
        rf"|punkter|saker|frågor|områden|förslag|påpekanden?|kritik\w*)\b[^.:]{{0,60}}?{_POINTS}",
        re.IGNORECASE,
    ),
)
"""How a sentence goes on to several things to be done: "lämnar två rekommendationer: att …"."""
_NUMBERED_BY_NAME = re.compile(r"(?:rekommendation|punkt|synpunkt)(?:en)?\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:rekommendation|punkt|synpunkt)(?:en)? (?:nr )?R?\d{1,2}[a-z]?,?"
    r"(?: (?:om|är|var|innebär|handlar om|gäller|avser|lyder))? att (?P<text>\w[^.]*?)"
    rf"(?:,? (?:{_HOLDS}|är|har|kan|vill|kommer) (?:\w+ )?{_BODY}\b.*|\.?)$",
    re.IGNORECASE,
)
"""How a sentence gives the recommendation that it numbers, and may answer it."""
_SUBJECT = re.compile(
    rf"^(?:den |{_AUDITORS} |er )?(?:rekommendation|synpunkt)(?:en)?(?: om)? att (?P<text>\w[^.]*?)"
    rf"\s(?:{_HOLDS}|är|kommer|ska|bör|kan|får|har|(?:\w+er|an|till|av|god)?(?:ses|tas|slås|styrks|görs"
    r"|noteras|accepteras|avvisas|beaktas|följs|genomförs|verkställs|bedöms|välkomnas|delas))\b",
    re.IGNORECASE,
)
"""How a sentence begins with what was recommended, of which it then says something."""


def restated_in_prose(passages: Sequence[Passage | TablePassage]) -> tuple[Restated, ...]:
    """Return what running text says that the auditors think should be done."""
    said = tuple(_sentences(passages))
    told = [(at, one) for at, sentence in said for one in _told(sentence)]
    found: list[Restated] = []
    named = [(at, one) for at, sentence in said for one in (*_told(sentence), *_named(sentence))]
    answered = [(at, one) for at, sentence in said for one in _answered(sentence)]
    for each, text in (told and named) or max(_agreed(said), answered, key=len):
        if all(likeness(text, other, SAME_MATTER) < SAME_MATTER for _, other in found):
            found.append((each, text))
    return tuple(found)


def told_in(sentence: str) -> tuple[str, ...]:
    """Return what a sentence says that the auditors think should be done, as it is to be done."""
    return tuple(with_infinitive(each) for each in _told(sentence))


def tells_only(sentence: str) -> bool:
    """Tell whether a sentence says what was recommended, and nothing of what is thought of it."""
    is_answer = _TAIL.search(sentence) is not None or position_of(sentence) is not None
    return not is_answer and any(_told(sentence))


def _whole(each: Passage) -> str:
    """Return a paragraph with the words that number it: "Rekommendation 2 innebär att …"."""
    named = _NUMBERED_BY_NAME.match(each.place.quote) if each.marker else None
    goes_on = each.text.lstrip(", ")
    is_within = named is not None and goes_on[:1].islower()
    return f"Rekommendation {each.marker} {goes_on}" if is_within else each.text


def _sentences(passages: Sequence[Passage | TablePassage]) -> Iterator[Restated]:
    """Give the sentences of running text that speak of this audit."""
    for each in passages:
        if isinstance(each, Passage) and (not each.is_heading or _ASKS_ALONE.search(each.text)):
            is_theirs = False
            for text in (one for part in AS_REPLY.split(_whole(each)) for one in sentences(part)):
                if _BEFORE.search(text) is None:
                    yield each, _THEY.sub("Revisorerna", text) if is_theirs else text
                is_theirs = _BY_THEM.match(text) is not None


def _told(sentence: str) -> Iterator[str]:
    """Give what a sentence says that the auditors think should be done, and answers no further."""
    sentence = _QUOTES.sub("", sentence)
    if _subject_in(sentence) is not None:
        return
    asked = _ASKED.search(sentence)
    is_asked = asked is not None and all(map(_is_demand, demands_of(asked["text"])))
    found = (shape.search(sentence) for shape in (*_SEVERAL, *_THEY_SAY, _THE_ONE))
    if numbered := _NUMBERED.match(sentence):
        yield from demands_of(numbered["text"])
        return
    match = asked if is_asked else next((each for each in found if each is not None), asked)
    if match is None:
        return
    text = next(each for each in match.groupdict().values() if each)
    asked_for = _TAIL.sub("", text)
    if position_of(sentence[: match.start()] + asked_for) is None:
        yield from demands_of(asked_for)


def _named(sentence: str) -> Iterator[str]:
    """Give what a sentence names as one matter of several, and goes on to answer."""
    match = _CONCERNING.match(sentence)
    if match is not None and begins_with_demand(match["text"]):
        yield match["text"]
    elif (subject := _subject_in(sentence)) is not None:
        yield subject


def _subject_in(sentence: str) -> str | None:
    """Return what was recommended, of which a sentence then says what is thought of it."""
    match = _SUBJECT.match(_QUOTES.sub("", sentence))
    return match["text"].strip(" ,") if match and begins_with_demand(match["text"]) else None


def _answered(sentence: str) -> Iterator[str]:
    """Give what a sentence names as recommended that also answers it."""
    subject = _subject_in(sentence)
    if subject is not None:
        yield subject
        return
    match = _THE_ONE.search(sentence)
    if match is None or position_of(sentence) is None:
        return
    said = _GOES_ON.sub("", _TAIL.sub("", match["text"] or match["one"]))
    found = tuple(demands_of(said))
    if all(map(begins_with_demand, found)):
        yield from found


def _agreed(said: Sequence[Restated]) -> list[Restated]:
    """Return what several sentences agree in a clause with; none where but one does."""
    found: list[Restated] = []
    for at, sentence in said:
        match = _AGREED.search(sentence) if position_of(sentence) is not None else None
        text = _GOES_ON.sub("", _TAIL.sub("", match["text"] or match["one"])) if match else ""
        demands = tuple(demands_of(text)) if text and not _POINTS_BACK.match(text) else ()
        if all(map(_is_demand, demands)):
            found.extend((at, one) for one in demands)
    return found if len(found) > 1 else []


def demands_of(text: str) -> Iterator[str]:
    """Give the demands of a sentence: "att införa …, att följa upp … och att …"."""
    parts = [each.strip(' .,”"“«»') for each in _PARTED.split(text)]
    for one in parts[_ONLY_BODY.fullmatch(parts[0]) is not None :]:
        said = [each.strip(" .,") for each in _JOINED.split(one)]
        said = said if len(said) > 1 and _are_demands(said) else _listed(one)
        yield from (each for each in map(_bare, said) if each and not _GIVES_REPLY.match(each))


def _listed(text: str) -> list[str]:
    """Return the demands of a list whose "att" stands once; the text alone where it is none."""
    if len(in_row := in_a_row(_bare(text))) > 1:
        return in_row
    parts = _BARE_JOINED.split(text)
    is_list = len(parts) >= _FEWEST_OF_LIST and "," in text and begins_with_demand(_bare(parts[0]))
    return parts if is_list and all(map(begins_with_infinitive, parts[1:])) else [text]


def _are_demands(parts: Sequence[str]) -> bool:
    """Tell whether each of the parts that "och att" joins says what is to be done."""
    return all(map(_is_demand, parts)) or all(_IS_DONE.match(each) for each in parts)


def _is_demand(text: str) -> bool:
    """Tell whether a text says what is to be done, or what a committee then does."""
    does = _DOES.match(text)
    is_done = does is not None and infinitive_of(does["verb"]) != does["verb"]
    return is_done or begins_with_demand(text) or _OUGHT_TO.match(text) is not None


def _bare(text: str) -> str:
    """Return what is to be done without who should do it: "nämnden bör införa …"."""
    if begins_with_demand(text):
        return text
    return _SHOULD.sub("", text)
