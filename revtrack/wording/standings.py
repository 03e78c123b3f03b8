"""Where a recommendation stands, in words: to a committee, and as a whole."""

from collections.abc import Sequence

from revtrack.domain.codes import Standing
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import standing_of
from revtrack.domain.outcome.standings import (
    Beyond,
    said_standing,
    speaking_line,
    told_standing,
)
from revtrack.wording.labels import label
from revtrack.wording.language import _


def standing_told(line: AddresseeLine) -> str:
    """Return the standing, or that it can be closed where the auditors found nothing remaining.

    What the committee has said is then no longer where it stands. Documents say the same of a
    promise and of a question.
    """
    return standing_label(told_standing(line))


def standing_label(told: Standing | Beyond) -> str:
    """Return the words for what is told of where a recommendation stands."""
    if told is Beyond.CAN_BE_CLOSED:
        return _("Can be closed")
    if told is Beyond.ANSWERED:
        return _("Answered")
    return _("Action promised") if told is Beyond.PROMISED else label(told)


def whole_standing_told(lines: Sequence[AddresseeLine], recommendation_id: int) -> str:
    """Return a recommendation's own standing: the one of its committees that has come least far."""
    line = speaking_line(lines, recommendation_id)
    return (
        standing_label(said_standing(line))
        if line
        else label(standing_of(lines, recommendation_id))
    )
