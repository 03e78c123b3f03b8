"""What the names of committees, boards, federations and companies look like in a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.domain.texts.prose import name_key

_ENDING = r"(?:nämnd(?:en|erna|er)?|styrelse(?:n|rna|r)?|fullmäktige|förbund(?:et)?|utskottet)s?"
_WHERE = (
    r"(?:\s(?-i:Norr|Norra|Söder|Södra|Öst|Öster|Östra|Väst|Väster|Västra|Nord|Syd|Mitt|Centrum"
    r"|Inre|Yttre|Nedre|Övre|Nordost|Nordväst|Sydost|Sydväst)s?)"
)
"""The part of a municipality that a committee has: "omsorgsnämnden Norr"."""
_COMPASS = r"(?-i:Norra|Södra|Östra|Västra|Inre|Yttre|Övre|Nedre|Nya|Gamla|Stora|Lilla)"
"""What the name of a part of a town may begin with: "Norra Ängs stadsdelsnämnd"."""
_QUALITY = (
    r"(?:(?!(?:kommunala|betala|tala|politiska|ansvariga|aktuella|eventuella|potentiella)\s)"
    r"\w+(?:ala|iska|ella)|(?:gemensamma|norra|södra|östra|västra|inre|yttre|mellersta))"
)
"""What may stand before the name of a committee and belongs to it: "regionala …", "södra …"."""
_ADJECTIVE = r"(?:\w{2,}(?:iska|ala|ella|liga|männa)|gemensamma|norra|södra|östra|västra)"
"""What may stand before "nämnden" and says which: no verb, as in "bevilja nämnden tid"."""
_TRADE_FIRST = (
    r"(?=[A-ZÅÄÖ])\w*(?i:fastighets|bostads|energi|industri|närings(?:livs)?|parkerings"
    r"|renhållnings|vatten|hamn|trafik|buss|utvecklings|exploaterings|förvaltnings|teater|värme"
    r"|elnäts|avfalls|miljö|lokal)\sAB\s(?!(?:Styrels|Svar|Yttrand|Dat|Dnr|Org|Till|Revis|Lekmanna"
    r"|Gransk|Protokoll|Sid|Box|Bolag|För)\w*)[A-ZÅÄÖ][\w&-]+"
)
"""A company that is called by its trade before its name: "Fastighets AB Norrbygden"."""
_NAME = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?P<joined>(?:\w+-,\s){{0,3}}\w+-\s(?:och|samt|eller)\s\w*{_ENDING})"
    r"|(?P<named_for>(?:gemensamma\s)?(?:drift|produktions|program|beställar)?nämnden\sför\s"
    r"(?:(?:\w+(?:isk|bar|al|ell|ig)t?|(?:in|ex)tern|gemensam|allmän|fri|öppen|nära|god|hel)\s)?[a-zåäö-]+(?:,\s[a-zåäö]+(?=\soch\s))?"
    r"(?:\soch\s(?!\w*(?:nämnd|styrelse))[a-zåäö]{4,})?)"
    rf"|(?P<local>(?:{_COMPASS}\s)?[A-ZÅÄÖ][\w-]+s\s(?:stadsdels|kommundels|distrikts|område[st]?s?)nämnd(?:en)?s?)"
    rf"|(?P<described>{_ADJECTIVE}\s(?:nämnden|utskottet)s?)"
    rf"|(?P<qualified>{_QUALITY}\s(?:\w+-,\s){{0,2}}(?:\w+-\s(?:och|samt)\s)?"
    r"\w{3,}(?:nämnden|utskottet|styrelsen)s?)"
    r"|(?P<part>(?:stadsdels|kommundels|distrikts|områdes|kommunområdes)nämnden"
    rf"\s(?-i:(?:{_COMPASS}\s)?"
    r"(?!(?:Dnr|Datum|Till|Ordf|Nämnd|Beslut|Sammanträd|Svar|Protokoll)\w*)"
    r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)*s?))"
    r"|(?P<federation>[\w-]*\w{2,}förbundet\s(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?))"
    rf"|(?P<placed>[\w-]*\w{{2,}}(?:nämnd(?:en)?|utskottet){_WHERE})"
    rf"|(?P<simple>(?:[\w-]*\w{{2,}}|(?-i:[A-ZÅÄÖ]\w{{1,3}})-){_ENDING})"
    r"|(?P<direction>(?:förbunds)?direktionens?)"
    r"|(?P<official>överförmyndarens?)"
    r"|(?P<foundation>(?-i:Stiftelsen\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?"
    r"(?:(?<=s)\s\w*(?:museum|bibliotek|teater|hall|fond|hus|gård|hem|minne|skola|bostäder|slott))?))"
    rf"|(?P<company>(?-i:{_TRADE_FIRST}"
    r"|(?!(?:Styrels|Bolag|Granskning|Revis|Lekmanna)\w*\s|(?:AB|För|Till|Från|Hos)\s)[A-ZÅÄÖ][\w&-]+"
    r"(?:\s(?:(?:i|och|&)\s)?(?!AB\b)[A-ZÅÄÖ&][\w&-]*){0,4}\sAB\b"
    r"|AB\s[A-ZÅÄÖ][\w&-]+(?:\s[A-ZÅÄÖ][\w&-]+)?))"
    r")(?![\w-])",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"[nN]ämnd|NÄMND|[sS]tyrelse|STYRELSE|ullmäktige|FULLMÄKTIGE|örbund|FÖRBUND|utskott|UTSKOTT"
    r"|[dD]irektionen|DIREKTIONEN|\bAB\b|Stiftelsen\b|verförmyndaren|VERFÖRMYNDAREN"
)
_BEFORE, _AFTER = 60, 50
"""How many signs of a name may stand before and after the word that tells what it is."""
_NOT_DESCRIBED = re.compile(
    r"^(?:aktuella|eventuella|potentiella|politiska|kommunala|regionala|samtliga|vanliga|ordinarie"
    r"|tala|betala|förhandla|svala|egentliga|slutliga|nuvarande|allvarliga)\s"
)
"""Adjectives, and verbs that end as they do, that do not say which committee is meant."""
_STATE = frozenset(
    (
        *("socialstyrelsen", "länsstyrelsen", "transportstyrelsen", "rikspolisstyrelsen"),
        *("domstolsstyrelsen", "luftfartsstyrelsen", "energistyrelsen", "utbildningsstyrelsen"),
        *("överklagandenämnden", "reklamationsnämnden", "diskrimineringsnämnden"),
        *("kriminalvårdsstyrelsen", "riksgäldsstyrelsen", "ekonomistyrelsen"),
    )
)
"""Authorities of the state, whose names end as a committee's does."""
_GENERAL = re.compile(
    r"^(?:fack|verksamhets|driv|bolags|del|kommun|förbunds|region|moder|dotterbolags"
    r"|projekt|delnämnds|drifts|nämnds|intresse|gymnasie?skol|kommunal|privat|kommundels|stadsdels"
    r"|under|ansvars|mål|egen|själv|central|huvud|sam|kärn|yrkes|fack)?"
    r"(?:nämnd(?:en|er|erna)?|styrelse(?:r|rna)?|förbund(?:et)?|fullmäktige)s?$"
    r"|^(?:arbets|presidie|budget|bered(?:nings)?|myndighets|individ|social|delegations|jäv|under"
    r"|nämnds?|styrelse|au-)?utskottets?$"
)
"""Words for a body that do not say which; "kommunstyrelsen" and "regionstyrelsen" do."""
_MONTH = re.compile(rf"^(?:{ANY_MONTH}|vår|höst|sommar|vinter)nämnd")
PLAIN_BOARDS = frozenset(
    ("kommunstyrelsen", "regionstyrelsen", "kommunfullmäktige", "regionfullmäktige")
)
_NO_BODY = re.compile(r"(?:kommunal|arbetsgivar|fack|lant|idrotts|brott|syd|väst|mot)förbund\w*$")
_PLURAL = re.compile(r"(?P<stem>nämnd|styrelse)(?:erna|er|rna|r)s?$", re.IGNORECASE)


