"""The word order of a main sentence given to clauses that deny: "att nämnden inte delar synen"."""

from revtrack.domain.texts.any_case import AnyCase

_DENIES = AnyCase(
    r"\b(?P<who>[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen|kontoret|kommunen"
    r"|regionen|förbundet|utskottet)|vi|man|jag) (?:inte|ej) (?P<verb>instämmer|delar|håller|avser"
    r"|ställer sig|ansluter sig|ansluter oss|anser|ser|kan|vill|kommer|ska|stödjer|tillstyrker"
    r"|accepterar|godtar|bedömer|finner|planerar|tänker)\b",
)


def in_main_order(sentence: str) -> str:
    """Return a sentence whose clauses deny as a main sentence does: "nämnden delar inte synen"."""
    return _DENIES.sub(r"\g<who> \g<verb> inte", sentence)
