"""Swedish phrases that several documents share, with the forms that number and kind ask for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revtrack import __version__
from revtrack.domain.codes import AuditKind, CommitteeKind, MunicipalityKind, RecommendationKind
from revtrack.domain.names.recipients import general_word, join_names
from revtrack.domain.records import Audit, Committee, Municipality, Recommendation
from revtrack.wording.words import (
    NO_BREAK_SPACE,
    capitalise_first,
    coarse_in_words,
    count_in_words,
    day_in_words,
    grouped,
)

DRAFT = "Utkast – arbetsmaterial"
WORKING_MATERIAL = "Arbetsmaterial – revisorernas eget underlag"
NONE_GIVEN = "Ingen angiven"
NOT_STATED = "Framgår inte"

LATE_ACTION = (
    "En åtgärd räknas som försenad, och utlovad tid har gått ut, när dagen då den skulle vara klar "
    "har passerat utan att nämnden har redovisat att den är klar eller inte blir av och utan att "
    "revisorerna har avslutat den. En lägesrapport som inte är bedömd ändrar inte det."
)
"""What the papers mean by a late action; the rule itself is ``domain/outcome/promised.py``."""

MAX_IN_WORDS = 12
MAX_UNBROKEN = 20
"""No longer text is kept on one line of a narrow cell."""

_INDEFINITE = {
    "fullmäktige": "fullmäktige",
    "presidiet": "presidium",
    "styrelsen": "styrelse",
    "nämnden": "nämnd",
    "bolaget": "bolag",
    "förbundet": "förbund",
}
_PRINCIPAL = {
    MunicipalityKind.MUNICIPALITY: "kommunen",
    MunicipalityKind.REGION: "regionen",
    MunicipalityKind.FEDERATION: "förbundet",
}
_LED_BY_A_BOARD = frozenset({"bolaget", "förbundet"})
_KEEPS_ITS_NAME = frozenset({CommitteeKind.COMPANY, CommitteeKind.FEDERATION})
_AREA_PREFIXES = (
    "Uppföljande granskning av ",
    "Uppföljning av granskningen av ",
    "Uppföljning av granskning av ",
    "Revisorernas granskning av ",
    "Granskning av ",
)
_INDEFINITE_TITLE = re.compile(
    r"((?:Fördjupad|Förenklad|Grundläggande|Uppföljande|Översiktlig) )?"
    r"(granskning|förstudie|skrivelse|uppföljning)( (?:av|om|på|angående) .+)",
    re.IGNORECASE,
)
"""How a title begins that is a noun phrase and can stand in running text."""
_CLAUSE = re.compile(
    r"(att )?(?:bedöma|belysa|beskriva|följa|ge|granska|identifiera|kartlägga|klargöra|kontrollera|"
    r"pröva|se|undersöka|utreda|utvärdera|översiktligt)\b|(att )",
    re.IGNORECASE,
)
"""How a clause begins that needs "att" before it, with its own or with a capital letter."""
_MONTH_LENGTH, _DAY_LENGTH = 7, 10


def the_day(day: date) -> str:
    """Return a day as in running text, "den 20 mars 2023", so that no line ends within it."""
    return f"den {unbroken(day_in_words(day))}"


def when(coarse: str) -> str:
    """Return a coarse day with its preposition: "under 2024", "i juni 2024", "den 3 maj 2024"."""
    if coarse.startswith("inför"):
        return coarse_in_words(coarse)
    if len(coarse) == _DAY_LENGTH:
        return the_day(date.fromisoformat(coarse))
    is_month = len(coarse) == _MONTH_LENGTH and "Q" not in coarse
    return f"{'i' if is_month else 'under'} {coarse_in_words(coarse)}"


def done_by(coarse: str) -> str:
    """Return by when something is to be done: "klart inför 2023", "klart senast den 3 maj 2024"."""
    if len(coarse) == _DAY_LENGTH and coarse[:1].isdecimal():
        return f"klart senast {the_day(date.fromisoformat(coarse))}"
    preposition = "" if "Q" in coarse else when(coarse).removesuffix(coarse_in_words(coarse))
    return f"klart {preposition}{coarse_in_words(coarse)}"


def unbroken(text: str) -> str:
    """Return a diary number or the like so that no line ends within it."""
    return text.replace(" ", NO_BREAK_SPACE)


def unbroken_number(text: str) -> str:
    """Return a cell's diary number or "§ 85, 2023-03-07" so that no line ends within a number."""
    first, comma, rest = text.partition(", ")
    return f"{unbroken(first)}{comma}{rest}" if len(first) <= MAX_UNBROKEN else text


def sentence(text: str) -> str:
    """Return a text as a sentence: capital first, a full stop last unless it ends with a sign."""
    text = capitalise_first(text.strip())
    return text if text.endswith((".", "!", "?", "…", ".”", ":")) else f"{text}."


