"""Which step may follow which, and the computed state of a reply and of a recommendation."""

from collections.abc import Iterable, Sequence
from datetime import date

from revtrack.domain.codes import (
    Outcome,
    Position,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
    Standing,
    VerdictStep,
)
from revtrack.domain.records import Response

COUNTING_KINDS = frozenset(
    {
        ResponseKind.DECISION,
        ResponseKind.DELEGATED_DECISION,
        ResponseKind.STATEMENT,
        ResponseKind.JOINT,
    }
)
"""Responses that answer a case by themselves; a draft never does, a supplement adds to one."""

RESPONSES_ALLOWED: dict[ReplyState, frozenset[ResponseKind]] = {
    ReplyState.NOT_REQUESTED: COUNTING_KINDS | {ResponseKind.DRAFT},
    ReplyState.AWAITED: COUNTING_KINDS | {ResponseKind.DRAFT},
    ReplyState.DRAFT_RECEIVED: COUNTING_KINDS | {ResponseKind.DRAFT},
    ReplyState.REFERRED_BACK: COUNTING_KINDS | {ResponseKind.DRAFT},
    ReplyState.NO_REPLY: COUNTING_KINDS,
    ReplyState.ADOPTED: COUNTING_KINDS | {ResponseKind.SUPPLEMENT},
    ReplyState.RECEIVED: frozenset({ResponseKind.SUPPLEMENT}),
    ReplyState.INCOMPLETE: frozenset({ResponseKind.SUPPLEMENT}),
    ReplyState.SUFFICIENT: frozenset({ResponseKind.SUPPLEMENT}),
    ReplyState.INSUFFICIENT: frozenset({ResponseKind.SUPPLEMENT}),
}
"""Which kinds of response may be registered in which state of a reply case.

A further decision is allowed in any state if it says which earlier response it replaces. A response
that comes where one is adopted but not sent in is that very one, arriving.
"""

ADVANCEMENT: tuple[Standing, ...] = (
    Standing.DRAFT,
    Standing.AWAITING,
    Standing.UNREVIEWED,
    Standing.NOT_ADDRESSED,
    Standing.NO_ACTION,
    Standing.REMAINING,
    Standing.ACTING,
    Standing.DONE_REPORTED,
    Standing.CLOSED,
)
"""Standings from the least to the most advanced."""

_BY_REVIEW = {
    Review.PENDING: ReplyState.RECEIVED,
    Review.SUFFICIENT: ReplyState.SUFFICIENT,
    Review.SUPPLEMENT_REQUESTED: ReplyState.INCOMPLETE,
    Review.INSUFFICIENT: ReplyState.INSUFFICIENT,
}

_ENDED = frozenset({VerdictStep.FULL, VerdictStep.NO_LONGER_RELEVANT})


def in_time_order(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Return the responses as they came; without any day, in the order they were registered."""
    return tuple(
        sorted(
            responses,
            key=lambda each: (
                each.received_on or each.decided_on or each.dated_on or date.min,
                each.id,
            ),
        )
    )


def in_force(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the responses that count, oldest first: not replaced, supplements once accepted."""
    replaced = {response.replaces_id for response in responses}
    return tuple(
        response
        for response in in_time_order(responses)
        if response.id not in replaced
        and (
            response.kind in COUNTING_KINDS
            or (response.kind is ResponseKind.SUPPLEMENT and response.review is Review.SUFFICIENT)
        )
    )


def decisive(responses: Sequence[Response]) -> Response | None:
    """Return the latest response that answers the case by itself; None while there is none."""
    counting = [each for each in in_force(responses) if each.kind in COUNTING_KINDS]
    return counting[-1] if counting else None


def reply_state(
    responses: Sequence[Response], *, is_requested: bool, is_given_up: bool
) -> ReplyState:
    """Return where the reply is, from the responses registered in the case."""
    main = decisive(responses)
    if main is not None:
        if not main.is_received:
            return ReplyState.ADOPTED
        supplements = [
            each
            for each in in_time_order(responses)
            if each.kind is ResponseKind.SUPPLEMENT and each.id > main.id
        ]
        if main.review is Review.SUPPLEMENT_REQUESTED and supplements:
            return _BY_REVIEW[supplements[-1].review]
        return _BY_REVIEW[main.review]
    if is_given_up:
        return ReplyState.NO_REPLY
    drafts = [each for each in in_time_order(responses) if each.kind is ResponseKind.DRAFT]
    if drafts:
        referred = drafts[-1].is_referred_back
        return ReplyState.REFERRED_BACK if referred else ReplyState.DRAFT_RECEIVED
    return ReplyState.AWAITED if is_requested else ReplyState.NOT_REQUESTED


def standing(  # noqa: PLR0913 - each axis is a fact of its own; mixing them is what went wrong before
    *,
    outcome: Outcome | None,
    verdict: VerdictStep | None,
    asked: bool | None,
    is_answered: bool,
    is_requested: bool,
    position: Position | None,
    progress: Progress | None,
) -> Standing:
    """Return the one state shown for a recommendation to a committee: the first that fits."""
    waiting = Standing.AWAITING if is_requested else Standing.NO_ACTION
    steps = (
        (outcome is not None, Standing.CLOSED),
        (verdict is not None and verdict not in _ENDED, Standing.REMAINING),
        (asked is None, Standing.DRAFT),
        (not asked, Standing.NOT_ASKED),
        (not is_answered, waiting),
        (position is None, Standing.UNREVIEWED),
        (position is Position.NOT_ADDRESSED, Standing.NOT_ADDRESSED),
        (progress is Progress.DONE, Standing.DONE_REPORTED),
        (progress in {Progress.PLANNED, Progress.UNDER_WAY}, Standing.ACTING),
    )
    return next((step for fits, step in steps if fits), Standing.NO_ACTION)


def least_advanced(standings: Iterable[Standing]) -> Standing:
    """Return a recommendation's own standing: that of its least advanced asked addressee.

    What is not asked is left out; a recommendation that nobody is asked about is ``NOT_ASKED``.
    """
    asked = [each for each in standings if each is not Standing.NOT_ASKED]
    return min(asked, key=ADVANCEMENT.index, default=Standing.NOT_ASKED)
