"""What a sentence of a reply names as recommended, wherever in it: quoted, in passing, at its end.

"Ert förslag att … avvisar vi", "er rekommendation – att … – är rimlig", "instämmer i att …, vilket
är er första rekommendation", "”…”, skriver ni".
"""

import re
from collections.abc import Iterator

from revtrack.domain.proposals.restating.prose_demands import (
    AUDITORS,
    BODY,
    HOLDS,
    OUGHT,
    QUOTES,
    demands_of,
    is_demand,
    is_done,
)
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import ORDINALS

_PLACE = rf"(?:{'|'.join(ORDINALS)}|sista|enda|båda|två|tre|fyra|fem|sex)"
_NOUN = r"rekommendation(?:en|er|erna)?"
ASKED_FOR = (
    rf"(?:{_NOUN}|(?:synpunkt|punkt|uppmaning|begäran)(?:en)?"
    r"|(?:förslag|krav|önskemål|påpekande|råd)(?:et)?)"
)
WHOSE = rf"(?:(?:den|det|de|er|ert|era|{AUDITORS}|granskningens|rapportens) )?(?:{_PLACE} )?"
_CALLED = re.compile(
    rf"^(?:att )?(?:(?:{TURNS_TO}|också|även|med anledning av) )?"
    rf"{WHOSE}{ASKED_FOR},?(?: om)? att (?P<said>\w.{{0,600}})",
    re.IGNORECASE | re.DOTALL,
)
"""How a sentence begins with what was recommended, of which it then says something."""
_MATTER = re.compile(
    rf"^(?:{TURNS_TO} (?:också |även |detta )?)?att (?P<said>\w.{{0,600}})",
    re.IGNORECASE | re.DOTALL,
)
_VERBS = (
    rf"(?:{HOLDS[3:-1]}|är|kan|får|ska|stöder|stödjer|bejakar|följer|tycker|förstår|avslår|bifaller"
    r"|finner|hänvisar|tillgodoser|genomför|uppfyller|biträder|motsätter|behöver"
    r"|måste|tänker|planerar|kräver|ger)"
)
GOES_ON = re.compile(
    rf"(?=:\s)|\s(?=(?:{_VERBS} (?:{BODY})\b|{HOLDS}|är|kommer|ska|bör|kan|får|har|stöds"
    r"|(?:\w+er|an|till|av|god)?(?:ses|tas|slås|styrks|görs"
    r"|noteras|accepteras|avvisas|beaktas|följs|genomförs|verkställs|bedöms|välkomnas|delas))\b)",
    re.IGNORECASE,
)
"""Where a sentence goes on to say something of what was recommended."""
_OPEN_END = re.compile(
    r"\b(?:som|vilk(?:en|et|a)|om|hur|när|där|vad|och|att|inte|eller|för)$", re.IGNORECASE
)
"""How a text ends that is not ended."""
_IN_PASSING = AnyCase(
    rf"\b{_NOUN}(?: till \w+)?\s?(?:\s[–—-]\s(?:nämligen )?att (?P<dashed>[^–—]{{1,400}}?)\s[–—-]\s"
    r"|\s\(att (?P<bracketed>[^()]{1,400})\))",
)
_AT_ITS_END = re.compile(
    r"(?:^|\s)att (?P<said>\w[^.]{0,400}?), (?:vilket|något som|som|och det) (?:också |även )?"
    rf"(?:(?:är|var|utgör|motsvarar|gäller|avser) {WHOSE}{ASKED_FOR}(?: (?:nr )?R?\d{{1,2}})?"
    rf"|(?:{AUDITORS}|ni) (?:\w+ )?(?:rekommenderar|föreslår|förordar|efterlyser|förespråkar))\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[”\"“«»](?P<text>[^”\"“«»]{12,300})(?:[”\"“«»]|$)")
