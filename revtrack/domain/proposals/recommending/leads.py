"""How a line that ends in a colon, or before a list, introduces recommendations."""

import re
from functools import lru_cache

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.demanded import subject_end
from revtrack.domain.proposals.recommending.sayings import is_subject
from revtrack.domain.proposals.text.verb_forms import infinitive_of
from revtrack.domain.proposals.text.voices import (
    ASKED,
    EXPECTS,
    HELD,
    OUGHT,
    US,
    WERE_ASKED,
    is_cited,
    is_denied,
    is_of_another_audit,
    is_of_reply,
    recommends,
)
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.demands import begins_with_known_verb

_MATTER = re.compile(
    r"\brekommendation(?:er|erna|en)?\b|\bförbättringsområden\b|\bförslag till åtgärder\b"
    r"|^(?:våra|revisorernas|revisionens|granskningens)\s(?:\w+\s)?förslag\b"
    r"|\båtgärdsförslag\b|\bförbättringsförslag\b|\butvecklingsområden\b|\bmedskick\b"
    r"|\bförbättringsåtgärder\b|\bförslag till förbättring\w*\b|\b(?:förbättrings|utvecklings)"
    r"(?:potential|punkter|möjligheter|behov)\b|\bråd\b",
    re.IGNORECASE,
)
_TELLS_OF_MATTER = re.compile(
    r"\b(?:följande|lämna[rs]|vi|nedan|till|är)\b|^(?:(?:våra|revisorernas|revisionens|granskningens|samlade)\s)?"
    r"(?:rekommendationer|förbättringsområden|åtgärdsförslag|förslag till åtgärder)\s*:$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s\([^()]{3,80}\)(?=\s*:?$)")
"""How a list is made, said behind what it is of: "(mottagare inom parentes)"."""
_ANNOUNCES = AnyCase(
    r"\b(?:följande|nedanstående)\s+(?:\w+\s+){0,2}(?:rekommendation|förbättrings|förslag"
    r"|åtgärdsförslag|utvecklings|medskick|åtgärd|råd\b|uppmaning)\w*"
    r"|\b(?:rekommendation|förbättringsområde|förslag|åtgärdsförslag|förbättringsförslag"
    r"|utvecklingsområde)\w*\s+(?:\S+\s+){0,8}?(?:nedan\b|enligt följande\b"
    r"|(?:är|lyder|blir)\s+(?:\w+\s+)?(?:följande|dessa|de här)\W*$)"
    r"|\b(?:här|nedan|härmed) (?:följer|lämnas|ges|redovisas|sammanfattas|lämnar vi|ger vi)\b"
    r"[^.:]{0,40}?\b(?:rekommendation|förslag|råd\b|uppmaning)\w*"
    r"|\b(?:ett antal|några|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera)\s(?:\w+\s)?"
    r"(?:rekommendationer|förslag|åtgärder|saker|punkter|förbättringsområden|råd)\b",
)
"""What says that recommendations follow, also where a full stop ends the line."""
_IN_PAPER = re.compile(
    r"\b(?:anges|framgår|innehåller|listas|beskrivs|vidtagit|vidtagits|vidtog|vidtogs|pågår"
    r"|planeras"
    r"|beslutade|beslutat|genomförts|genomfördes|redovisas av|tagit del|uppger|redovisat|redovisar"
    r"|noterat|fick|hade|fanns|gavs)\b",
    re.IGNORECASE,
)
"""What tells of measures in others' papers, or that others have taken."""
_NEEDS_DEMAND = re.compile(r"\båtgärder$|^(?!följande|nedan|rekom|förslag|åtgärdsf)", re.IGNORECASE)
_DEMANDED = re.compile(
    r"\b(?:bör|behöv\w+|ska|måste|föresl\w+|rekommend\w+|förord\w+|vi|\w*revis\w+|angeläg\w+"
    r"|nödvändig\w*|krävs|lämnas)\b",
    re.IGNORECASE,
)
"""What tells that measures are demanded, and not taken."""
_FOLLOWING = AnyCase(r"\bföljande\b|\bnedanstående\b|\bnedan\b")
_ASKS = re.compile(
    r"\b(?:besvarar?|svarar? på|svar på|yttrar? sig över)\b.*\b(?:fråg(?:a|or|orna)|följande)\b"
    r"|\bfråg(?:a|or|orna)\b.*\b(?:besvara|besvaras|till)\b"
    r"|\b(?:vill|önskar|behöver)\b.*\bveta\b.*:$|\bställer\b.*\bfråg(?:a|or|orna)\b",
    re.IGNORECASE,
)
_OWN_QUESTIONS = re.compile(
    r"\bgranskning|\brevisionsfråg|\bfrågeställning|\buppföljningen\b|\bstudien\b|\bhar sökt svar"
    r"|\bfråg(?:a|or|orna)\b[^.]*\b(?:ska|skulle|har) (?:\w+ )?besvara[st]",
    re.IGNORECASE,
)
BEGINS = AnyCase(
    r"\b(?:(?:rekommenderar|föreslår|uppmanar|förordar|hemställer)(?:\s+vi)?"
    r"|(?:rekommenderas|uppmanas|anmodas|ombeds)(?:\s+(?:därför|följande))?"
    r"|vill (?:vi|\w*revis\w+)(?: \w+)?|(?:vi|\w*revis\w+) vill(?: \w+)?"
    r"|förväntar (?:vi )?oss|(?:vi|\w*revis\w+) (?:förutsätter|efterlyser|kräver|förväntar sig))"
    r"(?:\s+(?:att|se))?:?$",
)
"""How a line ends that goes on with a committee below it."""
_RECOMMENDED = re.compile(
    rf"\brekommend\w+|\b(?:{WERE_ASKED}|{ASKED})\b|\b(?:skulle|borde|behövde)\s*:?$"
    r"|\bpunkter(?:na)?\b.{0,60}\b(?:rikta[ts]|riktade|avser|gäller)\b"
    r"|\bföljande punkter\b",
    re.IGNORECASE,
)
_STRESSES = re.compile(
    r"\b(?:betona|framhålla|framföra|föra fram|anföra|påpeka|påtala|lyfta|understryka|peka på"
    r"|uppmärksamma)\b[^.]*\bföljande\b"
    r"(?!\s(?:iakttagelse|slutsats|resultat|brist))",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:att|bör|ska|skall|behöver|måste|särskilt"
    r"|(?:bör|ska|skall|behöver|måste)\s(?:\w+\s)?(?:tillse|se till|säkerställa|verka för|bevaka)"
    r"|följande(?:\s\w+){0,2})"
    r"(?:\s(?:därför|dessutom|också|även|vidare|därutöver|därtill|särskilt|i första hand|framöver"
    r"|nu|omgående|snarast|skyndsamt|gemensamt|tillsammans|i samverkan|var för sig|för (?:egen"
    r"|sin) del"
    r"|å sin sida|enligt (?:vår|revis\w+) (?:\w+ )?(?:mening|bedömning|uppfattning)"
    r"|i (?:samråd|samverkan|dialog) med [^:.]{3,80}))*"
    r"\s*:?$",
    re.IGNORECASE,
)


