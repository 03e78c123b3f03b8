"""Recommendations that a reply gives again in running text: "Revisorerna anser att nämnden bör …".

What the auditors are said to think counts first. Where a reply says nothing of it in a sentence of
its own, it may name what was recommended in the very sentence that answers it.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.restating.prose_announced import announced, bare_in, called_for
from revtrack.domain.proposals.restating.prose_demands import (
    AUDITORS,
    BODY,
    HOLDS,
    OUGHT,
    demands_of,
    is_demand,
    is_done,
)
from revtrack.domain.proposals.restating.prose_named import matters_of, subjects_of
from revtrack.domain.proposals.restating.prose_nouns import things_beside
from revtrack.domain.proposals.restating.prose_told import TAIL, THE_ONE, told_of
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.likeness import SAME_MATTER, likeness

Restated = tuple[Passage, str]
"""Where a recommendation stands, and its words."""
AS_REPLY = re.compile(r"[,;]\s+(?:samt\s+|och\s+)?(?=att som svar\b)")
"""Where a decision goes on to reply to the next: "…, att som svar på rekommendationen …"."""
_THOSE = re.compile(
    r"^De(?= (?:är|innebär|innebar|går ut på|handlar om|gäller|avser|lyder)\b[^.]*\batt\b)"
)
_OF_SEVERAL = re.compile(r"\brekommendationer(?:na)?\b[^.:]*\.?$", re.IGNORECASE)
"""A sentence about recommendations, so that "De" in the next one is those."""
_ASKS_ALONE = re.compile(
    rf"^(?:ni|{AUDITORS}) (?:rekommenderar|föreslår|uppmanar|anser|menar|vill)\b.* att \w",
    re.IGNORECASE,
)
"""A heading that says what the auditors recommend: "Ni rekommenderar nämnden att …"."""
_AGREED = re.compile(
    r"\b(?:delar|instämmer|enig|eniga|ense|överens|håller (?:\w+ ){0,3}?med|ställer|står|positiv\w*"
    r"|anser|tillstyrker|godtar|accepterar)\b[^.]{0,60}?"
    r"\b(?:om|i|till|på|bakom|uppfattning(?:en)?|bedömning(?:en)?|synen|mening|åsikten|inte) att"
    rf" (?P<text>(?:(?!\batt\b)[^.])*?\b{OUGHT}\s+\w[^.]*)"
    r"|\b(?:inget|ingenting|ing(?:en|a) (?:invändning(?:ar)?|erinran|betänkligheter))"
    r" (?:att invända )?e?mot att (?P<done>[^.]*)"
    r"|\b(?:motsätter sig (?:därför )?inte|ställer sig bakom|tillstyrker|godtar|accepterar"
    r"|är med på|går med på) att (?P<let>[^.]*)"
    rf"|^att (?P<one>(?:[\w,-]+ ){{1,8}}?{OUGHT} \w[^.]*?) (?:är|delar|håller|instämmer)"
    r" [^.]*\b(?:enig|ense|överens|instämmer|delar|med)\b",
    re.IGNORECASE,
)
"""How a sentence agrees in a clause with what ought to be: "instämmer i att nämnden bör …"."""
_POINTS_BACK = re.compile(
    rf"(?:de[tn]?|detta|denna|dessa|han|hon) (?:[\w-]+ )?{OUGHT}\b", re.IGNORECASE
)
"""How a clause begins that says something of what stands before it."""
_BEFORE = re.compile(
    r"\b(?:då|tidigare|förra|även|redan) (?:\w+ ){0,2}?(?:19|20)\d{2}\b"
    r"|\brekommendera(?:de|des|ts|t)\b[^.]{0,20}\bdå\b|\bdå rekommendera\w*\b"
    r"|\btidigare granskning",
    re.IGNORECASE,
)
"""Words of what was recommended once before."""
_GOES_ON = re.compile(
    r",\s(?:vilket|vilka|vilken)\s.*$|,?\s(?:och|samt|men)\s(?:(?:därför|också|även)\s)?(?:ger|uppdrar"
    r"|kommer|har|avser|ska|anser|är|noterar|beslutar|vill|tar|lägger|ser|inför|planerar)\b.*$"
    r"|\s(?:redan|därmed|numera|sedan tidigare) (?:är|har|anses|får|kan|bedöms)\b.*$"
    r"|\s(?:är|har|anses|bedöms|får anses|kan anses) (?:redan|därmed|numera|vara)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What goes on behind a recommendation in the sentence that answers it: "… och ger X i uppdrag"."""
_CONCERNING = re.compile(
    rf"^{TURNS_TO} (?:också |även )?"
    r"(?:rekommendationen |förslaget |synpunkten )?(?:om )?att (?P<text>\w[^.]*?),?\s+"
    rf"(?:(?:gör|{HOLDS}|är|finns)\s+(?:\w+\s+)?(?:det|{BODY}))\b",
    re.IGNORECASE,
)
"""How a sentence names what was recommended before it answers: "Vad gäller att … anser vi"."""
_TURNS_TO = re.compile(
    rf"^(?i:{TURNS_TO})[ :]+"
    r"(?P<text>[A-ZÅÄÖ][a-zåäö]+ (?:[\w-]+ ){1,14}?[\w-]+),?"
    rf" (?:{HOLDS}|är|har|finns|ska|pågår|görs|sker) ",
)
"""How a sentence turns to one of several: "Vad gäller Uppföljning av inköp instämmer nämnden"."""
_NAMES = frozenset(("Kommunens", "Revisorernas", "Revisionens", "Region", "Regionens", "Nämndens"))
_NUMBERED_BY_NAME = re.compile(r"(?:rekommendation|punkt|synpunkt)(?:en)?\b", re.IGNORECASE)


