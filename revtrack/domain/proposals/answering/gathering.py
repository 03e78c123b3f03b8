"""Which text of a reply speaks of which recommendation.

A text speaks of a recommendation where it stands in its row, under its wording or its number, at
its place in a list, under a heading with its words, or names it as the first or the second.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.answering.below_list import said_below
from revtrack.domain.proposals.answering.gathered import Gathered
from revtrack.domain.proposals.answering.in_turn import in_turn
from revtrack.domain.proposals.answering.left_over import left_over, taken_back
from revtrack.domain.proposals.answering.listed_answers import in_order
from revtrack.domain.proposals.answering.pointers import Asked, given_first, restates
from revtrack.domain.proposals.answering.sections import (
    all_told,
    joint_sections,
    sections_of,
    without_background,
)
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.answering.told_apart import leaves_out
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.answering.turning import parted_by_turns
from revtrack.domain.proposals.answering.walk import Walk
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.sentences import sentences


def gathered_in(spoken: Sequence[Spoken], asked: Sequence[Asked]) -> Gathered:
    """Return the texts of a reply by the recommendations that they speak of."""
    found = Gathered()
    topics = Topics.of(asked)
    spoken = tuple(parted_by_turns(spoken, Ties(asked, topics, set())))
    restated = [_restated(each.text, asked) for each in spoken]
    found.given = {each for each in restated if each is not None}
    if all_told(spoken, asked) is not None:
        found.given = {*range(len(asked))}
    spoken = without_background(spoken, restated, asked)
    spoken = tuple(_without_apart(spoken, asked, topics, found))
    joint = joint_sections(spoken, restated, asked, topics)
    sections = sections_of(spoken, restated, asked, topics, joint)
    walk = Walk(spoken, asked, topics, found)
    walk.lead(each for at, each in enumerate(spoken) if restated[at] is None)
    ordered = in_order(spoken, restated, asked)
    for place, each in enumerate(spoken):
        if place in ordered:
            found.add(ordered[place], each.text, each.place)
            walk.turn_to(None)
        elif each.cells:
            walk.row(each)
        elif restated[place] is not None:
            walk.restated(restated, place)
        elif place in joint:
            walk.turn_to_all(joint[place])
        elif place in sections:
            walk.turn_to(sections[place])
        else:
            walk.text(each)
    _share_left(found, walk, asked, topics)
    bare = {*found.unanswered(len(asked))}
    for numbers, text, where in said_below(spoken, restated):
        if bare >= {*numbers}:
            found.below |= dict.fromkeys(numbers, (text, where))
    return found


def _restated(text: str, asked: Sequence[Asked]) -> int | None:
    """Return which recommendation a line gives, and does not go on to answer; None for none."""
    first = given_first(text, asked)
    is_answered = first is not None and not stance_in([first[1]]).is_empty
    return None if is_answered else restates(text, asked)


def _share_left(found: Gathered, walk: Walk, asked: Sequence[Asked], topics: Topics) -> None:
    """Take what is left as said of those of which nothing is: by turn, alone, by words."""
    if found.given or any(each.texts for each in asked):
        answered = {*range(len(asked))} - {*found.unanswered(len(asked))}
        for number, text, where in in_turn(walk.turns, len(asked), answered):
            found.add(number, text, where)
            found.general = [each for each in found.general if each != (text, where)]
    found.take_alone(len(asked))
    unanswered = found.unanswered(len(asked))
    if unanswered and len(asked) > 1:
        free = [(text, where) for number, text, where in walk.turns if number is None]
        for number, text, where in left_over(free, asked, topics, unanswered):
            found.add(number, text, where)
        unanswered = [each for each in found.unanswered(len(asked)) if each not in found.own]
        for number, owner, text, where in tuple(taken_back(found.own, asked, topics, unanswered)):
            found.take_back(number, owner, text, where)


def _without_apart(
    spoken: Iterable[Spoken], asked: Sequence[Asked], topics: Topics, found: Gathered
) -> Iterator[Spoken]:
    """Keep what the reply's own sentences say of several, but not the same of each.

    Gives its lines without the sentences that leave some out, which say no more of any.
    """
    for each in spoken:
        if each.cells or each.is_heading or each.is_background:
            yield each
            continue
        apart = found.tell_apart(each.text, each.place, asked, topics)
        left = (one for one in sentences(each.text) if one not in apart or not leaves_out(one))
        yield replace(each, text=" ".join(left)) if apart else each