_WHEN_OR_WHERE = re.compile(
    r"(?:i|inom|under|vid|inför|enligt|utifrån|för|med|på|från|framöver|senast|tillsammans|var)\b"
    r"(?:\s(?!(?:att|som|om|ska|bör)\b)[\w-]+,?){0,9}",
    re.IGNORECASE,
)
"""What may stand between those who ought to do something and a list of it."""
_IS_DONE = re.compile(
    r"\b(?:följande|nedanstående)\b[^.:]{0,60}\b(?:bör|behöver|måste)\s(?:\w+\s){0,2}?"
    r"(?:göras|åtgärdas|förbättras|vidtas|genomföras|ske|prioriteras|ordnas|hanteras)\b"
    r"|^(?:vad|detta|det här) (?:bör [^.:]{3,140}|[^.:]{3,140} bör) (?:göra|vidta|åtgärda)\s*:?$"
    r"|\b(?:bör|behöver|måste)\b[^.:]{0,60}\b(?:vidta|genomföra|göra) (?:följande|nedanstående)\b",
    re.IGNORECASE,
)
"""How a line says that what follows ought to be done."""
_ONLY_JOINED = re.compile(r",?\s*(?:och|samt|,)\s+(?:till\s+)?|,?\s*(?:om\s+)?att:?|")
_BEGINS_ANEW = re.compile(r"(?<=[^\s:!?])\s+(?=[A-ZÅÄÖ])")


# ---- lines that introduce ------------------------------------------------------------------------


