"""Words with capital letters that name bodies, places, papers and systems, not persons."""

import re
from collections.abc import Iterable

_BODY = re.compile(
    r"(?:kommun|kommunen|region|regionen|nämnd|nämnden|styrelse|styrelsen|förbund|förbundet"
    r"|bolag|bolaget|utskott|utskottet|förvaltning|förvaltningen|kontor|kontoret|skola|skolan|skolor"
    r"|gymnasium|gymnasiet|gata|gatan|väg|vägen|plats|platsen|torg|torget|park|parken|stad|staden"
    r"|län|tingsrätt|domstol|universitet|högskola|myndighet|myndigheten|institutet|verket"
    r"|stiftelse|stiftelsen|förening|föreningen|fastigheter|energi|bostäder|hamn|församling|kyrka"
    r"|hus|huset|hemmet|gården|byn|sjön|ön|fullmäktige|revision|revisionen|råd|rådet|lagen|lag"
    r"|gränd|stigen|allé|allén|backen|hallen|badet|centrum|plan|planen|rapport|bilaga|rekommendation"
    r"|granskning|uppföljning|missiv|yttrande|beslut|ab|sverige|sveriges|svenska|nordiska|norra"
    r"|södra|östra|västra|gamla|nya|stora|lilla|övre|nedre|sankt|sankta|santa|januari|februari|mars"
    r"|april|juni|juli|augusti|september|oktober|november|december|feb|mar|apr|jun|jul|aug|sep|okt"
    r"|nov|dec|advisory|group|partners|office|word|excel|microsoft|adobe|arial|times|roman|sans"
    r"|serif|calibri|cambria|gothic|symbol|theme|heading|table|normal|grid|light|dark|accent"
    r"|medium|colorful|shading|list|default|paragraph|font|title|body|text|månad|kvartal|invånare"
    r"|enhet|enheten|avdelning|avdelningen|sektor|sektorn|ordning|datum|namn|titel|telefon|årskurs"
    r"|copyright|hr|it|kvar|punkt|mål|fråga|svar|nr|sida|statens|rikets|upplands|öppna|svenskt|minne|ekonomi|personal"
    r"|kommunikation|administration|upphandling|inköp|miljö|kultur|fritid|utbildning|omsorg|vård)s?"
    r"|.*\w(?:kommunen|regionen|nämnde?n?|styrelsen?|förbunde?t?|bolage?t?|utskotte?t?|förvaltning"
    r"|förvaltningen|kontore?t?|skolan?|skolor|gymnasiet|gatan|vägen|torget|parken|myndigheten"
    r"|institutet|verket|stiftelsen?|föreningen?|huset|hemmet|gården|fullmäktige|revisione?n?|rådet"
    r"|lagen|balken|gränden|stigen|allén|hallen|badet|planen|rapporten|byrån|sjukhuset|kyrkan"
    r"|avdelningen|enheten|partiet|erna|tinget|rätten|kassan|centralen|center|centret|centrum|ningen|ingar)s?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:ordf|vice|fru|herr|elev|brukare|patient|justerande|beslutande|närvarande|övriga|adjungerad"
    r"|namnteckning|signatur|underskrift|utdragsbestyrkande|kontaktperson|kommunalråd|justerat"
    r"|.*(?:ordförande|ledamot|ledamöter|ersättare|sekreterare|chef|direktör|handläggare|utredare"
    r"|strateg|revisor|revisorer|rektor|registrator|controller|sköterska|ledare|samordnare|ingenjör"
    r"|konsult|arkitekt|ekonom|jurist|lärare|pedagog|assistent|specialist|ansvarig|adresse?n?))"
    r"(?:e?n)?s?",
    re.IGNORECASE,
)
_MADE = frozenset(
    """
access adda agresso analytics assistans azets azure barometern business capire castor center
central certified chrome ciceron cisco citrix city cloud combine computer core council creative
customer data deloitte design desktop development digital digitala discovery drive dynamics edge
edlevo education enterprise ephorte ernst evolution evry exchange explorer first forms fossilfria
fossilfritt framework future general global god gods google governance grant green haldor health
helseplan heroma human hypergene inera info infomentor innovation insight insikt inspection
integration intelligence intern interna international internet job key kommuninvest kpmg kristi
lean lex life lifecare live local management manager market master microsoft mobile national
nationella network new next nordic nordisk nova office online open operations oracle outlook
partner performance planet platina point policy portal power practice print privacy procapita
process professional program project public qlik quality quiculum raindance region report resource
review risk safe school science security server service services share siemens skype smart social
society software solution solutions strategy stratsys studio support sustainable swedish system
systems team teams tech technology terminal test thornton tieto touche treserva trygga unikum unit
united university user vision visma viva vklass web wikipedia windows work workspace world young
""".split()  # noqa: SIM905 - one word a line would be two hundred lines
)
PLACE_AFTER = re.compile(
    r"[ \u00a0]+(?:gata|gatan|gränd|väg|vägen|plats|torg|park|skola|gymnasium|hus|minne|minnesfond"
    r"|stiftelse|fond|stipendium|pris|allé|backe|kulle|udde|friskola|förskola|vårdcentral|sjukhus"
    r"|kyrka|församling|led|kaj)\b",
    re.IGNORECASE,
)
"""What makes a person's name that of a place: "Anna Lindhs plats"."""


def is_body(word: str) -> bool:
    """Tell whether a word is of a body, a place or a paper, whatever stands beside it."""
    return _BODY.fullmatch(word) is not None


def is_title(word: str) -> bool:
    """Tell whether a word is what somebody is called by office."""
    return _TITLE.fullmatch(word) is not None


def is_made(word: str) -> bool:
    """Tell whether a word is of a system, a firm or a programme, where no first name begins it."""
    return word.casefold() in _MADE


def phrases_of(names: Iterable[str]) -> frozenset[str]:
    """Return every one to four words after each other of the names, also in the genitive."""
    found = set[str]()
    for name in names:
        words = re.findall(r"\w[\w-]*", name.casefold())
        for begin in range(len(words)):
            for end in range(begin + 1, min(begin + 4, len(words)) + 1):
                phrase = " ".join(words[begin:end])
                found |= {phrase, f"{phrase}s"}
    return frozenset(found)
