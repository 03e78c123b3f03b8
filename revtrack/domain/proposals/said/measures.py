"""How far a committee says that it has come: done, being done, to be done, not to be done.

Read from the words' forms: what stands beside "har" or in the past is done, beside "kommer" or
"ska" to be done; a verb of beginning is under way once begun. What may, should or must be done is
no measure, and what the auditors or the council have done is not the committee's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from revtrack.domain.codes import Progress
from revtrack.domain.proposals.said.measure_forms import (
    is_active_past,
    is_infinitive,
    is_participle,
    is_past,
    is_supine,
)
from revtrack.domain.proposals.said.measure_signs import told_by_words, told_first, told_together
from revtrack.domain.proposals.said.measure_words import AHEAD

_KEPT = 4_096
"""So many sentences are remembered, since one is asked of several times."""
_WORD = re.compile(r"[\w-]+")
_BEGUN = re.compile(
    r"^(?:påbörja(?:t|ts|des|d|de)|inled(?:ts|dd|dda|des|de)|inlett(?:s)?|startat(?:s)?"
    r"|startade(?:s)?"
    r"|igångsat(?:t|ts|tes|ta)|initiera(?:t|ts|des|d|de)|börjat|igång)$"
)
_SELF = re.compile(
    r"^(?:vi|\w*(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget|direktionen|avdelningen"
    r"|enheten|utskottet|direktören|chefen))$"
)
"""Words by which a reply names who did what it tells of."""
_HOLDS = re.compile(
    r"^(?:instämm(?:er|a|de)|delar|anser|menar|tycker|bedömer|håller|enig|eniga|överens|positivt?"
    r"|viktigt|angeläget|rimligt)$"
)
"""Words by which a reply holds something to be right, which is no promise yet."""
_NOT = frozenset(("inte", "ej", "aldrig", "icke"))
_HAS = frozenset(("har", "hade", "ha"))
_IS = frozenset(("är", "blivit", "blev", "varit"))
_WILL = frozenset(
    (
        *(
            "kommer",
            "ska",
            "skall",
            "avser",
            "planerar",
            "ämnar",
            "tänker",
            "räknar",
            "beräknas",
            "väntas",
        ),
        *("förväntas", "planeras", "förutses", "avsikt", "ambition", "ambitionen", "målsättning"),
        *("målsättningen", "avsikten", "tanken", "siktar", "åtar", "lovar"),
    )
)
_MAY = frozenset(
    (
        *("kan", "bör", "kunde", "borde", "skulle", "behöver", "måste", "vill", "får", "önskar"),
        *("överväger", "överväga", "kunna", "behövs", "krävs", "utreder", "övervägs"),
    )
)
_REACH = 9
"""So many words may stand between "har" or "kommer" and its verb."""
_WITH_PARTICLE = {
    "tagit": ("fram", "bort", "över", "in", "bruk", "drift", "beslut", "upp"),
    "tagits": ("fram", "bort", "över", "in", "bruk", "drift"),
    "sett": ("över",),
    "setts": ("över",),
    "gått": (
        "igenom",
        "ut",
        "utbildning",
        "utbildningen",
        "utbildningar",
        "kursen",
        "kurs",
        "kurser",
    ),
    "fått": (
        "en",
        "ett",
        "nya",
        "utbildning",
        "utbildningen",
        "genomgång",
        "redovisning",
        "redovisningen",
    ),
    "lagt": ("in", "till", "fast", "upp", "om", "ut"),
    "fört": ("in", "över", "ihop"),
    "gjort": ("om", "upp", "en", "ett", "ändringar", "förändringar"),
    "gett": ("ut",),
    "hållit": ("en", "ett", "utbildning", "utbildningar"),
    "skrivit": ("in", "om", "ihop", "ner"),
}
"""Forms that tell of a measure only with one of these words close behind."""
_LONG_AGO = re.compile(r"\b(?:på )?1[89]\d\d(?:-talet)?\b")
"""A year of the last century, of which a reply tells how things came to be."""
_ARTICLES = frozenset(("en", "ett"))
_MEANS_TO = frozenset(("avser", "ämnar", "tänker", "planerar"))
_STATES = frozenset(("vara", "finnas", "ha", "kunna", "utgöra", "gälla", "innebära", "få"))

_OF_AUDIT = re.compile(
    r"(?<!sedan )(?<!efter )\b(?:granskning(?:en)?|revisionen|revisorerna|kommunrevisionen"
    r"|rapporten|intervjuer"
    r"|enkäten)\b"
    r"(?!s\b)(?:(?! av | enligt |nämnden|styrelsen|förvaltningen|bolaget| vi )[^.,]){0,25}$",
    re.IGNORECASE,
)
_OF_REPLY = re.compile(
    r"\b(?:förslag|utkast) till (?:svar|yttrande)\b|\b(?:detta|följande) (?:svar|yttrande)\b"
    r"|\b(?:denna|följande) (?:skrivelse|komplettering|svarsskrivelse)\b"
    r"|\b(?:svaret|yttrandet) har (?:\w+ )?(?:tagits|beslutats|antagits|godkänts|beretts|samråtts"
    r"|förankrats|skrivits|utarbetats|stämts)|"
    r"\b(?:svar(?:et)?|yttrande(?:t)?) (?:\w+ ){0,3}?(?:ska|skall|bör|önskas|begärs)\b"
    r"|\b(?:ska|skall|bör) (?:\w+ ){0,4}?(?:besvaras?|svara|yttra sig|lämna (?:ett )?(?:svar"
    r"|yttrande))\b[^.]{0,60}\b(?:gransk|rapport|revis|senast)",
    re.IGNORECASE,
)
"""Words of when and how the reply itself is to be given."""
_WHEN = re.compile(
    r"\bom \w+(?:aren|arna) är (?:på plats|med)\b"
    r"|(?:\b(?:när|så snart|innan|tills|förrän|först när)|(?:^|, )om) (?!det gäller)"
    r"(?:[\w-]+ ){1,5}?(?:är|har)"
    r" (?:(?:nu|väl|helt) )?[\w-]+",
    re.IGNORECASE,
)
"""A clause that says on what something waits: "när utredningen är klar"."""
_BY_LAW = re.compile(
    r"^(?:enligt|av) (?:\w+ ){0,3}?(?:\w*lagen|\w*lag|\w*reglement\w*|\w*förordning\w*|\w*policyn?"
    r"|delegationsordning\w*|\w*direktiv\w*|\w*förfrågningsunderlag\w*)\b"
    r"|\b(?:ska|skall) (?:\w+ ){0,4}?enligt (?:\w+ ){0,2}?(?:\w*lagen|reglement)",
    re.IGNORECASE,
)


@dataclass
class _Beside:
    """The word nearest before a verb that tells its tense, and whether "inte" came after it."""

    kind: str = ""
    at: int = -99
    denied: bool = False
    purpose: int = -99


@lru_cache(maxsize=_KEPT)
def progress_of(sentence: str) -> Progress | None:
    """Return what a sentence says has been done, or will be; None where it says nothing of it."""
    if _OF_REPLY.search(sentence):
        return None
    said = _WHEN.sub(" ", sentence)
    told = told_first(said)
    if told is not None:
        return told
    return told_together({*told_by_words(said), *_by_forms(said)}, said)


def _by_forms(sentence: str) -> Iterator[Progress]:
    """Give what the forms of the verbs tell, each with the word that tells its tense."""
    if _BY_LAW.search(sentence) or _LONG_AGO.search(sentence):
        return
    beside = _Beside()
    words = [(each[0].casefold(), each.start()) for each in _WORD.finditer(sentence)]
    for at, (word, start) in enumerate(words):
        if _is_to_be(word, beside, words, at):
            yield Progress.PLANNED
            continue
        if _take(beside, word, at, words):
            continue
        is_near = at - beside.at <= _REACH
        if _BEGUN.match(word) and not beside.denied:
            is_of_audit = _OF_AUDIT.search(sentence[:start][-60:])
            if not is_of_audit:
                yield _begun(word, words[at + 1 : at + 3], beside)
        elif beside.kind == "will" and is_near and not beside.denied:
            is_given = word == "få" and words[at + 1 : at + 2] and words[at + 1][0] in _ARTICLES
            is_deed = (is_infinitive(word) and word not in _STATES) or is_given
            if is_deed or (word in _STATES and AHEAD.search(sentence)):
                yield Progress.PLANNED
        elif _is_deed_of(word, words, at) or (
            _is_done(word, [each for each, _ in words[at + 1 : at + 5]], beside, is_near=is_near)
            and not _OF_AUDIT.search(sentence[:start][-60:])
        ):
            yield Progress.DONE


def _is_to_be(word: str, beside: _Beside, words: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a word is itself what is to be: "kommer att beräknas", "avser att ha möten"."""
    if beside.kind != "will" or beside.denied or at - beside.at > _REACH:
        return False
    is_meant = word == "ha" and words[beside.at][0] in _MEANS_TO
    return is_meant or (word in _WILL and word.endswith("as") and words[at - 1][0] == "att")


