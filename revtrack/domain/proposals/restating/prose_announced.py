"""What sentences announce as recommended and then give bare, in the auditors' own words.

"Ni skriver: Nämnden bör …. Avtalen behöver …", "er andra rekommendation är se över …",
"revisionens rekommendation, Stärk …", "Revisorerna efterlyser tydligare mål".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from revtrack.domain.proposals.restating.prose_demands import AUDITORS, row_of
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase

Said = tuple[Passage, str]
"""A sentence with the paragraph that it is of."""

_NOUN = (
    r"(?:rekommendation|synpunkt|uppmaning|påpekande|förbättringsområde|slutsats|krav|råd)"
    r"(?:en|er|erna|et)?"
)
_SAYS = (
    r"(?:skriver|anser|menar|rekommenderar|föreslår|uppmanar|framhåller|påpekar|påtalar|konstaterar"
    r"|bedömer|tycker|säger|lyder|löd|är|innebär|anges|ges|lämnas|riktas|framgår)"
)
_COLON = AnyCase(
    rf"^(?=[^:]{{0,200}}\b(?:{AUDITORS}|ni|er|era|ert|{_NOUN}|granskningens?|\w*rapportens?)\b)"
    rf"[^:]{{0,200}}?\b(?:{_SAYS}|{_NOUN}|{AUDITORS})(?: (?!att\b)[\w-]+){{0,3}}\s?:\s+[”\"“«»]?"
    r"(?P<text>[^:]{12,})$",
)
_ANNOUNCES = re.compile(
    r"\bföljande (?:\w+ )?(?:rekommendation(?:er)?|synpunkter|förslag)\s*[.:]$", re.IGNORECASE
)
"""How a sentence ends that announces what the next ones recommend."""
_OUGHT = re.compile(
    r"^(?!(?:vi|jag|det|detta|den|dessa|så)\b)(?:(?!att\b)[\w,–-]+ ){1,8}?"
    r"(?:bör|behöver|måste|borde)\s\w",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?P<noun>(?:rekommendation|synpunkt|uppmaning)(?:en)?)(?: till [\w-]+)?"
    r"(?P<tie>,| är| lyder| –)\s[”\"“«»]?(?P<text>(?!att\b)\w[^.]{9,})",
    re.IGNORECASE,
)
_TIED = re.compile(r",?\s(?:och|samt)$|[,.”\"“«»\s]+$")
_COMPARED = r"(?:en|ett|mer|mera|fler|bättre|större|nya|tätare|ökad|ökat|skriftliga|[\w]{3,}are)"
_CALLS_FOR = re.compile(
    rf"^(?:också |även |vidare )?(?:{AUDITORS}|ni|granskningen) (?:\w+ )?"
    r"(?:efterlyser|efterfrågar|efterlyste|rekommenderar|förordar|förespråkar|önskar(?: se)?"
    r"|vill se|ser (?:ett )?behov av|pekar på (?:ett |ett stort )?behov(?:et)? av)"
    rf" (?:(?:också|även|vidare|dessutom|därför|bland annat) )?(?P<text>{_COMPARED} \w[^.]*)",
    re.IGNORECASE,
)

_CAPITAL = re.compile(r"(?<=[\w,:;”\"])(?:\s(?:och|samt|att))?\s[”\"“»«]?(?=[A-ZÅÄÖ][a-zåäö]+\s)")
"""Where a word with a capital stands in a sentence, as a demand does that is no part of it."""
_OF_AUDITORS = AnyCase(
    rf"\b(?:{AUDITORS}|ni|granskning\w*|\w*rapport\w*|{_NOUN}|förslag\w*|punkter\w*)\b",
)


def announced(said: Sequence[Said]) -> dict[int, tuple[str, ...]]:
    """Return what stands behind a colon that announces it, and goes on after it, by its place."""
    found: dict[int, tuple[str, ...]] = {}
    led: Passage | None = None
    for place, (at, sentence) in enumerate(said):
        behind = _behind_colon(sentence)
        if behind or (led is at and is_asked(sentence)):
            text = (behind or sentence).rstrip(' .”"»')
            found[place] = row_of(text) or (text,)
            led = at
        else:
            led = at if _ANNOUNCES.search(sentence) else None
    return found


def _behind_colon(sentence: str) -> str | None:
    match = _COLON.match(sentence)
    return match["text"] if match and is_asked(match["text"]) else None


def is_asked(text: str) -> bool:
    """Tell whether a sentence says what is to be done, or what ought to be, and answers nothing."""
    is_ought = begins_with_demand(text) or _OUGHT.match(text) is not None
    return is_ought and position_of(text) is None


def bare_in(sentence: str) -> str | None:
    """Return what a sentence gives right behind the word for it, without "att"."""
    match = _BARE.search(sentence)
    if match is None or not begins_with_demand(match["text"]):
        return None
    if match["tie"] == "," and match["text"][:1].islower():
        return None
    return _TIED.sub("", match["text"])


def in_capitals(sentence: str) -> tuple[str, ...]:
    """Return the demands that stand in a sentence as lines do, each with a capital.

    "granskningen mynnar ut i rekommendationerna Se till att … och Minska väntetiden".
    """
    _, *parts = _CAPITAL.split(sentence)
    said = [each.strip(' .,;”"“«»') for each in parts]
    asked = tuple(each for each in said if is_asked(each) and len(each.split()) > 1)
    is_of_auditors = _OF_AUDITORS.search(sentence) is not None
    return asked if is_of_auditors and len(asked) == len(said) > 1 else ()


def called_for(said: Sequence[Said]) -> Iterator[Said]:
    """Give the things that the auditors call for, each where the next sentence answers it."""
    for (at, sentence), (after, answer) in pairwise(said):
        match = _CALLS_FOR.match(sentence)
        if match is None or after is not at:
            continue
        if position_of(match["text"]) is None and position_of(answer) is not None:
            yield at, match["text"].strip()
