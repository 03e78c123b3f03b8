"""Which of several recommendations a clause names: by number, by place, by what they are about."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.pointers import Asked, place_of_letter
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.texts.numerals import CARDINALS, ORDINALS, PAIR

NOUN = (
    r"(?:rekommendation|punkt|synpunkt|påpekande|förslag|råd|område|uppmaning)"
    r"(?:en|er|erna|et|n|na|ar|arna)?(?!\w)"
)
"""What replies call a recommendation, or several."""
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|sista)"
_AND = r"(?:\s*,\s*|\s+(?:och|samt|respektive)\s+)"
_ALL = re.compile(
    rf"\b(?P<all>samtliga|alla|båda|övriga)\s(?:\w+\s)?{NOUN}"
    r"|\b(?P<them>rekommendationerna|synpunkterna|punkterna|påpekandena)\b"
    r"(?!\s(?:om|att|gällande|avseende|kring|rörande|nr|nummer|\d))",
    re.IGNORECASE,
)
_LATTER = r"(?:sista|senare|andra|följande|återstående|övriga|resterande)"
_REST = re.compile(
    rf"\b(?:övriga|resterande|återstående) (?:\w+ )?(?!område){NOUN}|^(?:de )?övriga\b(?! \w)",
    re.IGNORECASE,
)
"""How a sentence names all that are not named before it: "övriga rekommendationer"."""
_POINTS = re.compile(
    rf"\bde\s(?P<count>{'|'.join(CARDINALS)}|båda|bägge)\s(?P<side>första|{_LATTER})\b"
    rf"|\b(?:den\s)?(?P<ordinals>{_ORDINAL}(?:{_AND}(?:den\s)?{_ORDINAL})*)"
    rf"(?=\s{NOUN}|\s*[.,;!]|\s*$|\s(?:instäm|del(?:ar|as)\b|håll|ställer|avvis|avstyrk"
    r"|godta|godkän|accept|avslå|tillstyrk))"
    r"|\b(?:(?:rekommendation|punkt|synpunkt)(?:en|er|erna)?\s(?:nr\.?\s|nummer\s)?"
    r"|(?:nr\.?|nummer)\s)"
    rf"(?P<numbers>R?\d{{1,2}}(?:(?:{_AND}|[–-])R?\d{{1,2}})*)\b"
    r"|\b(?:rekommendation|punkt)(?:en|er|erna)?\s"
    rf"(?P<letters>[a-h]\)?(?:{_AND}[a-h]\)?)*)(?![\w-])"
    rf"|{NOUN}[^()]{{0,60}}\((?P<bracket>R?\d{{1,2}}(?:(?:{_AND}|[–-])R?\d{{1,2}})+)\)"
    rf"|\b(?:under|i fråga om|vad gäller|när det gäller|beträffande|avseende|på|i)\s"
    rf"(?P<bare>(?-i:[a-h]\)?(?:{_AND}[a-h]\)?)+))(?![\w-])",
    re.IGNORECASE,
)
"""How a clause names which it speaks of: "den första och tredje", "rekommendation 1 och 3".

Letters without a noun are a list's only where they are small: "delegation på B och C".
"""
_PARTED = re.compile(rf"{_AND}|\s*:\s*", re.IGNORECASE)
_ABOUT = (
    r"(?:(?:när|vad|såvitt) det? ?(?:gäller|avser)|vad (?:gäller|avser)|i fråga om|beträffande"
    r"|angående|avseende|gällande|rörande"
    r"|(?:den|det|de|dem|frågan|delen|rekommendation(?:en|erna)?|punkt(?:en|erna)?"
    r"|synpunkt(?:en|erna)?|förslaget|påpekandet)"
    r" (?:som (?:gäller|avser|rör|handlar om)|om|att|kring|gällande|avseende|rörande|beträffande))"
)
THEME = re.compile(rf"^(?:(?:i|för|av|på|till|från|om) )?{_ABOUT}\b", re.IGNORECASE)
"""How a clause begins that names one by what it is about: "den om registret"."""
_ANY_THEME = re.compile(rf"\b{_ABOUT} (?P<what>.+)$", re.IGNORECASE)


def names_all(clause: str) -> bool:
    """Tell whether a clause names all recommendations."""
    return _ALL.search(clause) is not None


def names_rest(sentence: str) -> bool:
    """Tell whether a sentence names all that are not named before it."""
    return _REST.search(sentence) is not None


def pointed_at(clause: str, asked: Sequence[Asked]) -> Iterator[int]:
    """Give which of those asked a clause names by their numbers or places."""
    for match in _POINTS.finditer(clause):
        if match["count"]:
            low = match["count"].casefold()
            count = CARDINALS.index(low) + 1 if low in CARDINALS else PAIR
            count = min(count, len(asked))
            is_first = match["side"].casefold() == "första"
            yield from range(count) if is_first else range(len(asked) - count, len(asked))
        elif match["ordinals"]:
            for each in re.findall(_ORDINAL, match["ordinals"], re.IGNORECASE):
                low = each.casefold()
                place = len(asked) - 1 if low == "sista" else ORDINALS.index(low)
                yield from (place,) if place < len(asked) else ()
        elif letters := match["letters"] or match["bare"]:
            places = map(place_of_letter, re.findall(r"\b[a-h]\b", letters.casefold()))
            yield from (place for place in places if place < len(asked))
        else:
            said = {each.lstrip("R") for each in _numbers(match["numbers"] or match["bracket"])}
            yield from (n for n, each in enumerate(asked) if each.number.lstrip("R") in said)


def named_in_clause(
    clause: str, asked: Sequence[Asked], topics: Topics, before: dict[int, object]
) -> Iterator[int]:
    """Give which of those asked a clause names in any way; of "övriga" those not named before."""
    match = _ALL.search(clause)
    if match is not None:
        is_rest = (match["all"] or "").casefold() == "övriga"
        yield from (n for n in range(len(asked)) if not (is_rest and n in before))
    pointed = tuple(pointed_at(clause, asked))
    yield from pointed
    theme = None if match or pointed else _ANY_THEME.search(clause)
    if theme is not None:
        yield from about(theme["what"], topics)


def about(text: str, topics: Topics) -> Iterator[int]:
    """Give which the parts of a text are about by their words: "den om larm och den om avtal"."""
    for part in _PARTED.split(text):
        place = topics.of_label(THEME.sub("", part)) if part else None
        yield from () if place is None else (place,)


def _numbers(text: str) -> Iterator[str]:
    """Give the numbers of "1 och 3" and "2–4"."""
    for match in re.finditer(r"R?(\d{1,2})(?:\s*[–-]\s*R?(\d{1,2}))?", text):
        last = int(match[2] or match[1])
        yield from map(str, range(int(match[1]), last + 1))
