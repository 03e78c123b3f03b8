"""Verbs at the head of what is to be done: "Säkerställa att …", "säkerställer", "Säkerställ"."""

import re
from functools import lru_cache

from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.demands import begins_with_known_verb

ATT = re.compile(r"^att\s+", re.IGNORECASE)
"""How a demand begins that is one clause."""
_INFINITIVE = re.compile(
    r"^(?:(?:inte|årligen|löpande|regelbundet|skyndsamt|snarast|återkommande|systematiskt"
    r"|ytterligare|därefter|därvid|samtidigt|vidare|omgående|varje|minst|först"
    r"|kontinuerligt|aktivt|tydligt|fortsatt|även|också|tillsammans|gemensamt|därutöver|i"
    r"|inför|vid|senast|under|utifrån|genom|med|inom (?:ramen|sin|sitt|sina)"
    r"|utan (?:dröjsmål|onödigt|vidare)|så (?:snart|långt|fort)"
    r"|på (?:sikt|ett|lämpligt|nytt|allvar)"
    r"|noga|noggrant|fortlöpande|genast|själva?|först och främst|åtminstone|om möjligt)\s+"
    r"(?:\S+\s+){0,6}?)?"
    r"(?:(?:ut|till|för|an|av|upp|över|in|bi)?(?:se|ge)|ha|bli|få|ta|be|dra|må"
    r"|[a-zåäö]*(?:slå|stå|gå|nå)|[a-zåäö]{2,}(?:[^aeiouyåäö\W\d_]a|e?ra"
    r"|[oiuå]a))"
    r"(?:s)?\b(?!-)",
    re.IGNORECASE,
)
_TELLS_WHERE = re.compile(
    r"(?:i|inför|vid|under|utifrån|genom|med)\s(?:.*\b(?:finns|är|har|var|bör|att)\b|.*s$)",
    re.IGNORECASE,
)
"""How a sentence begins that tells what there is, or what is done: "I rapporten finns …"."""
_OF_BODY = AnyCase(
    r"^[\w-]+(?:iska|ala|liga|ella) [\w-]*(?:nämnd|styrelse|förvaltning|kontor|utskott)",
)
"""How a name begins whose first word looks like a verb: "Tekniska nämnden"."""
_NAMED_BODY = re.compile(
    r"^[A-ZÅÄÖ][\w-]+ (?:och [A-ZÅÄÖ][\w-]+ )?(?:\w+ )?[\w-]*(?:nämnd|styrelse|direktion"
    r"|förbund)\W*$"
)
"""The name of a body, and nothing else: "Ravelsta och Ekskulla gemensamma lönenämnd"."""
_NAME = re.compile(r"^[A-ZÅÄÖ][\w-]+(?:\s(?:&\s)?[A-ZÅÄÖ][\w-]+)+\W*$")
"""A name, of which every word has a capital: "Ramlösa & Frid Revisionsbyrå"."""
_FOR = re.compile(
    r"för (?:kännedom|närvarande|övrigt|att|det|den|de|varje|\w*(?:nämnden|styrelsen|direktionen"
    r"|bolaget|förbundet|revisorerna|kommunen|regionen)s?|(?:[\w&-]+\s){1,5}(?:revisorer|AB)"
    r"|(?:[\w,-]+ ){1,4}[\w-]*(?:nämnden|styrelsen|direktionen|förvaltningen)(?=\W*$))\b",
    re.IGNORECASE,
)
"""How a text begins whose first word is no verb: "För kännedom"."""
_NOUNS_IN_A = frozenset(
    (
        *("denna", "dessa", "detta", "andra", "samtliga", "flera", "bra", "våra", "alla", "vissa"),
        *("sina", "ska", "egna", "olika", "stora", "nya", "tydliga", "skriftliga", "gemensamma"),
        *("några", "inga", "många", "vilka", "fyra", "åtta"),
        *("sista", "första", "enda", "övriga", "tidigare", "samma", "båda", "sådana"),
        *("östra", "västra", "norra", "södra", "mellersta", "extra", "vidare", "andra"),
    )
)
_THOSE = re.compile(
    r".{3}(?:erna|arna|orna)s?$|.{3}lista$|.{3}(?:iska|(?<!förtyd)(?<!förverk)liga|ella)$|(?:komna"
    r"|tagna|givna|slagna|valda|skrivna|gångna|drivna|hållna)$"
)
"""How words for several things end, and for what was done: "revisorerna", "vidtagna"."""
_OF_TOWN = re.compile(r"\w+ (?:kommun|stad|region)s?\b", re.IGNORECASE)
_IMPERATIVES = frozenset(
    (
        *("säkerställ", "fastställ", "ställ", "följ", "fullfölj", "inför", "genomför", "utför"),
        *("för", "gör", "tydliggör", "klargör", "redogör", "offentliggör", "lägg", "sätt", "höj"),
        *("sänk", "bygg", "stärk", "förstärk", "utred", "sprid", "använd", "begär", "inled"),
        *("upprätthåll", "håll", "skriv", "beskriv", "ange", "låt", "ge", "red", "styr", "led"),
        *("välj", "bered", "sök", "lös", "köp", "sälj", "knyt", "mät", "utse", "se", "ta", "gå"),
        *("vidta", "anta", "överväg", "bestäm", "sluta", "tänk", "skapa", "bjud", "dra", "inse"),
        *("förbered", "fördjupa", "besök", "skilj", "märk", "utnyttja", "avsätt", "fortsätt"),
        *("ersätt", "tillsätt", "åtgärda", "tillse", "förse", "behåll", "avskaffa", "gallra"),
        *("läs", "kartlägg", "klarlägg", "sammanställ", "beställ", "anställ", "undersök", "bedöm"),
        *(
            "stäm",
            "uppfyll",
            "fyll",
            "byt",
            "bryt",
            "avbryt",
            "vänd",
            "sänd",
            "skärp",
            "töm",
            "driv",
        ),
        *("bedriv", "stryk", "förläng", "erbjud", "delge", "bistå", "upphör", "avsluta", "påminn"),
        *("föreskriv", "inskärp", "omdisponera", "iordningställ", "färdigställ", "ålägg", "delta"),
        *("lämna", "testa", "öva", "kräv", "känn", "teckna", "skydda", "betala", "lyft", "jämför"),
        *("anmäl", "anlägg", "ansök", "avgör", "belys", "erhåll", "förbjud", "inbjud", "möt"),
        *("sammanför", "synliggör", "möjliggör", "tillför", "tillhandahåll", "täck", "undvik"),
        *("upplys", "utlys", "utnämn", "återför", "återkom", "överlåt", "översänd", "verkställ"),
        *(
            "vidmakthåll",
            "stöd",
            "underställ",
            "förebygg",
            "bemöt",
            "avskilj",
            "frigör",
            "efterlev",
        ),
        *("åskådliggör", "tillställ", "uppsök", "utnyttja", "ställ", "skyll", "uppdra", "efterlev"),
        *(
            "minska",
            "öka",
            "inrätta",
            "utbilda",
            "underlätta",
            "överför",
            "återställ",
            "kvalitetssäkra",
        ),
    )
)
"""What verbs are like that tell somebody what to do, where the infinitive is another word."""
_IRREGULAR = {
    "ser": "se", "tar": "ta", "ger": "ge", "gör": "göra", "får": "få", "går": "gå", "har": "ha",
    "är": "vara", "blir": "bli", "inför": "införa", "genomför": "genomföra", "utför": "utföra",
    "tillför": "tillföra", "fastställer": "fastställa", "överväger": "överväga", "för": "föra",
    "låter": "låta", "antar": "anta", "vidtar": "vidta", "utser": "utse", "tillser": "tillse",
    "anger": "ange", "håller": "hålla", "bedriver": "bedriva", "beskriver": "beskriva",
    "jämför": "jämföra", "klargör": "klargöra", "redogör": "redogöra", "tydliggör": "tydliggöra",
    "medför": "medföra", "offentliggör": "offentliggöra", "förser": "förse", "deltar": "delta",
    "mottar": "motta", "avser": "avse", "ombesörjer": "ombesörja", "överför": "överföra",
    "begär": "begära", "lär": "lära", "kör": "köra", "hör": "höra", "drar": "dra", "når": "nå",
    "står": "stå", "slår": "slå", "ber": "be", "dröjer": "dröja",
}  # fmt: skip
_PRESENT = re.compile(r"[a-zåäö]{2,}(?:ar|er)$")
_DEPONENT = re.compile(r"(?!(?:tillsammans|dels|annars)$)[a-zåäö]{2,}s", re.IGNORECASE)
"""How a verb ends that is no other in the infinitive of the same thing: "möts"."""
_NO_VERBS = frozenset(
    (
        *("eller", "efter", "under", "över", "samt", "varje", "inte", "även", "mer", "fler"),
        *("per", "år", "enklare", "bättre", "nämnder", "styrelser", "revisorer", "kommuner"),
        *("gånger", "kostnader", "uppgifter", "åtgärder", "rutiner", "insatser", "resurser"),
        *("december", "november", "oktober", "september", "dagar", "veckor", "månader"),
    )
)
"""Words that end as verbs do."""
_FURTHEST = 5
"""So many words may stand before the verb: "nämnden varje månad får veta"."""

