"""Points of a decision that answer, each tied to the recommendations that it names.

"1. Nämnden instämmer i rekommendationen om larm. 2. Larmen ska ses över i maj. 3. Nämnden anser att
rekommendation 2 är uppfylld." – a point that names none goes on with the one before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.answering.reply_words import OF_RECOMMENDATIONS
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.said.stances import position_in, progress_in, stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Place

Said = tuple[str, Place]
_ATT = re.compile(r"[,;.]\s+(?:samt\s+|och\s+|dels\s+)?(?=att\s)")
"""Where a decision goes on to its next point."""
_MARKER = re.compile(r"^(?:\d{1,2}[.)]?|[a-z][.)]|[-–—•])\s+")
_OF_MEETING = re.compile(
    r"^(?:att )?(?:(?!inte\b|ej\b)[\w-]+ ){0,4}?(?:anta|godkänn|överlämna|översän|lägg|avge|avger"
    r"|besvara|justera|förklara|skicka|tacka|delge|expediera|svaret|beslutet|paragrafen|yttrandet"
    r"|redovisa|återrapportera|återkomma|rapportera|lämnar? (?:detta|svar|yttrande)|notera(?:r)? "
    r"(?:informationen|rapporten))\w*\b",
    re.IGNORECASE,
)
"""How a point begins that sends or adopts the reply, or asks for a report of it."""
_OF_ONE = re.compile(
    r"\b(?:rekommendation|synpunkt|punkt|påpekande|förslag|råd|kritik|uppfattning|bedömning)"
    r"(?:en|et)? (?:om|avseende|gällande|kring|rörande|beträffande|angående|att|som (?:gäller|rör))"
    r" (?P<what>[^,;.:]+)",
    re.IGNORECASE,
)
"""How a point names one by what it is about."""


@dataclass(frozen=True)
class Points:
    """What a decision's points answer, and those that name none."""

    own: tuple[tuple[int, str, Place], ...]
    others: tuple[Said, ...]


def points_in(decided: Sequence[Said], ties: Ties) -> Points:
    """Return the points of a decision by what they answer."""
    own: list[tuple[int, str, Place]] = []
    others: list[Said] = []
    held: tuple[int, ...] = ()
    for point, place in _points(decided):
        held = () if _OF_MEETING.match(point) else _tied(point, ties, held)
        own.extend((number, point, place) for number in held)
        if not held or (OF_RECOMMENDATIONS.search(point) and position_in(point)):
            others.append((point, place))
    return Points(tuple(own), tuple(others))


def _points(decided: Sequence[Said]) -> Iterator[Said]:
    for text, place in decided:
        for clause in _ATT.split(_MARKER.sub("", text)):
            yield from ((one, place) for one in sentences(clause))


def _tied(point: str, ties: Ties, held: tuple[int, ...]) -> tuple[int, ...]:
    """Return which a point names, or is about; those held where it tells of a measure only."""
    if stance_in([point]).is_empty:
        return ()
    told = ties.told(point)
    if told:
        return told
    theme = _OF_ONE.search(point)
    about = ties.topics.of_label(theme["what"]) if theme else None
    about = ties.about(point, is_told=False) if about is None else about
    if about is not None:
        return (about,)
    goes_on = position_in(point) is None and progress_in(point) is not None
    return held if goes_on and len(held) == 1 else ()
