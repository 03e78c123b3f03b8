"""The word order of a main sentence, given to others.

To clauses that deny, "att nämnden inte delar synen", and to sentences that begin with something
else, "i den frågan delar nämnden synen".
"""

import re

from revtrack.domain.texts.any_case import AnyCase

BODY = (
    r"(?:(?:[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen|kontoret|kommunen"
    r"|regionen|förbundet|utskottet|stiftelsen|föreningen))|vi|man|jag)"
)
"""Who replies, by one word."""
_DENIES = AnyCase(
    rf"\b(?P<who>{BODY}) (?:inte|ej) (?P<verb>instämmer|delar|håller|avser"
    r"|ställer sig|ansluter sig|ansluter oss|anser|ser|kan|vill|kommer|ska|stödjer|tillstyrker"
    r"|accepterar|godtar|bedömer|finner|planerar|tänker)\b",
)
OF_SEVERAL_WORDS = (
    r"(?:(?:[\w-]+-,? (?:[\w-]+-,? ){0,2}och |(?:tekniska|gemensamma|sociala|lokala|regionala) )"
    r"(?=[\w-]*(?:nämnden|styrelsen|utskottet|förvaltningen|kontoret)\b))?"
)
"""What a body's name of several words begins with: "barn- och utbildningsnämnden"."""
_NAMED_BY_SEVERAL = AnyCase(rf"\b{OF_SEVERAL_WORDS[:-1]}")
_MATTER = (
    r"(?:detta|rekommendationen|kritiken|synpunkten|förslaget|åtgärden|bristen|kravet|påpekandet"
    r"|iakttagelsen|bedömningen|revis\w+ (?:iakttagelse|synpunkt|bedömning|kritik|slutsats))"
)
_INVERTED = AnyCase(
    r"(?<!^)\b(?P<verb>(?:är|har|gör|får|kan|ska|vill|bör|måste|\w{2,}(?:[aeå]r|ns|rs|ms|ås))"
    rf"(?: sig| oss)?) (?P<who>{BODY}|{_MATTER})\b(?=\s\w|\.)",
)
"""A verb before whom or what it is of, as where a sentence begins with something else."""
_NO_VERB = re.compile(
    r"(?:gäller|avser|rör|under|efter|eller|över|enligt|för|per)\b", re.IGNORECASE
)


def in_main_order(sentence: str) -> str:
    """Return a sentence whose clauses deny as a main sentence does: "nämnden delar inte synen"."""
    return _DENIES.sub(r"\g<who> \g<verb> inte", sentence)


def put_straight(sentence: str) -> str:
    """Return a sentence with who or what it is of before its verb, named by one word."""
    named = _NAMED_BY_SEVERAL.sub("", sentence)
    return _INVERTED.sub(_straight, named)


def _straight(match: re.Match[str]) -> str:
    verb, who = match["verb"], match["who"]
    return match[0] if _NO_VERB.match(verb) else f"{who} {verb}"
