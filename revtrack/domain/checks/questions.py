"""Between the audit questions, their assessments and the recommendations."""

from collections.abc import Iterator

from revtrack.domain.checks.problem import (
    IN_QUESTIONS,
    IN_RECOMMENDATIONS,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.codes import Grade, Severity
from revtrack.domain.errors import N_

NEGATIVE = frozenset({Grade.LIMITED, Grade.NO})

QUESTION_WITHOUT_ASSESSMENT = Trouble(
    "question_without_assessment",
    Severity.WARNING,
    N_("Audit question {number} has no assessment."),
    IN_QUESTIONS,
)
NEGATIVE_WITHOUT_RECOMMENDATION = Trouble(
    "negative_without_recommendation",
    Severity.NOTICE,
    N_("Audit question {number} is answered in the negative without a recommendation."),
    IN_QUESTIONS,
)
RECOMMENDATION_WITHOUT_QUESTION = Trouble(
    "recommendation_without_question",
    Severity.NOTICE,
    N_(
        "{number} springs from no audit question, though others do. "
        "Register the question that it answers to."
    ),
    IN_RECOMMENDATIONS,
)


def unanswered_question(inspection: Inspection) -> Iterator[Problem]:
    """Find audit questions that no assessment answers, once there are assessments."""
    case = inspection.case
    for question in case.questions:
        if case.assessments and not case.assessments_of(question.id):
            yield inspection.problem(QUESTION_WITHOUT_ASSESSMENT, question=question)


def negative_without_recommendation(inspection: Inspection) -> Iterator[Problem]:
    """Find questions answered in the negative that no recommendation springs from."""
    case = inspection.case
    linked = {link.question_id for link in case.recommendation_questions}
    if not linked:
        return
    for question in case.questions:
        grades = {each.grade for each in case.assessments_of(question.id)}
        if grades & NEGATIVE and question.id not in linked:
            yield inspection.problem(NEGATIVE_WITHOUT_RECOMMENDATION, question=question)


def recommendation_without_question(inspection: Inspection) -> Iterator[Problem]:
    """Find the report's recommendations that spring from no question, where others do."""
    case = inspection.case
    linked = {link.recommendation_id for link in case.recommendation_questions}
    for each in case.recommendations:
        if linked and each.id not in linked and each.report_text is not None:
            yield inspection.problem(RECOMMENDATION_WITHOUT_QUESTION, recommendation=each)


CHECKS: tuple[Check, ...] = (
    unanswered_question,
    negative_without_recommendation,
    recommendation_without_question,
)
