"""Where a decision ends that goes over into the reply itself without a heading."""

import re

from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase

_LABELLED = re.compile(
    r"^(?:(?:\w*revis\w+|er|den|granskningens)\s)?(?:rekommendation|synpunkt|påpekande|punkt)"
    r"(?:en)?\s*(?:(?:nr\s*|nummer\s)?R?\d{1,2}\b|[:–-])"
    r"|^R\d{1,2}\b|^(?:nr|rekommendation)\s*\t"
    r"|^(?:(?:[\w-]+s|vårt|våra) )?(?:svar|yttrande|kommentar(?:er)?|åtgärd(?:er)?)\s*:"
    r"|^(?:svar|kommentar(?:er)?) (?:på|till) "
    r"|^(?:(?:vad gäller|när det gäller|beträffande|angående|i fråga om) )?den första "
    r"(?:rekommendationen|punkten|synpunkten)\b",
    re.IGNORECASE,
)
"""A line that numbers what was recommended, or says that an answer comes."""
_NUMBERED = re.compile(
    r"(?:rekommendation|synpunkt|punkt)(?:en)?\s(?:nr\s|nummer\s)?R?\d{1,2}\b", re.IGNORECASE
)
"""How a line begins that answers below a colon: "Rekommendation 1 – Nämnden instämmer"."""
_AUDITORS = AnyCase(
    r"^(?:(?:kommunens|stadens|regionens|de|förtroendevalda|vår|lekmanna) ){0,2}"
    r"\w*revis(?:orerna|ionen|orer)\b\s*(?::|(?:i \w+ )?(?:har|rekommenderar|anser|menar|bedömer"
    r"|lämnar|konstaterar|föreslår|uppmanar|påpekar|skriver|framför))"
    r"|^(?:i|av) (?:rapporten|granskningen|revisionsrapporten)\b"
    r"|^(?:[\w-]+ ){1,4}(?:bör|rekommenderas)\b"
    r"|^\w*revis(?:orernas|ionens) (?:rekommendation|bedömning|slutsats|synpunkt)",
)
"""A line that tells what the auditors think."""
_ANSWERS = re.compile(
    r"^(?:(?:[\w-]+ ){1,5}?(?:lämnar|avger|ger|vill lämna|svarar)\b[^.]{0,60}?"
    r"\b(?:följande|som följer|enligt nedan)\b"
    r"|(?:[\w-]+ ){1,5}?(?:instämmer|delar|håller)\b (?:\w+ ){0,2}?(?:i|med|revis\w+|bedömningen"
    r"|uppfattningen)\b)",
    re.IGNORECASE,
)
_ANNOUNCES = AnyCase(
    r"\b(?:svar(?:et|ar?)?|yttrande(?:t)?|yttra sig|besvara|anföra|meddela)\b[^.]{0,120}?"
    r"\b(?:följande|nedan(?:stående)?|som följer|anföra|så här)\s*[.:]?$"
    r"|\b(?:följande|nedanstående) (?:svar|yttrande)(?: (?:till|på|över) [^.:]{3,60})?\s*[.:]?$",
)
"""How a decision ends that the reply itself follows: "att som svar överlämna följande"."""
_QUOTED = re.compile(r"^[”\"“»«]\w")
_NAMES_ADVICE = re.compile(
    r"^att (?:[\w-]+ ){0,3}?(?:rekommendation(?:en)?|förslaget|synpunkten|punkt(?:en)?)\b",
    re.IGNORECASE,
)
"""How a clause begins that answers what it names: "att rekommendationen att införa … följs"."""
_OF_DECISION = re.compile(
    r"^(?:att )?(?:anta|godkän|överlämna|översän|uppdra|note|lägg|ge|anmod|begär|bifall|avslå"
    r"|fastställ|tacka|delegera|förklara|justera|avge|lämna|besvara|ställ|tillstyrk|återremit"
    r"|skicka|hänvisa|ta\b)",
    re.IGNORECASE,
)
"""What a meeting decides to do; no auditors recommend it."""


_RUNNING = 60
"""In signs, of a line that is more than one of a decision's points."""


def begins_reply(text: str, decided: str) -> bool:
    """Tell whether a line below what is decided begins the reply; ``decided`` is the line above."""
    said = " ".join(text.split())
    above = decided.rstrip()
    if above.endswith(":") and _NUMBERED.match(said):
        return True
    is_announced = _ANNOUNCES.search(above) is not None
    if not above or (above.endswith((":", ",", " att")) and not is_announced):
        return False
    bare = said.split(maxsplit=1)[-1] if re.match(r"[\dA-Za-z]{1,2}[.)]\s", said) else said
    begins = (_LABELLED, _AUDITORS, _ANSWERS, _QUOTED, *((_NAMES_ADVICE,) if is_announced else ()))
    if any(each.match(bare) for each in begins):
        return True
    if not (above.endswith(".") or is_announced):
        return False
    if is_announced and len(said) > _RUNNING and _OF_DECISION.match(bare) is None:
        return True
    asked = bare if is_announced else re.sub(r"^att\s", "", bare, flags=re.IGNORECASE)
    is_demand = begins_with_demand(asked)
    return is_demand and _OF_DECISION.match(bare) is None
