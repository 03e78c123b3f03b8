"""Swedish words of the trade, put together into names and sentences of registers that nobody has.

Everything is drawn from a ``random.Random`` that the caller seeds, so that the same seed gives the
same register.
"""

from random import Random

_PLACE_STARTS = (
    *("Alm", "Berg", "Björk", "Dal", "Ek", "Fur", "Gran", "Hag", "Hav", "Högs", "Kvarn", "Lind"),
    *("Ljung", "Lång", "Norr", "Sand", "Strand", "Söder", "Tall", "Väster", "Ås", "Älv", "Öster"),
)
_PLACE_ENDS = (
    *("berga", "by", "forsa", "hamn", "hult", "köping", "lösa", "mark", "näs", "ryd", "sjö"),
    *("sunda", "torp", "vik", "åker"),
)

COMMITTEES = (
    ("kommunstyrelsen", "KS"),
    ("barn- och utbildningsnämnden", "BUN"),
    ("socialnämnden", "SN"),
    ("vård- och omsorgsnämnden", "VON"),
    ("kultur- och fritidsnämnden", "KFN"),
    ("miljö- och byggnadsnämnden", "MBN"),
    ("tekniska nämnden", "TN"),
    ("gymnasienämnden", "GYN"),
    ("arbetsmarknadsnämnden", "AMN"),
    ("överförmyndarnämnden", "ÖFN"),
)
"""Name and abbreviation of each committee, in a municipality's order."""

AREAS = (
    *("upphandling och inköp", "intern kontroll", "arbetet mot välfärdsbrott", "ekonomistyrning"),
    *("kompetensförsörjning", "underhåll av fastigheter", "informationssäkerhet", "barn i skolan"),
    *("placeringar av barn och unga", "hemtjänstens kvalitet", "krisberedskap", "delegation"),
    *("avtalsuppföljning", "bygglovshandläggning", "elevhälsa", "föreningsbidrag", "bisysslor"),
)
_VERBS = (
    *("säkerställa att", "utveckla uppföljningen av hur", "upprätta rutiner för hur"),
    *("tydliggöra ansvaret för att", "följa upp i vilken utsträckning", "dokumentera hur"),
)
_SUBJECTS = (
    *("styrdokumenten", "riskanalyserna", "direktupphandlingarna", "ledningssystemet", "målen"),
    *("återrapporteringen till nämnden", "kontrollmomenten", "verksamhetens resultat"),
)
_ENDS = (
    *("hålls aktuella och är kända i hela organisationen", "följs upp minst en gång per år"),
    *("används i det löpande arbetet", "bygger på en samlad bild av verksamhetens risker"),
    *("redovisas på ett sätt som går att jämföra mellan åren", "är ändamålsenligt utformade"),
)
_QUOTES = (
    "Nämnden delar revisorernas bild och ger förvaltningen i uppdrag att återkomma med en plan.",
    "Arbetet har påbörjats och rapporteras i samband med nästa delårsuppföljning.",
    "Rutinen är beslutad och finns på intranätet; utbildning av cheferna pågår.",
    "Nämnden ser inte att ytterligare åtgärder behövs utöver dem som redan har vidtagits.",
)
_ACTIONS = (
    "Ta fram en gemensam rutin",
    "Genomföra en kartläggning av nuläget",
    "Revidera riktlinjerna",
    "Införa en årlig stickprovskontroll",
)


def places(number: int) -> list[str]:
    """Return so many names of municipalities, all different, in alphabetical order of parts."""
    names = [f"{start}{end}" for start in _PLACE_STARTS for end in _PLACE_ENDS]
    return names[:: max(len(names) // number, 1)][:number]


def recommendation(chance: Random) -> str:
    """Return the wording of a recommendation."""
    return f"{chance.choice(_VERBS)} {chance.choice(_SUBJECTS)} {chance.choice(_ENDS)}"


def quote(chance: Random) -> str:
    """Return what a reply says on a recommendation."""
    return chance.choice(_QUOTES)


def action(chance: Random) -> str:
    """Return what a committee says that it will do."""
    return chance.choice(_ACTIONS)
