"""Which step may follow which, and the computed state of a reply and of a recommendation."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

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
from revtrack.domain.dates import first_day, last_day
from revtrack.domain.facts import AnswerFacts, ReportFacts, ResponseFacts, VerdictFacts

R = TypeVar("R", bound=ResponseFacts)
V = TypeVar("V", bound=VerdictFacts)
A = TypeVar("A")

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

OPEN_STATES = frozenset(
    {
        ReplyState.AWAITED,
        ReplyState.DRAFT_RECEIVED,
        ReplyState.REFERRED_BACK,
        ReplyState.ADOPTED,
    }
)
"""Where a reply is that has not come and that the auditors still wait for."""

ENDED_VERDICTS = frozenset({VerdictStep.FULL, VerdictStep.NO_LONGER_RELEVANT})
"""What auditors find of a recommendation of which nothing remains to be done."""


def in_time_order(responses: Iterable[R]) -> tuple[R, ...]:
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


def not_replaced(responses: Sequence[R]) -> tuple[R, ...]:
    """Return the responses whose place no other has taken, oldest first."""
    replaced = {response.replaces_id for response in responses}
    return tuple(each for each in in_time_order(responses) if each.id not in replaced)


def in_force(responses: Sequence[R]) -> tuple[R, ...]:
    """Return the responses that count, oldest first: not replaced, supplements once accepted."""
    return tuple(
        response
        for response in not_replaced(responses)
        if response.kind in COUNTING_KINDS
        or (response.kind is ResponseKind.SUPPLEMENT and response.review is Review.SUFFICIENT)
    )


def to_judge(responses: Sequence[R]) -> tuple[R, ...]:
    """Return the responses that have come and wait for the auditors' judgement, oldest first.

    What a later response has replaced waits for nothing.
    """
    return tuple(
        response
        for response in not_replaced(responses)
        if response.kind is not ResponseKind.DRAFT
        and response.is_received
        and response.review is Review.PENDING
    )


def decisive(responses: Sequence[R]) -> R | None:
    """Return the latest response that answers the case by itself; None while there is none."""
    counting = [each for each in in_force(responses) if each.kind in COUNTING_KINDS]
    return counting[-1] if counting else None


def latest_answer(
    responses: Sequence[R], answers: Mapping[int, A]
) -> tuple[R, A] | tuple[None, None]:
    """Return the latest answer in force to a recommendation, and the response it stands in.

    ``answers`` are those to the recommendation, by the id of the response.
    """
    for response in reversed(in_force(responses)):
        if response.id in answers:
            return response, answers[response.id]
    return None, None


def latest_verdict(verdicts: Iterable[V]) -> V | None:
    """Return the latest verdict on a recommendation; None where it is not followed up."""
    return max(verdicts, key=lambda each: (each.judged_on or date.min, each.id), default=None)


def reported_progress(
    answer: AnswerFacts | None, reports: Iterable[ReportFacts]
) -> Progress | None:
    """Return what the committee says it has done: in its latest accepted report, else answer."""
    accepted = [each for each in reports if each.review is Review.SUFFICIENT]
    if accepted:
        return max(accepted, key=lambda each: (each.reported_on or date.min, each.id)).progress
    return answer.progress if answer else None


def reply_state(responses: Sequence[R], *, is_requested: bool, is_given_up: bool) -> ReplyState:
    """Return where the reply is, from the responses registered in the case.

    A case that was given up stays so until a reply comes: that a committee is known to have
    decided does not make the auditors wait again.
    """
    main = decisive(responses)
    if main is not None and (main.is_received or not is_given_up):
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
        (verdict is not None and verdict not in ENDED_VERDICTS, Standing.REMAINING),
        (asked is None, Standing.DRAFT),
        (not asked, Standing.NOT_ASKED),
        (not is_answered, waiting),
        (position is None, Standing.UNREVIEWED),
        (position is Position.NOT_ADDRESSED, Standing.NOT_ADDRESSED),
        (progress is Progress.DONE, Standing.DONE_REPORTED),
        (progress in {Progress.PLANNED, Progress.UNDER_WAY}, Standing.ACTING),
    )
    return next((step for fits, step in steps if fits), Standing.NO_ACTION)


def is_ready(
    *,
    asked: bool | None,
    outcome: Outcome | None,
    verdict: VerdictStep | None,
    progress: Progress | None,
    action_days: Iterable[str],
    today: date,
) -> bool:
    """Tell whether a recommendation can be followed up: open, and said done or its time is up.

    ``action_days`` are the days by which actions were promised, as exact as stated; the whole of
    such a day must have passed.
    """
    is_open = asked is True and outcome is None and verdict not in ENDED_VERDICTS
    is_due = progress is Progress.DONE or any(last_day(each) < today for each in action_days)
    return is_open and is_due


def is_follow_up_time(planned: str | None, today: date) -> bool:
    """Tell whether an audit may be followed up: nothing is planned, or the time has begun."""
    return planned is None or first_day(planned) <= today


def least_advanced(standings: Iterable[Standing]) -> Standing:
    """Return a recommendation's own standing: that of its least advanced asked addressee.

    What is not asked is left out; a recommendation that nobody is asked about is ``NOT_ASKED``.
    """
    asked = [each for each in standings if each is not Standing.NOT_ASKED]
    return min(asked, key=ADVANCEMENT.index, default=Standing.NOT_ASKED)
