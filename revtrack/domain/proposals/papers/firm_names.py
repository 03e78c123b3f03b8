"""What the names of firms that audit look like: their shapes, and the words of their trade."""

import re

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.prose import name_key

FIRM = (
    r"(?P<firm>(?<!\w)[A-ZÅÄÖ][\w.-]*(?:\s(?:(?:&|och|i)\s)?[A-ZÅÄÖ][\w.&-]*){0,4}"
    r"(?:\s(?:revisions(?:byrå|firma|konsulter)|konsultbyrå)(?!\w))?)"
)
SOUNDS = re.compile(
    r"\b(?:\w*revision\w*|\w*revisorerna(?=\s\w)|\w*revisorer|audit\w*|\w*rådgivning"
    r"|\w*rådgivare|consult\w*|konsult\w*|advisory|granskning|partners?|co)\b|\w\s&\s\w",
    re.IGNORECASE,
)
IS_COMPANY = re.compile(r"\s(?:AB|KB|HB)$", re.IGNORECASE)
TRADES = AnyCase(
    r"bost[aä]d|energi|fastighet|vatten|avfall|parkering|näringsliv|hamn|renhållning|buss|arena"
    r"|stadshus|holding|elnät|kraft|bredband|hus\b|trafik|flygplats|turism|event|förvaltning"
    r"|industri|tomt|kommunbolag",
)
"""What companies of municipalities do, and those who audit don't."""
NO_FIRM = re.compile(
    r"kommun(?:en)?$|stad(?:en)?$|^region|nämnd|styrelse|^revisor(?!sgrupp|shus)|^lekmanna|^\w*revisor\w*\s(?:i|för)\s(?!.*\s[AKH]B$)|^revision(?:en|s)?$|revisionen$"
    r"|^(?:kultur|vård|omsorg|plan|bygg|barn|miljö|samhälle|skola|stöd|utbildning|teknik|gata|park|mark"
    r"|fritid|hälsa|service|social\w*|unga|lärande|arbete|trafik)\s&\s"
    r"|^vi$|^ordförande|^alla$|^hela$|^certifierad|^auktoriserad|ledare$|^konsult$"
    r"|fullmäktige|förvaltning(?:en)?$|^granskning|^rapport|^svar\b|^yttrande|^(?:kommun|stads|regions|landstings)revision(?:en)?\s(?!.*\s[AKH]B$)|^sverige|^[A-ZÅÄÖ]\.?$|^den$|^det$"
    r"|^syftet|^direktion|^presidi|^skr$|^skyrev$|kontoret$|förbundet$|^granskare$|^bolaget|^uppdrag|direktör|chef(?:en)?$"
    r"|revisorerna$|(?<!\w\s)revisorer$|s\srevisorer$|(?-i:revisorer$)|revisor$|^av\b|^till\b|^i\b|^på\b|^inom\b"
    rf"|^(?:{ANY_MONTH})\b"
    r"|^[A-ZÅÄÖ](?:\.\s?[A-ZÅÄÖ])+\b",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"^(?:(?:kommun|stad|region|landsting|förbund)(?:en|et)?s?|\w*(?:fördjupad|löpande|grundläggande"
    r"|årlig|intern|extern|offentlig|kommunal|förtroendevald|uppföljande|sakkunnig|samlad|genomförd"
    r"|planerad|fortsatt)[aet]?|god|\w*(?:rapport|revision|granskning)(?:en|s)?|resultat(?:et)?|svar"
    r"|yttrande|missiv|vår|den)\s(?!\w+\s&)",
    re.IGNORECASE,
)
"""How a line begins that is no name, though it ends as one: "Fördjupad Granskning"."""

FIRM_TRADE = (
    r"(?:Revision(?:sbyrå|skonsult(?:er)?|srådgivning)?|[A-ZÅÄÖ]\w{3,}revision|Revisorer|Audit"
    r"|Rådgivning|Granskning|Partners?|Consulting|Advisory)(?:\s&\s[A-ZÅÄÖ]\w+)?"
)
"""The last word of a firm's name that tells its trade."""
FIRM_HOUSE = r"(?:Revisors|Revisions)(?:byrån|bolaget|huset|gruppen|partner|företaget|firman)"
"""The first word of a firm's name that tells its trade: "Revisionshuset Norr"."""
_ENDS_NAME = re.compile(r"(?:AB|KB|HB)\.?|\w{3,}\.")
_BEGINS = frozenset(
    ("enligt", "som", "när", "efter", "med", "även", "både", "liksom", "rapporten", "genom", "hos")
)
"""Words by which a sentence begins, and no name."""
_GENITIVE = re.compile(r"(?<=evision|visorer|givning|nskning)s$")


def may_be_short(name: str) -> bool:
    """Tell whether a name may be a firm's that is called by one word, or by letters."""
    return " " not in name and "." not in name


def sounds_of_audit(name: str) -> bool:
    """Tell whether a company's name says that it audits or advises."""
    return SOUNDS.search(name) is not None and TRADES.search(name) is None


def is_firm(name: str) -> bool:
    """Tell whether a name is a firm's by its own words."""
    is_several = " " in name.strip()
    said = clean(name)
    return bool(IS_COMPANY.search(said) or (is_several and SOUNDS.search(said)))


def bare(name: str) -> str:
    """Return a name that is a genitive as it is otherwise: "Norr Revisions"."""
    return _GENITIVE.sub("", name)


def clean(name: str) -> str:
    """Return a name without what a text has around it: a full stop, "konsultföretaget", "och"."""
    words = name.strip(" .,-").split()
    while words and name_key(words[-1]) in {"i", "och", "&", "har"}:
        words.pop()
    while words and name_key(words[0]) in _BEGINS:
        words = words[1:]
    if words and re.fullmatch(
        r"(?!Revis)[A-ZÅÄÖ][a-zåäö]+(?:byrån|firman|bolaget|företaget)", words[0]
    ):
        words = words[1:]
    last = next((n for n, word in enumerate(words) if _ENDS_NAME.fullmatch(word)), None)
    words = words if last is None else [*words[:last], words[last].strip(".")]
    return " ".join(words)
