"""What is marked secret or unfinished in a text, and words on somebody's health and care."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

_S = r"[ \u00a0]"
_OF_RULES = (
    r"lag|gräns|förbindels|förordning|frågor|regl|regel|bestämmels|prövning|bedömning|utbildning"
    r"|rutin|avtal|skäl\b"
)
"""What a word begun by "sekretess" speaks of in general: rules, not a marking."""
_CHAPTER = r"(?:1[5-9]|[23]\d|4[0-3])[ \u00a0]kap"
"""The chapters of the law in which something is secret."""
SECRET = re.compile(
    rf"\b(?![\w-]{{0,40}}sekretess(?:{_OF_RULES}))\w{{0,40}}sekretess\w*"
    rf"|^[^\w\n]{{0,9}}(?:OSL\b|offentlighets-{_S}och{_S}sekretesslagen)[^.\n]{{0,16}}\b{_CHAPTER}"
    rf"|^[^\w\n]{{0,9}}{_CHAPTER}\.?[^\n]{{0,20}}\b(?:OSL\b|offentlighets-{_S}och{_S}sekretesslagen)"
    r"|\bsäkerhetsskydd(?!s?lag|s?förordning|sföreskrift)\w*"
    rf"|\b(?:kvalificerat{_S})?hemlig(?:a|t|het|stämpl\w*)?\b"
    rf"|\bskydda(?:d|de|t){_S}(?:personuppgifter|identitet|adress|folkbokföring)\b"
    rf"|\bkvarskrivning\w*|\bkonfidentiell\w*|\bmaska(?:d|de|t|ts|des)\b"
    rf"|\b(?:ej|inte){_S}för{_S}(?:spridning|publicering)\b"
    rf"|\b(?:får|ska|skall){_S}(?:ej|inte){_S}(?:spridas|publiceras)\b"
    rf"|\b(?:endast|bara|enbart){_S}för{_S}(?:internt{_S}bruk|internt?)\b",
    re.IGNORECASE | re.MULTILINE,
)
DRAFT = re.compile(
    rf"\bUtkast\b[^\n]{{0,5}}\barbetsmaterial\b|\bintern{_S}handling\b|\binternt{_S}arbetsmaterial\b"
    r"|^[^\w\n]{0,9}(?:utkast|koncept|arbetsmaterial)"
    r"(?:[ \u00a0]*(?:\d[\d.-]*|v(?:ersion)?\.?[ \u00a0]?\d+))?[^\w\n]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A draft by its own word: together with another, or alone on a line."""
_ILLNESS = (
    r"adhd|add|autism|autistisk|aspergers?|tourettes?|schizofreni|bipolär|psykos|demens|dement"
    r"|demenssjuk(?:dom)?|alzheimers?|depression|deprimerad|ångest|cancer|epilepsi|diabetes|hiv"
    r"|ptsd|missbruk(?:are|ar|sproblem)?|alkoholist|utvecklingsstörning|självskadebeteende|suicidal"
    r"|självmord(?:sförsök)?|anorexi|ätstörning|parkinsons?|stroke|downs"
)
_CARE = (
    rf"(?:LSS|SoL|LVU|LVM|LPT|LRV)[- \u00a0]?(?:beslut|insats|ärende|placering|utredning|akt)\w*"
    rf"|diagnos(?:en|er|tiserad)?|omhändertag\w*|familjehem\w*|placerad|orosanmäl\w*|sjukskriven"
    rf"|försörjningsstöd|ekonomiskt{_S}bistånd|personlig{_S}assistans|färdtjänst|god{_S}man"
)
DIAGNOSIS = re.compile(
    rf"\bdiagnos(?:en|tiserad|tiserats)?:?{_S}(?:(?:med|som|är|av|på){_S})?(?:{_ILLNESS})\b",
    re.IGNORECASE,
)
"""A diagnosis called so, which is always somebody's."""
_OF_ONE = re.compile(rf"\b(?:{_ILLNESS}|{_CARE})\b", re.IGNORECASE)
"""What a report speaks of in general, and is somebody's secret beside a name or a number."""
_ILL = re.compile(rf"\b(?:{_ILLNESS})\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"\b(?:flickan?|pojken?|eleven|brukaren|patienten|klienten|kvinnan|mannen|sonen|dottern|modern"
    rf"|mamman|fadern|pappan|hon|hans|hennes|honom|henne|en{_S}(?:man|kvinna|elev|patient))\b",
    re.IGNORECASE,
)
_NEAR = 80
"""How many signs from each other, on one line, a person and a word on care stand together."""


def care_of_somebody(text: str, people: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where a text speaks of the health or care of one person.

    ``people`` are the places where somebody is named or numbered.
    """
    yield from (found.span() for found in DIAGNOSIS.finditer(text))
    yield from _beside(_OF_ONE, sorted(people), text)
    yield from _beside(_ILL, [found.start() for found in _SOMEBODY.finditer(text)], text)


def _beside(shape: re.Pattern[str], places: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    """Yield where the shape stands with the nearest of the places, which are in order."""
    for found in shape.finditer(text) if places else ():
        begin, end = found.span()
        next_one = bisect_left(places, begin)
        for place in places[max(0, next_one - 1) : next_one + 1]:
            is_near = begin - _NEAR <= place <= end + _NEAR
            if is_near and "\n" not in text[min(begin, place) : max(end, place)]:
                yield begin, end
                break
