"""What a committee's words say: what it thinks of a recommendation, and what it has done.

Only what is said counts. Where no word tells a position, a measure that is promised or reported
shows one (domain: "avser att åtgärda", "redan genomfört"), with less certainty; no sign, no value.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from revtrack.domain.codes import Position, Progress
from revtrack.domain.proposals.said.limit_words import agrees_only_as_to
from revtrack.domain.proposals.said.measure_days import as_of
from revtrack.domain.proposals.said.measure_times import tells_time
from revtrack.domain.proposals.said.measures import progress_of, progress_told, weight_in
from revtrack.domain.proposals.said.positions import (
    leaves_open,
    points_elsewhere,
    position_of,
    tells_of_auditors,
    tells_only_since_when,
)
from revtrack.domain.proposals.said.word_order import in_main_order
from revtrack.domain.proposals.text.sentences import sentences

_NEEDS = re.compile(
    r"\b(?:först om|bara om|endast om)\b[^.]{0,60}\b(?:medel|resurser|anslag|finansiering|ram)\b|"
    r"\b(?:krävs|behövs|förutsätter|fordras|kräver|behöver tillföras)\b[^.]{0,80}\b(?:medel"
    r"|finansiering|resurser?|budget|anslag|tillskott|\w*kompetens)\b"
    r"|\b(?:ökad finansiering|ytterligare medel|utökad ram|budgettillskott)\b",
    re.IGNORECASE,
)
"""Words of what the committee says that it needs to do what is recommended."""
_RESERVES = re.compile(r"\b(?:däremot|emellertid|dock|å andra sidan)\b|^men\b", re.IGNORECASE)
"""How a sentence begins or turns that holds back some of the agreement, and is quoted with it."""
_WITH_MEANS = re.compile(
    r"\b(?:förutsätter|under förutsättning|förutsatt|kräver|krävs|beroende av|villkora\w*|(?:först"
    r"|bara|endast) om)\b(?![^.]{0,40}\b(?:inga|inte|ingen|ej)\b)[^.]{0,80}?"
    r"\b(?:medel|finansiering|resurs(?:er)?|anslag|tillskott|ramförstärkning|budgettillskott)\b",
    re.IGNORECASE,
)
"""Words by which what is agreed to is made to hang on means that somebody else gives."""
_ALREADY = re.compile(r"\b(?:redan|sedan (?:tidigare|länge|flera år)|i ?dag)\b", re.IGNORECASE)
_NOTHING_DONE = re.compile(
    r"\b(?:avser|kommer|planerar|behöver|behövs|ser|finns|vidtar)\b[^.]{0,30}"
    r"\b(?:inte|ej|inga|ingen|inget)\b[^.]{0,30}\båtgärd"
    r"|\b(?:någon|några)\b[^.]{0,30}\båtgärd\w*\b[^.]{0,40}\b(?:inte|ej)\b",
    re.IGNORECASE,
)
"""How it is said that no measure will be taken."""
_BUT_WILL = re.compile(r"\bmen (?:\w+ )?(?:avser|kommer|ska|planerar)\b", re.IGNORECASE)
"""Words of what is done though the matter itself is put off."""
_SAME: dict[Position, frozenset[Position]] = {
    Position.AGREES_PARTLY: frozenset(
        (Position.AGREES_PARTLY, Position.AGREES, Position.DISAGREES)
    ),
    Position.AGREES: frozenset((Position.AGREES, Position.NOTED)),
}
"""Positions of sentences that may state another one together."""
_TO_HEART = re.compile(r"\b(?:tar|tagit|ta) (?:[\w-]+ ){0,3}?till sig\b(?! av)", re.IGNORECASE)
"""Words of heeding a remark, which with a measure is to agree."""
LONGEST_QUOTE = 700
TOLD, SHOWN, NEEDED = 0.9, 0.6, 0.55
"""How sure a position is that words state, that a measure shows, that a need shows."""


@dataclass(frozen=True)
class Stance:
    """What a text says of a recommendation, with its words."""

    position: Position | None
    progress: Progress | None
    quote: str | None
    confidence: float

    @property
    def is_empty(self) -> bool:
        """Whether the text says nothing of it."""
        return self.position is None and self.progress is None


NOTHING = Stance(None, None, None, 0.5)


def position_in(text: str) -> Position | None:
    """Return the position that a sentence states in words; None where it states none."""
    return None if tells_of_auditors(text) else position_of(text)


@lru_cache(maxsize=4_096)
def progress_in(text: str) -> Progress | None:
    """Return what a sentence says has been done, or will be; None where it says nothing of it."""
    return None if tells_of_auditors(text) else progress_of(in_main_order(text))


def stance_in(texts: Iterable[str], asked: str | None = None, day: date | None = None) -> Stance:
    """Return what paragraphs say: the first position, and how far the measures have come.

    ``asked`` is what was recommended, where the texts are known to answer it, and ``day`` the
    paper's own, before which a time told is behind.
    """
    return _stance_in(tuple(texts), asked, day)


@lru_cache(maxsize=4_096)
def _stance_in(texts: tuple[str, ...], asked: str | None, day: date | None) -> Stance:
    """Return what paragraphs say; they are asked about again whenever others are added to."""
    said = [(place, each) for place, text in enumerate(texts) for each in sentences(text)]
    placed = [(n, position_in(each)) for n, (_, each) in enumerate(said)]
    stated = [each for _, each in placed if each is not None]
    position = _strongest(stated) if stated else None
    if position is Position.AGREES and any(
        agrees_only_as_to(each, asked or "") for _, each in said
    ):
        position = Position.AGREES_PARTLY
    met = [said[n][1] for n, each in placed if each is Position.ALREADY_MET]
    if met and Position.AGREES in stated and all(map(tells_only_since_when, met)):
        position = Position.AGREES if position is Position.ALREADY_MET else position
    put_off = {
        n
        for n, each in placed
        if (each is Position.UNCLEAR and _only_puts_off(said[n][1]))
        or (each is Position.NOTED and not tells_time(said[n][1]))
    }
    own = {
        n: each
        for n, (_, each) in enumerate(said)
        if n not in put_off and not tells_of_auditors(each)
    }
    told = tuple(as_of(in_main_order(each), day) for each in own.values())
    progress = progress_told(told, position, asked, day)
    if position is Position.UNCLEAR and any(leaves_open(each) for _, each in said):
        progress = None
    if position in {Position.UNCLEAR, Position.NOTED} and progress:
        is_heeded = any(_TO_HEART.search(said[n][1]) for n, each in placed if each is position)
        position = Position.AGREES if is_heeded else None
    is_waiting = progress in {None, Progress.UNDER_WAY}
    if position is None and is_waiting and any(map(points_elsewhere, own.values())):
        progress = None
    if position is None and progress is None:
        return _needing([each for _, each in said])
    alike = _SAME.get(position, frozenset((position,))) if position else frozenset()
    at = next((n for n, each in placed if each in alike), None)
    measure = max(own, key=lambda n: weight_in(own[n], progress)) if progress and own else None
    places = [n for n in (at, measure) if n is not None]
    if position is Position.AGREES_PARTLY and places:
        beside = (n for n in own if said[n][0] == said[places[0]][0])
        places += [n for n in beside if _RESERVES.search(own[n])]
    quote = _quoted(said, places)
    if position is None:
        return Stance(_shown(progress), progress, quote, SHOWN)
    stating = [said[n][1] for n, each in placed if each is position]
    is_told = position is not Position.ALREADY_MET or not all(map(tells_only_since_when, stating))
    if _is_weakened(position, stating, own.values()):
        return Stance(position, progress, quote, NEEDED)
    return Stance(position, progress, quote, TOLD if is_told else SHOWN)


def _is_weakened(position: Position, stating: Iterable[str], own: Collection[str]) -> bool:
    """Tell whether what is stated may be less than it says: a person should look at it.

    Agreement may hang on means that are not given, and what is enough without any measure be met
    or refused.
    """
    if position is Position.AGREES:
        return any(map(_WITH_MEANS.search, own))
    is_refused = position is Position.ALREADY_MET and any(map(_NOTHING_DONE.search, own))
    return is_refused and not any(map(_ALREADY.search, stating))


def _only_puts_off(sentence: str) -> bool:
    """Tell whether a sentence that leaves a matter open tells nothing of what is or is not done."""
    is_told = progress_of(in_main_order(sentence)) not in {None, Progress.PLANNED}
    return not (is_told or _BUT_WILL.search(sentence))


def _needing(said: Sequence[str]) -> Stance:
    """Return what else may be told: partial agreement by a need, or that it is others' matter."""
    for each in said:
        if _NEEDS.search(each):
            return Stance(Position.AGREES_PARTLY, None, each, NEEDED)
    for each in said:
        if points_elsewhere(each):
            return Stance(Position.UNCLEAR, None, each, NEEDED)
    return NOTHING


