"""What a sentence judges, and of whom: "Vi bedömer att socialnämnden delvis har …"."""

import re

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase

LEAD = re.compile(
    r"^(?!\W*enligt\s(?:\S+\s){1,3}?(?:bedömning|mening|uppfattning)(?:en)?\s"
    r"(?!framgår|framkommer|kan vi|gäller))"
    r".*?(?<!\w enligt vår )(?<!\w enligt vår samlade )(?<!\w enligt revisorernas )"
    r"(?<!\w enligt revisionens )(?:\bbedöm(?:er|s|ning|ningen)|\banser|\bkonstaterar?|\bfinner"
    r"|\buppfattning(?:en)?"
    r"|\bslutsats(?:en|er)?|\bsamlade resultatet?|\bomdömet?|\bmening"
    r"|\bintryck(?:et)?|\bsammanfattar|\bsammanfattning(?:en)?(?=\s(?:av\s\w+\s)?(?:är|blir)\b)"
    r"|\bsvarar\s(?:vi|revis\w+))"
    r"\b[^.:]{0,60}?:?\s*\batt\s+",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = AnyCase(r"^(?:vår[t]?\s|revisionell\s)?(?:bedömning|svar|slutsats)\s*[:–-]\s+")
_DENIED = re.compile(
    r"\b(?:bedömer|bedöms|anser|finner|delar)\s(?:vi\s|dock\s|däremot\s|därför\s)*(?:inte|ej)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"(?:[.;]|,?\s+(?:men|dock|vilket|eftersom|däremot|medan)\b|\s+[–-]\s).*$", re.DOTALL
)
_PLACED = re.compile(
    r"\b(?:i|inom|hos|för|beträffande|avseende|vad gäller|när det gäller)\s"
    r"(?=\S*(?:nämnd|styrelse|-\s)|(?-i:[A-ZÅÄÖ]{2,5}\b))",
    re.IGNORECASE,
)
"""Where a clause says in its middle of whom it is said: "att avrop i socialnämnden sker …"."""
IN_OUR_VIEW = AnyCase(
    r",?\s*\benligt (?:vår|revis\w+|de sakkunnigas) (?:samlade |sammantagna )?(?:mening"
    r"|bedömning|uppfattning)\b,?",
)
"""Words in the midst of a sentence by which it judges."""
OVERALL = AnyCase(
    r"\b(?:sammanfattande|samla(?:de?|t)(?=\s+(?:\w+\s+)?(?:bedömning|resultat|omdöme|slutsats|intryck"
    r"|uppfattning|svar|syn))|slutomdöme|övergripande|sammantag(?:na|en)|sammanväg(?:da|d|t)|avslutande(?=\s\w*(?:bedömning|omdöme|slutsats))"
    r"|sammantaget|helhets\w*|samlat(?=\sblir)"
    r"|revisionella|sammanfattningsvis|totala|slutliga"
    r"|sammanfattning(?:en)?(?=\s(?:av\s\w+\s)?(?:är|blir)\satt))\b",
)
"""Words that say that an assessment is of the whole."""


_COMMITTEES = re.compile(
    r"(?:(?:både|såväl|för|inom|hos|i|de|har|samtliga|alla|båda|bägge|två|tre|fyra|granskade|berörda)\s)*"
    r"nämnderna?\b",
    re.IGNORECASE,
)
"""Who a clause is said of that counts the committees, and not the board above them."""
_COUNTED = frozenset((CommitteeKind.COMMITTEE,))


_BY_THE_WAY = AnyCase(r"\b(?:sammantaget|sammanfattningsvis)\b")


def is_of_whole(sentence: str, *, in_chapter: bool) -> bool:
    """Tell whether a sentence judges the whole; "sammantaget" in a chapter sums up the chapter."""
    said = _BY_THE_WAY.sub(" ", sentence) if in_chapter else sentence
    return OVERALL.search(said) is not None


def without_lead(sentence: str) -> str:
    """Return what is judged, without "vi bedömer att"."""
    sentence = _LABEL.sub("", sentence)
    match = LEAD.match(sentence)
    said = sentence[match.end() :] if match else sentence
    return IN_OUR_VIEW.sub("", said)


def is_denied(sentence: str) -> bool:
    """Tell whether a sentence denies all that it judges: "Vi anser inte att …"."""
    match = LEAD.match(_LABEL.sub("", sentence))
    return match is not None and _DENIED.search(match[0]) is not None


def said_of(sentence: str) -> str:
    """Return what a sentence judges, with the denial that its lead may have."""
    said = without_lead(sentence)
    return f"inte {said}" if is_denied(sentence) else said


def clause_of(text: str) -> str:
    """Return the clause that judges, without what is added to it."""
    said = _CLAUSE_END.sub("", text).strip(" ,.")
    return said or text.strip(" .")


def subject_of(sentence: str, addressees: Addressees) -> tuple[Committee, ...]:
    """Return the committees that a judging clause is said of; none where it names nobody."""
    said = without_lead(sentence)
    if _COMMITTEES.match(said):
        counted = tuple(each for each in addressees.reviewed if each.kind in _COUNTED)
        return counted if len(counted) > 1 else ()
    said, end = _with_subject_first(said, addressees)
    if end == 0:
        return ()
    found = addressees.bodies.named_in(said[:end])
    if re.search(r"\bnämnder(?:na)?\b", said[:end]):
        return ()
    return found


def _with_subject_first(said: str, addressees: Addressees) -> tuple[str, int]:
    """Return a clause from where it names those it is said of, and where their names end."""
    end = _subject_end(said, addressees)
    place = _PLACED.search(said) if end == 0 else None
    if place is None:
        return said, end
    rest = said[place.end() :]
    return rest, _subject_end(rest, addressees)


def after_subject(said: str, addressees: Addressees) -> str:
    """Return what a clause says after those that it is said of: "system gör det inte"."""
    rest, end = _with_subject_first(said, addressees)
    return rest[end:].strip(" ,")


def opening_of(said: str, addressees: Addressees) -> str:
    """Return the words by which a clause begins with those it is said of; "" for none.

    "Socialnämnden", "När det gäller skolnämnden".
    """
    rest, end = _with_subject_first(said, addressees)
    begin = len(said) - len(rest)
    place = _PLACED.match(said)
    return said[: begin + end] if end and (begin == 0 or place is not None) else ""


def without_subject(said: str, addressees: Addressees) -> str:
    """Return a clause without the committees that it begins with."""
    return said[_subject_end(said, addressees) :].strip(" ,")


def _subject_end(said: str, addressees: Addressees) -> int:
    """Return where the committees end that a clause begins with; 0 where it begins otherwise."""
    end = 0
    for each in addressees.bodies.mentions(said[:400]):
        between = said[end : each.start]
        is_joined = re.fullmatch(
            r"\s*(?:,|och|samt|såväl|både|som|att|har|den|varken|eller|däremot|dock|dessutom"
            r"|vidare|samtidigt|också|även|medan|saknar|är|\s)*\s*",
            between,
            re.IGNORECASE,
        )
        if is_joined is None:
            break
        end = each.end
    rest = re.match(
        r"\s*(?:,|och|samt)\s+(?:övriga\s+|de\s+)?(?:nämnderna|(?:samtliga|alla) "
        r"(?:\w+ )?nämnder)\b"
        r"(?:\s+som ingår i granskningen)?",
        said[end:],
    )
    if end and rest:
        return end + rest.end()
    return end
