"""By which words a follow-up says what became of a recommendation."""

import re
from dataclasses import dataclass, replace

from revtrack.domain.codes import VerdictStep
from revtrack.domain.proposals.text.sentences import sentences

UNSURE = 0.6
"""How sure a verdict is whose words may mean another step."""
_SHORT = 9
"""So many words at the most a sentence has that is nothing but a verdict."""
_DONE = (
    r"(?:(?:genomför|uppfyll|efterlev|slutför|verkställ|följ|införliva)(?:d|t|da|ts)(?!\supp)"
    r"|(?:åtgärda|beakta|hörsamma|implementera|infria|avsluta|hantera|realisera)(?:d|t|de|ts)"
    r"|tillgodose(?:dd|dda|tt|tts)|omhändertag(?:en|et|na|its|it)|vidtag(?:en|et|na|its|it)"
    r"|klar(?:t|a)?|färdig(?:t|a)?|löst|lösta|avhjälp(?:t|ta))"
)
_BETWEEN = r"(?:\s(?!och\b|men\b|utan\b)[\w-]+){0,3}?\s"
_STEPS: tuple[tuple[VerdictStep, float, re.Pattern[str]], ...] = tuple(
    (step, sure, re.compile(shape, re.IGNORECASE))
    for step, sure, shape in (
        (
            VerdictStep.NO_LONGER_RELEVANT,
            1.0,
            (
                rf"\b(?:inte|ej|icke|knappast){_BETWEEN}?(?:aktuell|relevant|tillämplig)\w*"
                r"|\b(?:överspelad\w*|inaktuell\w*|utgår|utgått|bortfall(?:er|it)|har\sförfallit"
                r"|saknar\s(?:numera\s)?(?:aktualitet|relevans)|förlorat\ssin\s(?:aktualitet|relevans))\b"
            ),
        ),
        (
            VerdictStep.NOT_ASSESSABLE,
            1.0,
            (
                rf"\b(?:inte|ej){_BETWEEN}?(?:bedömas|bedömbar\w*|bedömd|bedömts|avgöras)\b"
                r"|\b(?:går|gick|möjligt|kan|kunnat|kunde)\s(?:\w+\s){0,2}?(?:inte|ej)\s(?:\w+\s){0,3}?"
                r"(?:bedöm\w+|avgör\w*)|\b(?:inte|ej)\s(?:varit\s)?(?:möjligt|går)\satt\s(?:\w+\s)?bedöma"
            ),
        ),
        (VerdictStep.NOT, 1.0, r"\b(?:inte|ej)\s(?:\w+\s)?påbörja\w*"),
        (
            VerdictStep.PARTLY,
            1.0,
            (
                r"\b(?:inte|ej)\s(?:\w+\s){0,2}?(?:helt|fullt\sut|till\sfullo|i\ssin\shelhet"
                r"|i\salla\sdelar|fullständigt|fullt)\b"
            ),
        ),
        (
            VerdictStep.MOSTLY,
            1.0,
            (
                r"\b(?:i\s(?:huvudsak|allt\sväsentligt|(?:det|allt)\s?väsentliga|stort(?:\ssett)?)"
                r"|till\s(?:övervägande\sdel|(?:den\s)?största\sdelen?|stor\sdel)|huvudsakligen"
                r"|väsentligen|så\sgott\ssom|nästan\s(?:helt|fullt\sut))\b"
            ),
        ),
        (
            VerdictStep.PARTLY,
            1.0,
            (
                r"\b(?:delvis|i\sviss\s(?:mån|utsträckning|del)|i\s(?:vissa\s)?delar|till\s(?:viss|en|vissa)"
                r"\sdel(?:ar)?|till\shälften)\b"
            ),
        ),
        (
            VerdictStep.PARTLY,
            UNSURE,
            (
                r"\b(?:i\sbegränsad\s(?:utsträckning|omfattning)|påbörja\w*|pågå\w*|på\sväg"
                r"|under\s(?:arbete|genomförande|införande|uppbyggnad))\b"
            ),
        ),
        (
            VerdictStep.NOT,
            UNSURE,
            rf"\b(?:inte|ej){_BETWEEN}?vidtag\w+{_BETWEEN}?tillräckliga",
        ),
        (
            VerdictStep.NOT,
            1.0,
            (
                rf"\b(?:inte|ej|icke|aldrig){_BETWEEN}?{_DONE}\b|^(?:nej|inte|ej|ingen|inget|inte\salls)\b"
                r"|\bing(?:a|en)\s(?:\w+\s){0,2}?åtgärd|\b(?:kvarstår|återstår|står\skvar)\b"
            ),
        ),
        (VerdictStep.FULL, 1.0, rf"\b{_DONE}\b|^(?:ja|helt|fullt\sut|till\sfullo)\b"),
    )
)
"""What the words of a verdict mean, those that settle it first."""
_NOT_LEFT = re.compile(r"\b(?:kvarstår|återstår)\s(?:\w+\s)?(?:inte|ej)\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:rekommendation(?:en|erna)?|åtgärd(?:en|erna)?|punkten|status|bedöm(?:s|ts|ning|er|as|bar|a)"
    r"|revisorerna|revisionen|vi|att|vår|enligt|mening|anses?|som|vara|därmed|därför|således|alltså"
    r"|är|har|blivit|nu|numera|ännu|alltjämt|fortfarande|fullt|ut|helt|och|kan|det|den|alls|till|i"
    r"|fullo|delvis|huvudsak|allt|väsentligt|väsentliga|övervägande|största|stor|stort|sett|viss|vissa"
    r"|vår|del|delen|delar|sin|helhet|mån|utsträckning|begränsad|omfattning|huvudsakligen|inte|ej|icke"
    r"|ingen|inga|inget|nej|ja|går|gått|längre|aktuell|aktuellt|aktuella|relevant|kvarstår|återstår"
    r"|står|kvar|pågår|pågående|påbörjad|påbörjat|påbörjats|arbete|genomförande|under|avslutas"
    rf"|bedömas|bedöma|möjligt|tillräckliga|tillräckligt|åtgärder|{_DONE})",
    re.IGNORECASE,
)
"""The words of which a sentence consists that is nothing but a verdict."""
_ABOUT = re.compile(
    r"\b(?:rekommendation(?:en|erna)?|uppmaningen|åtgärd(?:en|erna)|åtgärdsförslaget|bristen|punkten"
    r"|den\s(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|sista))\b",
    re.IGNORECASE,
)
"""What a sentence is about that passes a verdict."""
_BY_BODY = re.compile(
    r"\b\w*(?:nämnd(?:en|erna)?|styrelsen?|direktionen|bolaget|kommunen|regionen|förbundet)\b"
    r".*\b(?:vidtag|genomför|åtgärda|beakta|hörsamma|omhänderta|tillgodose|följt|efterlev|hantera)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\benligt\s(?!vår\b|oss\b|revis|stadsrevis)|\b(?:uppge[rs]?|uppgav|uppgivit|menar|menade|svarade"
    r"|angav|anger|lova\w*|utlova\w*|framhåll\w*|hävda\w*|(?:nämnden|styrelsen|förvaltningen|chefen)"
    r"\s(?:anser|bedömer|anser\ssig))\b",
    re.IGNORECASE,
)
"""Whose words they are, where they are not the auditors'."""
_AHEAD = re.compile(
    r"\b(?:ska|skall|skulle|bör|kommer\satt|avser\satt|planera\w*|förutsätter|förväntar|föreslår"
    r"|om\srekommendationen|huruvida|när\srekommendationen|i\sväntan)\b|\?",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|många|några|hälften|flertalet|"
    r"merparten)\s(?:av\b|rekommendation|åtgärd)",
    re.IGNORECASE,
)
"""How a sentence sums up several recommendations."""
_ASIDE = re.compile(r"[,;:(–—]|\s-\s")
_AFTER = re.compile(r",?\s(?:men|dock|även om|eftersom|då|trots att|medan)\s|;", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What is said of a recommendation, and by which words."""

    step: VerdictStep
    phrase: str
    confidence: float


def bare_verdict(text: str) -> Said | None:
    """Return the verdict of a sentence or cell that is nothing else; None for another."""
    said = text.strip(" .!\t\n")
    words = re.findall(r"[\w-]+", said)
    if not words or len(words) > _SHORT or not all(map(_PLAIN.fullmatch, words)):
        return None
    return _meant(said)


def opening_verdict(text: str) -> Said | None:
    """Return the verdict in a word or two with which a text begins: "Delvis – plan saknas"."""
    first = next(sentences(text), "")
    return bare_verdict(first) or bare_verdict(_ASIDE.split(first, maxsplit=1)[0])


def verdict_on_body(sentence: str) -> Said | None:
    """Return the verdict of a sentence on what a committee has done; it is unsure."""
    met = _BY_BODY.search(sentence)
    found = told_verdict(f"rekommendationen: {sentence}") if met else None
    return replace(found, phrase=sentence.strip(" ."), confidence=UNSURE) if found else None


def told_verdict(sentence: str) -> Said | None:
    """Return the verdict that a sentence passes on a recommendation; None for another."""
    said = _AFTER.split(sentence.strip(), maxsplit=1)[0]
    if not _ABOUT.search(said) or _COUNTS.search(said):
        return None
    if _OF_OTHERS.search(said) or _AHEAD.search(said):
        return None
    told = {each.step for each in map(_meant, re.split(r",?\s(?:och|samt)\s|,\s", said)) if each}
    found = _meant(said)
    return found if found and len(told) < 2 else None  # noqa: PLR2004 - two steps are no verdict


def tells_of_all(sentence: str) -> bool:
    """Tell whether a sentence passes its verdict on all recommendations that stand above it."""
    return bool(
        re.search(
            r"\b(?:båda|samtliga|alla)\b[^.]{0,30}\brekommendationer", sentence, re.IGNORECASE
        )
        or re.search(r"\brekommendationerna\s(?:är|har|bedöms|kvarstår)", sentence, re.IGNORECASE)
    )


def _meant(said: str) -> Said | None:
    if _NOT_LEFT.search(said):
        return None
    phrase = said.strip(" .")
    for step, sure, shape in _STEPS:
        if shape.search(phrase):
            return Said(step, phrase, sure)
    return None
