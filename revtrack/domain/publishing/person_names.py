"""Names of persons in a Swedish text, told from names of bodies, places and papers."""

import re
from collections.abc import Iterable, Iterator

from revtrack.domain.publishing.first_names import FIRST_NAMES

_CAPITAL = "A-ZÅÄÖÉÜÆØČŠŽĆĐÁÍÓÚ"
_SMALL = "a-zåäöéüæøčšžćđáíóúèêëïñçłńśźýğışćß"
_WORD = rf"[{_CAPITAL}][{_SMALL}]+(?:['’][{_CAPITAL}]?[{_SMALL}]+)?"
_NAME = rf"(?:{_WORD}|Mc{_WORD}|O['’]{_WORD})(?:-{_WORD})*"
_SPACE = r"[ \u00a0\u202f\t]+"
_PARTICLE = rf"(?:(?:af|von|de|van|der|den|al|el|la|di|da|bin|ibn){_SPACE})*"
_INITIAL = rf"[{_CAPITAL}]\."
_RUN = re.compile(
    rf"(?<![\w-])(?P<words>(?:{_NAME}|{_INITIAL})"
    rf"(?:{_SPACE}{_PARTICLE}(?:{_NAME}|{_INITIAL})){{1,3}})(?![\w-])"
)
"""Two to four words with capital letters after each other, within a line."""
_TURNED = re.compile(rf"(?<![\w-])(?P<last>{_NAME}),{_SPACE}(?P<first>{_NAME})(?![\w-])")
_SHOUTED = re.compile(
    rf"(?<![\w-])[{_CAPITAL}]{{3,}}(?:-[{_CAPITAL}]{{3,}})?(?:{_SPACE}[{_CAPITAL}]{{3,}}){{1,2}}(?![\w-])"
)
_SPACED = re.compile(_SPACE)
_TITLE = re.compile(
    r"\b(?:ordförande|ordf\.?|ledamot(?:en)?|ersättare(?:n)?|sekreterare(?:n)?|\w*chef(?:en)?"
    r"|direktör(?:en)?|\w*direktör(?:en)?|handläggare(?:n)?|kontaktperson(?:en)?|utredare(?:n)?"
    r"|\w*strateg(?:en)?|revisor(?:n)?|rektor(?:n)?|registrator(?:n)?|controller(?:n)?"
    r"|undersköterska(?:n)?|justera(?:re|s|t)|kommunalråd(?:et)?|oppositionsråd(?:et)?|namn|signatur"
    r"|anställd(?:e)?|elev(?:en)?|brukare(?:n)?|patient(?:en)?|herr|fru|författare|av)"
    r"(?:[ \u00a0]+\([^)]*\))?[ \u00a0]*:?[ \u00a0]*$",
    re.IGNORECASE,
)
"""What stands before the name of a person."""
_SURNAME = re.compile(
    r"(?:sson|ström|qvist|kvist|quist|stedt|feldt|löf|lööf|crantz|ović|evic|ević|zadeh|oğlu|poulos"
    r"|dotter|enko|chuk|czuk|wicz|shvili)$",
    re.IGNORECASE,
)
"""Endings that neither places nor bodies have."""
_OF_PARTY = re.compile(rf"(?<![\w-])(?P<name>{_NAME}){_SPACE}\((?:S|M|V|C|L|KD|MP|SD)\)")
"""One word with a party after it."""
_PARTIES = re.compile(r".*(?:partiet|erna)s?|Copyright")
_TITLED = re.compile(
    r"\b(?:ordförande|ordf\.?|ledamot(?:en)?|ersättare(?:n)?|sekreterare(?:n)?|\w*chef(?:en)?"
    r"|\w*direktör(?:en)?|handläggare(?:n)?|utredare(?:n)?|revisor(?:n)?|rektor(?:n)?"
    r"|registrator(?:n)?|kommunalråd(?:et)?|oppositionsråd(?:et)?|elev(?:en)?|brukare(?:n)?"
    rf"|patient(?:en)?|herr|fru){_SPACE}(?P<name>(?-i:{_NAME}))(?![\w-])",
    re.IGNORECASE,
)
"""One word after what a person is called."""
_NOT_OF_PERSONS = re.compile(
    r"(?:kommun|kommunen|kommuns|region|regionen|nämnd|nämnden|styrelse|styrelsen|förbund|förbundet"
    r"|bolag|bolaget|utskott|utskottet|förvaltning|förvaltningen|kontor|kontoret|skola|skolan|skolor"
    r"|gymnasium|gymnasiet|gata|gatan|väg|vägen|plats|platsen|torg|torget|park|parken|stad|staden"
    r"|län|läns|tingsrätt|domstol|universitet|högskola|myndighet|myndigheten|institutet|verket"
    r"|stiftelse|stiftelsen|förening|föreningen|fastigheter|energi|bostäder|hamn|församling|kyrka"
    r"|hus|huset|hemmet|gården|byn|sjön|ön|fullmäktige|revision|revisionen|råd|rådet|lagen|lag"
    r"|gränd|stigen|allé|allén|backen|hallen|badet|centrum|plan|planen|rapport|bilaga|rekommendation"
    r"|granskning|uppföljning|missiv|yttrande|beslut|ab|sverige|sveriges|svenska|nordiska|norra"
    r"|södra|östra|västra|gamla|nya|stora|lilla|sankt|sankta|santa|januari|februari|mars|april|maj"
    r"|juni|juli|augusti|september|oktober|november|december|advisory|group|partners|office|word"
    r"|excel|microsoft|adobe|arial|times|roman|sans|serif|calibri|cambria|gothic|symbol|theme|heading"
    r"|table|normal|grid|light|dark|accent|medium|colorful|shading|list|default|paragraph|font"
    r"|title|body|text)s?",
    re.IGNORECASE,
)
_A_PLACE = re.compile(
    r"[ \u00a0]+(?:gata|gränd|väg|plats|torg|park|skola|gymnasium|hus|minne|minnesfond|stiftelse"
    r"|allé|backe|kulle|udde|friskola|förskola|vårdcentral)\b"
)
"""What makes a person's name that of a place: "Anna Lindhs plats"."""
_GENITIVE = re.compile(r"(?<=[^sxz])s$")


