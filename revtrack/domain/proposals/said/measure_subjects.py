"""Whose doing a clause tells of: the answerer's own, or law, the state, the world and its figures.

An answer often begins with how things stand: what the law asks, what an authority has found, how
large a share is. Such a clause tells of no measure, whatever its verb. Neither does one that says
only what the answerer thinks of the recommendation.
"""

import re
from datetime import date
from functools import lru_cache

from revtrack.domain.proposals.said.clause import Clause
from revtrack.domain.proposals.said.clause_words import SELVES
from revtrack.domain.proposals.said.measure_times import AHEAD, DATED, SINCE

_OTHERS = re.compile(
    r"^(?:(?:inom|på|hos|den|det|de|en|ett|nya?|nytt|enligt|av|i|genom|svenska?|flera|många|även"
    r"|också"
    r"|börjar|började|trädde|träder|gäller|\d+ (?:januari|april|maj|juni|juli|augusti|oktober)"
    r"|under|\d+|20\d\d|(?:för|se)dan|sedan|våren|hösten|redan|från) )*"
    r"(?:(?:(?!\w*(?:bo|för|under|an|upp|in|ut|an|s)lagen)[\w-]*lagens?|lag|grundlag"
    r"|[\w-]*lagstiftning(?:en)?"
    r"|\w*förordning(?:en|ens)?|\w*-direktivet|direktivet|\w*föreskrifter(?:na)?|momsreglerna)"
    r"|(?:sosfs|sfs|hslf-fs|afs|nis\w*|gdpr|rådets)\b"
    r"|regering\w*|riksdag\w*|staten|statliga?|statens|utredningen om|eu|sverige|[\w-]*domstol\w*"
    r"|(?!bygg|sam|till|ut)\w+(?:verkets?|myndighetens?|inspektionens?|styrelsens? för"
    r"|kommissionen)|socialstyrelsen"
    r"|länsstyrelsen\w*|skolinspektion\w*|ivo|skr|skl|skrs|imy|msb|riksrevision\w*"
    r"|pandemin?|covid\w*|corona\w*|inflation\w*|konjunktur\w*|kriget|krig|omvärld\w*|forskning\w*"
    r"|hotbilden|säkerhetsläget|arbetsmarknaden|marknaden|räntorna|räntekostnad\w*"
    r"|(?:\w+ )?kommuner(?:na)?|landsting(?!s(?:plan|styr))\w*|regionerna|landets|hela landet)\b"
)
"""How a clause begins that tells of law, the state or the world."""
_FIGURES = re.compile(
    r"\b(?:andel(?:en)?|antalet|siffran|genomsnittet|medelvärdet|summan|graden|\w{3,}graden"
    r"|\w*(?<!av)talen|\w*kvoten|underskott\w*|överskott\w*|omsättningen|befolkning\w*|invånar\w*"
    r"|kostnaderna|kostnaden|låneskulden|\w*kötiden|väntetiden)\b"
    r"|\bvar (?:tredje|fjärde|femte|tionde)\b|\b\d[\d ,.]*(?:procent|%|kronor|kr|miljoner|mkr"
    r"|miljarder|mnkr|tkr)\b|\bprocent\b"
)
_COUNTS = re.compile(
    r"^(?:(?:under|år|i) 20\d\d |i ?dag |i nuläget |för närvarande |det )*(?:finns"
    r"|fanns) (?:det )?\d+ "
    r"|^(?:under |år )?20\d\d \w+des \d+ |\b\w+[dt]es (?:\w+ ){0,3}?av \d[\d ]* (?!procent)\w+"
)
"""How a clause begins that tells how many there are."""
_LEGAL = re.compile(
    r"\(\d{4}:\d+\)|\benligt (?:\w+ )?(?:lag|\w{4,}(?<!s)lagen)\b|\bi lag\b"
    r"|\bi (?:hela )?(?:landet|riket|sverige)\b|\bde \w+ lagarna\b"
)
_GROWS = re.compile(
    r"^(?:har|steg|sjönk|ökar|ökade|minskar|minskade|växer|växte|stiger|sjunker|uppgår|uppgick|var"
    r"|är|varierar|skadar|påverkar|innebär|utgör|utgjorde|svarade|kostar|kostade|beräknas|ligger"
    r"|låg|fördubblas|fördubblats|ökat|minskat|gjordes|gör|medfört|lett|uppnår|slår)$"
)
_THINKS = re.compile(
    r"^(?:ansluter|ställer|ställt|biträder|stödjer|stöder|samtycker|sluter|bekräftar|beklagar"
    r"|tackar|tar"
    r"|tagit|är|var|har|finner|ser|förstår|vill|kan|uppskattar|uppfattar|godkänner|bejakar|känner"
    r"|köper|gör|tycker|anser|menar|bedömer|håller|undrar|lämnar|ger|följa|instämma|upplysa|dela"
    r"|konstatera|framhålla|betona|påpeka|understryka|erinra|framför|pekar|erkänner|medger"
    r"|värdesätter|avvisar|avstyrker|motsätter|framgår|framgick|framkommer|beskrivs|beskriver|skriver|pekas)$"
)
_OF_REVIEW = re.compile(
    r"\b(?:rekommendation\w*|kritik\w*|synpunkt\w*|påpekande\w*|iakttagels\w*|revisor\w*"
    r"|revision(?:en|ens)|granskning(?:en|ens)|slutsats\w*|uppfattning\w*|bedömning\w*|åsikt\w*"
    r"|mening|syn|analys|rapporten|resonemang\w*|kommentar\w*|invändning\w*|erinran|avstånd"
    r"|enig\w*|överens|ense|positivt?|positiva|avvisande|allvarligt|brist(?:en|erna)|anmärkning\w*"
    r"|upplysa|konstatera|framhålla|betona|påpeka|understryka|erinra|frågan som|vikten)\b"
)


