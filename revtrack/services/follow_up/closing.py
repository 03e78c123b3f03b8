"""Closing what is done or given up, and opening it again."""

from collections.abc import Mapping, Sequence
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.codes import Outcome
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.closing import Closing, answer_on_problem, refusal_to_close
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.judging import Cases
from revtrack.storage.rows import change
from revtrack.storage.store import Store


def close(
    store: Store, addressee_ids: Sequence[int], closing: Closing, today: date
) -> tuple[r.Addressee, ...]:
    """Close recommendations to committees, all in the same way, and return them; all or none.

    Raises RevTrackError for the first that cannot be closed so: it is closed already, actions are
    open and it is not forced, or nobody says whether the problem is solved.
    """
    return close_each(store, dict.fromkeys(addressee_ids, closing), today)


def close_each(
    store: Store, closings: Mapping[int, Closing], today: date
) -> tuple[r.Addressee, ...]:
    """Close recommendations to committees, each in its own way by id; all or none."""
    refuse_clerk_to_follow_up(store)
    if not closings:
        raise UsageError("Name at least one recommendation to close.")
    if any(closing.outcome is Outcome.MERGED for closing in closings.values()):
        raise UsageError(
            "A recommendation is closed as merged by saying which it is merged into: "
            "revtrack follow-up merge"
        )
    reasons = dict.fromkeys(closing.reason for closing in closings.values())
    with store.wish("; ".join(reasons)) as session:
        cases = Cases(session)
        closed = []
        for addressee_id, closing in closings.items():
            case, line = cases.of_addressee(addressee_id)
            refusal = refusal_to_close(case, line, closing, today)
            if refusal is not None:
                raise refusal
            closed.append(
                change(session, stored_addressee(cases, line), **closed_as(line, closing))
            )
        return tuple(closed)


def stored_addressee(cases: Cases, line: AddresseeLine) -> r.Addressee:
    """Return the addressee of a line as it is stored, without what its whole lends it."""
    case, _line = cases.of_addressee(line.addressee.id)
    return case.addressee_by_id[line.addressee.id]


def closed_as(line: AddresseeLine, closing: Closing) -> dict[str, object]:
    """Return the fields of an addressee that closing it changes."""
    return {
        "outcome": closing.outcome,
        "closed_on": closing.closed_on,
        "closing_reason": closing.reason,
        "reopening_reason": None,
        "problem_solved": answer_on_problem(line, closing.solved),
    }


def reopen(store: Store, addressee_ids: Sequence[int], reason: str) -> tuple[r.Addressee, ...]:
    """Open closed recommendations to committees again and return them; all or none.

    How and why each was closed stays in the history. Raises RevTrackError for the first that is
    open, or is closed in its parts.
    """
    refuse_clerk_to_follow_up(store)
    if not addressee_ids:
        raise UsageError("Name at least one recommendation to reopen.")
    with store.wish(reason) as session:
        cases = Cases(session)
        opened = []
        for addressee_id in dict.fromkeys(addressee_ids):
            _case, line = cases.of_addressee(addressee_id)
            _refuse_to_reopen(line)
            opened.append(
                change(
                    session,
                    stored_addressee(cases, line),
                    outcome=None,
                    closed_on=None,
                    closing_reason=None,
                    problem_solved=None,
                    reopening_reason=reason,
                )
            )
        _take_out_of_merger(cases, opened)
        return tuple(opened)


def _refuse_to_reopen(line: AddresseeLine) -> None:
    if line.parts:
        raise RevTrackError(
            "{number} is followed in its parts: {parts}. Reopen them, each on its own.",
            number=line.number,
            parts=", ".join(part.number for part in line.parts),
        )
    if line.addressee.outcome is None:
        raise RevTrackError(
            "{number} to {committee} is open.", number=line.number, committee=line.committee.name
        )


def _take_out_of_merger(cases: Cases, opened: Sequence[r.Addressee]) -> None:
    """Forget what a recommendation was merged into once none of its addressees is merged."""
    ids = {each.id for each in opened}
    for recommendation_id in dict.fromkeys(each.recommendation_id for each in opened):
        case = next(
            each for each in cases.by_id.values() if recommendation_id in each.recommendation_by_id
        )
        recommendation = case.recommendation_by_id[recommendation_id]
        still = any(
            each.outcome is Outcome.MERGED and each.id not in ids
            for each in case.addressees
            if each.recommendation_id == recommendation_id
        )
        if recommendation.merged_into_id is not None and not still:
            change(cases.session, recommendation, merged_into_id=None)
