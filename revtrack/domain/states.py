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
from revtrack.domain.days.dates import first_day, last_day
from revtrack.domain.facts import AnswerFacts, JudgedFacts, ResponseFacts, VerdictFacts

R = TypeVar("R", bound=ResponseFacts)
J = TypeVar("J", bound=JudgedFacts)
V = TypeVar("V", bound=VerdictFacts)
A = TypeVar("A", bound=AnswerFacts)

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

REVIEWS_ALLOWED: dict[Review, frozenset[Review]] = {
    Review.PENDING: frozenset(
        {Review.SUFFICIENT, Review.SUPPLEMENT_REQUESTED, Review.INSUFFICIENT}
    ),
    Review.SUPPLEMENT_REQUESTED: frozenset(Review),
    Review.SUFFICIENT: frozenset({Review.PENDING}),
    Review.INSUFFICIENT: frozenset({Review.PENDING}),
}
"""Which judgement of a response, or of a progress report, may follow which.

What has been judged is judged anew only after the judgement is taken back; a supplement may be
asked for again, with another day, and a reply may be accepted without it.
"""

REVIEW_NEEDS: dict[Review, frozenset[str]] = {
    Review.PENDING: frozenset({"why"}),
    Review.SUFFICIENT: frozenset(),
    Review.SUPPLEMENT_REQUESTED: frozenset({"review_note"}),
    Review.INSUFFICIENT: frozenset({"review_note"}),
}
"""What each judgement has to say: what is missing, or why an earlier judgement is taken back.

A day by which a supplement is asked for is proposed where none is said.
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

_MOVED_BY_SUPPLEMENT: dict[ReplyState, frozenset[Review]] = {
    ReplyState.RECEIVED: frozenset(Review),
    ReplyState.INCOMPLETE: frozenset(Review),
    ReplyState.SUFFICIENT: frozenset({Review.SUPPLEMENT_REQUESTED}),
    ReplyState.INSUFFICIENT: frozenset({Review.SUFFICIENT, Review.SUPPLEMENT_REQUESTED}),
}
"""Which judgements of a supplement change where the reply is; one that nobody asked for does not
open again what is judged, until the auditors ask for more."""

OPEN_STATES = frozenset(
    {
        ReplyState.AWAITED,
        ReplyState.DRAFT_RECEIVED,
        ReplyState.REFERRED_BACK,
        ReplyState.ADOPTED,
    }
)
"""Where a reply is that has not come and that the auditors still wait for; from here, and from
here only, they may give it up."""

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
    if len(responses) <= 1:
        return tuple(responses)
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


def first_reply(responses: Sequence[R]) -> R | None:
    """Return the response that decides whether the case was answered in time.

    It is the first that came and answered the case, whatever has taken its place since; while none
    has come, the one known to be adopted.
    """
    main = decisive(responses)
    if main is None or not main.is_received:
        return main
    came = (each for each in responses if each.kind in COUNTING_KINDS and each.is_received)
    return min(came, key=lambda each: each.id)


def latest_answer(
    responses: Sequence[R], answers: Mapping[int, A]
) -> tuple[R, A] | tuple[None, None]:
    """Return the latest answer in force to a recommendation, and the response it stands in.

    ``answers`` are those to the recommendation, by the id of the response. An answer that takes a
    position goes before a later one that only tells what has been done.
    """
    if not answers:
        return None, None
    given = [(each, answers[each.id]) for each in in_force(responses) if each.id in answers]
    return next(
        (each for each in reversed(given) if each[1].position is not None),
        given[-1] if given else (None, None),
    )


def answered_progress(responses: Sequence[R], answers: Mapping[int, A]) -> Progress | None:
    """Return what the latest answer in force that says so tells has been done."""
    given = (answers[each.id].progress for each in in_force(responses) if each.id in answers)
    return next((each for each in reversed(list(given)) if each is not None), None)


def verdicts_in_order(verdicts: Iterable[V]) -> tuple[V, ...]:
    """Return the verdicts by day, one without a day first, then as they were registered."""
    return tuple(sorted(verdicts, key=lambda each: (each.judged_on or date.min, each.id)))


def latest_verdict(verdicts: Iterable[V]) -> V | None:
    """Return the latest verdict on a recommendation; None where it is not followed up."""
    found = verdicts_in_order(verdicts)
    return found[-1] if found else None


def reply_state(responses: Sequence[R], *, is_requested: bool, is_given_up: bool) -> ReplyState:
    """Return where the reply is, from the responses registered in the case.

    A case that was given up stays so until a reply comes: that a committee is known to have
    decided does not make the auditors wait again.
    """
    main = decisive(responses)
    if main is not None and (main.is_received or not is_given_up):
        if not main.is_received:
            return ReplyState.ADOPTED
        return _judged_state(main, _supplements_after(main, responses))
    if is_given_up:
        return ReplyState.NO_REPLY
    drafts = [each for each in in_time_order(responses) if each.kind is ResponseKind.DRAFT]
    if drafts:
        referred = drafts[-1].is_referred_back
        return ReplyState.REFERRED_BACK if referred else ReplyState.DRAFT_RECEIVED
    return ReplyState.AWAITED if is_requested else ReplyState.NOT_REQUESTED


def _supplements_after(main: R, responses: Sequence[R]) -> tuple[R, ...]:
    return tuple(
        each
        for each in in_time_order(responses)
        if each.kind is ResponseKind.SUPPLEMENT and each.id > main.id
    )


def _judged_state(main: ResponseFacts, supplements: Iterable[ResponseFacts]) -> ReplyState:
    state = _BY_REVIEW[main.review]
    if main.review is Review.PENDING:
        return state
    for each in supplements:
        if each.review in _MOVED_BY_SUPPLEMENT[state]:
            state = _BY_REVIEW[each.review]
    return state


def supplement_day(responses: Sequence[ResponseFacts], state: ReplyState) -> date | None:
    """Return the day by which a supplement is awaited in this state; None: by none."""
    main = decisive(responses)
    if main is None or state is not ReplyState.INCOMPLETE:
        return None
    asked = [
        each.supplement_due_on
        for each in (main, *_supplements_after(main, responses))
        if each.review is Review.SUPPLEMENT_REQUESTED
    ]
    return asked[-1]


def is_read(response: R, answers: Iterable[Mapping[int, A]]) -> bool:
    """Tell whether a response has been gone through, so that it can be judged.

    ``answers`` are those to each recommendation that was asked, by the id of the response. A reply
    is to give a position on all of them, which may be that it says nothing; a supplement is about
    a part, so that one answer is enough.
    """
    own = [each.get(response.id) for each in answers]
    if response.kind is ResponseKind.SUPPLEMENT:
        return not own or any(each and (each.position or each.progress) for each in own)
    return all(each is not None and each.position is not None for each in own)


def judged_together(responses: Sequence[J]) -> tuple[J, ...]:
    """Return the responses that a judgement is about: all that wait, else those judged last."""
    return to_judge(responses) or judged_last(responses)


def judged_last(responses: Sequence[J]) -> tuple[J, ...]:
    """Return the responses of the latest judgement, oldest first; none where nothing is judged.

    What was judged together has the same judgement, in all that it says.
    """
    judged = [
        each
        for each in not_replaced(responses)
        if each.kind is not ResponseKind.DRAFT
        and each.is_received
        and each.review is not Review.PENDING
    ]
    return tuple(each for each in judged if _judgement(each) == _judgement(judged[-1]))


def _judgement(response: JudgedFacts) -> tuple[object, ...]:
    return (
        response.review,
        response.reviewed_on,
        response.review_note,
        response.review_paragraph,
        response.supplement_due_on,
    )


def draft_in_hand(responses: Sequence[R]) -> R | None:
    """Return the officials' draft that may be referred back: the latest, unless it has been."""
    drafts = [each for each in in_time_order(responses) if each.kind is ResponseKind.DRAFT]
    return drafts[-1] if drafts and not drafts[-1].is_referred_back else None