_FIRST = 4
"""Among so many words stands who does it."""


def is_of_others(clause: Clause) -> bool:
    """Tell whether a clause tells of law, the state or the world, and not of the answerer."""
    text = clause.text
    if _COUNTS.search(text):
        return True
    said = text.split()
    if not any(map(SELVES.match, said[:_FIRST])) and _LEGAL.search(text):
        return True
    return not any(map(SELVES.match, said)) and _OTHERS.match(text) is not None


def is_figure(clause: Clause) -> bool:
    """Tell whether a clause gives a figure of how things stand."""
    is_told = clause.tense in {"now", "past", "told", "done"}
    return is_told and bool(_GROWS.match(clause.verb)) and bool(_FIGURES.search(clause.text))


def is_put_in_plan(sentence: str, day: date | None) -> bool:
    """Tell whether a sentence says that something has its place in a plan of what is to be."""
    put = _IN_PLAN.search(sentence)
    return put is not None and (day is None or int(put["year"]) >= day.year)


def is_view(clause: Clause) -> bool:
    """Tell whether a clause only says what the answerer thinks of the review."""
    if clause.tense not in {"now", "told", "might", "past", "done"}:
        return False
    if not _THINKS.match(clause.verb) or not _OF_REVIEW.search(clause.text):
        return False
    return not any(each.search(clause.text) for each in (AHEAD, DATED, SINCE))


_COMMON = re.compile(
    r"^(?:\w*nämnd|\w*styrel|kommun|förval|verksa|revis|region|bolag|samtli|säkers|tydlig|inför"
    r"|januar|februa|mars|april|juni|juli|august|septem|oktobe|novemb|decemb|genom|utveck|stärk"
    r"|under|efter|sedan|arbete|fråga|hösten|våren|sommar|förbät|förutsä|ytterl|hittil|därför)"
)
_STEM = 6
_OF_THING = re.compile(
    r"\b(?:från|äldre än|yngre än|före|mellan|efter|perioden) (?:åren? "
    r"|tiden )?"
    r"(?:före |efter |mellan |fram till )?(?:19|20)\d\d\b(?:(?:-| och | till |/)(?:19|20)?\d\d)?"
    r"|\b(?:19|20)\d\d-(?= och)|\b(?:19|20)\d0-tal\w*"
)
"""Years of what something is done with: "akterna från åren före 1998", "lagda före 1975"."""
_YEARS_AGO = re.compile(r"\bför (?:mer än |över |drygt |flera |många |\w+ )?\w* ?år sedan\b")
_IN_PLAN = re.compile(
    r"\b(?:i|till) (?:[\w-]+ ){0,3}?[\w-]*(?:plan|planen|planering|planeringen|budget|budgeten"
    r"|budgetförslaget|årshjul|årshjulet)(?: (?:för|inför))? (?:hösten |våren "
    r"|år )?(?P<year>20\d\d)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def stems_of(text: str) -> frozenset[str]:
    """Return how the words begin that tell what a text is about."""
    stems = {each[:_STEM] for each in re.findall(r"[^\W\d_]{5,}", text.casefold())}
    return frozenset(each for each in stems if not _COMMON.match(each))


def is_long_ago(text: str, day: date | None) -> bool:
    """Tell whether a clause names a year that lies well before the paper's day, and none later."""
    if _YEARS_AGO.search(text):
        return True
    if day is None:
        return False
    own = _OF_THING.sub("", text)
    years = [int(each) for each in re.findall(r"(?<![\d:.])(?:19|20)\d\d(?![\d:])", own)]
    return bool(years) and max(years) < day.year - 2