def uncapitalised(text: str) -> str:
    """Return a text as it stands within a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() or text[1:2] == "-" else text[:1].lower() + text[1:]


def is_whole_sentence(text: str) -> bool:
    """Tell whether a text stands as it is, and is not a clause to be put after "att"."""
    return text[:1].isupper() and _CLAUSE.match(text) is None


def listed_alike(texts: Sequence[str]) -> list[str]:
    """Return the points of a list, all with a full stop where all are whole sentences."""
    return [sentence(text) for text in texts] if all(map(is_whole_sentence, texts)) else [*texts]


def clause(text: str) -> str:
    """Return a text as it stands after "att": without an "att" of its own, small letter first."""
    found = _CLAUSE.match(text)
    if found is None:
        return text
    begun = text[len(found[1] or "") :].lstrip()
    return begun[:1].lower() + begun[1:]


def purpose(opening: str, text: str) -> str:
    """Return a purpose after its opening, or as it stands where it is whole sentences."""
    return sentence(text if is_whole_sentence(text) else f"{opening} {clause(text)}")


def names(committees: Sequence[Committee]) -> str:
    """Return the committees by name in running text: "A, B och C"."""
    return join_names(committee.name for committee in committees)


def capital_name(committee: Committee) -> str:
    """Return a committee's name where a line, heading or cell begins; companies keep theirs."""
    return capital(committee.name, committee.kind)


def capital(name: str, kind: CommitteeKind) -> str:
    """Return the name of a committee of this kind where a line, heading or cell begins."""
    return name if kind in _KEEPS_ITS_NAME else capitalise_first(name)


def capital_names(committees: Sequence[Committee]) -> str:
    """Return the committees by name where a line or heading begins."""
    if not committees:
        return ""
    first = capital_name(committees[0])
    return join_names([first, *(committee.name for committee in committees[1:])])


def recipients(committees: Sequence[Committee]) -> str:
    """Return the recipients together: "mottagarna", or "nämnden" and the like where it is one."""
    return general_word(committees) if len(committees) == 1 else "mottagarna"


def each_of(committees: Sequence[Committee]) -> str:
    """Return how the recipients are spoken of one by one.

    One is "nämnden", several of a kind are "respektive nämnd", of several kinds "styrelsen
    respektive nämnden", or "styrelsen och respektive nämnd" where one kind has several.
    """
    return _each_by_kind(committees, {})


def _one_of_each_kind(committees: Sequence[Committee]) -> list[str]:
    """Return the general word for one of each kind among the committees: "styrelsen", "nämnden"."""
    first = {each.kind: each for each in reversed(committees)}
    return [
        word for kind in CommitteeKind if kind in first if (word := general_word([first[kind]]))
    ]


def _each_by_kind(committees: Sequence[Committee], suffixes: Mapping[str, str]) -> str:
    """Return each kind in one word, with what its word is followed by: "bolagets styrelse"."""
    many = Counter(general_word([each]) for each in committees)
    told = [
        f"respektive {_INDEFINITE[word]}{suffixes.get(word, '')}"
        if many[word] > 1
        else f"{word}{suffixes.get(word, '')}"
        for word in dict.fromkeys(_one_of_each_kind(committees))
    ]
    return join_names(told) if max(many.values()) > 1 else _respectively(told)