def standing(  # noqa: PLR0913 - each axis is a fact of its own; mixing them is what went wrong before
    *,
    outcome: Outcome | None,
    verdict: VerdictStep | None,
    asked: bool | None,
    is_answered: bool,
    is_requested: bool,
    position: Position | None,
    progress: Progress | None,
    is_promised: bool = False,
    is_reopened: bool = False,
) -> Standing:
    """Return the one state shown for a recommendation to a committee: the first that fits.

    ``is_promised`` tells that an action stands, whatever else is said of how far it has come;
    ``is_reopened`` that the auditors opened it again after their verdict, so that it remains.
    """
    waiting = Standing.AWAITING if is_requested else Standing.NO_ACTION
    remains = verdict is not None and (is_reopened or verdict not in ENDED_VERDICTS)
    steps = (
        (outcome is not None, Standing.CLOSED),
        (remains, Standing.REMAINING),
        (asked is None, Standing.DRAFT),
        (not asked, Standing.NOT_ASKED),
        (not is_answered, waiting),
        (position is None, Standing.UNREVIEWED),
        (position is Position.NOT_ADDRESSED, Standing.NOT_ADDRESSED),
        (progress is Progress.DONE, Standing.DONE_REPORTED),
        (is_promised or progress in {Progress.PLANNED, Progress.UNDER_WAY}, Standing.ACTING),
    )
    return next((step for fits, step in steps if fits), Standing.NO_ACTION)


def is_ready(  # noqa: PLR0913 - the facts that decide, each by its name
    *,
    asked: bool | None,
    outcome: Outcome | None,
    verdict: VerdictStep | None,
    progress: Progress | None,
    action_days: Iterable[str],
    planned: str | None,
    today: date,
) -> bool:
    """Tell whether a recommendation can be followed up: open, and said done or its time is up.

    ``action_days`` are the days by which actions were promised, as exact as stated; the whole of
    such a day must have passed. Where there is none, the time is up when the audit's ``planned``
    follow-up has begun, and nothing has been judged.
    """
    days = tuple(action_days)
    is_open = asked is True and outcome is None and verdict not in ENDED_VERDICTS
    is_due = progress is Progress.DONE or any(last_day(each) < today for each in days)
    return is_open and (is_due or (not days and verdict is None and has_begun(planned, today)))


def has_begun(planned: str | None, today: date) -> bool:
    """Tell whether a follow-up is planned, and its time has come."""
    return planned is not None and first_day(planned) <= today


def is_follow_up_time(planned: str | None, today: date) -> bool:
    """Tell whether an audit may be followed up: nothing is planned, or the time has begun."""
    return planned is None or first_day(planned) <= today


def least_advanced(standings: Iterable[Standing]) -> Standing:
    """Return a recommendation's own standing: that of its least advanced asked addressee.

    What is not asked is left out; a recommendation that nobody is asked about is ``NOT_ASKED``.
    """
    asked = [each for each in standings if each is not Standing.NOT_ASKED]
    return min(asked, key=ADVANCEMENT.index, default=Standing.NOT_ASKED)
