"""What was put to a committee, as its reply gives it: of all ways to read it, the one that fits.

A reply often says how many recommendations there were. A way that finds so many is believed before
one that finds another number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.recommendations import recommendations_in
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.demand_lines import is_answering, is_asked
from revtrack.domain.proposals.restating.labelled import labelled_in
from revtrack.domain.proposals.restating.made import SHORTEST, made_of
from revtrack.domain.proposals.restating.prose_named import subjects_of
from revtrack.domain.proposals.restating.prose_told import told_of
from revtrack.domain.proposals.restating.reply_acts import is_reply_act
from revtrack.domain.proposals.restating.reply_lines import is_answer_label
from revtrack.domain.proposals.restating.restated import WAYS_TO_RESTATE, fuller, is_among
from revtrack.domain.proposals.restating.series import asked_series
from revtrack.domain.proposals.restating.told_counts import told_numbers
from revtrack.domain.proposals.restating.without_answers import without_answers
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import ATT, begins_with_demand
from revtrack.domain.proposals.text.voices import recommends
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import ORDINALS, PAIR

_BOTH = re.compile(
    r"\b(?:båda|bägge) (?:de )?(?:rekommendationer|förslag|råd|synpunkter|punkter)\w*"
    r"|\b(?:den andra (?:rekommendationen|synpunkten|punkten)|det andra (?:förslaget|rådet))\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:,?\s(?:och|samt)|[,;])\s(?:att\s)?", re.IGNORECASE)
_CLAUSES = re.compile(r"(?:,?\s(?:och|samt)|[,;])\satt\s", re.IGNORECASE)
_NO_DEMAND = re.compile(
    r"(?:riktad (?:till|mot)\b.*"
    r"|(?:sida|sid|blad)\.?\s\d+\s*(?:\(\d+\)|av \d+)?|enligt (?:\w+ )?\w+)$",
    re.IGNORECASE,
)
"""A page's number, or who says what stands in the lines below."""
_FEWEST_WORDS = 3
"""Of one of several demands."""

_MOVES = re.compile(
    r"[A-ZÅÄÖ][\w.-]*(?:\s[A-ZÅÄÖ][\w.-]*){1,3}\s\([\w -]{1,6}\)[^.:]{0,60}?"
    r"\s(?:yrkar|föreslår|reserverar sig)\b"
)
"""How a line begins that tells what somebody at the meeting wants."""
_DECIDES = re.compile(r"\bbeslutar?(?: att)?\W*$", re.IGNORECASE)
_POINT = re.compile(r"att\s", re.IGNORECASE)
_SETS_TASK = re.compile(
    r"(?:att\s)?(?:uppdra(?:r|ga)?\s|(?:ge|ger|lämna)\s[^.]{0,60}\bi uppdrag\b)", re.IGNORECASE
)
"""How a point of a decision begins by which somebody is given a task: "att uppdra åt …"."""
_BY_PLACE = re.compile(
    rf"(?:den|det|er|ert|\w*revis\w+s|granskningens) (?P<place>{'|'.join(ORDINALS)})"
    r" (?:rekommendation|punkt|synpunkt|förslag|råd)\w*",
    re.IGNORECASE,
)
"""How a paragraph begins that names one by its place: "Den andra rekommendationen gäller …"."""
_BY_AUDITORS = re.compile(
    r"(?:i |av )?(?:\w*rapporten|granskningen|\w*revis\w+|ni|enligt)\b", re.IGNORECASE
)
"""How a sentence begins that says who recommends something."""


def put_in_reply(passages: Passages, addressees: Addressees) -> tuple[Recommended, ...]:
    """Return what a reply gives as the auditors' recommendations, each without its answer."""
    told, speaks_of_two = told_numbers(passages), _speaks_of_two(passages)
    passages = tuple(each for each in _undecided(passages) if not _is_moved(each))
    listed = recommendations_in(passages, addressees, takes_earlier=True, takes_prose=False)
    found = labelled_in(passages)
    if not found or not any(is_asked(each.text) for each in found):
        found = fuller(_put(map(_subject, listed)), passages) or found
    found = _bare(found)
    if told and len(found) not in told:
        found = next(_fitting(told, passages, addressees), found)
    found = found or _said(passages, addressees)
    if not told or len(found) not in told:
        found = _of_series(found, passages)
    found = _without_answers_by_number(found)
    if _only_answers(found) or 2 * len(found) < _told_by_place(passages):
        return ()
    if len(found) != 1:
        return found
    counts = told | {PAIR} if speaks_of_two else told
    parts = (_in_parts(found[0]), _in_clauses(found[0]))
    return next((each for each in parts if len(each) in counts), found)


def _without_answers_by_number(found: tuple[Recommended, ...]) -> tuple[Recommended, ...]:
    """Return what was put to a committee, without a second run of its numbers, which answers it."""
    half = len(found) // 2
    numbers = [each.number for each in found]
    is_twice = half > 1 and all(numbers) and numbers[:half] == numbers[half:]
    return found[:half] if is_twice and all(is_asked(each.text) for each in found[:half]) else found


def _told_by_place(passages: Passages) -> int:
    """Return how many a reply names by their places, each at the beginning of a paragraph."""
    told = {
        ORDINALS.index(match["place"].casefold())
        for each in passages
        if isinstance(each, Passage) and (match := _BY_PLACE.match(each.text))
    }
    return len(told) if told == {*range(len(told))} else 0