def opens_list(text: str, addressees: Addressees, *, takes_earlier: bool = False) -> bool:
    """Tell whether a line that ends in a colon, or "att", introduces recommendations.

    ``takes_earlier``: also those of an audit before.
    """
    if "?" in text:
        return False
    text = _IN_BRACKETS.sub("", text)
    if takes_earlier and _RECOMMENDED.search(text):
        return True
    if is_of_another_audit(text):
        return False
    if recommends(text, addressees.firm) or asks_questions(text):
        return True
    has_matter = _MATTER.search(text) is not None
    if has_matter and _TELLS_OF_MATTER.search(text):
        return True
    return _opens_by_ought(text, addressees) or _opens_by_view(text, addressees)


@lru_cache(maxsize=10_000)
def announces_list(text: str, *, takes_earlier: bool = False) -> bool:
    """Tell whether a whole sentence says that recommendations follow it.

    ``takes_earlier``: also those of an audit before.
    """
    if takes_earlier and _ANNOUNCES.search(text) and _RECOMMENDED.search(text):
        return True
    if is_of_another_audit(text):
        return False
    if _FOLLOWING.search(text) and recommends(text):
        return True
    match = _ANNOUNCES.search(text)
    is_theirs = match is not None and _IN_PAPER.search(text) is not None
    if match is not None and _NEEDS_DEMAND.search(match[0]):
        is_theirs = is_theirs or _DEMANDED.search(text) is None
    return match is not None and not is_theirs


def stresses(text: str) -> bool:
    """Tell whether a line lays stress on what follows, of which demands are recommendations."""
    return _STRESSES.search(text) is not None and US.search(text) is not None


def _opens_by_ought(text: str, addressees: Addressees) -> bool:
    return _IS_DONE.search(text) is not None or any(
        _opens_at(ought, text, addressees) for ought in OUGHT.finditer(text)
    )


def _opens_at(ought: re.Match[str], text: str, addressees: Addressees) -> bool:
    before, after = text[: ought.start()], text[ought.end() :].strip(" :")
    end = subject_end(after, addressees)
    is_whole = bool(after) and is_subject(after, addressees)
    is_whole = is_whole or (end > 0 and _is_aside(after[end:].strip(" ,")))
    is_whole = is_whole or (not end and is_subject(before, addressees) and _is_aside(after))
    if _OPENS.search(text) is None and not is_whole:
        return False
    whom = addressees.spoken_to(before) or addressees.spoken_to(text[ought.end() :])
    return whom is not None and not is_cited(before)


def _is_aside(text: str) -> bool:
    """Tell whether a text says only when or in what the items below are to be done."""
    words = text.split()
    is_short = _WHEN_OR_WHERE.fullmatch(text) is not None and not is_of_reply(text)
    others = [each for each in words[1:] if each != "för"]
    has_verb = any(begins_with_known_verb(e) or infinitive_of(e) != e for e in others)
    return is_short and not has_verb


def _opens_by_view(text: str, addressees: Addressees) -> bool:
    """Tell whether a line holds something to be needed of a committee that it names last."""
    held = HELD.search(text) or EXPECTS.search(text)
    if held is None or is_cited(text) or is_denied(text[: held.start()]):
        return False
    rest = re.sub(r"^\s*att\s+", "", text[held.end() :]).rstrip(" :")
    rest = re.sub(r"\s+att$", "", re.sub(r"^\s*för\s+", "", rest))
    end = subject_end(rest, addressees)
    is_behind = end > 0 and _is_aside(rest[end:].strip(" ,"))
    return is_behind or is_subject(rest, addressees)


def asks_questions(text: str) -> bool:
    """Tell whether a line asks for answers to the questions that follow it."""
    return _ASKS.search(text) is not None and _OWN_QUESTIONS.search(text) is None


def _lead_within(text: str, addressees: Addressees) -> int | None:
    """Return where a whole lead begins behind an item's words that no stop ends.

    It begins with a capital: "… egenkontroll Vi rekommenderar nämnden att", or with a committee.
    """
    for match in _BEGINS_ANEW.finditer(text):
        after = text[match.end() :]
        first = addressees.bodies.mentions(after)[:1]
        is_begun = US.match(after) or any(not m.start for m in first)
        if is_begun and opens_list(after, addressees):
            return match.end()
    return None


def run_on(text: str, addressees: Addressees) -> int | None:
    """Return where a label begins that the line below an item ran into: "… nämnden att:"."""
    if not text.endswith(("att:", " att")):
        return None
    whole = _lead_within(text, addressees)
    if whole is not None or opens_list(text, addressees):
        return whole
    begin = len(text)
    for each in reversed(addressees.bodies.mentions(text)):
        if _ONLY_JOINED.fullmatch(text, each.end, begin) is None:
            break
        begin = each.start
    return begin if 0 < begin < len(text) and addressees.is_label(text[begin:]) else None
