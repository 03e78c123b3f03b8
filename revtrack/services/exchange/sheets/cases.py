"""Audits with all that sheets tell of them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.storage.list_facts import named
from revtrack.storage.rows import some, table_of
from revtrack.storage.some_cases import cases_for_letters

T = TypeVar("T")


def sheet_cases(session: Session, ids: Collection[int]) -> dict[int, AuditCase]:
    """Return the audits with their questions and roles, each kind in one query."""
    cases = cases_for_letters(session, ids)
    audit_of = {
        each: number for number, case in cases.items() for each in case.recommendation_by_id
    }
    question, role = table_of(r.Question).c, table_of(r.AuditCommittee).c
    link, wording = table_of(r.RecommendationQuestion).c, table_of(r.RecommendationWording).c
    questions = some(session, r.Question, question.audit_id.in_(named(ids)))
    roles = some(session, r.AuditCommittee, role.audit_id.in_(named(ids)))
    asked = some(session, r.RecommendationQuestion, link.recommendation_id.in_(named(audit_of)))
    wordings = some(
        session, r.RecommendationWording, wording.recommendation_id.in_(named(audit_of))
    )
    questions_of = _parted(questions, lambda each: each.audit_id)
    roles_of = _parted(roles, lambda each: each.audit_id)
    asked_of = _parted(asked, lambda each: audit_of[each.recommendation_id])
    wordings_of = _parted(wordings, lambda each: audit_of[each.recommendation_id])
    return {
        number: replace(
            case,
            questions=questions_of.get(number, ()),
            audit_committees=roles_of.get(number, ()),
            recommendation_questions=asked_of.get(number, ()),
            wordings=wordings_of.get(number, ()),
        )
        for number, case in cases.items()
    }


def _parted(found: Iterable[T], audit_of: Callable[[T], int]) -> dict[int, tuple[T, ...]]:
    """Return what belongs to each audit, by its id."""
    parted: dict[int, list[T]] = {}
    for each in found:
        parted.setdefault(audit_of(each), []).append(each)
    return {number: tuple(members) for number, members in parted.items()}
