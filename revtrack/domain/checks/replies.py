"""What the replies say: what they pass over, and what nobody has read."""

from collections.abc import Iterator

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import Position, RestatementSource, Severity, Standing
from revtrack.domain.errors import N_, NN_

UNANSWERED = frozenset({None, Position.NOT_ADDRESSED, Position.UNCLEAR})

NOT_ADDRESSED = Trouble(
    "not_addressed",
    Severity.WARNING,
    N_("{committee} does not answer {number} in its reply. Ask for a supplement."),
    IN_REPLIES,
)
UNREAD_REPLY = Trouble(
    "unread_reply",
    Severity.NOTICE,
    NN_(
        "The reply of {committee} has not been read for {count} recommendation.",
        "The reply of {committee} has not been read for {count} recommendations.",
    ),
    IN_REPLIES,
)
NOT_RESTATED = Trouble(
    "not_restated_in_reply",
    Severity.WARNING,
    N_(
        "The reply of {committee} does not list {number} among its recommendations, and gives no "
        "answer to it. Ask whether it was missed."
    ),
    IN_REPLIES,
)


def not_addressed(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that a committee was asked about and its reply never answers."""
    for line in inspection.addressee_lines:
        if line.position is Position.NOT_ADDRESSED and line.standing is not Standing.CLOSED:
            yield inspection.problem(NOT_ADDRESSED, line.committee, line.recommendation)


def unread_reply(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that have come with recommendations to which nobody has read the position."""
    for line in inspection.reply_lines:
        if line.decision is not None and line.unanswered:
            yield inspection.problem(UNREAD_REPLY, line.committee, count=line.unanswered)


def not_restated(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that a reply leaves out of its own list and does not answer either."""
    left_out = {
        (each.recommendation_id, each.committee_id)
        for each in inspection.case.restatements
        if each.source is RestatementSource.RESPONSE
        and each.text is None
        and each.recipients is None
    }
    for line in inspection.addressee_lines:
        is_left_out = (line.recommendation.id, line.committee.id) in left_out
        is_asked = line.addressee.asked is True and line.standing is not Standing.CLOSED
        if is_left_out and is_asked and line.position in UNANSWERED:
            yield inspection.problem(NOT_RESTATED, line.committee, line.recommendation)


CHECKS: tuple[Check, ...] = (not_addressed, not_restated, unread_reply)
