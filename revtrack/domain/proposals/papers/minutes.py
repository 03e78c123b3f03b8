"""How minutes, memoranda and letters begin: the lines that tell whose a paper is, and which."""

import re
from dataclasses import dataclass

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, LineKind, Place

SHORT_LINE = 160
"""In signs; what is longer is running text."""

_MATTER = re.compile(
    r"^(?:(?P<body>[A-ZÅÄÖ]{2,5})\s*)?(?:(?:paragraf|ärende|§):\s*(?=§|\d{1,4}$)|paragraf\s+(?=§))?"
    r"(?:§|paragraf|(?<=paragraf: )|(?<=§: ))\s*"
    r"(?P<number>\d{1,4}(?:[a-z](?!\w)|\s[a-z](?!\w|[\s:.-]?\d))?)"
    r"(?:\s*/\s*(?:19|20)?\d{2}(?!\d))?\.?(?P<rest>(?:[\s:,–-].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_LAW = re.compile(
    r"[\s:,–-]*+(?:\S+\s){0,3}?(?:kap\b|\w*lagen\b|\w*förordningen\b|stadg|reglement)",
    re.IGNORECASE,
)
"""What a § has soon after it that is a law's, and no matter of a meeting."""
_NUMBER = re.compile(
    r"(?<![\w§/.-])(?P<number>[A-ZÅÄÖ]{1,6}(?:[ /:-]|\s)?\d{4}[:/-]\d{1,6}(?:\.\d{1,4})?"
    r"|[A-ZÅÄÖ]{1,6}[ /:-]?\d{4}[:/]\d{1,6}-\d{1,4}"
    r"|[A-ZÅÄÖ]{2,6}[ /-]?\d{2}[/-]\d{3,5}"
    r"|(?!(?:SIDA?|BLAD|HT|VT|LÅ|KL|NR|ISO|SFS|SOU|DS|AB|KPMG) ?-?\d)"
    r"[A-ZÅÄÖ]{2,5}[ -]?(?:[0-3]\d|9\d)[/:-]\d{1,2}"
    r"|[A-ZÅÄÖ]{2,6}[ -]?\d{4}\.\d{1,5}"
    r"|[A-ZÅÄÖ]{1,3}\d{2,4}-\d{3,6}/\d{2,4}"
    r"|[A-ZÅÄÖ]{2,6}(?P<sign>[.-])(?:19|20)\d\d(?P=sign)\d{2,6}"
    r"|[A-ZÅÄÖ]{2,6}/\d{2}:\d{1,5}|[A-ZÅÄÖ]{2,6}/\d{1,6}/(?:19|20)\d\d"
    r"|\d{4}[/-][A-ZÅÄÖ]{2,5}[ -]?\d{1,6}"
    r"|(?:19|20)\d\d[/:](?!(?:19|20)\d\d\b)\d{2,6} (?!AB\b|SFS\b)[A-ZÅÄÖ]{2,5}(?!\w)"
    r"|(?<=nr )\d\d[A-ZÅÄÖ]{2,5}\d{1,6}"
    r"|(?:\d{1,3}(?:\.\d{1,3}){1,4}|\d{3})-\d+/\d{4}|\d{3}-\d{1,5}-\d{4}"
    r"|(?<=nr )\d{4}[:/-]\d{1,6}|(?<=nr: )\d{4}[:/-]\d{1,6}|(?<=nummer )\d{4}[:/-]\d{1,6}"
    r"|(?<=nummer: )\d{4}[:/-]\d{1,6})(?![\w/-]|\.\d)"
)
_LABELLED_NUMBER = re.compile(
    r"\b(?:dnr|d\.?nr|diarie-?(?:nr|nummer)|ärende-?(?:nr|nummer|id)|beteckning)\b\.?\s*:?\s*"
    r"(?!\d{4}-\d\d-\d\d(?!\d))(?P<number>(?:[A-ZÅÄÖ]{1,6}[ /:.-]?\s?)?"
    r"\d{1,4}(?:[./:-]\d{1,6}){1,3}(?:(?-i:\s(?!SID|BLAD)[A-ZÅÄÖ]{2,5}\b)"
    r"|\s\d{3}(?=\s*$))?)(?![\w/-])",
    re.IGNORECASE,
)
"""Any number that a label calls a diary number: "Diarienummer: 313-24/2020"."""
_OF_NUMBER = re.compile(
    r"^(?:dnr|d\.?nr|diarie-?(?:nr|nummer)|ärende(?:nr|nummer)?)\b[.:]*\s*", re.IGNORECASE
)
_DECIDES = re.compile(
    r"^(?:[\w-]+(?:,? (?:och|samt)? ?[\w-]+){0,4}\s+"
    r"(?<!\bav )(?<!\bom )(?<!\bvid )(?<!\bför )(?<!\btill )(?<!\bmed )(?<!\befter )"
    r"(?<!\btidigare ))?"
    r"(?:beslut|beslutar)"
    r"(?:\s+(?:för egen del|i ärendet))?\s*:?$",
    re.IGNORECASE,
)
_OF_AUDITORS = re.compile(r"^(?:[\w-]+ )?\w*revis(?:orernas|ionens)\b", re.IGNORECASE)
_PROPOSAL = ("förslag", "föreslås")
"""What each heading of a proposal says; most lines do not, and are asked no more."""
_PROPOSES = re.compile(
    r"^beslutsförslag:?$"
    r"|^(?:[\w,-]+ ){0,4}[\w-]*(?:nämnden|styrelsen|direktionen|fullmäktige) föreslås"
    r" (?:besluta|fatta följande beslut)(?: att)?\s*:?$"
    r"|^(?!.*\brevis)(?:[\w-]+ ){0,2}[\w-]*(?:förvaltning(?:en)?|kontoret|kansliet|enheten|staben"
    r"|direktören|chefen|arkitekten|ledningen)s förslag\s*:?$"
    r"|^(?:[\w-]+(?: (?:och )?[\w-]+){0,4}\s+)?förslag till (?:beslut|kommunfullmäktige"
    r"|ställningstagande|kommunstyrelsen|regionstyrelsen|[\w-]+nämnden)\s*:?$",
    re.IGNORECASE,
)
_EXTRACT = re.compile(
    r"\b(?:protokolls?utdrag|sammanträdesprotokoll|utdrag ur (?:\w+ )?protokoll\w*"
    r"|sammanträdesdatum)\b|^(?:\w+\s){0,3}(?:styrelse)?protokoll(?:\s+\d|$)|\sPROTOKOLL(?:\s|$)"
    r"|^PROTOKOLL(?:\s|$)",
    re.IGNORECASE,
)
_ENCLOSURE = re.compile(r"^(?:bilaga|bilagd|bifogas|underlag)\b.*\btill\b", re.IGNORECASE)
"""How a paper says that it is no memorandum itself, but belongs to one."""
_MEMO = AnyCase(
    r"\b(?:tjänsteskrivelse|tjänsteutlåtande|tjänstemannautlåtande|tjänsteyttrande)\b",
)
_DELEGATED = AnyCase(
    r"\b(?:delegationsbeslut|ordförandebeslut"
    r"|(?:med stöd av|enligt|på) (?:(?!gransk|revis)\w+ ){0,4}?delegation\w*"
    r"|delegation enligt)\b",
)
_ON_DELEGATION = re.compile(
    r"\b(?:gransk\w+ av|(?:av|om|kring|vad ett|anmäl\w*|alla|samtliga|fattade|återrapport\w*"
    r"|redovisa\w*|dokumentera|motivera))(?: [\w-]+){0,4}?\s+$",
    re.IGNORECASE,
)
"""Words before decisions by delegation as what a paper is about: "anmälan av delegationsbeslut"."""
_SENT = re.compile(
    r"^(?:beslutet?\s+)?(?:ska\s+)?(?:skickas|expedieras|delges|sänds|meddelas"
    r"|(?:protokolls)?utdrag\s+(?:skickas|till)|utdrag(?::|$)|(?:besluts)?expediering|sändlista"
    r"|kopia"
    r"|delgivning|exp(?=\b)\.?(?:\s*:|$)|beslut(?:et)?\s+till\s*:?$"
    r"|mottagare av (?:beslut|utdrag|protokoll)\w*)(?:\s+till)?\b[^.]{0,40}:?",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"^(?:[A-ZÅÄÖ][\w-]+\s){1,3}(?:kommun|stad|kommunalförbund)$"
    r"|^Region\s[A-ZÅÄÖ][\w-]+(?:\s\w+)?$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^(?:[\w,&-]+\s){0,5}[\w-]*(?:nämnden?|styrelsen?|fullmäktige|förvaltning(?:en)?|kontoret"
    r"|revisionen|revisorerna|revisorer|utskottet|direktionen|AB)$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\s.])[A-ZÅÄÖ]\.$")
