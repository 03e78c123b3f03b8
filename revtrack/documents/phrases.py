"""Swedish phrases that several documents share, with the forms that number and kind ask for."""

from collections.abc import Sequence
from datetime import date

from revtrack import __version__
from revtrack.domain.codes import AuditKind, CommitteeKind
from revtrack.domain.recipients import general_word, join_names
from revtrack.domain.records import Audit, Committee, Municipality
from revtrack.wording.words import (
    NO_BREAK_SPACE,
    capitalise_first,
    coarse_in_words,
    count_in_words,
    day_in_words,
    grouped,
)

DRAFT = "Utkast – arbetsmaterial"
NONE_GIVEN = "Ingen angiven"
NOT_STATED = "Framgår inte"
DAY_NOT_STATED = "dag framgår inte av handlingen"

MAX_IN_WORDS = 12
MAX_UNBROKEN = 20
"""No longer text is kept on one line of a narrow cell."""

_KEEPS_ITS_NAME = frozenset({CommitteeKind.COMPANY, CommitteeKind.FEDERATION})
_AREA_PREFIXES = (
    "Uppföljande granskning av ",
    "Uppföljning av granskningen av ",
    "Uppföljning av granskning av ",
    "Revisorernas granskning av ",
    "Granskning av ",
)
_WORK = {AuditKind.LETTER: "skrivelsen", AuditKind.PRELIMINARY_STUDY: "förstudien"}
_MONTH_LENGTH, _DAY_LENGTH = 7, 10


def the_day(day: date) -> str:
    """Return a day as in running text: "den 20 mars 2023"."""
    return f"den {day_in_words(day)}"


def when(coarse: str) -> str:
    """Return a coarse day with its preposition: "under 2024", "i juni 2024", "den 3 maj 2024"."""
    if coarse.startswith("inför"):
        return coarse_in_words(coarse)
    if len(coarse) == _DAY_LENGTH:
        return the_day(date.fromisoformat(coarse))
    is_month = len(coarse) == _MONTH_LENGTH and "Q" not in coarse
    return f"{'i' if is_month else 'under'} {coarse_in_words(coarse)}"


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


def is_whole_sentence(text: str) -> bool:
    """Tell whether a text stands as it is, and is not a clause to be put after "att"."""
    return text[:1].isupper() or text.endswith(".")


def purpose(opening: str, text: str) -> str:
    """Return a purpose after its opening, or as it stands where it is whole sentences."""
    return sentence(text if is_whole_sentence(text) else f"{opening} {text}")


def names(committees: Sequence[Committee]) -> str:
    """Return the committees by name in running text: "A, B och C"."""
    return join_names(committee.name for committee in committees)


def capital_name(committee: Committee) -> str:
    """Return a committee's name where a line, heading or cell begins; companies keep theirs."""
    return committee.name if committee.kind in _KEEPS_ITS_NAME else capitalise_first(committee.name)


def capital_names(committees: Sequence[Committee]) -> str:
    """Return the committees by name where a line or heading begins."""
    if not committees:
        return ""
    first = capital_name(committees[0])
    return join_names([first, *(committee.name for committee in committees[1:])])


def each_of(committees: Sequence[Committee]) -> str:
    """Return how the recipients are spoken of one by one: "nämnden" or "respektive nämnd"."""
    if len(committees) == 1:
        return general_word(committees)
    kinds = {committee.kind for committee in committees}
    if kinds == {CommitteeKind.COMPANY}:
        return "respektive bolag"
    if kinds == {CommitteeKind.FEDERATION}:
        return "respektive förbund"
    return "respektive nämnd eller styrelse" if kinds & _KEEPS_ITS_NAME else "respektive nämnd"


def deciding_body(committees: Sequence[Committee]) -> str:
    """Return who decides on a reply: the committee itself, or the board of a company."""
    if len(committees) == 1 and committees[0].kind in _KEEPS_ITS_NAME:
        return f"{general_word(committees)}s styrelse"
    kinds = {committee.kind for committee in committees}
    if len(committees) > 1 and kinds == {CommitteeKind.COMPANY}:
        return "respektive bolags styrelse"
    return each_of(committees)


def genitive(word: str) -> str:
    """Return the genitive of a general word: "nämndernas", "styrelsens och nämndernas"."""
    return " och ".join(f"{part}s" for part in word.split(" och "))


def recommendations(count: int) -> str:
    """Return the word in the number that fits, indefinite: "rekommendation"."""
    return "rekommendation" if count == 1 else "rekommendationer"


def the_recommendations(count: int) -> str:
    """Return the word in the number that fits, definite: "rekommendationerna"."""
    return "rekommendationen" if count == 1 else "rekommendationerna"


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
    return _WORK.get(audit.kind, "granskningen")


def the_audit(title: str) -> str:
    """Return the audit in running text: "granskningen av X", else "granskningen ”Titel”"."""
    found = area(title)
    return f"granskningen av {found}" if found else f"granskningen ”{title}”"


def is_own_office(audit: Audit) -> bool:
    """Tell whether the municipality's own audit office, and no firm, did the work."""
    return "revisionskontor" in (audit.firm or "").casefold()


def office(municipality: Municipality) -> str:
    """Return who stands as a document's author: the office, never a person."""
    return f"Revisorerna i {municipality.name}"


def stamp_note(today: date, stamp: str) -> str:
    """Return the last line of tables and reports: when it was made, and from which register."""
    return (
        f"Framställd {today.isoformat()} ur revisorernas register, version {__version__}, "
        f"kontrollnummer {unbroken(stamp)}."
    )