def _only_answers(found: Sequence[Recommended]) -> bool:
    """Tell whether what was found says nothing of what is to be done, and some of it answers."""
    texts = [next(sentences(each.text), each.text) for each in found]
    said = [each for each in texts if position_of(each) is not None]
    is_said = any(map(is_answering, said)) or 2 * len(said) > len(texts)
    return is_said and not any(map(is_asked, texts))


def _is_moved(each: Passage | TablePassage) -> bool:
    """Tell whether a line tells what somebody at the meeting wants: "L. S. (V) föreslår att …"."""
    return isinstance(each, Passage) and _MOVES.match(each.text) is not None


def _undecided(passages: Passages) -> Iterator[Passage | TablePassage]:
    """Give what a reply consists of, but for the points of its decision that set tasks."""
    is_decided = False
    for each in passages:
        if isinstance(each, Passage):
            is_point = each.is_item or _POINT.match(each.text) is not None
            is_decided = _DECIDES.search(each.text) is not None or (is_decided and is_point)
            if is_decided and is_point and _SETS_TASK.match(each.text):
                continue
        yield each


def _of_series(found: tuple[Recommended, ...], passages: Passages) -> tuple[Recommended, ...]:
    """Return the series of lines that a reply gives, where it is more than what was found.

    Most of what was found is to be of the series, or to say nothing of what is to be done; what
    stands where the auditors recommend it gives way to no lines that others have thought of.
    """
    series = tuple(made_of(*each) for each in asked_series(passages))
    kept = [each for each in found if is_asked(each.text) and not is_among(each, series)]
    is_told = any(recommends(each.place.quote) for each in kept)
    is_fuller = 2 * len(kept) < len(series) > len(found)
    return series if is_fuller and not is_told else found


def _speaks_of_two(passages: Passages) -> bool:
    """Tell whether a reply speaks of both that were put to it, or of the second one."""
    return any(_BOTH.search(each.text) for each in passages if isinstance(each, Passage))


def _in_parts(each: Recommended) -> tuple[Recommended, ...]:
    """Return its whole demands: "anta regler, upprätta en budget och följa upp den"."""
    parts: list[str] = []
    begins = 0
    for join in (*_JOINS.finditer(each.text), None):
        end = join.start() if join else len(each.text)
        begun, behind = each.text[begins:end], each.text[join.end() :] if join else ""
        if join and not (begins_with_demand(behind) and len(behind.split()) >= _FEWEST_WORDS):
            continue
        if not (begins_with_demand(begun) and len(begun.split()) >= _FEWEST_WORDS):
            return (each,)
        parts.append(begun)
        begins = join.end() if join else end
    return tuple(replace(each, text=one[:1].upper() + one[1:]) for one in parts)


def _in_clauses(each: Recommended) -> tuple[Recommended, ...]:
    """Return its clauses: "nämnden ser till att …, att planen följs och att …"."""
    parts = _CLAUSES.split(each.text)
    is_whole = all(len(one.split()) >= _FEWEST_WORDS for one in parts)
    return tuple(replace(each, text=one[:1].upper() + one[1:]) for one in parts) if is_whole else ()


def _put(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what may be put to a committee, without what its meeting does with the reply."""
    return tuple(
        each
        for each in found
        if not (
            is_reply_act(each.text) or is_answer_label(each.text) or _NO_DEMAND.match(each.text)
        )
    )


def _bare(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what was put to a committee, without what answers it on its line."""
    return _put(without_answers(map(_subject, found)))


def _subject(each: Recommended) -> Recommended:
    """Return what a line names and then answers: "rekommendationen att införa … följs 2025".

    Of a sentence that says who recommends it, what is recommended is returned.
    """
    named = subjects_of(ATT.sub("", each.text))
    if not named and _BY_AUDITORS.match(each.text):
        named = tuple(told_of(each.text))
    return replace(each, text=named[0][:1].upper() + named[0][1:]) if len(named) == 1 else each


def _said(passages: Passages, addressees: Addressees) -> tuple[Recommended, ...]:
    """Return what sentences recommend, as a report's are read; none where one of them answers."""
    found = recommendations_in(passages, addressees, takes_earlier=True, takes_prose=True)
    bare = _bare(found)
    is_answered = any(not stance_in([each.text]).is_empty for each in (*found, *bare))
    return () if is_answered or any(len(each.text) < SHORTEST for each in bare) else bare


def _fitting(
    told: frozenset[int], passages: Passages, addressees: Addressees
) -> Iterator[tuple[Recommended, ...]]:
    """Give what the other ways find where it is as many as told and none of it answers."""
    for found in _other_ways(passages, addressees):
        bare = _bare(found)
        if len(bare) in told and not any(map(_states, (*found, *bare))):
            yield bare


def _states(each: Recommended) -> bool:
    """Tell whether words, or the line that they stand on, rather answer what was put."""
    return not all(stance_in([said]).is_empty for said in (each.text, each.place.quote))


def _other_ways(passages: Passages, addressees: Addressees) -> Iterator[tuple[Recommended, ...]]:
    for takes_prose in (False, True):
        yield recommendations_in(passages, addressees, takes_earlier=True, takes_prose=takes_prose)
    for way in WAYS_TO_RESTATE:
        yield _once(way(passages))


def _once(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    kept: list[Recommended] = []
    for each in found:
        if all(likeness(each.text, other.text, SAME_MATTER) < SAME_MATTER for other in kept):
            kept.append(each)
    return tuple(kept)