def restated_in_prose(passages: Passages) -> tuple[Restated, ...]:
    """Return what running text says that the auditors think should be done."""
    said = tuple(_sentences(passages))
    behind = announced(said)
    told: list[Restated] = []
    named: list[Restated] = []
    for place, (at, sentence) in enumerate(said):
        asked = behind.get(place)
        here = [(at, one) for one in asked or told_of(sentence)]
        told += here
        named += [*here, *((at, one) for one in _named(sentence))]
    answered = [(at, one) for at, sentence in said for one in _answered(sentence)]
    matters = [(at, one) for at, sentence in said for one in _matters(sentence)]
    matters = max(matters, list(_quoted_matters(said)), key=len)
    others = max(_agreed(said), answered, key=len) or list(called_for(said))
    found: list[Restated] = []
    for each, text in (told and named) or others or (matters if len(matters) > 1 else ()):
        if all(likeness(text, other, SAME_MATTER) < SAME_MATTER for _, other in found):
            found.append((each, text))
    things = [*things_beside(said, found)] if told and found else []
    order = {id(each): place for place, each in enumerate(passages)}
    return tuple(sorted((*found, *things), key=lambda one: order[id(one[0])]) if things else found)


def _whole(each: Passage) -> str:
    """Return a paragraph with the words that number it: "Rekommendation 2 innebär att …"."""
    named = _NUMBERED_BY_NAME.match(each.place.quote) if each.marker else None
    goes_on = each.text.lstrip(", ")
    is_within = named is not None and goes_on[:1].islower()
    return f"Rekommendation {each.marker} {goes_on}" if is_within else each.text


def _sentences(passages: Passages) -> Iterator[Restated]:
    """Give the sentences of running text that speak of this audit."""
    for each in passages:
        if isinstance(each, Passage) and (not each.is_heading or _ASKS_ALONE.search(each.text)):
            is_of_several = False
            for text in (one for part in AS_REPLY.split(_whole(each)) for one in sentences(part)):
                if _BEFORE.search(text) is None:
                    yield each, _THOSE.sub("Rekommendationerna", text) if is_of_several else text
                is_of_several = _OF_SEVERAL.search(text) is not None


def _named(sentence: str) -> Iterator[str]:
    """Give what a sentence names as one matter of several, and goes on to answer."""
    match = _CONCERNING.match(sentence)
    if match is not None and begins_with_demand(match["text"]):
        yield match["text"]
    else:
        yield from subjects_of(sentence)


def _matters(sentence: str) -> tuple[str, ...]:
    """Return what a sentence begins with and says what is thought of."""
    return () if position_of(sentence) is None else matters_of(sentence)


def _quoted_matters(said: Sequence[Restated]) -> Iterator[Restated]:
    """Give what sentences turn to in the auditors' own words, which begin as a sentence does."""
    for at, sentence in said:
        match = _TURNS_TO.match(sentence)
        if match is not None and match["text"].split()[0] not in _NAMES:
            yield at, match["text"]


def _answered(sentence: str) -> Iterator[str]:
    """Give what a sentence names as recommended that also answers it."""
    if subjects := subjects_of(sentence):
        yield from subjects
        return
    if bare := bare_in(sentence):
        yield bare
        return
    match = THE_ONE.search(sentence)
    if match is None or position_of(sentence) is None:
        return
    said = _GOES_ON.sub("", TAIL.sub("", match["text"] or match["one"]))
    found = tuple(demands_of(said))
    if all(is_demand(each) or is_done(each) for each in found):
        yield from found


def _agreed(said: Sequence[Restated]) -> list[Restated]:
    """Return what several sentences agree in a clause with; none where but one does.

    Beside them counts what other sentences begin with as a matter, and answer.
    """
    agreed = [(at, one) for at, sentence in said for one in agreed_with(sentence)]
    found = [
        (at, one)
        for at, sentence in said
        for one in agreed_with(sentence) or _answered_matters(sentence)
    ]
    return found if agreed and len(found) > 1 else []


def _answered_matters(sentence: str) -> tuple[str, ...]:
    """Return what a sentence begins with as a matter, also one that is done, and answers."""
    return () if position_of(sentence) is None else matters_of(sentence, takes_done=True)


def agreed_with(sentence: str) -> tuple[str, ...]:
    """Return what a sentence agrees in a clause with, or refuses in one."""
    match = _AGREED.search(sentence) if position_of(sentence) is not None else None
    given = [each for each in match.groupdict().values() if each] if match else []
    text = _GOES_ON.sub("", TAIL.sub("", given[0])) if given else ""
    demands = tuple(demands_of(text)) if text and not _POINTS_BACK.match(text) else ()
    is_let = match is not None and bool(match["done"] or match["let"])
    return demands if all(is_demand(one) or (is_let and is_done(one)) for one in demands) else ()


def given_by(at: Passage, sentence: str) -> tuple[str, ...]:
    """Return what one sentence gives as recommended, in any way that a sentence does."""
    if _BEFORE.search(sentence) is not None:
        return ()
    asked = announced(((at, sentence),)).get(0)
    ways = (told_of, _named, _answered)
    return asked or next((found for way in ways if (found := tuple(way(sentence)))), ())
