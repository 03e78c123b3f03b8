"""What stops a document from being made."""

from collections.abc import Sequence
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.codes import DocumentKind, Severity
from revtrack.domain.errors import N_, RevTrackError
from revtrack.services.papers.occasions import OCCASIONAL
from revtrack.services.papers.orders import Order
from revtrack.wording import word_problem

NEVER_STOPPED = frozenset(
    {DocumentKind.ASSESSMENT_TABLE, DocumentKind.RESPONSE_SUMMARY, *OCCASIONAL}
)
"""The kinds that speak of assessments or replies, not of what the letter recommends."""


class StoppedError(RevTrackError):
    """A document that was not made, for what is wrong in the register."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep what is wrong, so that the way to it can be shown."""
        super().__init__(
            N_("The document was not made: {problems}"),
            problems=" ".join(word_problem(problem) for problem in problems),
        )
        self.problems = tuple(problems)


def refuse_stopped(orders: Sequence[Order]) -> None:
    """Raise StoppedError where a problem of severity error concerns one of the documents.

    They are of one kind and of one audit, which is checked once for all of them.
    """
    if not orders or orders[0].kind in NEVER_STOPPED:
        return
    committees = [order.committee for order in orders]
    errors = [
        problem
        for problem in stopping(orders[0].case, orders[0].today)
        if any(each is None or _concerns(problem, orders[0].case, each) for each in committees)
    ]
    if errors:
        raise StoppedError(errors)


def stopping(case: AuditCase, today: date) -> tuple[Problem, ...]:
    """Return the problems that stop the documents of an audit.

    They are of severity error, and nobody has confirmed them as intended. A missing day where a
    reply is asked for is none of them: no day means that no reply is asked for, and a letter of
    which nobody has said so is a draft that says that the day is not decided.
    """
    return tuple(
        problem
        for problem in check_case(case, today)
        if problem.severity is Severity.ERROR and not problem.is_confirmed
    )


def _concerns(problem: Problem, case: AuditCase, committee: r.Committee) -> bool:
    """Tell whether what is for one committee is stopped: by what concerns it or all of them."""
    item = problem.recommendation
    return problem.committee in {None, committee} and (
        item is None or committee in case.committees_of(item.id)
    )
