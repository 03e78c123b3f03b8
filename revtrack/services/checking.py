"""Avstämning of one audit or of all, and confirming a problem as intended."""

from datetime import date

from revtrack.domain import records as r
from revtrack.domain.checks import Problem, check_case
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.rows import add
from revtrack.storage.store import Store


def check_audit(store: Store, audit_id: int, today: date) -> tuple[Problem, ...]:
    """Return every problem of one audit, the most serious first."""
    with store.reading() as session:
        return check_case(load_case(session, audit_id), today)


def check_all(store: Store, today: date) -> tuple[Problem, ...]:
    """Return every problem of every audit, audit by audit."""
    with store.reading() as session:
        return tuple(
            problem
            for audit in list_audits(session)
            for problem in check_case(load_case(session, audit.id), today)
        )


def confirm(
    store: Store, audit_id: int, problem: Problem, reason: str, today: date
) -> r.Confirmation:
    """Store that a problem is as intended, with the reason, and return it."""
    with store.wish(reason) as session:
        return add(
            session,
            r.Confirmation,
            r.NewConfirmation(
                audit_id=audit_id,
                code=problem.code,
                committee_id=problem.committee.id if problem.committee else None,
                recommendation_id=problem.recommendation.id if problem.recommendation else None,
                reason=reason,
                confirmed_on=today,
            ),
        )
