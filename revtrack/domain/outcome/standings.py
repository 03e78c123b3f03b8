"""Where a recommendation stands beyond its code: a promise is not begun, a question no action."""

from collections.abc import Sequence
from enum import StrEnum

from revtrack.domain.codes import Position, Progress, RecommendationKind, Standing
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import is_to_close, standing_of


class Beyond(StrEnum):
    """What is told of a recommendation in place of its standing."""

    CAN_BE_CLOSED = "can_be_closed"
    """The auditors found nothing remaining; what the committee has said is no longer told."""
    ANSWERED = "answered"
    PROMISED = "promised"


_OF_REPLIES = frozenset({Standing.NO_ACTION, Standing.ACTING, Standing.DONE_REPORTED})
"""Standings that say what a reply promises, which no answer to a question does."""


def told_called(code: str) -> Standing | Beyond:
    """Return what is told by its code."""
    return Beyond(code) if code in set(Beyond) else Standing(code)


def told_standing(line: AddresseeLine) -> Standing | Beyond:
    """Return what is told of where a recommendation stands with a committee."""
    return Beyond.CAN_BE_CLOSED if is_to_close(line) else said_standing(line)


def said_standing(line: AddresseeLine) -> Standing | Beyond:
    """Return the same where it is not told that a recommendation can be closed."""
    if is_answered_question(line):
        return Beyond.ANSWERED
    return Beyond.PROMISED if is_only_promised(line) else line.standing


def is_only_promised(line: AddresseeLine) -> bool:
    """Tell whether the committee has promised an action and not said that it has begun."""
    begun = any(each.progress is Progress.UNDER_WAY for each in (line, *line.parts))
    return line.standing is Standing.ACTING and not begun


def is_answered_question(line: AddresseeLine) -> bool:
    """Tell whether it is a question, and what the reply says of it is where it stands."""
    is_question = line.recommendation.kind is RecommendationKind.QUESTION
    is_answered = line.position not in {None, Position.NOT_ADDRESSED}
    return is_question and is_answered and line.standing in _OF_REPLIES


def speaking_line(lines: Sequence[AddresseeLine], recommendation_id: int) -> AddresseeLine | None:
    """Return the line that says where a recommendation stands as a whole; None: it has none.

    Of those that have come least far, one where an action is only promised goes before the others.
    """
    standing = standing_of(lines, recommendation_id)
    own = (each for each in lines if each.recommendation.id == recommendation_id)
    least = [each for each in own if each.standing is standing]
    return min(least, key=_rank, default=None)


def _rank(line: AddresseeLine) -> tuple[bool, bool]:
    return is_answered_question(line), not is_only_promised(line)
