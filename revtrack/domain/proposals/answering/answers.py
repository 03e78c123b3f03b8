"""What a free reply says of each recommendation, with its words; nothing where nothing fits.

A text speaks of a recommendation where it stands in its row, under its wording or its number, at
its place in a list that says so, under a heading with its words, or names it as the first or the
second. What is said of all is said of those that the reply gives, never of others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain.codes import Position, Progress
from revtrack.domain.proposals.answering.at_meeting import as_adopted, rewritten_in
from revtrack.domain.proposals.answering.by_number import (
    Numbered,
    asked_by_number,
    numbered_in,
    with_numbers_of,
)
from revtrack.domain.proposals.answering.decided_points import points_in
from revtrack.domain.proposals.answering.gathered import Gathered
from revtrack.domain.proposals.answering.gathering import gathered_in
from revtrack.domain.proposals.answering.orders import ordered_in, replied_by_words, replied_in
from revtrack.domain.proposals.answering.pointers import Asked, ordinal_in, without_wording
from revtrack.domain.proposals.answering.reply_words import OF_ALL, PROCEDURE
from revtrack.domain.proposals.answering.spoken import Spoken, decided_in, spoken_in
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.proposal import ProposedAnswer
from revtrack.domain.proposals.said.positions import NO_POSITION
from revtrack.domain.proposals.said.stances import (
    LONGEST_QUOTE,
    SHOWN,
    Stance,
    position_in,
    progress_in,
    stance_in,
)
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import CARDINALS
from revtrack.domain.texts.paper import Paper, Place, quote_of

_OF_GENERAL = 0.8
_RARELY_OF_ALL = 0.6
"""How sure it is that all is agreed to in part, or refused, and not one thing of several."""
_TAKEN_BACK = 0.5
"""How sure it is that what stands among the answer to another answers this one."""
_OF_LIST = 0.5
"""How sure it is that a line below a list answers all of it."""
_MOST = 9
"""So many recommendations may be told by their place among them."""
_ORDERS = re.compile(r"\bi uppdrag\b|\buppdra(?:r|s|git)?\b", re.IGNORECASE)
_TO_DO = re.compile(
    r"\båtgärd|\brekommendation|\bhandlingsplan|\bbrist|\bgenomföra\b", re.IGNORECASE
)
"""Words of what is to be done about all that was recommended."""
_GREETS = re.compile(
    r"\b(?:positiv\w*|välkomna\w*|tacka\w*|uppskatta\w*|värdefull\w*)\b[^.]{0,40}"
    r"\b(?:granskning|rapport)",
    re.IGNORECASE,
)
"""Words of joy at an audit, which agree with nothing that it recommends."""
_OF_WHAT_IS_SAID = re.compile(
    r"\b(?:rekommendation|slutsats|synpunkt|bedömning|iakttagelse|förslag|punkt|kritik|instäm"
    r"|delar|resultat)",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    rf"\bde (?:{'|'.join(CARDINALS)}|båda) (?:första|sista|senare|följande|övriga|återstående)\b",
    re.IGNORECASE,
)
"""Words of some among them, by their places."""
_DONE_WITH_ALL = re.compile(
    r"\b(?:samtliga|alla|båda|bägge|de|(?<!i )rekommendationerna)\b[^.]{0,60}?"
    r"\b(?:rekommendationer(?:na)?\s|punkter(?:na)? |är |har )[^.,]{0,30}?"
    r"\b(?:genomförda|åtgärdade|uppfyllda|beaktade|avklarade|klara|tillgodosedda|omhändertagna"
    r"|genomförts|åtgärdats|uppfyllts|tillgodosetts)\b",
    re.IGNORECASE,
)
"""How a sentence tells that all that was recommended is done."""
_SAID_OF_ALL = frozenset((Progress.PLANNED, Progress.UNDER_WAY))


@dataclass(frozen=True)
class _Heard:
    """What a reply says of what is asked, whatever day it is of."""

    asked: Sequence[Asked]
    gathered: Gathered
    general: tuple[Stance, Place] | None
    """What is said of all; None where nothing is."""
    searched: Place

    def answers(self, day: date | None) -> tuple[ProposedAnswer, ...]:
        """Return an answer for each that is asked; ``day`` is the reply's own."""
        return tuple(
            _answer(each, place, self.gathered, self.general, self.searched, day)
            for place, each in enumerate(self.asked)
        )


