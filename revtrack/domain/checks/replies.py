"""What the replies say: what they pass over, and what nobody has read."""

from collections.abc import Iterator

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import (
    CommitteeKind,
    Position,
    ReplyState,
    ResponseKind,
    RestatementSource,
    Severity,
    Standing,
)
from revtrack.domain.errors import N_, NN_

UNREAD = frozenset({None, Position.UNCLEAR})

NOT_ADDRESSED = Trouble(
    "not_addressed",
    Severity.WARNING,
    N_("{committee} does not answer {number} in its reply. Ask for a supplement."),
    IN_REPLIES,
)
NOT_ADDRESSED_NOR_RESTATED = Trouble(
    "not_addressed",
    Severity.WARNING,
    N_(
        "{committee} does not answer {number} in its reply, nor list it among its recommendations. "
        "Ask for a supplement."
    ),
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

WITHOUT_DECISION = Trouble(
    "reply_without_decision",
    Severity.WARNING,
    N_(
        "The reply of {committee} is an official's, without a decision of the committee. Ask for "
        "the decision, or judge the reply to be enough."
    ),
    IN_REPLIES,
)


def not_addressed(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that a committee was asked about and its reply never answers.

    That the reply does not list it either is said with it.
    """
    left_out = _left_out(inspection)
    for line in inspection.addressee_lines:
        if line.position is Position.NOT_ADDRESSED and line.standing is not Standing.CLOSED:
            is_left_out = (line.recommendation.id, line.committee.id) in left_out
            trouble = NOT_ADDRESSED_NOR_RESTATED if is_left_out else NOT_ADDRESSED
            yield inspection.problem(trouble, line.committee, line.recommendation)


def unread_reply(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that have come with recommendations to which nobody has read the position."""
    for line in inspection.reply_lines:
        if line.decision is not None and line.unanswered:
            yield inspection.problem(UNREAD_REPLY, line.committee, count=line.unanswered)


def without_decision(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that no committee has decided and the auditors have not judged to be enough.

    A company answers by its management, with no decision to ask for.
    """
    for line in inspection.reply_lines:
        is_statement = line.decision and line.decision.kind is ResponseKind.STATEMENT
        is_accepted = line.state is ReplyState.SUFFICIENT
        if is_statement and not is_accepted and line.committee.kind is not CommitteeKind.COMPANY:
            yield inspection.problem(WITHOUT_DECISION, line.committee)


def not_restated(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that a reply leaves out of its own list and does not answer either.

    Those that somebody has said are not answered are told of as such.
    """
    left_out = _left_out(inspection)
    for line in inspection.addressee_lines:
        is_left_out = (line.recommendation.id, line.committee.id) in left_out
        is_asked = line.addressee.asked is True and line.standing is not Standing.CLOSED
        if is_left_out and is_asked and line.position in UNREAD:
            yield inspection.problem(NOT_RESTATED, line.committee, line.recommendation)


def _left_out(inspection: Inspection) -> frozenset[tuple[int, int | None]]:
    """Return the ids of what replies leave out of their lists: recommendation and committee."""
    return frozenset(
        (each.recommendation_id, each.committee_id)
        for each in inspection.case.restatements
        if each.source is RestatementSource.RESPONSE
        and each.text is None
        and each.recipients is None
    )


CHECKS: tuple[Check, ...] = (not_addressed, not_restated, unread_reply, without_decision)
