"""How far agreement reaches: to part of what is recommended, or only under some condition."""

import re

from revtrack.domain.proposals.said.measure_subjects import stems_of
from revtrack.domain.proposals.text.turns import TURNS_TO

_PART = (
    r"(?:delvis|till (?:viss|en|stor|större|mindre|hälften) ?del|till (?:viss|stor) del"
    r"|till hälften|i mindre skala"
    r"|i (?:viss|någon|begränsad|mindre) (?:mån|utsträckning|omfattning)|i (?:allt )?(?:stort"
    r"|huvudsak)|i delar"
    r"|(?:bara|endast|enbart) (?:när|i fråga|för|i|vad|såvitt|beträffande|vid|om)"
    r"|så långt (?:det|som|möjligt)|såvitt (?:gäller|avser|rör|angår)"
    r"|i (?:den|de) (?:första |andra )?del(?:ar|en|arna)? (?:som|den)"
    r"|med (?:vissa|en viss|en) (?:begränsning|inskränkning|reservation|modifikation|justering)\w*)"
)
_DONE = (
    r"(?! (?:\w+ )?(?:klar|genomför|inför|åtgärda|på plats|påbörja|färdig|avsluta|implementera"
    r"|uppfyll|tillgodose))"
)
_LIMITS = re.compile(rf"\b{_PART}\b{_DONE}", re.IGNORECASE)
_STEM = 6
_NEAR = 45
"""So many characters may stand between words of agreement and those that limit it."""
_ANOTHER = re.compile(
    r"[.;:]| (?:och|samt) (?:har|är|avser|kommer|ska|arbetar)\b"
    r"|\batt\b(?!.*\b(?:men|fast|dock)\b)",
    re.IGNORECASE,
)
"""What begins another matter between them."""
_AS_TO = re.compile(
    r"\b(?:rekommendation(?:en)?|förslaget|synpunkten|kritiken) (?:vad gäller|i fråga om"
    r"|när det gäller"
    r"|beträffande|rörande|avseende|för(?! att\b)) (?P<what>[^.,;]{3,60})",
    re.IGNORECASE,
)

_AS_TO_PART = re.compile(
    rf"\b(?:instämmer|håller (?:\w+ )?med|godtar|tillstyrker|ställer sig bakom)(?: \w+){{0,3}}?"
    rf",? {TURNS_TO} (?P<what>(?!(?:rekommendation|förslag|synpunkt|punkt)\w*)[^.,;]{{3,40}})",
    re.IGNORECASE,
)
"""How a sentence agrees as to something: "håller med vad gäller loven"."""
_PAIR = re.compile(r"(\w{3,}) (?:och|samt|eller) (?:\w{1,3} )?(\w{3,})", re.IGNORECASE)


def is_limited(sentence: str, agreement: re.Match[str]) -> bool:
    """Tell whether a sentence says near its words of agreement how far it reaches."""
    if agreement[0].endswith(" att"):
        return False
    for limit in _LIMITS.finditer(sentence):
        first, last = sorted((limit.span(), agreement.span()))
        between = sentence[first[1] : last[0]]
        if len(between) <= _NEAR and not _ANOTHER.search(between):
            return True
    return False


def agrees_only_as_to(sentence: str, asked: str) -> bool:
    """Tell whether a sentence agrees as to something that what was asked does not name.

    So does one that agrees as to one of two things that were asked.
    """
    if asked and (part := _AS_TO_PART.search(sentence)):
        pairs = _PAIR.findall(asked)
        if any(_names(part["what"], one) != _names(part["what"], other) for one, other in pairs):
            return True
    told = _AS_TO.search(sentence)
    if told is None or not asked:
        return False
    about = stems_of(told["what"])
    return bool(about) and not about & stems_of(asked)


def _names(text: str, thing: str) -> bool:
    """Tell whether a text names a thing, in whatever form: "loven" of "lov"."""
    stem = thing.casefold()[:_STEM]
    return any(each.startswith(stem) for each in text.casefold().split())
