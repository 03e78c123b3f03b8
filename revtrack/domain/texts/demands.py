"""Whether a recommendation demands one thing or two.

A demand begins with an infinitive: "Besluta om …", "säkerställa att …". The verbs are listed, since
many nouns end as infinitives do; what is not listed is taken for no verb, so that an ordinary
enumeration is not told of.
"""

import re

_VERBS = (
    "analysera|ange|anpassa|ansvara|anta|avsluta|avsätta|bedöma|bereda|besluta|beskriva|bestämma|bevaka|"
    "dokumentera|effektivisera|erbjuda|etablera|fastställa|fortsätta|fullfölja|fördela|förbättra|"
    "förstärka|förtydliga|genomföra|granska|hantera|identifiera|implementera|informera|inrätta|"
    "inventera|införa|kartlägga|klargöra|klassa|kommunicera|komplettera|kontrollera|korta|"
    "kvalitetssäkra|minska|redogöra|redovisa|registrera|revidera|rapportera|samordna|skapa|stärka|"
    "säkerställa|säkra|tillse|tydliggöra|undersöka|uppdatera|upprätta|utarbeta|utbilda|utforma|"
    "utreda|utse|utveckla|utvärdera|verka|återrapportera|åtgärda|öka|"
    "följa upp|ta fram|se till|se över|arbeta fram"
)
_VERB = rf"(?:{_VERBS})\b"
_PLAIN = re.compile(
    rf"(?:,?\s+samt\s+(?:att\s+)?|,?\s+och\s+att\s+|[.;]\s+(?:att\s+)?){_VERB}", re.IGNORECASE
)
"""A second demand that is set apart: "…, samt säkerställa …", or a sentence of its own."""
_JOINED = re.compile(rf"\s+och\s+(?P<second>{_VERB}\s+(?P<object>\S+))", re.IGNORECASE)
_STARTS = re.compile(rf"^\s*(?:att\s+)?{_VERB}\s+(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_WITHIN_CLAUSE = re.compile(r"\b(?:så att|för att|genom att|att|som|hur|när|där)\b", re.IGNORECASE)
_SAME_THING = frozenset(
    ("den", "det", "dem", "dessa", "denna", "detta", "resultatet", "resultaten", "dess", "deras")
)
"""An object that is that of the first verb: one demand, said with two verbs."""


def begins_with_known_verb(text: str) -> bool:
    """Tell whether a text begins with one of the listed verbs and something that it is about."""
    return _STARTS.match(text) is not None


def has_two_demands(text: str, *, is_plain_only: bool) -> bool:
    """Tell whether a recommendation demands two things.

    ``is_plain_only`` leaves out those that a bare "och" joins, which may be one demand.
    """
    start = _STARTS.match(text)
    if start is None:
        return False
    rest = start["rest"]
    plain = _PLAIN.search(rest)
    if plain and not _WITHIN_CLAUSE.search(rest[: plain.start()]):
        return True
    if is_plain_only:
        return False
    return any(
        found["object"].casefold().strip(",.") not in _SAME_THING
        and not _WITHIN_CLAUSE.search(rest[: found.start()])
        for found in _JOINED.finditer(rest)
    )