_CHAINED = re.compile(
    r"(?<![\w-])(?P<first>(?:\w+-\s(?P<within>och|samt)\s)?\w+-)\s(?P<between>och|samt|respektive"
    r"|resp\.)\s(?P<last>(?:\w+-\s(?P<behind>och|samt)\s)?\w{2,}?)"
    r"(?P<ending>nämnden|styrelsen)s?(?![\w-])",
    re.IGNORECASE,
)
"""Names that share their last part, one of which has two stems: "barn- och skol- samt …"."""


def chained_in(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Give the names of committees that share their last part, and where they stand.

    "barn- och utbildnings- samt socialnämnden" is two, for "samt" parts what "och" joins.
    """
    if "- " not in text:
        return
    for match in _CHAINED.finditer(text):
        between = match["between"].casefold()
        inner = {match[each].casefold() for each in ("within", "behind") if match[each]}
        is_apart = between.startswith("resp") or (bool(inner) and between not in inner)
        if is_apart:
            ending = match["ending"].casefold()
            first = match["first"].removesuffix("-").casefold() + ending
            yield (first, f"{match['last'].casefold()}{ending}"), *match.span()


@lru_cache(maxsize=10_000)
def names_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the names of bodies in a text, in the form of a subject, and where each stands."""
    chains = tuple(chained_in(text))
    found = (
        (name, *match.span())
        for match in near(text, _ANCHOR, _NAME)
        if not _is_torn(match, text)
        and not any(start <= match.start() < end for _, start, end in chains)
        for name in _names(match)
    )
    shared = ((name, start, end) for names, start, end in chains for name in names)
    return (*shared, *found)


def near(text: str, anchor: re.Pattern[str], shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the matches of a shape that hold an anchor; no other part of the text is looked at."""
    done = 0
    for each in anchor.finditer(text):
        if each.start() < done:
            continue
        begin = max(done, text.rfind(" ", 0, max(each.start() - _BEFORE, 0)) + 1)
        space = text.find(" ", each.end() + _AFTER)
        end = len(text) if space < 0 else space
        while (match := shape.search(text, begin, end)) is not None:
            yield match
            begin = done = match.end()
            if done > each.start():
                break


def _is_torn(match: re.Match[str], text: str) -> bool:
    """Tell whether a name begins a line as the end of another: "och fritidsnämnden"."""
    return text[: match.start()].casefold().strip() in {"och", "samt", "eller"}


def _names(match: re.Match[str]) -> Iterator[str]:
    """Give the names that stand at a place, in the form that they have where they are the subject.

    "Kultur- och fritidsnämndens" is one; "grundskole- och gymnasienämnderna" are two.
    """
    said = " ".join(match[0].split())
    kind = match.lastgroup
    if kind in {"placed", "part"}:
        yield _as_in_text(said).removesuffix("s")
        return
    if kind == "company":
        if _is_company(said, match.string):
            yield said
        return
    if kind in {"federation", "foundation"}:
        yield said
        return
    if kind == "named_for":
        yield _as_in_text(said)
        return
    if kind == "joined" and _PLURAL.search(said):
        yield from _each_of(said)
        return
    if kind == "described" and _NOT_DESCRIBED.match(said.casefold()):
        return
    name = _nominative(said)
    if kind == "local":
        yield name
    elif not _PLURAL.search(name) and _says_which(name):
        yield _as_in_text(name)


def _is_company(said: str, text: str) -> bool:
    """Tell whether words are a company's name; words in a heading of capitals may be any."""
    is_lost = text.isupper() and said != text.strip()
    is_written_so = re.match(r"[A-ZÅÄÖ]", said) is not None and "AB" in said.split()
    return is_written_so and not is_lost


def _as_in_text(name: str) -> str:
    """Return a name as it stands in running text, also where a heading has it in capitals."""
    return name.lower() if name.isupper() else name[:1].lower() + name[1:]


def _each_of(said: str) -> Iterator[str]:
    """Give the names of "grundskole- och gymnasienämnderna"."""
    stem = "nämnden" if "nämnd" in said.casefold() else "styrelsen"
    for part in re.split(r",\s|\s(?:och|samt|eller)\s", said):
        bare = re.sub(r"(?:nämnd|styrelse)(?:erna|er|rna|r)s?$", "", part.casefold()).rstrip("-")
        if bare and not _GENERAL.match(bare + stem):
            yield bare + stem


def _nominative(name: str) -> str:
    lowered = name.casefold()
    if lowered.endswith(
        (
            *("nämndens", "styrelsens", "fullmäktiges", "förbundets", "utskottets"),
            *("direktionens", "överförmyndarens"),
        )
    ):
        return name[:-1]
    return name


def _says_which(name: str) -> bool:
    key = name_key(name)
    if key in _STATE or _NO_BODY.search(key) or _MONTH.match(key):
        return False
    return key in PLAIN_BOARDS or not _GENERAL.match(key)