def answers_in(
    paper: Paper, asked: Sequence[Asked], day: date | None = None
) -> tuple[ProposedAnswer, ...]:
    """Return an answer for each recommendation; without position where the reply says nothing.

    Where the reply only numbers what it answers, the numbers are those that it gives. ``day`` is
    the reply's own.
    """
    paper = as_adopted(paper)
    spoken = spoken_in(paper)
    if not asked and (numbered := numbered_in(spoken)):
        return _by_number(numbered)
    heard = _heard(paper, spoken, asked)
    return heard.answers(day) if heard else ()


def answers_of_days(
    paper: Paper, asked: Sequence[Asked], days: Sequence[date | None]
) -> list[tuple[ProposedAnswer, ...]]:
    """Return, for each day that a reply may be of, its answer to each recommendation.

    There are none where it says nothing.
    """
    paper = as_adopted(paper)
    heard = _heard(paper, spoken_in(paper), asked)
    return [heard.answers(day) if heard else () for day in days]


def _heard(paper: Paper, spoken: Sequence[Spoken], asked: Sequence[Asked]) -> _Heard | None:
    decided = [(each.text, each.place) for each in decided_in(paper)]
    if not asked or not (spoken or decided):
        return None
    gathered = gathered_in(spoken, asked)
    general = _general(gathered.general)
    ordered = list(ordered_in(decided, [each.texts for each in asked]))
    topics = Topics.of(asked)
    _tell_apart(gathered, decided, asked, topics)
    points = points_in(decided, Ties(asked, topics, set()))
    told = {where for _, _, where in ordered}
    if general is None:
        general = _general([(text, where) for text, where in points.others if where not in told])
    if general is not None and general[0].progress is None:
        general = (_with_order(general[0], decided), general[1])
    searched = _searched(spoken or [*decided_in(paper)])
    gathered.give_way(points.own)
    for said in (replied_in(decided, asked), points.own):
        gathered.add_to_unanswered(said, len(asked))
    for number, text, where in (
        *ordered,
        *with_numbers_of(asked, numbered_in(spoken, asked)),
    ):
        if number in gathered.unanswered(len(asked)):
            gathered.add(number, text, where)
    gathered.add_to_agreed(ordered)
    for number, text, where in replied_by_words(decided, asked, gathered.unanswered(len(asked))):
        gathered.add(number, text, where)
    return _Heard(asked, gathered, general, searched)


def _tell_apart(
    gathered: Gathered,
    decided: Iterable[tuple[str, Place]],
    asked: Sequence[Asked],
    topics: Topics,
) -> None:
    """Take what a decision says of several but not the same of each, or in other words of one."""
    for text, where in decided:
        gathered.tell_apart(text, where, asked, topics)
        if (rewritten := rewritten_in(text, asked)) is not None:
            gathered.apart[rewritten[0]] = (rewritten[1], where)


def states_position(paper: Paper) -> bool:
    """Tell whether a paper says anywhere what it thinks of something, and not only that it will."""
    said = (one for each in spoken_in(paper) for one in sentences(each.text))
    return any(position_in(each) not in NO_POSITION for each in said)


def _by_number(numbered: Sequence[Numbered]) -> tuple[ProposedAnswer, ...]:
    """Return the answers of a reply that only numbers them."""
    general = _general([(text, where) for number, text, where in numbered if not number])
    return tuple(_of_number(each, numbered, general) for each in asked_by_number(numbered))


def _of_number(
    asked: Asked, numbered: Sequence[Numbered], general: tuple[Stance, Place] | None
) -> ProposedAnswer:
    own = [(text, where) for number, text, where in numbered if number == asked.number]
    stance = stance_in(text for text, _ in own)
    at = _place_of(stance, own) or own[0][1]
    if general is not None:
        stance, at = _with_general(stance, at, general)
    return ProposedAnswer(
        asked.number, stance.position, stance.progress, stance.quote, at, stance.confidence
    )


