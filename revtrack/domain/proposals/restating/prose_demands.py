"""The demands of a sentence: what "att införa …, att följa upp … och att …" says is to be done."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.recommending.demanded import in_a_row
from revtrack.domain.proposals.text.verb_forms import (
    begins_with_demand,
    begins_with_infinitive,
    infinitive_of,
    with_infinitive,
)

BODY = (
    r"(?:[\w,-]+(?: och)? ){0,3}?(?:[\w-]*(?:nämnden|nämnderna|styrelsen|styrelserna|direktionen"
    r"|bolaget|förbundet|kommunen|regionen|förvaltningen|kontoret|utskottet|rådet|stiftelsen"
    r"|föreningen)|vi|man)"
)
AUDITORS = r"\w*revis(?:orernas?|ionens?|orns?)"
OUGHT = r"(?:bör|ska|skall|behöver|måste|borde)"
HOLDS = (
    r"(?:instämmer|delar|anser|noterar|avser|håller|har|ser|ställer|vill|menar|bedömer|kommer|tar"
    r"|avstyrker|tillstyrker|välkomnar|accepterar|godtar|avvisar|konstaterar|säger|svarar|anför"
    r"|meddelar|invänder)"
)
_PARTED = re.compile(r",?\s*(?:\b(?:och|samt)\s+)?\bdels\s+(?:att\s+)?", re.IGNORECASE)
_ENDED = re.compile(r";\s+(?:(?:och|samt)\s+)?att\s+", re.IGNORECASE)
_BARE_JOINED = re.compile(r"[,;]\s+(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+")
"""What parts a list of what is to be done whose "att" stands once: "att A, B och C"."""
_FEWEST_OF_LIST = 3
_ROW = re.compile(r"[,;]\s+(?:(?:och|samt)\s+)?(?:att\s+)?|\s(?:och|samt)\s(?:att\s+)?|\(?\b\d\)\s")
"""What parts a list of demands that stand bare behind a colon."""
QUOTES = re.compile(r"[”\"“«»]")
_OUGHT_TO = re.compile(rf"^(?!.*\batt\b.*\b{OUGHT}\b)(?:[\w-]+ ){{1,8}}?{OUGHT}\s\w", re.IGNORECASE)
"""How a demand begins that says what ought to be: "affärsplanen bör brytas ned"."""
ONLY_BODY = re.compile(rf"{BODY}(?: {OUGHT})?", re.IGNORECASE)
"""Who is to do what "dels" goes on with."""
_JOINED = re.compile(r"(?:,\s*(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+)att\s+", re.IGNORECASE)
_WITHIN_CLAUSE = re.compile(r"\batt\s")
"""What a demand goes on with that may go on itself: "säkerställa att A sker och att B följs"."""
_SHOULD = re.compile(rf"^{BODY} (?:också |även |därför )?{OUGHT} (?=\w)", re.IGNORECASE)
_DOES = re.compile(rf"^{BODY} (?:också |även |därför )?(?P<verb>\w+)\b", re.IGNORECASE)
"""How a demand begins that says what a committee does: "nämnden fastställer …"."""
_GIVES_REPLY = re.compile(
    rf"^(?:{BODY}\s)?(?:lämnar?|ger?|avger?|svarar?|yttrar? sig|antar?|godkänn\w*|översänd\w*"
    r"|överlämna\w*|beslutar?|fastställ\w*)\b[^.]*\b(?:följande|nedanstående|bifogade?|nedan"
    r"|svar(?:et)?|yttrande(?:t)?)\b",
    re.IGNORECASE,
)
"""How a proposal reads to give the reply itself: "direktionen svarar på följande sätt"."""
_IS_DONE = re.compile(
    r"^(?!.*\b(?<!\bså )att\b)(?:[\w-]+ ){1,8}?(?:(?:görs|tas)\b|\w{2,}s\b(?! av\b))", re.IGNORECASE
)
"""How a demand begins that says what is done with a thing: "inventeringen prioriteras"."""


_IS = re.compile(
    r"^(?:[\w-]+ ){1,6}?(?:är|sker|omfattar|får|har|finns|blir|når|ingår|går|innehåller|gäller"
    r"|\w{3,}(?:ar|er))\s\w",
    re.IGNORECASE,
)
"""How a demand begins that says what a thing is to be: "besök sker varje månad"."""


def demands_of(text: str) -> Iterator[str]:
    """Give the demands of a sentence: "att införa …, att följa upp … och att …"."""
    parts = [each.strip(' .,;”"“«»') for part in _ENDED.split(text) for each in _PARTED.split(part)]
    is_led = len(parts) > 1 and ONLY_BODY.fullmatch(parts[0]) is not None
    for one in parts[is_led:]:
        said = [each.strip(" .,") for each in _JOINED.split(one)]
        said = said if len(said) > 1 and _are_demands(said) else _listed(one)
        yield from (each for each in map(_bare, said) if each and not _GIVES_REPLY.match(each))


def _listed(text: str) -> list[str]:
    """Return the demands of a list whose "att" stands once; the text alone where it is none."""
    if len(in_row := in_a_row(_bare(text))) > 1:
        return in_row
    does = _DOES.match(text)
    if does is not None and infinitive_of(does["verb"]) != does["verb"]:
        done = [with_infinitive(each) for each in _BARE_JOINED.split(text[does.start("verb") :])]
        return (
            done
            if len(done) >= _FEWEST_OF_LIST and all(map(begins_with_infinitive, done))
            else [text]
        )
    parts = _BARE_JOINED.split(text)
    is_list = len(parts) >= _FEWEST_OF_LIST and begins_with_demand(_bare(parts[0]))
    is_list = is_list and re.search("[,;]", text) is not None
    return parts if is_list and all(map(begins_with_infinitive, parts[1:])) else [text]


def row_of(text: str) -> tuple[str, ...]:
    """Return the demands of a list, each of which begins with its verb; none where one does not.

    A verb alone demands nothing: "tre system: Svara, Anmäla och Följa".

    "anta en plan, följa upp den och utbilda personalen", also with semicolons or numbers.
    """
    parts = [each.strip(" .;") for each in _ROW.split(text) if each.strip(" .;")]
    are_demands = all(begins_with_demand(each) and " " in each for each in parts)
    return tuple(parts) if len(parts) > 1 and are_demands else ()


def _are_demands(parts: Sequence[str]) -> bool:
    """Tell whether each of the parts that "och att" joins says what is to be done."""
    has_clause = any(_WITHIN_CLAUSE.search(each) for each in parts)
    are_done = (is_done(each) or (is_demand(each) and not has_clause) for each in parts)
    if all(map(is_demand, parts)) or all(are_done):
        return True
    return not has_clause and not begins_with_demand(parts[0]) and all(map(_is_clause, parts))


def _is_clause(text: str) -> bool:
    """Tell whether a text is a clause of what a thing is: "kassaansvaret är skriftligt"."""
    return is_done(text) or _IS.match(text) is not None


def is_done(text: str) -> bool:
    """Tell whether a text says what is done with a thing: "inventeringen prioriteras"."""
    return _IS_DONE.match(text) is not None


def is_demand(text: str) -> bool:
    """Tell whether a text says what is to be done, or what a committee then does."""
    does = _DOES.match(text)
    is_done = does is not None and infinitive_of(does["verb"]) != does["verb"]
    return is_done or begins_with_demand(text) or _OUGHT_TO.match(text) is not None


def _bare(text: str) -> str:
    """Return what is to be done without who should do it: "nämnden bör införa …"."""
    if begins_with_demand(text):
        return text
    return _SHOULD.sub("", text)