_PLACEHOLDER = re.compile(r"^(?:X{2,}|\[.{1,30}\]|…+|_+)$")
_LABEL = re.compile(
    r"^(?:dnr|diarie\w*|datum|dag|ärende\w*|handläggare|sida|sid|beslutsfattare)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Matter:
    """A § of minutes as it begins."""

    number: str
    """Without its sign."""
    rest: str
    """What stands after it on the line."""
    place: Place


_LONGEST_NUMBER_LINE = 28
"""Letters of a line that is hardly more than a diary number, with its label and series."""


def matter_of(line: Line) -> Matter | None:
    """Return the § that a line begins; None where it begins none, as with a law's."""
    text = " ".join(line.text.split())
    if len(text) > SHORT_LINE or line.kind in {LineKind.CONTENTS, LineKind.FOOTNOTE}:
        return None
    match = _MATTER.match(_after_number(text))
    if match is None or _LAW.match(match["rest"] or ""):
        return None
    rest = (match["rest"] or "").strip(" .:,–-")
    first = rest.lstrip("(")[:3]
    is_title = not rest or first[:1].isupper() or first[:1].isdigit() or first.casefold() == "dnr"
    return Matter(" ".join(match["number"].split()), rest, line.place) if is_title else None


def _after_number(text: str) -> str:
    """Return a line without the diary number that it begins with: "ÖFN 2022:7, § 29"."""
    number = _NUMBER.match(text)
    after = text[number.end() :].lstrip(" ,;–-") if number else ""
    return after if after.startswith("§") else text


def diary_number_of(text: str) -> str | None:
    """Return the diary number that a line holds; None where it holds none."""
    said = " ".join(text.split())
    match = _LABELLED_NUMBER.search(said) or _NUMBER.search(said)
    return match["number"] if match else None


def is_number_alone(line: Line) -> bool:
    """Tell whether a line is a diary number after its label, and nothing else: "Dnr KS 2025/61"."""
    text = _plain(line)
    match = _OF_NUMBER.match(text)
    number = diary_number_of(text) if match else None
    return match is not None and number is not None and text[match.end() :].strip() == number


def numbers_of(text: str) -> tuple[str, ...]:
    """Return all diary numbers that a line holds."""
    return tuple(each["number"] for each in _NUMBER.finditer(" ".join(text.split())))


def is_cell(line: Line) -> bool:
    """Tell whether a line is one word of a table, as the heading of its column is."""
    return line.place.table is not None and len(line.text.split()) == 1


def is_decision_heading(line: Line) -> bool:
    """Tell whether a line is the heading of a decision: "Beslut", "Kommunstyrelsens beslut"."""
    text = _plain(line)
    return (
        len(text) < len("socialnämndens arbetsutskotts beslut och förslag till beslut")
        and _DECIDES.match(text) is not None
        and not _PROPOSES.match(text)
        and not begins_with_demand(text)
    )


def is_proposal_heading(line: Line) -> bool:
    """Tell whether a line is the heading of a proposal for a decision."""
    text = _plain(line)
    may_propose = any(each in text.casefold() for each in _PROPOSAL)
    return may_propose and _PROPOSES.match(text) is not None and _OF_AUDITORS.match(text) is None


def _plain(line: Line) -> str:
    return " ".join(line.text.split()).strip("* ")


def is_short(line: Line) -> bool:
    """Tell whether a line is no running text; a name may end with its initial."""
    text = line.text.strip()
    if len(text) >= SHORT_LINE:
        return False
    is_closed = text.rstrip('"”»').endswith((".", "?", "!", ";"))
    return not is_closed or _INITIAL.search(text[-3:]) is not None


def names_extract(text: str) -> bool:
    """Tell whether a line says that a paper is of minutes."""
    return len(text) < SHORT_LINE and _EXTRACT.search(text) is not None


def names_memo(text: str) -> bool:
    """Tell whether a line says that a paper is an official's."""
    is_beside = _ENCLOSURE.match(text.strip()) is not None
    return len(text) < SHORT_LINE and not is_beside and _MEMO.search(text) is not None


def names_delegation(text: str) -> bool:
    """Tell whether a text says that a decision was taken by delegation, and is not about such."""
    match = _DELEGATED.search(text)
    return match is not None and _ON_DELEGATION.search(text[: match.start()]) is None


def is_sent_label(line: Line) -> bool:
    """Tell whether a line begins the list of those whom a decision is sent to."""
    return _SENT.match(line.text.strip()) is not None and len(line.text) < SHORT_LINE


def is_letterhead(line: Line) -> bool:
    """Tell whether a line may belong to what stands above a paper's title."""
    text = _plain(line)
    if line.kind is LineKind.ITEM or not is_short(line) or not text or _INITIAL.search(text):
        return False
    return bool(
        _TOWN.match(text)
        or _BODY.match(text)
        or _PLACEHOLDER.match(text)
        or _LABEL.match(text)
        or names_extract(text)
        or names_memo(text)
        or text.isupper()
        or is_day(text)
        or (diary_number_of(text) and len(text) < _LONGEST_NUMBER_LINE)
    )


def is_town(line: Line) -> bool:
    """Tell whether a line is a municipality's name and nothing else."""
    return _TOWN.match(_plain(line)) is not None


def is_own_head(line: Line) -> bool:
    """Tell whether a line can only stand at the beginning of a paper."""
    text = _plain(line)
    return is_short(line) and (
        is_town(line)
        or names_extract(text)
        or names_memo(text)
        or _PLACEHOLDER.match(text) is not None
    )


def is_day(text: str) -> bool:
    """Tell whether a line is a day and nothing else, perhaps with a place before it."""
    for each in days_in(text):
        return not text[each.end :].strip(" .") and len(text[: each.start].split()) <= PAIR
    return False


_USUAL = re.compile(
    r"^(?:[\w-]+(?:,? (?:och )?[\w-]+){0,4}s\s)?(?:ärende\w*|bakgrund|sammanfattning.*|yttrande"
    r"|svar|synpunkter|kommentarer.*|beslutsunderlag|underlag.*|motivering|reservation\w*"
    r"|yrkande\w*"
    r"|beslutsgång|propositionsordning|protokollsanteckning\w*|finansiering|konsekvenser.*"
    r"|ekonomiska konsekvenser|jäv|deltar inte i beslutet|omedelbar justering|bilag\w*"
    r"|tidigare (?:behandling|beredning|handläggning|beslut)(?:en)?(?: (?:av|i) ärendet)?"
    r"|handlingar(?: i ärendet)?|votering\w*|omröstning\w*|ajournering\w*|särskilt yttrande"
    r"|överläggning\w*|förslag (?:till beslut )?på sammanträdet|redogörelse|redovisning av ärendet"
    r"|(?:utdrag )?ur (?:[\w-]+s )?tjänste(?:utlåtandet|skrivelsen)"
    r"|beslutsmotivering|(?:skäl|motiv)(?:en|et)? (?:för|till|bakom) beslut(?:et)?"
    r"|barn(?:rätts?|konsekvens|ets)?(?:perspektiv|analys|er)(?:et|en)?|jämställdhet\w*"
    r"|beskrivning av ärendet|bedömning|överväganden|förslag till (?:beslut|svar|yttrande).*"
    r"|beslut.*(?:skickas|expedieras|sänds).*|expedieras.*|expediering.*|skickas till.*)\s*:?$",
    re.IGNORECASE,
)


def is_heading(line: Line) -> bool:
    """Tell whether a line is a heading, by its file or as a usual word for a part of minutes."""
    if line.kind is LineKind.HEADING:
        return True
    is_plain = line.kind is LineKind.PARAGRAPH and is_short(line)
    return is_plain and _USUAL.match(_plain(line)) is not None