def person_names(text: str, not_persons: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each name of a person begins and ends.

    ``not_persons`` are names of bodies and places that are known. A run of capital letters is a
    person's where a first name begins it, it stands after a title, or it ends as only surnames do;
    and where neither its words nor the next one name a body, a place or a paper.
    """
    known = {word.casefold() for phrase in not_persons for word in _words(phrase)}
    for found in _RUN.finditer(text):
        if (begin := _begin(found, text, known)) is not None:
            yield begin, found.end()
    for found in _TURNED.finditer(text):
        if _is_first_name(found["first"]) and _SURNAME.search(found["last"]):
            yield found.span()
    for found in _SHOUTED.finditer(text):
        words = found[0].split()
        is_turned = _is_first_name(words[-1]) and _SURNAME.search(words[0])
        is_name = _is_first_name(words[0]) or is_turned
        if is_name and not any(map(_NOT_OF_PERSONS.fullmatch, words)):
            yield found.span()
    yield from _single(text, known)


def _single(text: str, known: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where one word alone names a person: before a party, or after a title."""
    for found in _OF_PARTY.finditer(text):
        word = found["name"]
        if not (_NOT_OF_PERSONS.fullmatch(word) or _PARTIES.fullmatch(word)):
            yield found.span("name")
    for found in _TITLED.finditer(text):
        word = _GENITIVE.sub("", found["name"])
        if _is_first_name(word) or (_SURNAME.search(word) and not _is_known(word, known)):
            yield found.span("name")


def _words(phrase: str) -> list[str]:
    words = re.findall(r"\w[\w-]*", phrase)
    return [each for word in words for each in (word, f"{word}s")]


def _begin(found: re.Match[str], text: str, known: set[str]) -> int | None:
    """Return where in a run of capital letters a person's name begins; None: nowhere."""
    words = _SPACED.split(found["words"])
    if any(_NOT_OF_PERSONS.fullmatch(word) for word in words) or _A_PLACE.match(text, found.end()):
        return None
    if all(_is_known(word, known) for word in words[1:]):
        return None
    for word in words[:-1]:
        if _is_first_name(word):
            return found.start() + found[0].index(word)
    if _SURNAME.search(_GENITIVE.sub("", words[-1])):
        return found.start()
    is_heading = not text[max(0, found.start() - 20) : found.start()].rpartition("\n")[2].strip()
    if words[0].endswith(".") and len(words) > 1 and not is_heading:
        return found.start()
    is_titled = _TITLE.search(text[max(0, found.start() - 60) : found.start()])
    return found.start() if is_titled and not _is_known(words[0], known) else None


def _is_known(word: str, known: set[str]) -> bool:
    return word.casefold() in known


def _is_first_name(word: str) -> bool:
    return any(part in FIRST_NAMES for part in word.casefold().split("-")[:1])
