"""Audits with all that sheets tell of them."""

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.storage.list_facts import named
from revtrack.storage.rows import some, table_of
from revtrack.storage.some_cases import cases_for_letters


def sheet_cases(session: Session, ids: Collection[int]) -> dict[int, AuditCase]:
    """Return the audits with their questions and roles, each kind in one query."""
    cases = cases_for_letters(session, ids)
    questions = some(session, r.Question, table_of(r.Question).c.audit_id.in_(named(ids)))
    roles = some(session, r.AuditCommittee, table_of(r.AuditCommittee).c.audit_id.in_(named(ids)))
    recommendations = [each for case in cases.values() for each in case.recommendation_by_id]
    links, worded = r.RecommendationQuestion, r.RecommendationWording
    asked = some(session, links, table_of(links).c.recommendation_id.in_(named(recommendations)))
    wordings = some(
        session, worded, table_of(worded).c.recommendation_id.in_(named(recommendations))
    )
    return {
        number: replace(
            case,
            questions=tuple(each for each in questions if each.audit_id == number),
            audit_committees=tuple(each for each in roles if each.audit_id == number),
            recommendation_questions=tuple(
                each for each in asked if each.recommendation_id in case.recommendation_by_id
            ),
            wordings=tuple(
                each for each in wordings if each.recommendation_id in case.recommendation_by_id
            ),
        )
        for number, case in cases.items()
    }