_FINITE = re.compile(
    r"(?:(?!(?:att|som|om|hur|så|där|när|vad|vilka|vem)\b)\S+\s){1,6}"
    r"(?:är|har|finns|saknas|bör|ska|kan|behöver|måste|blir|görs|sker|var|hade)\b",
    re.IGNORECASE,
)
"""A sentence that tells of something, though its first word looks like a verb's."""


@lru_cache(maxsize=10_000)
def begins_with_infinitive(text: str) -> bool:
    """Tell whether a text begins with what is to be done: "Säkerställa att …"."""
    first = _first(text)
    if first in _NOUNS_IN_A or _THOSE.search(first) or _OF_TOWN.match(text):
        return False
    match = _INFINITIVE.match(text)
    if match is not None and _TELLS_WHERE.match(match[0]):
        return False
    last = match[0].split()[-1].casefold() if match else ""
    return bool(last) and last not in _NOUNS_IN_A and _THOSE.search(last) is None


@lru_cache(maxsize=10_000)
def begins_with_demand(text: str) -> bool:
    """Tell whether a text begins with a verb for what is to be done, or tells somebody to."""
    if _OF_BODY.match(text) or _FOR.match(text) or _NAME.match(text) or _NAMED_BODY.match(text):
        return False
    first = _first(text)
    return first in _IMPERATIVES or begins_with_known_verb(text) or begins_with_infinitive(text)


