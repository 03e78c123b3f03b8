"""Which step an assessment's own words are: a proposal, beside the exact phrase.

A sentence is parted where it turns ("men", "medan"). What holds back in so many words ("inte fullt
ut") decides; praise with a fault beside it is partly, and what is conceded ("även om …") decides
nothing. The words stand in ``grade_words``; a person chooses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from revtrack.domain.codes import Grade
from revtrack.domain.proposals.judging.concessions import without_conceded
from revtrack.domain.proposals.judging.grade_words import (
    FAULTY,
    HELD_BACK,
    LACKING,
    NOT,
    NOT_ANSWERED,
    NOT_ASSESSABLE,
    ONLY,
    TO_IMPROVE,
    TO_MEND,
)
from revtrack.domain.texts.any_case import AnyCase

_CELL_STEPS: tuple[tuple[Grade, AnyCase], ...] = tuple(
    (grade, AnyCase(shape))
    for grade, shape in (
        (
            Grade.YES,
            (
                r"^(?:ja|uppfyll[td]|uppfylls|grön[ta]?|godkän[dt]|tillräcklig\w*|tillfredsställande"
                r"|helt|inga (?:väsentliga )?(?:brister|avvikelser|anmärkningar)"
                r"|utan (?:anmärkning|avvikelse))\b"
                r"|^(?:(?:mycket )?god[at]?|bra|ok|ändamålsenlig\w*|betryggande|fullt ut|uppnå\w+)$"
            ),
        ),
        (
            Grade.NO,
            (
                r"^(?:nej|rö(?:d|tt|da)|(?:ej|inte|icke) godkän[dt]|ej uppfyll[td]|inte uppfyll[td]"
                r"|uppfylls (?:ej|inte))\b"
            ),
        ),
        (
            Grade.PARTLY,
            (
                r"^(?:delvis|gul[ta]?|till viss del|inte helt|ej helt|både och"
                r"|(?:bör|kan|behöver) (?:utvecklas|förbättras|stärkas))\b"
            ),
        ),
        (
            Grade.MOSTLY,
            (
                r"^(?:(?:godtagbar\w*|acceptab\w*)$|(?:i huvudsak|i stort|till övervägande del"
                r"|huvudsakligen)\b)"
            ),
        ),
        (Grade.LIMITED, r"^(?:orange|i begränsad|otillräcklig\w*|bristfällig\w*)"),
    )
)
_FULLY = re.compile(
    r"\bi allt väsentligt (?:ändamålsenlig|tillfredsställande|tillräcklig)\w*", re.IGNORECASE
)
_NOT_MOSTLY = re.compile(rf"\b{NOT} (?:i huvudsak|i stort|till övervägande)", re.IGNORECASE)
_LACKS = re.compile(
    r"\bsakn(?:as|ar|ades|ade|ats)\b[^,.;]{0,20}"
    r"\b(?:i huvudsak|i stort|till (?:stor|största|övervägande) del"
    r"|i stor utsträckning|överlag)\b"
    r"|\b(?:i huvudsak|i stort|till (?:stor|största|övervägande) del)\s"
    r"(?:\w+\s)?sakna",
    re.IGNORECASE,
)
"""What is mostly not there: "saknas till stor del"."""
_DENIALS = r"\b(?:inte|inga|ingen|inget|ingenting)\b"
_DOUBLE = re.compile(
    rf"{_DENIALS}\s+(?:(?:har|vi|funnit|sett|noterat|identifierat|konstaterat|uppmärksammat|hittat"
    r"|framkommit|framkom|framkommer|påträffat|upptäckt|haft|finns|fanns|finner|ser|några?|någon|något"
    r"|ger|gett|gav|till|föreligger|förekommer|förekommit|nämnvärda|påtagliga|tecken|på"
    r"|väsentlig\w*|större|stora?|allvarlig\w*|betydande|direkt\w*|avgörande|särskild\w*|andra"
    r"|annan|det|oss)\s+){0,4}?(?:brister|avvikelser|anmärkning\w*|anledning|invändning\w*|skäl)\b"
    rf"|{_DENIALS}[^,.;]{{0,20}}?\bannat än\b"
    rf"|{_DENIALS}[^,.;]{{0,60}}?\b(?:tyder|talar|pekar|indikerar|tecken)\b[^,.;]*?"
    rf"\b(?:{NOT}|brister|sakna\w*)\b",
    re.IGNORECASE,
)
"""What denies a fault: "inga väsentliga brister", "inget som tyder på att … inte"."""
_YES_OR_NO = re.compile(r"^(?:ja|(?P<no>nej))\b[\s,]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_TURN = re.compile(r"^(?:men|dock|fast)\s(?:dock\s)?", re.IGNORECASE)
_LESS = (Grade.PARTLY, Grade.LIMITED, Grade.MOSTLY)
_BRIEF = 6
"""So many words a reservation has at most that makes a yes less."""
_ONLY_ALSO = re.compile(r"\binte (?:bara|endast|minst)\b", re.IGNORECASE)
_TURNS = re.compile(
    r",?\s(?:men|medan|fast)\b(?:\s(?:att|dock|däremot))?|[,;]\s(?:dock|däremot|emellertid)\b",
    re.IGNORECASE,
)
"""Where a sentence turns to what speaks against it."""

_NEGATION = re.compile(r"(?:\S+\s)?\b(?:inte|ej|icke|ingen|inget|inga)\b(?:\s\S+)?", re.IGNORECASE)
_FAULTS = re.compile(
    r"\b(?<!i )(?:begränsa(?:d|de|t)|brist(?:er|erna)?|bristande|avvikelse(?:r|rna)?|felaktig\w*"
    r"|otillräcklig\w*|otydlig\w*|saknas?)\b",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\s?\bi (?:en )?tillräcklig(?:t)? (?:utsträckning|omfattning|grad|mån)\b", re.IGNORECASE
)
"""What denies no less where it is asked than another word that is asked."""
_NOT_REVIEWED = re.compile(
    rf"^\W*{NOT} (?:granska\w*|aktuell\w*|tillämplig\w*|relevant\w*|berör\w*|omfatta\w*)\W*$",
    re.IGNORECASE,
)
"""What a cell says where there is nothing to judge."""


@dataclass(frozen=True)
class Graded:
    """The step that words are, and the words that say so."""

    grade: Grade
    words: str
    """The deciding words; "" where nothing holds back and so all is well."""


def without_asked(text: str, question: str) -> str:
    """Return a clause without the words of denial and fault that its question has too.

    That "obehöriga inte kommer in", or that "behörigheten är begränsad", is what was asked for.
    """
    said = text
    if _ENOUGH.search(question):
        said = _ENOUGH.sub(" ", said)
    for match in _FAULTS.finditer(question):
        said = re.sub(rf"(?<!i )\b{re.escape(match[0])}\b", " ", said, count=1, flags=re.IGNORECASE)
    for match in _NEGATION.finditer(question.strip(" ?.")):
        words = match[0].split()
        place = next(n for n, word in enumerate(words) if _NEGATION.fullmatch(word))
        for pair in (words[place : place + 2], words[max(place - 1, 0) : place + 1]):
            shape = rf"\b{re.escape(' '.join(pair))}\b"
            if len(pair) > 1 and re.search(shape, said, re.IGNORECASE):
                said = re.sub(shape, " ", said, count=1, flags=re.IGNORECASE)
                break
    return said


@dataclass(frozen=True)
class _Clause:
    """A clause's step, and whether it says in so many words how far something holds."""

    step: Graded
    is_degree: bool = False


