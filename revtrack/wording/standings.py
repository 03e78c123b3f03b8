"""Where a recommendation stands, in words: to a committee, and as a whole."""

from collections.abc import Sequence

from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import is_to_close, standing_of
from revtrack.domain.outcome.standings import (
    is_answered_question,
    is_only_promised,
    speaking_line,
)
from revtrack.wording.labels import label
from revtrack.wording.language import _


def standing_told(line: AddresseeLine) -> str:
    """Return the standing, or that it can be closed where the auditors found nothing remaining.

    What the committee has said is then no longer where it stands. Documents say the same of a
    promise and of a question.
    """
    if is_to_close(line):
        return _("Can be closed")
    return _stands(line)


def whole_standing_told(lines: Sequence[AddresseeLine], recommendation_id: int) -> str:
    """Return a recommendation's own standing: the one of its committees that has come least far."""
    line = speaking_line(lines, recommendation_id)
    return _stands(line) if line else label(standing_of(lines, recommendation_id))


def _stands(line: AddresseeLine) -> str:
    if is_answered_question(line):
        return _("Answered")
    return _("Action promised") if is_only_promised(line) else label(line.standing)