def begins_with_order(text: str) -> bool:
    """Tell whether a text begins with a verb that is known to tell somebody what to do."""
    is_told = _first(text) in _IMPERATIVES or begins_with_known_verb(text)
    return is_told and len(text.split()) > 1


def tells(text: str) -> bool:
    """Tell whether a sentence tells of something, though it begins as a demand: "Besök sker …"."""
    return _FINITE.match(text) is not None


def _first(text: str) -> str:
    words = text.split(maxsplit=1)
    return words[0].casefold().strip(",.:") if words else ""


def with_infinitive(text: str) -> str:
    """Return what somebody does as what is to be done: "säkerställer …", "säkerställa …".

    A text that already says it so comes back as it is.
    """
    words = text.split(" ")
    if begins_with_infinitive(words[0]) and words[0].casefold() not in _IRREGULAR:
        return text
    if _DEPONENT.fullmatch(words[0]):
        return text
    for place, word in enumerate(words[:_FURTHEST]):
        infinitive = infinitive_of(word)
        if infinitive != word and not (place and word == "för"):
            return " ".join((*words[:place], infinitive, *words[place + 1 :]))
    return text


def infinitive_of(word: str) -> str:
    """Return the infinitive of a verb in the present; the word itself where it is none."""
    low = word.casefold()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _NO_VERBS or _PRESENT.match(low) is None:
        return word
    return low[:-1] if low.endswith("ar") else f"{low[:-2]}a"


def has_verb_in_present(text: str) -> bool:
    """Tell whether a clause without its subject begins with what somebody does."""
    return any(infinitive_of(word) != word for word in text.split(" ")[:_FURTHEST])