def _is_deed_of(word: str, words: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a word is what the committee itself did: "i maj reviderade nämnden planen"."""
    if not is_active_past(word):
        return False
    beside = [*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]]
    return any(_SELF.match(each) for each, _ in beside)


def _begun(word: str, after: list[tuple[str, int]], beside: _Beside) -> Progress:
    """Return under way; "har startat en enhet" has made something that is there now."""
    is_made = word.startswith("startat") and after[:1] and after[0][0] in {"en", "ett", "upp"}
    return Progress.DONE if is_made and beside.kind == "has" else Progress.UNDER_WAY


def _take(beside: _Beside, word: str, at: int, words: list[tuple[str, int]]) -> bool:
    """Take up a word that tells the tense of what follows, or denies it."""
    if word == "att" and beside.kind == "is":
        beside.kind = ""
    if word in _NOT:
        beside.denied = at - beside.at <= _REACH and words[at - 1][0] != "som"
        return True
    kind = _kind(word)
    if not kind or (beside.kind == "will" and _is_relative(words, at)):
        return bool(kind)
    if kind == "has" and words[at - 1][0] == "som" and any(e in _WILL for e, _ in words[at:]):
        kind = "may"
    is_weak = kind == "will" and word in {"ska", "skall", "kommer"} and _is_purpose(words, at)
    if is_weak or (word in {"ska", "skall"} and _is_opinion(words, at)):
        kind = "may"
    if kind == "has" and beside.kind == "may" and at - beside.at == 1:
        kind = "may"
    if word == "ha" and beside.kind == "will":
        return True
    is_denied = at > 0 and words[at - 1][0] in _NOT
    beside.kind, beside.at, beside.denied = kind, at, is_denied
    return True


def _kind(word: str) -> str:
    if word in _HAS:
        return "has"
    if word in _IS:
        return "is"
    if word in _WILL:
        return "will"
    return "may" if word in _MAY else ""


def _is_relative(words: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a verb stands in a clause of its own: "elever som inte är simkunniga"."""
    before = [word for word, _ in words[max(at - 2, 0) : at]]
    return before[-1:] == ["som"] or (before[:1] == ["som"] and before[-1] in _NOT)


def _is_opinion(words: list[tuple[str, int]], at: int) -> bool:
    """Tell whether "ska" stands in what is held to be right: "instämmer i att planen ska"."""
    before = [word for word, _ in words[:at]]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in {"och", "men", "varför"} and before[place + 1 : place + 2] != ["att"]:
            return False
        if before[place] == "att" and any(map(_HOLDS.match, before[max(place - 5, 0) : place])):
            return True
    return False


def _is_purpose(words: list[tuple[str, int]], at: int) -> bool:
    """Tell whether "ska" stands in a clause of purpose: "för att … ska", "så att … ska"."""
    before = [word for word, _ in words[max(at - 7, 0) : at]]
    is_first = at <= len(before) + 1
    for place, word in enumerate(before[:-1]):
        if word in {"för", "så"} and before[place + 1] == "att":
            return not (is_first and place == 0 and word == "för")
    if {"eftersom", "därför"} & set(before):
        return True
    is_condition = "om" in before[:1] and at <= len(before)
    return is_condition or bool({"hur", "vad", "vem"} & set(before[-3:]))


def _is_done(word: str, after: list[str], beside: _Beside, *, is_near: bool) -> bool:
    if beside.denied and is_near:
        return False
    if word in _WITH_PARTICLE and beside.kind == "has":
        return is_near and any(each in _WITH_PARTICLE[word] for each in after)
    if beside.kind == "has" and is_near and is_supine(word):
        return True
    if beside.kind == "is" and is_near and is_participle(word):
        return True
    return is_past(word)
