"""What stops a document from being made."""

from collections.abc import Iterable
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.codes import DocumentKind, Severity
from revtrack.domain.errors import RevTrackError
from revtrack.services.papers.occasions import OCCASIONAL
from revtrack.services.papers.orders import Order
from revtrack.wording import word_problem

_NEVER_STOPPED = frozenset(
    {DocumentKind.ASSESSMENT_TABLE, DocumentKind.RESPONSE_SUMMARY, *OCCASIONAL}
)
"""The kinds that speak of assessments or replies, not of what the letter recommends."""


def refuse_stopped(orders: Iterable[Order]) -> None:
    """Raise RevTrackError where a problem of severity error concerns one of the documents."""
    errors = dict.fromkeys(
        problem
        for order in orders
        if order.kind not in _NEVER_STOPPED
        for problem in stopping(order.case, order.today, order.committee)
    )
    if errors:
        raise RevTrackError(
            "The document was not made: {problems}",
            problems=" ".join(word_problem(problem) for problem in errors),
        )


def stopping(
    case: AuditCase, today: date, committee: r.Committee | None = None
) -> tuple[Problem, ...]:
    """Return the problems that stop the documents of an audit, or those for one committee.

    They are of severity error, and nobody has confirmed them as intended. What is for one committee
    is stopped by what concerns it or the whole letter, not by what concerns others. A missing day
    where a reply is asked for is none of them: no day means that no reply is asked for, and a
    letter of which nobody has said so is a draft that says that the day is not decided.
    """
    return tuple(
        problem
        for problem in check_case(case, today)
        if problem.severity is Severity.ERROR
        and not problem.is_confirmed
        and (committee is None or _concerns(problem, case, committee))
    )


def _concerns(problem: Problem, case: AuditCase, committee: r.Committee) -> bool:
    item = problem.recommendation
    return problem.committee in {None, committee} and (
        item is None or committee in case.committees_of(item.id)
    )
