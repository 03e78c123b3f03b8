"""Which step an assessment's own words are: a proposal, beside the exact phrase.

The words are those of Swedish municipal audit reports; firms use them differently, so a person
chooses. What holds back ("inte fullt ut") is looked for before what merely denies.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from revtrack.domain.codes import Grade

_NOT = r"(?:inte|ej|icke)"
_STEPS: tuple[tuple[Grade, re.Pattern[str]], ...] = tuple(
    (grade, re.compile(shape, re.IGNORECASE))
    for grade, shape in (
        (
            Grade.NOT_ANSWERED,
            (
                rf"\bkan (?:\w+ )?{_NOT} besvara|\bfrågan (?:besvaras|har) {_NOT}\b"
                rf"|\b{_NOT} besvara[ts]\b|\bhar {_NOT} granskats\b"
            ),
        ),
        (
            Grade.NOT_ASSESSABLE,
            (
                rf"\b{_NOT} bedöm(?:ts?|da?)\b"
                rf"|\b{_NOT} (?:går|gått|möjligt|kan|kunnat|varit möjligt)\b[^.]{{0,30}}\bbedöm\w*"
                r"|\b(?:går|kan|gått|kunnat|kunde) (?:(?:vi|frågan|det|detta) )?"
                rf"{_NOT}\b[^.]{{0,30}}\bbedöm\w*"
                r"|\bsvår(?:t)? att bedöma\b|\bsaknas underlag för (?:att|en) bedöm\w*"
                rf"|\bkan {_NOT} uttala oss\b|\b{_NOT} bedömbar\w*"
            ),
        ),
        (
            Grade.LIMITED,
            (
                rf"\b{_NOT} (?:\w+ ){{0,3}}?i (?:en )?tillräcklig(?:t)?"
                r" (?:utsträckning|grad|omfattning|mån)\b"
                rf"|\b(?:endast |bara )?i (?:begränsad|liten|låg|ringa|mindre"
                rf"|otillräcklig) (?:utsträckning"
                r"|grad|omfattning|mån)\b|\b(?:är|har varit) begränsad[et]?\b|\bi låg grad\b"
                r"|\b(?:endast|bara) (?:undantagsvis|sporadiskt|i enstaka fall)\b"
                r"|\bbristande\b|\bbrister i väsentlig\w*|\bväsentliga brister\b|\bstora brister\b"
                r"|\btill liten del\b"
            ),
        ),
        (
            Grade.PARTLY,
            (
                rf"\b{_NOT} (?:(?:är|har|varit|vara|har varit|fungerar|kan anses) )?"
                r"(?:fullt ut|helt(?: och hållet)?|till fullo|fullständigt|fullgod\w*"
                rf"|i alla delar"
                rf"|i alla avseenden|i sin helhet|i full utsträckning|en helt|ett helt|alltid|fullt"
                r"|konsekvent)\b|\bdelvis\b|\btill (?:viss|vissa) del(?:ar)?\b|\bi (?:viss"
                r"|vissa) (?:mån"
                r"|utsträckning|grad|del(?:ar)?|avseenden)\b|\bvissa brister\b|\ben del brister\b"
                r"|\b(?:både|såväl) .{0,60} (?:och|som) brister\b|\bendast vissa\b"
                rf"|^(?!.*\b(?:{_NOT}|ingen|saknas)\b.*\b(?:men|medan)\b)"
                rf".*\b(?:men|medan\b.*) {_NOT}\b(?! (?:till|i)\b)"
                r"|\b(?:godtagbar|acceptabel|tillräcklig|god)\w*\s(?:med|men)\s(?:\w+\s)?brister\b"
            ),
        ),
        (
            Grade.MOSTLY,
            (
                r"\bi huvudsak\b|\bhuvudsakligen\b|\bi (?:det )?stort(?: sett)?\b"
                r"|\btill övervägande del"
                r"|\bi (?:stor|hög|betydande) (?:utsträckning|grad|omfattning)\b"
                r"|\btill stor(?:a)? del"
                r"|\bi stora delar\b|\böverlag\b|\bi allt väsentligt\b|\btill största del(?:en)?\b"
            ),
        ),
        (
            Grade.NO,
            (
                rf"\b{_NOT}\b|\bsaknas?\b|\bsaknar\b|\botillräcklig\w*|\bbristfällig\w*|\bingen\b"
                rf"|\binget\b"
                r"|\binga\b|\bvarken\b|\bför svag[at]?\b"
                r"|\b(?:är|var|har varit|tar|tog) (?:alltför|för) "
                r"(?:stor[at]?|liten|litet|små|låg\w*|hög\w*|lång\w*"
                r"|kort\w*|få|många|sena?|sent|snäv\w*|vag\w*|allmän\w*|otydlig\w*)\b"
                r"|\balltför\b|\bicke\b|\boändamålsenlig\w*|\bnej\b"
                r"|\bavsaknad av\b"
                r"|\baldrig\b|\bnekande\b|\beftersatt\w*|\botydlig\w*|\botillfredsställande\b"
            ),
        ),
        (
            Grade.PARTLY,
            r"\b(?:finns|har|finner|sett|funnit|fann|visar)\b[^.]{0,40}\bbrister\b|\bbrister\W*$",
        ),
    )
)
_TO_DEVELOP = re.compile(
    r"^(?:(?!\b(?:men|dock|även om)\b).)*"
    r"(?P<words>\butrymme för (?:\w+ )?(?:förbättring|utveckling)\w*"
    r"|\b(?:behöver|bör|kan|måste) (?:\w+ )?"
    r"(?:förbättras|utvecklas|stärkas|förstärkas|ses över)\b)",
    re.IGNORECASE,
)
"""What is said of what falls short: "behöver utvecklas"; no mere addition to praise."""
_FULLY = re.compile(
    r"\bi allt väsentligt (?:ändamålsenlig|tillfredsställande|tillräcklig)\w*", re.IGNORECASE
)
_CELL_STEPS: tuple[tuple[Grade, re.Pattern[str]], ...] = tuple(
    (grade, re.compile(shape, re.IGNORECASE))
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
_NOT_MOSTLY = re.compile(rf"\b{_NOT} (?:i huvudsak|i stort|till övervägande)", re.IGNORECASE)
_LACKS = re.compile(
    r"\bsakn(?:as|ar|ades|ade|ats)\b[^,.;]{0,20}"
    r"\b(?:i huvudsak|i stort|till (?:stor|största|övervägande) del"
    r"|i stor utsträckning|överlag)\b"
    r"|\b(?:i huvudsak|i stort|till (?:stor|största|övervägande) del)\s"
    r"(?:\w+\s)?sakna",
    re.IGNORECASE,
)
"""What is mostly not there: "saknas till stor del"."""
_DOUBLE = re.compile(
    r"\b(?:inte|inga|ingen|inget)\s+(?:(?:har|vi|funnit|sett|noterat|identifierat|konstaterat"
    r"|framkommit|framkom|påträffat|upptäckt|haft|finns|fanns|finner|ser|några?|någon|något"
    r"|väsentlig\w*|större|stora?|allvarlig\w*|betydande|direkt\w*|avgörande|särskild\w*|andra"
    r"|annan|det|oss)\s+){0,4}?(?:brister|avvikelser|anmärkning\w*|anledning|invändning\w*|skäl)\b",
    re.IGNORECASE,
)
"""What denies a fault: "inga väsentliga brister"."""
_ONLY_ALSO = re.compile(r"\binte (?:bara|endast|minst)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:eftersom|därför att|trots att|även om|om det inte)\b.*", re.IGNORECASE)


_NEGATION = re.compile(r"(?:\S+\s)?\b(?:inte|ej|icke|ingen|inget|inga)\b(?:\s\S+)?", re.IGNORECASE)
_FAULTS = re.compile(
    r"\b(?<!i )(?:begränsa(?:d|de|t)|brist(?:er|erna)?|bristande|avvikelse(?:r|rna)?|felaktig\w*"
    r"|otillräcklig\w*|otydlig\w*|saknas?)\b",
    re.IGNORECASE,
)
_NOT_REVIEWED = re.compile(
    rf"^\W*{_NOT} (?:granska\w*|aktuell\w*|tillämplig\w*|relevant\w*|berör\w*|omfatta\w*)\W*$",
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


@lru_cache(maxsize=10_000)
def graded(text: str) -> Graded:
    """Return the step that a judging clause is; without a word that holds back, it is yes."""
    said = _ASIDE.sub("", _ONLY_ALSO.sub(" ", text))
    said = _DOUBLE.sub(" ", said)
    if _FULLY.search(said):
        return Graded(Grade.YES, "")
    for grade, shape in _STEPS:
        match = shape.search(said)
        if match is None:
            continue
        if grade is Grade.MOSTLY and (_NOT_MOSTLY.search(said) or _LACKS.search(said)):
            return Graded(Grade.LIMITED, match[0])
        return Graded(grade, match[0])
    lacking = _TO_DEVELOP.match(said)
    return Graded(Grade.PARTLY, lacking["words"]) if lacking else Graded(Grade.YES, "")


def graded_cell(text: str) -> Graded | None:
    """Return the step that a cell begins with: "Delvis"; None where it does not begin with one."""
    said = re.sub(r"^[^\w(]+|^(?:nivå\s)?\d(?:\s?[–:-]\s?|[.)]\s?|\s?\()", "", text.strip())
    lead = re.split(r"(?<=[.:;!])\s|\s[–-]\s|\n", said, maxsplit=1)[0].strip(" .:;!")
    if not lead or _NOT_REVIEWED.match(said):
        return None
    if re.match(r"ja\b", lead, re.IGNORECASE):
        rest = lead[2:].strip(" ,")
        found = graded(rest) if rest and not _TO_DEVELOP.match(rest) else Graded(Grade.YES, "")
        is_less = found.grade in {Grade.MOSTLY, Grade.PARTLY, Grade.LIMITED}
        return Graded(found.grade if is_less else Grade.YES, lead)
    if re.match(r"nej\b", lead, re.IGNORECASE):
        rest = lead[3:].strip(" ,")
        found = graded(rest)
        is_less = found.grade in {Grade.PARTLY, Grade.LIMITED}
        return Graded(found.grade if is_less else Grade.NO, lead)
    found = graded(lead)
    for grade, shape in _CELL_STEPS:
        if shape.search(lead):
            is_held_back = grade is Grade.YES and found.words
            return Graded(found.grade if is_held_back else grade, lead)
    return Graded(found.grade, lead) if found.words else None
