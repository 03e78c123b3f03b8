"""Whose a paper is: the municipality, region or federation whose auditors have written it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, Place
from revtrack.domain.texts.prose import name_key

_TOWN = re.compile(
    r"(?<![\w-])(?!\w+(?:nämnd|styrels|förvaltning|kontor)\w*\s)"
    r"(?P<name>(?:[A-ZÅÄÖ][\wé-]*\s){1,2}?)(?P<kind>[kK]ommun|[sS]tad)"
    r"(?P<of>s|en|ens)?(?![\w-])"
)
_OF_FEDERATION = (
    r"(?:kommunal|räddningstjänst|räddnings|samordnings|gymnasie|vatten|vatten-\soch\savlopps|avfalls"
    r"|renhållnings|miljö|kollektivtrafik|utbildnings|vård|sjukvårds|energi|bygdens)"
)
_FEDERATION = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\w-]+\s){1,3})(?P<kind>kommunalförbund)(?:et)?s?(?![\w-])"
    rf"|(?<![\w-])(?P<whose>(?:[A-ZÅÄÖ][\w-]+\s)(?i:(?!kommunal){_OF_FEDERATION})förbund)"
    rf"(?:et)?s?(?![\w-])"
)
_NOT_OF_NAME = (
    r"(?!\w*(?:[Rr]apport|[Pp]rotokoll|[Gg]ranskning|nämnd|styrelse|fullmäktige|förvaltning|kontor"
    r"|direktion|förbund|revis)|[A-ZÅÄÖ]{4,}\b|(?:Missiv|Yttrande|Svar|Skrivelse|Tjänste|Sammanträde"
    r"|Revis|Förstudie|Uppföljning|Beslut|Till|Datum|Dnr|Sida|Region|AB)\w*)"
)
"""What a line of a head goes on with that is no part of the name before it."""
_TRADE = (
    r"(?i:vatten|avlopp|avfall|återvinning|renhållning|räddningstjänst|räddning|gymnasium"
    r"|gymnasieskola|skola|utbildning|energi|miljö|kollektivtrafik|vård|omsorg)\b"
)
"""What a federation is there for, as its name ends: "Norrbygdens vatten och avlopp"."""
_REGION = re.compile(
    rf"(?<![\w-])(?P<kind>Region)\s(?P<name>[A-ZÅÄÖ][\w-]+(?:\s(?:och\s)?{_NOT_OF_NAME}"
    r"[A-ZÅÄÖ][\w-]+|\slän)?)(?![\w-])"
)
_OF_ANY = (
    r"(?!(?:riks|landst|fack|idrotts|lärar|läkar|villaägar|hyresgäst|arbetsgivar|arbetar|vård|författar"
    r"|medlems|medie|ungdoms|studie)\w*förbundet)"
)
"""What comes before "förbundet" in the name of a union or a league, and not of a federation."""
_FEDERATION_OF = re.compile(
    rf"(?<![\w-])(?P<name>(?i:{_OF_ANY}[\w-]+)förbundet\s[A-ZÅÄÖ][\w–-]+"
    rf"(?:\s{_NOT_OF_NAME}[A-ZÅÄÖ][\w-]+|\si\s(?:Norra|Södra|Östra|Västra|Övre|Nedre|Mellersta)"
    rf"|(?<=s)\s{_TRADE}|\soch\s{_TRADE}){{0,3}})(?![\w-])(?!\s(?:kommun|stad)\b)"
)
_SERVICE = re.compile(rf"^Räddningstjänsten(?:\s{_NOT_OF_NAME}[A-ZÅÄÖ][\w-]+){{1,3}}$")
_COLUMNS = re.compile(r"\t+|\s{3,}")
_COUNTY = re.compile(
    r"(?<![\w-])(?P<name>Landstinget\s(?:i\s)?(?!Har\b)[A-ZÅÄÖ][\w-]+(?:\slän)?)(?![\w-])"
)
_IS_BODY = re.compile(
    r"(?:förbund|bolag|landsting|region|kommun|nämnd|styrelse)(?:en|et)?$", re.IGNORECASE
)
"""A word for a body, and so no town's name: "revisorerna i Kommunalförbundet"."""
_GOES_ON = re.compile(r"(?:förbundet|Region|Landstinget)$")
"""How a line of a head ends when the name stands on the line below."""
_OF_AUDITORS = re.compile(
    r"(?<![\w-])(?i:(?P<kind>kommun|stads)revis(?:ionen|orerna|orn|ionens|orernas))"
    r"\s[iI]\s(?P<name>[A-ZÅÄÖ][\wé-]+)(?!\s?(?:kommun|stad|[AKH]B\b))(?![\w-])"
    r"|(?<![\w-])(?i:(?P<plain>revisorerna|revisionen))\s[iI]\s"
    r"(?P<where>(?!Region\b)[A-ZÅÄÖ][\wé-]+)(?![\w-])(?!\s(?i:kommun|stad|[A-ZÅÄÖ]))"
    r"|^(?P<of>Kommun|Stads)revis(?:ionen|orerna)\s(?P<beside>(?!Region\b)[A-ZÅÄÖ][\wé-]+)$"
    r"|(?<![\w-])(?<!&\s)(?P<whose>[A-ZÅÄÖ][\wé-]+)\s(?P<as>kommun|stads)revisions?(?![\w-])"
    r"(?!\s(?i:AB|KB|HB)\b)"
)
"""The auditors named with their town, by which a paper may tell it and no other way."""
_NO_TOWN = frozenset(
    (
        *("i", "av", "för", "till", "från", "inom", "på", "med", "vår", "denna", "varje", "en"),
        *("sveriges", "revisorerna", "den", "och", "hos", "vid", "som", "din", "hela", "annan"),
        *("granskning", "rapport", "er", "samma", "om", "kommunrevisionen", "revisionen", "att"),
        *("även", "enligt", "också", "exempelvis", "dåvarande", "nuvarande", "liksom", "samt"),
        *("både", "såväl", "men", "när", "då", "där", "här", "stadsrevisionen", "konsult", "utom"),
        *("revisor", "lekmannarevisorerna", "tidigare", "kommunstyrelsen", "kommunfullmäktige"),
        *("revisorer", "kommunrevisorerna", "revisionsrapport", "missiv", "ordförande", "sverige"),
        *(
            "förtroendevalda",
            "extern",
            "intern",
            "kommunal",
            "ny",
            "nya",
            "egen",
            "ett",
            "vårt",
            "ert",
            "nytt",
            "gemensamt",
            "detta",
            "ingen",
            "vilken",
        ),
    )
)
_UPPER = re.compile(
    r"\b[A-ZÅÄÖ-]{2,}(?:\s[A-ZÅÄÖ-]{3,})?\s(?:KOMMUN|STAD)S?\b|\bREGION\s[A-ZÅÄÖ-]{3,}(?:\sLÄN)?\b"
)
_REVISES = re.compile(r"s?\s+(?:förtroendevalda\s+)?revis")
_ADDRESSED = re.compile(
    r"^(?:till|mottagare|sändlista|kopia|cc|för kännedom|granskning)\b|styrelse|nämnd",
    re.IGNORECASE,
)
"""A line that names whom a paper is for or of, and so others than its owner."""
_TO_BOARD = re.compile(
    r"^(?:till:?\s)?(?:(?:förbunds)?(?:styrelsen|direktionen)\s(?:för|i|av)\s)?", re.IGNORECASE
)
_AUDITORS_OF = re.compile(r"revis\w+\s(?:i|för|hos|från)\s$")
_STRONG, _IN_HEAD, _LABEL = 3, 1, 3
"""How much it tells that the town's auditors are named, that it stands in the head, and alone."""
_LONGEST_LABEL, _BEFORE = 90, 40
"""In signs: of a line that is no running text, and of what is looked at before a name."""
_VOWELS = "aeiouyåäöé"