def _strongest(found: Sequence[Position]) -> Position:
    """Return the position where several are stated: agreement with an objection is partial."""
    first = found[0]
    kinds = set(found)
    if first in {Position.AGREES, Position.DISAGREES} and Position.AGREES_PARTLY in kinds:
        return Position.AGREES_PARTLY
    if first is Position.AGREES and Position.DISAGREES in kinds:
        return Position.AGREES_PARTLY
    others = kinds - {Position.NOTED, Position.UNCLEAR}
    if first in {Position.NOTED, Position.UNCLEAR} and others:
        return next(each for each in found if each in others)
    return first


def _shown(progress: Progress | None) -> Position | None:
    """Return the position that a measure shows where no word states one."""
    if progress is Progress.DONE:
        return Position.ALREADY_MET
    if progress in {Progress.PLANNED, Progress.UNDER_WAY}:
        return Position.AGREES
    return Position.DISAGREES if progress is Progress.WILL_NOT else None


def _quoted(said: Sequence[tuple[int, str]], places: Sequence[int]) -> str | None:
    """Return the words of a position and its measure, as they stand: within one paragraph."""
    if not places:
        return None
    first, last = min(places), max(places)
    if said[first][0] == said[last][0]:
        whole = " ".join(each for _, each in said[first : last + 1])
        if len(whole) <= LONGEST_QUOTE:
            return whole
    return said[places[0]][1]