@lru_cache(maxsize=10_000)
def graded(text: str) -> Graded:
    """Return the step that a judging clause is; without a word that holds back, it is yes."""
    said = _DOUBLE.sub(" ", _ONLY_ALSO.sub(" ", text))
    for grade, shape in (
        (Grade.NOT_ANSWERED, NOT_ANSWERED),
        (Grade.NOT_ASSESSABLE, NOT_ASSESSABLE),
    ):
        if match := shape.search(said):
            return Graded(grade, match[0])
    said = without_conceded(said)
    if _FULLY.search(said):
        return Graded(Grade.YES, "")
    parts = [each for each in _TURNS.split(said) if each.strip(" ,.")]
    if not parts:
        return Graded(Grade.YES, "")
    return _together([_of_clause(parts[0]), *map(_of_turned, parts[1:])])


def _together(clauses: Sequence["_Clause"]) -> Graded:
    """Return what a sentence comes to, by what its clauses say for and against."""
    first, others = clauses[0], clauses[1:]
    for each in clauses:
        if each.is_degree:
            return each.step
    short = [each.step.words for each in others if each.step.words]
    if first.step.grade is Grade.YES and short:
        return Graded(Grade.PARTLY, short[0])
    return first.step


def _of_turned(said: str) -> "_Clause":
    """Return the step of a clause to which a sentence turns; what it says of only some is less."""
    found, only = _of_clause(said), ONLY.search(said)
    is_less = only is not None and not found.step.words
    return _Clause(Graded(Grade.PARTLY, only[0])) if only is not None and is_less else found


def _of_clause(said: str) -> "_Clause":
    """Return the step of a clause that does not turn."""
    for grade, shape in HELD_BACK:
        match = shape.search(said)
        if match is not None:
            is_less = grade is Grade.MOSTLY and (_NOT_MOSTLY.search(said) or _LACKS.search(said))
            return _Clause(Graded(Grade.LIMITED if is_less else grade, match[0]), is_degree=True)
    for grade, shape in (
        (Grade.NO, LACKING),
        (Grade.PARTLY, FAULTY),
        (Grade.PARTLY, TO_MEND),
        (Grade.PARTLY, TO_IMPROVE),
    ):
        match = shape.search(said)
        if match is not None:
            return _Clause(Graded(grade, match[0]))
    return _Clause(Graded(Grade.YES, ""))


def graded_cell(text: str) -> Graded | None:
    """Return the step that a cell begins with: "Delvis"; None where it does not begin with one."""
    said = re.sub(r"^[^\w(]+|^(?:nivå\s)?\d(?:\s?[–:-]\s?|[.)]\s?|\s?\()", "", text.strip())
    lead = re.split(r"(?<=[.:;!])\s|\s[–-]\s|\n", said, maxsplit=1)[0].strip(" .:;!")
    if not lead or _NOT_REVIEWED.match(said):
        return None
    plain = _YES_OR_NO.match(lead)
    if plain is not None:
        step, less = (Grade.NO, _LESS[:2]) if plain["no"] else (Grade.YES, _LESS)
        found = _added(plain["rest"])
        return Graded(found if found is not None and found in less else step, lead)
    found_words = graded(lead)
    for grade, shape in _CELL_STEPS:
        if shape.search(lead):
            is_held_back = grade is Grade.YES and found_words.words
            return Graded(found_words.grade if is_held_back else grade, lead)
    return Graded(found_words.grade, lead) if found_words.words else None


def _added(rest: str) -> Grade | None:
    """Return the step of what is added to a yes or no; None where it is no step, or only a wish."""
    said = _TURN.sub("", rest)
    is_long = said != rest and len(said.split()) > _BRIEF
    is_held_back = any(shape.search(said) for _, shape in HELD_BACK)
    is_wish = TO_MEND.search(said) or TO_IMPROVE.search(said)
    return None if is_long or (is_wish and not is_held_back) else graded(said).grade
