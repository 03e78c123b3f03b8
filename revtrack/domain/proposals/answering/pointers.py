"""Words by which a reply points at a recommendation: its wording, its number, its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.restating.prose_demands import BODY, OUGHT
from revtrack.domain.proposals.said.stances import position_in
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import CARDINALS, ORDINALS


@dataclass(frozen=True)
class Asked:
    """A recommendation that a reply may speak of."""

    number: str
    texts: tuple[str, ...]
    """Its wordings, the report's and the letter's."""


LONGEST_WORDING = 600
_BEFORE_NUMBER = (
    r"(?:svar (?:på|till|avseende) |yttrande över |kommentar(?:er)? till |angående |avseende "
    r"|gällande |beträffande |(?:vad|när det|såvitt) gäller |i fråga om |vad avser |till |på |i )?"
)
NUMBER = re.compile(
    rf"^{_BEFORE_NUMBER}(?:rekommendation(?:en)?|punkt(?:en)?"
    r"|rek\.?|p\.|nr\.?(?=\s*\d{1,2}\s*[:)–-])|(?:förslag|råd|påpekande|synpunkt)(?:et|en|t)?(?=\s+(?:nr\.?\s*)?\d)"
    r"|ad|(?:till|svar(?: på)?|kommentar(?: till)?|åtgärd|yttrande|angående|avseende|beträffande"
    r"|gällande|(?:vad|när det) gäller|i fråga om|om)(?=\s+R?\d{1,2}\s*[.:)–-]))"
    r"\s*(?:nr\.?\s*|nummer\s*)?"
    r"(?:(?P<number>[RF]?\d{1,2}[a-z]?)\b|(?P<letter>[a-h])(?=[).:]|\s[–-]))(?:\s*\([^)]{2,40}\))?"
    r"\s*[:.)–-]?\s*(?P<rest>.*)$"
    rf"|^{_BEFORE_NUMBER}(?P<own>R\d{{1,2}})\b"
    r"\s*[:.)–-]?\s*(?P<after>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_ALONE = re.compile(
    r"^(?:rekommendation|punkt|rek\.?|nr\.?|p\.|ad|[RF])?\s*(?P<number>\d{1,2}[a-z]?)\s*[.:)]?$",
    re.IGNORECASE,
)
"""A cell that is but a recommendation's number."""
_LABELLED = AnyCase(
    r"^(?:er |eran? |[\w-]+s )?(?:rekommendation|synpunkt|punkt|påpekande|\w*revis(?:orerna|ionen))"
    r"\s*[:–-]\s*",
)
_ORDINAL = re.compile(
    rf"\b(?:den|det)\s+(?P<word>{'|'.join(ORDINALS)}|sista|förstnämnda|sistnämnda)\s+(?:av\s+)?"
    r"(?:rekommendation\w*|punkt\w*|synpunkt\w*|delen|rådet|området|förslaget|påpekandet|frågan"
    r"|uppmaningen|åtgärden|strecksatsen|att-satsen|iakttagelsen|bristen"
    r"|(?=(?:är|gäller|handlar|innebär|avser|instämmer|delar|delas|anser|håller|ser|noteras|avvisas"
    r"|accepterar|godtar|avvisar|avslår|tillstyrker|avstyrker|bifaller|stöder|avslås|bifalls"
    r"|accepteras|tillstyrks|avstyrks|ställer|har|kan|vill|och|men|rekommenderas)\b))"
    r"|(?:^|\b(?:till|i|av|om|på|avseende|gäller) )(?:den|det)\s+(?P<alone>"
    + "|".join((*ORDINALS, "sista", "förstnämnda", "sistnämnda"))
    + r")(?=[,.:;]|\s+(?:instämmer|delar|anser|är|har|håller|ställer|ser)\b|$)"
    rf"|\b(?:\w*revis(?:orernas|ionens)|er|ert|granskningens|rapportens|missivets)\s"
    rf"(?P<theirs>{'|'.join(ORDINALS)}|sista)\s(?:rekommendation|punkt|synpunkt|förslag|råd|påpekande)\b"
    rf"|(?:^|\b(?:till|i|av|om|på|avseende) )(?P<plain>{'|'.join(ORDINALS)}|sista)"
    r"\s+(?:rekommendationen|punkten|synpunkten|strecksatsen)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:rekommendation(?:en)?|punkt(?:en)?) (?:nr\.? |nummer )?"
    rf"(?P<number>R?\d{{1,2}}|(?:{'|'.join(CARDINALS)})\b)"
    r"(?!\d|\s*(?:och|till|samt|[–-]|,)\s*R?\d)",
    re.IGNORECASE,
)
"""A recommendation that a sentence names by its number, alone."""
_LETTERED = re.compile(
    r"\b(?:rekommendation(?:en)?|punkt(?:en)?) (?P<letter>[a-h])\b\)?"
    r"(?!\w|\s*(?:och|till|samt|[–-]|,)\s*[a-h]\b)",
    re.IGNORECASE,
)
"""One that a sentence names by its letter in a list, alone."""
OWN_WILL = re.compile(
    r"\b(?:avser|kommer|planerar|ämnar|tänker|instämmer|håller med|har för avsikt"
    r"|redan|numera)\b"
    r"(?! av\b)",
    re.IGNORECASE,
)
"""Words that rather answer a recommendation than give it, unless it has such a word itself."""