def _answer(
    asked: Asked,
    place: int,
    gathered: Gathered,
    general: tuple[Stance, Place] | None,
    searched: Place,
    day: date | None,
) -> ProposedAnswer:
    own = gathered.own.get(place, [])
    said = [without_wording(text, asked) for text, _ in own]
    stance = stance_in(said, " ".join(asked.texts), day)
    if stance.quote and not any(stance.quote in text for text, _ in own):
        whole = next((n for n, each in enumerate(said) if stance.quote in each), 0)
        stance = replace(stance, quote=own[whole][0][:LONGEST_QUOTE])
    if place in gathered.taken:
        stance = replace(stance, confidence=min(stance.confidence, _TAKEN_BACK))
    at = _place_of(stance, own) or searched
    is_given = not gathered.given or place in gathered.given
    if place in gathered.apart:
        stance, at = _told_apart(stance, at, gathered.apart[place])
    elif general is not None and is_given:
        stance, at = _with_general(stance, at, general)
    elif stance.is_empty and place in gathered.below:
        text, at = gathered.below[place]
        stance = replace(stance_in([text]), confidence=_OF_LIST)
    return ProposedAnswer(
        asked.number, stance.position, stance.progress, stance.quote, at, stance.confidence
    )


def _told_apart(stance: Stance, at: Place, apart: tuple[Stance, Place]) -> tuple[Stance, Place]:
    """Return what a sentence tells apart of one; where it only leaves it out, what else is said."""
    told, place = apart
    if told.is_empty and not stance.is_empty:
        return stance, at
    is_refused = told.position is Position.DISAGREES
    return replace(told, progress=told.progress or (None if is_refused else stance.progress)), place


def _with_general(stance: Stance, at: Place, general: tuple[Stance, Place]) -> tuple[Stance, Place]:
    """Return what is said of one, with what is said of all where that adds the position."""
    said, place = general
    is_plain = said.position is Position.AGREES
    sure = min(said.confidence, _OF_GENERAL if is_plain else _RARELY_OF_ALL)
    if stance.is_empty:
        return Stance(said.position, said.progress, said.quote, sure), place
    if stance.progress is None and stance.position is said.position and said.progress:
        return replace(stance, progress=said.progress, confidence=_OF_GENERAL), at
    is_shown = is_plain and SHOWN <= stance.confidence < said.confidence
    if is_shown:
        return Stance(said.position, stance.progress, stance.quote, sure), at
    return stance, at


def _place_of(stance: Stance, own: Iterable[tuple[str, Place]]) -> Place | None:
    return next((place for text, place in own if stance.quote and stance.quote in text), None)


def _searched(spoken: Sequence[Spoken]) -> Place:
    """Return the place of all that was searched."""
    first, last = spoken[0].place, spoken[-1].place
    return Place(
        quote_of(spoken[0].text),
        page=first.page,
        line=first.line,
        last_line=last.last_line or last.line,
    )


def _general(said: Sequence[tuple[str, Place]]) -> tuple[Stance, Place] | None:
    """Return what is said of all recommendations; None where nothing is."""
    for text, place in said:
        stance = stance_in(each for each in sentences(text) if _is_of_all(each))
        if not stance.is_empty:
            return stance, place
    return None


def _with_order(stance: Stance, decided: Iterable[tuple[str, Place]]) -> Stance:
    """Return what is said of all, with what somebody is told in the decision to do about it."""
    is_told = any(_ORDERS.search(text) and _TO_DO.search(text) for text, _ in decided)
    return replace(stance, progress=Progress.PLANNED) if is_told else stance


def _is_of_all(sentence: str) -> bool:
    """Tell whether a sentence says something of all recommendations."""
    if OF_ALL.search(sentence) is None or PROCEDURE.search(sentence) is not None:
        return False
    if ordinal_in(sentence, _MOST) is not None or _OF_SOME.search(sentence):
        return False
    if _GREETS.search(sentence) and not _OF_WHAT_IS_SAID.search(sentence):
        return False
    if position_in(sentence) is not None or progress_in(sentence) in _SAID_OF_ALL:
        return True
    return progress_in(sentence) is Progress.DONE and _DONE_WITH_ALL.search(sentence) is not None