def municipality_among(
    lines: Sequence[Line], head_lines: int, repeated: Sequence[Line] = ()
) -> Found[str] | None:
    """Return the municipality, region or federation that a paper is of; None where it says none.

    The first lines, ``head_lines`` of them, and those that pages repeat tell more than the others.
    """
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    of_pages = frozenset(repeated)
    for number, line in enumerate(lines):
        is_head = number < head_lines or line in of_pages
        is_label = is_head and len(line.text) < _LONGEST_LABEL and not line.text.endswith(".")
        text = _spelt(_with_next(lines, number) if is_head else line.text)
        found = dict(sorted(_owners(text, is_head=is_head), key=_is_strong))
        for name, is_strong in found.items():
            counts[name] += 1 + _STRONG * is_strong + _IN_HEAD * is_head + _LABEL * is_label
            places.setdefault(name, line.place)
    _joined(counts)
    if not counts:
        heads = (*lines[:head_lines], *repeated)
        return _service_among(heads) or _addressed_among(heads)
    best, votes = max(counts.items(), key=lambda each: (each[1], "örbund" in each[0]))
    share = votes / sum(counts.values())
    return Found(best, places[best], round(min(0.97, 0.5 + share / 2), 2))


def _service_among(lines: Sequence[Line]) -> Found[str] | None:
    """Return the federation that is called by its service, where a line is nothing but its name."""
    for line in lines:
        for text in _COLUMNS.split(line.text.strip()):
            if _SERVICE.match(_spelt(text)):
                return Found(_spelt(text), line.place, 0.6)
    return None


def _addressed_among(lines: Sequence[Line]) -> Found[str] | None:
    """Return the federation whose board a paper is to: its own auditors write to that."""
    for line in lines:
        said = _TO_BOARD.sub("", _spelt(line.text.strip()))
        if _FEDERATION_OF.fullmatch(said):
            return Found(said, line.place, 0.6)
    return None


