"""Avstämning: what is missing, late or contradictory in an audit, each with what to do about it.

One module for each kind of thing that is looked at. A new module is added to ``MODULES``: its
``CHECKS`` are then carried out and its kinds of trouble are known by their codes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import ModuleType

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import (
    actions,
    addressed,
    audits,
    council,
    days,
    drafts,
    due_days,
    letter,
    minutes,
    overdue,
    questions,
    recommendations,
    replies,
    restated,
    texts,
)
from revtrack.domain.checks.problem import (
    IN_QUESTIONS,
    IN_RECOMMENDATIONS,
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.codes import Severity
from revtrack.domain.records import Confirmation

__all__ = [
    "CHECKS",
    "IN_QUESTIONS",
    "IN_RECOMMENDATIONS",
    "IN_REPLIES",
    "TROUBLES",
    "Check",
    "Inspection",
    "Problem",
    "Trouble",
    "check_case",
]

MODULES: tuple[ModuleType, ...] = (
    letter,
    restated,
    addressed,
    recommendations,
    replies,
    actions,
    overdue,
    drafts,
    days,
    due_days,
    minutes,
    council,
    texts,
    questions,
    audits,
)
"""What is looked at, in the order that an auditor goes through a case."""

CHECKS: tuple[Check, ...] = tuple(check for module in MODULES for check in module.CHECKS)
"""All checks, in that order."""

TROUBLES: tuple[Trouble, ...] = tuple(
    dict.fromkeys(
        each for module in MODULES for each in vars(module).values() if isinstance(each, Trouble)
    )
)
"""All kinds of trouble that the checks may find, in the order of the modules."""

_SEVERITIES = list(Severity)
_Subject = tuple[str, int | None, int | None, int | None]


def check_case(case: AuditCase, today: date) -> tuple[Problem, ...]:
    """Return every problem of an audit, the most serious first, then in the order of the checks."""
    inspection = Inspection(case, today)
    confirmed = {
        (each.code, each.committee_id, each.recommendation_id, each.question_id): each
        for each in case.confirmations
    }
    found = [_held_against(confirmed, problem) for check in CHECKS for problem in check(inspection)]
    return tuple(sorted(found, key=lambda each: _SEVERITIES.index(each.severity)))


def _held_against(confirmed: Mapping[_Subject, Confirmation], problem: Problem) -> Problem:
    confirmation = _confirmation_of(problem, confirmed) if confirmed else None
    return replace(problem, confirmation=confirmation) if confirmation else problem


def _confirmation_of(
    problem: Problem, confirmed: Mapping[_Subject, Confirmation]
) -> Confirmation | None:
    """Return what confirms a problem; one without a fact of its own confirms it whatever comes."""
    code, committee_id, recommendation_id, question_id = problem.subject
    about = (committee_id, recommendation_id, question_id)
    return confirmed.get((problem.confirmed_as, *about)) or confirmed.get((code, *about))