def _respectively(words: Sequence[str]) -> str:
    """Return "A", "A respektive B", "A, B respektive C"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} respektive {words[-1]}"


def deciding_body(committees: Sequence[Committee]) -> str:
    """Return who decides on a reply: the committee itself, or the board of a company."""
    return _each_by_kind(committees, dict.fromkeys(_LED_BY_A_BOARD, "s styrelse"))


def genitive(word: str) -> str:
    """Return the genitive of general words: "nämndernas", "styrelsens och nämndernas"."""
    return re.sub(r"\w+(?=,| och | respektive |$)", lambda found: f"{found[0]}s", word)


@dataclass(frozen=True)
class Term:
    """What the auditors have put to the committees is called: one, several, and definite forms."""

    one: str
    several: str
    the_one: str
    the_several: str

    def of(self, count: int) -> str:
        """Return the word in the number that fits, indefinite: "rekommendation"."""
        return self.one if count == 1 else self.several

    def the(self, count: int) -> str:
        """Return the word in the number that fits, definite: "rekommendationerna"."""
        return self.the_one if count == 1 else self.the_several


RECOMMENDATION = Term(
    "rekommendation", "rekommendationer", "rekommendationen", "rekommendationerna"
)
QUESTION = Term("fråga", "frågor", "frågan", "frågorna")
BOTH = Term(
    "rekommendation eller fråga",
    "rekommendationer och frågor",
    "rekommendationen eller frågan",
    "rekommendationerna och frågorna",
)

AUDIT = Term("granskning", "granskningar", "granskningen", "granskningarna")
_WORK = {
    AuditKind.LETTER: Term("skrivelse", "skrivelser", "skrivelsen", "skrivelserna"),
    AuditKind.PRELIMINARY_STUDY: Term("förstudie", "förstudier", "förstudien", "förstudierna"),
}


def term_of(items: Iterable[Recommendation]) -> Term:
    """Return what these are called together; recommendations where there are none."""
    are_questions = {each.kind is RecommendationKind.QUESTION for each in items}
    if are_questions == {True, False}:
        return BOTH
    return QUESTION if True in are_questions else RECOMMENDATION


def counted(items: Iterable[Recommendation], *, gender: str = "en", beside: int = 0) -> str:
    """Return how many they are: "nio rekommendationer", "två rekommendationer och en fråga".

    ``beside`` is another number of the sentence, which decides whether digits are written.
    """
    asked = [each.kind is RecommendationKind.QUESTION for each in items]
    numbers = (len(asked) - sum(asked), sum(asked))
    shown_numbers = counts(*numbers, beside, gender=gender)
    found = zip(numbers, shown_numbers[:2], (RECOMMENDATION, QUESTION), strict=True)
    return " och ".join(f"{shown} {term.of(number)}" for number, shown, term in found if number)


def recommendations(count: int) -> str:
    """Return the word in the number that fits, indefinite: "rekommendation"."""
    return RECOMMENDATION.of(count)


def counts(*numbers: int, gender: str = "en") -> tuple[str, ...]:
    """Return the numbers of one sentence: in words, or all in digits where one is above twelve."""
    if any(number > MAX_IN_WORDS for number in numbers):
        return tuple(grouped(number) for number in numbers)
    return tuple(count_in_words(number, gender=gender) for number in numbers)


def area(title: str) -> str | None:
    """Return what an audit with this title is about; None where the title does not say it so."""
    for prefix in _AREA_PREFIXES:
        if title.casefold().startswith(prefix.casefold()):
            return title[len(prefix) :]
    return None


def work(audit: Audit) -> str:
    """Return what the auditors' work is called: "granskningen", "förstudien" or "skrivelsen"."""
    return work_term([audit]).the_one


def work_term(audits: Iterable[Audit]) -> Term:
    """Return what these works are called together; audits where they are of several kinds."""
    found = {_WORK.get(each.kind, AUDIT) for each in audits}
    return found.pop() if len(found) == 1 else AUDIT


def works(audits: Iterable[Audit]) -> str:
    """Return how many there are of each kind: "två granskningar och en förstudie"."""
    found = Counter(work_term([each]) for each in audits)
    shown = zip(counts(*found.values()), found.items(), strict=True)
    return join_names([f"{number} {term.of(count)}" for number, (term, count) in shown])


def an_audit(title: str) -> str | None:
    """Return the audit as something new: "en förstudie om X"; None where the title is a name."""
    return f"en {title[:1].lower()}{title[1:]}" if _INDEFINITE_TITLE.fullmatch(title) else None


def the_audit(audit: Audit) -> str:
    """Return the audit in running text: "förstudien om X", else "granskningen ”Titel”"."""
    found = _INDEFINITE_TITLE.fullmatch(audit.title)
    if found is None:
        subject = area(audit.title)
        return f"granskningen av {subject}" if subject else f"{work(audit)} ”{audit.title}”"
    kind, noun, rest = (found[1] or "").lower(), found[2].lower(), found[3]
    definite = f"{noun}n" if noun.endswith("e") else f"{noun}en"
    return f"den {kind}{definite}{rest}" if kind else f"{definite}{rest}"


def is_own_office(audit: Audit) -> bool:
    """Tell whether the municipality's own audit office, and no firm, did the work."""
    return "revisionskontor" in (audit.firm or "").casefold()


def performer(audit: Audit) -> str:
    """Return who did the work in running text: the firm by name, "revisionskontoret" in small."""
    name = audit.firm or ""
    is_common = is_own_office(audit) and " " not in name
    return name[:1].lower() + name[1:] if is_common else name


def whose_auditors(municipality: Municipality) -> str:
    """Return whose the auditors are: "kommunens revisorer", "regionens revisorer"."""
    if municipality.kind is MunicipalityKind.COMPANY:
        return "bolagets lekmannarevisorer"
    return f"{_PRINCIPAL[municipality.kind]}s revisorer"


def office(municipality: Municipality) -> str:
    """Return who stands as a document's author: the office, never a person."""
    return f"Revisorerna i {municipality.name}"


def stamp_note(today: date, stamp: str) -> str:
    """Return the last line of tables and reports: when it was made, and from which register."""
    return (
        f"Framställd {today.isoformat()} ur revisorernas register, version {__version__}, "
        f"kontrollnummer {unbroken(stamp)}."
    )