def _with_next(lines: Sequence[Line], number: int) -> str:
    """Return a line, with the next where a name that it begins stands on that."""
    text = lines[number].text.strip()
    is_broken = number + 1 < len(lines) and _GOES_ON.search(text) is not None
    return f"{text} {lines[number + 1].text.strip()}" if is_broken else text


def _is_strong(owner: tuple[str, bool]) -> bool:
    return owner[1]


def _joined(counts: Counter[str]) -> None:
    """Put together what are forms of one name."""
    _without_genitive(counts)
    for name in [each for each in counts if each.endswith("s")]:
        if name[:-1] in counts:
            counts[name[:-1]] += counts.pop(name)
    for name in list(counts):
        first, _, rest = name.partition(" ")
        if rest.count(" ") and rest in counts and len(first) > 1:  # "Hos Ekby kommun"
            counts[rest] += counts.pop(name)
    for name in sorted(counts, key=len, reverse=True):
        shorter = next((each for each in counts if name.startswith(f"{each} ")), None)
        if shorter is not None and name.split()[0] == "Region":  # "Region Norr Handlingsplan"
            counts[shorter] += counts.pop(name)
    for name in [each for each in counts if each.isascii()]:
        marked = next((each for each in counts if each != name and plain(each) == name), None)
        if marked is not None:  # a scanner has lost the dots and rings of some
            counts[marked] += counts.pop(name)


def _without_genitive(counts: Counter[str]) -> None:
    """Put a town that its auditors are named with together with its name: "revisionen i Torp"."""
    for name in list(counts):
        town, _, kind = name.rpartition(" ")
        if town.endswith("s") and f"{town[:-1]} {kind}" in counts:
            counts[f"{town[:-1]} {kind}"] += counts.pop(name)


def plain(name: str) -> str:
    """Return a name without the dots and rings of its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isascii())


def _spelt(text: str) -> str:
    """Return a line in capitals as it is spelt otherwise: "REGION GRANLANDET"."""
    if text.isupper():
        said = re.sub(r"\w+", lambda each: each[0].capitalize(), text)
        return re.sub(
            r"\b(?:Kommun|Stad|Kommunrevision|Stadsrevision|\w+förbund)s?\b", _lowered, said
        )
    return _UPPER.sub(lambda each: re.sub(r"\w+", lambda word: word[0].capitalize(), each[0]), text)


def _lowered(match: re.Match[str]) -> str:
    return match[0].lower() if match.start() else match[0]


def _owners(text: str, *, is_head: bool) -> Iterator[tuple[str, bool]]:
    for match in _TOWN.finditer(text):
        words = [word for word in match["name"].split() if name_key(word) not in _NO_TOWN]
        if words and not (match["of"] or "").startswith("en"):
            kind = match["kind"].casefold()
            is_strong = _is_of_auditors(match, text)
            yield f"{' '.join(words)} {kind}", is_strong
    for match in _REGION.finditer(text):
        yield f"Region {match['name']}", _is_of_auditors(match, text)
    for match in _FEDERATION.finditer(text):
        words = [w for w in (match["name"] or "").split() if name_key(w) not in _NO_TOWN]
        if words:
            yield f"{' '.join(words)} kommunalförbund", False
        elif (
            match["whose"]
            and (is_head or _is_of_auditors(match, text))
            and name_key(match["whose"].split()[0]) not in _NO_TOWN
        ):
            yield match["whose"], _is_of_auditors(match, text)
    for match in _FEDERATION_OF.finditer(text):
        is_strong = _is_of_auditors(match, text)
        if (is_head and not _ADDRESSED.search(text)) or is_strong:
            name = match["name"]
            yield name[:1].upper() + name[1:], is_strong
    for match in _COUNTY.finditer(text):
        yield match["name"].removesuffix("s"), _is_of_auditors(match, text)
    yield from _of_auditors(text)


def _is_of_auditors(match: re.Match[str], text: str) -> bool:
    """Tell whether a name stands beside the word for its auditors."""
    before = text[max(match.start() - _BEFORE, 0) : match.start()]
    return _REVISES.match(text, match.end()) is not None or bool(_AUDITORS_OF.search(before))


def _of_auditors(text: str) -> Iterator[tuple[str, bool]]:
    for match in _OF_AUDITORS.finditer(text):
        name = match["name"] or match["where"] or match["beside"] or match["whose"]
        kind = match["kind"] or match["of"] or match["as"] or "kommun"
        is_other = _IS_BODY.search(name) or re.match(r"(?:AB|Har|Rapport)\b", name)
        if name_key(name) not in _NO_TOWN and not is_other:
            is_bare = match["whose"] is None and name[-1] not in f"sxz{_VOWELS}"
            if match["whose"] and name[-1] == "s" and name[-2:-1] in _VOWELS:
                name = name[:-1]
            yield f"{name}{'s' * is_bare} {kind.casefold().removesuffix('s')}", True