_ASKS = re.compile(
    rf"\b(?:ni|era?|ert|{AUDITORS}|granskningen|rapporten)\b.{{0,200}}\b(?:skriver|skrev|anser"
    r"|föreslår"
    r"|föreslog|menar|framhåller|pekar|uppmanar|vill|tycker|påpekar|påtalar|efterlyser|förordar"
    r"|önskar|begär|kräver|synpunkt\w*|punkt\w*|förslag\w*|uppmaning\w*)\b"
    rf"|\b(?:skriver|anser|föreslår|menar|framhåller|påpekar|tycker)\s(?:ni|{AUDITORS})\b",
    re.IGNORECASE | re.DOTALL,
)
_RECOMMENDED = re.compile(r"\brekommend(?!ationer\w* i )\w+", re.IGNORECASE)
_NAMES_PAPER = re.compile(
    r"\b(?:rapport\w*|granskning\w*|rubrik\w*|avsnitt\w*|kapitel|kapitlet|skrivelse\w*|dokument\w*"
    r"|policy\w*|riktlinje\w*|projekt\w*|förstudie\w*|begrepp\w*|titeln)\s*[,:]?\s*$",
    re.IGNORECASE,
)
"""How words end before the quoted name of a paper."""
_DONE_BY = re.compile(r"(?:[\w-]+ ){1,8}?\w{2,}s av \w", re.IGNORECASE)
"""How a demand begins that says by whom a thing is done: "tidplanen beslutas av styrelsen"."""
_FEWEST_WORDS = 4
_NEAR = 40
"""In signs, before a quotation."""


def subjects_of(sentence: str) -> tuple[str, ...]:
    """Return what was recommended, of which a sentence also says what is thought of it."""
    said = QUOTES.sub("", sentence)
    passing = _IN_PASSING.search(said)
    if passing is not None:
        return _demands(passing["dashed"] or passing["bracketed"])
    behind = _AT_ITS_END.search(said)
    if behind is not None:
        return tuple(demands_of(behind["said"]))
    called = _CALLED.match(said)
    return next(_before_answer(called["said"]), ()) if called else ()


def matters_of(sentence: str, *, takes_done: bool = False) -> tuple[str, ...]:
    """Return what a sentence begins with as a matter to answer: "Att införa … ser vi ingen …"."""
    matter = _MATTER.match(QUOTES.sub("", sentence))
    found = next(_before_answer(matter["said"]), ()) if matter else ()
    is_said = (begins_with_demand(one) or (takes_done and is_done(one)) for one in found)
    return found if all(is_said) else ()


def _demands(text: str) -> tuple[str, ...]:
    found = tuple(demands_of(text.strip(" ,")))
    return found if all(map(_says_what, found)) else ()


def _says_what(text: str) -> bool:
    """Tell whether a text behind "rekommendationen att" says what is to be done, or by whom."""
    return is_demand(text) or is_done(text) or _DONE_BY.match(text) is not None


def _before_answer(said: str) -> Iterator[tuple[str, ...]]:
    """Give what a text may say is to be done, before it goes on to answer that."""
    for match in GOES_ON.finditer(said):
        text = said[: match.start()].strip(" ,").removesuffix(" så")
        if _OPEN_END.search(text) is None and _is_said(text) and (found := _demands(text)):
            yield found


def _is_said(text: str) -> bool:
    """Tell whether a text says what is to be done, and does not break off before its verb."""
    is_ought = re.search(rf"\b{OUGHT}$", text, re.IGNORECASE) is not None
    return not is_ought and _says_what(text)


def quoted_in(sentence: str) -> tuple[str, ...]:
    """Return what a sentence quotes as what the auditors think should be done."""
    if _QUOTE.search(sentence) is None:
        return ()
    outside = _QUOTE.sub("”", sentence)
    is_recommended = _RECOMMENDED.search(outside) is not None
    if not (is_recommended or _ASKS.search(outside)):
        return ()
    found = []
    for match in _QUOTE.finditer(sentence):
        text = match["text"].strip(" .,")
        is_named = (
            _NAMES_PAPER.search(sentence[max(0, match.start() - _NEAR) : match.start()]) is not None
        )
        if not is_named and _is_asked(text, is_recommended=is_recommended):
            found.append(text)
    return tuple(found)


def _is_asked(text: str, *, is_recommended: bool) -> bool:
    bare = re.sub(r"^att ", "", text, flags=re.IGNORECASE)
    is_ought = re.search(rf"\b(?:{OUGHT}|skulle)\s\w", bare, re.IGNORECASE) is not None
    words = bare.split()
    is_clause = is_recommended and len(words) >= _FEWEST_WORDS and is_done(bare)
    return is_ought or begins_with_demand(bare) or is_demand(bare) or is_clause