_NAMES_AS_ASKED = re.compile(
    rf"\b(?:rekommend\w+|{TURNS_TO})\b"
    r"[^.]{0,60}$"
    r"|^[,\s]*(?:(?:om|är|var|innebär|handlar om|gäller|avser|lyder)\s+)?att\s+$",
    re.IGNORECASE,
)
"""How a sentence goes on to what was recommended, before it says what is thought of it."""


_WHO_OUGHT = AnyCase(rf"^{BODY} {OUGHT} (?=\w)")


def restates(text: str, asked: Sequence[Asked]) -> int | None:
    """Return which recommendation a line gives; None where it gives none, or answers."""
    if len(text) > LONGEST_WORDING:
        return None
    is_own = OWN_WILL.search(text) is not None
    said = _bare(text)
    best: tuple[float, int] | None = None
    plain = _who_ought(said)
    for place, each in enumerate(asked):
        for wording in each.texts:
            if is_own and not OWN_WILL.search(wording):
                continue
            alike = max(likeness(one, wording, SAME_MATTER) for one in {said, plain})
            if alike >= SAME_MATTER and (best is None or alike > best[0]):
                best = (alike, place)
    if best is None or position_in(text) is None:
        return best[1] if best else None
    return best[1] if any(map(position_in, asked[best[1]].texts)) else None


def given_first(text: str, asked: Sequence[Asked]) -> tuple[int, str] | None:
    """Return which recommendation a text begins with, word by word, and the text after it."""
    said = _bare(text)
    low = " ".join(said.split()).casefold()
    for place, each in enumerate(asked):
        for one in each.texts:
            wording = " ".join(one.split()).casefold().strip(" .")
            if low.startswith(wording) and len(low) > len(wording) + 1:
                return place, " ".join(said.split())[len(wording) :].strip(' .:–-”"')
    return None


def without_wording(text: str, asked: Asked) -> str:
    """Return what a text says without the recommendation that it names as what was recommended.

    "Vad gäller rekommendationen att införa rutiner noterar nämnden den" promises no rutiner.
    """
    said = " ".join(text.split())
    for one in asked.texts:
        wording = " ".join(one.split()).casefold().strip(" .")
        at = said.casefold().find(wording)
        if at > 0 and _NAMES_AS_ASKED.search(said[:at]):
            return said[:at] + said[at + len(wording) :]
    return text


def _who_ought(text: str) -> str:
    """Return what is to be done without who ought to do it: "nämnden bör utbilda …"."""
    return _WHO_OUGHT.sub("", text)


def _bare(text: str) -> str:
    numbered = NUMBER.match(text)
    rest = (numbered["rest"] or numbered["after"] or "") if numbered else ""
    return rest if len(rest.split()) > 2 else _LABELLED.sub("", text)  # noqa: PLR2004 - words


def numbered_row(cells: Sequence[str], asked: Sequence[Asked]) -> int | None:
    """Return which recommendation the first cell of a row only numbers: "2", "Rek. 2", "R2"."""
    match = _NUMBER_ALONE.match(cells[0]) if len(cells) > 1 else None
    said = match["number"].upper() if match else ""
    return next(
        (n for n, each in enumerate(asked) if each.number.upper().lstrip("RF") == said), None
    )


def named_in(sentence: str, asked: Sequence[Asked]) -> int | None:
    """Return which one a sentence names by its number, or as the first; None for none or more."""
    found = {each["number"].upper() for each in _NAMED.finditer(sentence)}
    if len(found) != 1:
        letters = {each["letter"] for each in _LETTERED.finditer(sentence)} if not found else set()
        place = place_of_letter(letters.pop()) if len(letters) == 1 else len(asked)
        return place if place < len(asked) else ordinal_in(sentence, len(asked))
    word = found.pop()
    is_word = word.casefold() in CARDINALS
    said = str(CARDINALS.index(word.casefold()) + 1) if is_word else word.lstrip("R")
    return next(
        (n for n, each in enumerate(asked) if each.number.upper().lstrip("R") == said), None
    )


def place_of_letter(letter: str) -> int:
    """Return the place in a list that a letter stands for."""
    return ord(letter.casefold()) - ord("a")


def ordinal_in(sentence: str, count: int) -> int | None:
    """Return which of so many a sentence names as the first, the second or the last."""
    found = _ORDINAL.search(sentence)
    if found is None:
        return None
    word = (found["word"] or found["alone"] or found["theirs"] or found["plain"]).casefold()
    if word in {"sista", "sistnämnda"}:
        return count - 1
    place = 0 if word == "förstnämnda" else ORDINALS.index(word)
    return place if place < count else None
