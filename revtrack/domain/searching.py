"""What is searched over the whole register, and where a text that was found stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain.codes import Position, Priority, Progress, Standing, VerdictStep
from revtrack.domain.outcome.standings import Beyond

SHORTEST_WORD = 2
"""Letters from which a word is looked for; one letter keeps every row, as it is being typed."""


class FoundIn(StrEnum):
    """The kinds of texts that are searched, in the order that they are listed."""

    AUDIT = "audit"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    ASSESSMENT = "assessment"
    ANSWER = "answer"
    RESPONSE = "response"
    ACTION = "action"
    VERDICT = "verdict"
    NOTE = "note"


@dataclass(frozen=True)
class Hit:
    """A text in which all words that were looked for stand, and where that is."""

    text_number: int
    """By which it was asked for."""
    kind: FoundIn
    id: int
    """Of the record, in this database."""
    municipality: str
    audit_id: int
    audit: str
    """Its reference."""
    title: str
    committees: tuple[str, ...]
    """The committees that the record is about, in their own order; none: the whole audit."""
    abbreviations: tuple[str, ...]
    """Of the same committees; the name of one that has none."""
    committee_ids: tuple[int, ...]
    number: str | None
    """Number of the recommendation or question; None: it has none, or there are several."""
    text: str
    """All of the text."""


@dataclass(frozen=True)
class FoundLine:
    """A recommendation to a committee, as a list over all audits shows it."""

    addressee_id: int
    audit_id: int
    committee_id: int
    municipality: str
    audit: str
    """Its reference."""
    title: str
    year: int
    committee: str
    abbreviation: str | None
    number: str
    text: str
    """The wording in the letter, else in the report."""
    standing: Standing | Beyond
    position: Position | None
    progress: Progress | None
    verdict: VerdictStep | None
    priority: Priority | None
    is_answered: bool
    awaited_on: date | None
    """The first day by which a reply or an action is awaited; None: none is."""

    def is_late(self, today: date) -> bool:
        """Tell whether what is awaited is missing after its day."""
        return self.awaited_on is not None and self.awaited_on < today


def snippet(text: str, words: tuple[str, ...], width: int) -> str:
    """Return so many letters of a text, on one line, around the first of the words that it has.

    What is left out before and after is marked by an ellipsis.
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    folded = line.casefold()
    places = [place for word in words if (place := folded.find(word)) >= 0]
    first = min(places, default=0)
    start = max(min(first - width // 4, len(line) - width), 0)
    if start:
        start = line.find(" ", start, first) + 1 or start
    cut = line[start : start + width]
    return f"{'… ' if start else ''}{cut}{' …' if start + width < len(line) else ''}"
