"""Avstämning: what is missing, late or contradictory in an audit, each with what to do about it.

Each check is a function that looks at one kind of trouble and gives what it finds. A problem is
known by its code, committee and recommendation, so that a person can confirm it as intended.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    ExtensionDecision,
    Grade,
    Position,
    Relation,
    ReplyState,
    ResponseKind,
    Severity,
    Standing,
)
from revtrack.domain.errors import N_, NN_
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.domain.records import Committee, Recommendation
from revtrack.domain.wordings import relation_of

IN_QUESTIONS = N_("Questions and assessments")
IN_RECOMMENDATIONS = N_("Recommendations")
IN_REPLIES = N_("Replies and due days")

_NOT_REPLIED = NN_(
    "{committee} has not replied; the day was {due}, {count} day ago. Remind it.",
    "{committee} has not replied; the day was {due}, {count} days ago. Remind it.",
)
_DECIDED_ONLY = NN_(
    "{committee} has decided, but its reply has not come in; the day was {due}, {count} day ago. "
    "Ask for it.",
    "{committee} has decided, but its reply has not come in; the day was {due}, {count} days ago. "
    "Ask for it.",
)
_WITH_MINUTES = frozenset({ResponseKind.DECISION, ResponseKind.JOINT})
_NEGATIVE = frozenset({Grade.LIMITED, Grade.NO})


@dataclass(frozen=True)
class Problem:
    """Something that a person should mend or confirm."""

    code: str
    severity: Severity
    message: str | tuple[str, str]
    """An English sentence of the catalogue with named fields: what is wrong and what to do.

    Two sentences are the singular and the plural, told apart by the value called ``count``.
    """
    values: dict[str, Any] = field(hash=False)
    audit: str
    """Reference of the audit."""
    where: str
    """The tab where it is mended, as an English message of the catalogue."""
    committee: Committee | None = None
    recommendation: Recommendation | None = None
    is_confirmed: bool = False

    @property
    def is_serious(self) -> bool:
        """Whether it is a warning or an error that nobody has confirmed."""
        return not self.is_confirmed and self.severity is not Severity.NOTICE


Check = Callable[[AuditCase, date], Iterator[Problem]]


def check_case(case: AuditCase, today: date) -> tuple[Problem, ...]:
    """Return every problem of an audit, the most serious first, then in the order of the checks."""
    confirmed = {
        (each.code, each.committee_id, each.recommendation_id) for each in case.confirmations
    }
    found = [_marked(problem, confirmed) for check in CHECKS for problem in check(case, today)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda each: order.index(each.severity)))


def _marked(problem: Problem, confirmed: set[tuple[str, int | None, int | None]]) -> Problem:
    key = (
        problem.code,
        problem.committee.id if problem.committee else None,
        problem.recommendation.id if problem.recommendation else None,
    )
    return Problem(**{**vars(problem), "is_confirmed": key in confirmed})


def nothing_recommended(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find an issued letter of which no recommendation is registered."""
    if case.is_handed_over and not case.recommendations:
        yield Problem(
            "no_recommendations",
            Severity.NOTICE,
            N_(
                "No recommendation is registered, so the letter says that there is none. "
                "Register them if the letter holds any."
            ),
            {},
            case.audit.reference,
            IN_RECOMMENDATIONS,
        )


def without_recipient(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find recommendations that go to nobody."""
    for each in case.recommendations:
        if not case.committees_of(each.id):
            yield Problem(
                "without_recipient",
                Severity.ERROR,
                N_("{number} goes to no committee. Register its recipients."),
                {"number": case.number_of(each)},
                case.audit.reference,
                IN_RECOMMENDATIONS,
                recommendation=each,
            )


def wording_not_issued(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find recommendations that the issued letter numbers and of which it has no wording."""
    for each in case.recommendations:
        if case.is_handed_over and each.number_in_letter and not each.letter_text:
            yield Problem(
                "wording_not_issued",
                Severity.ERROR,
                N_(
                    "{number} is in the issued letter, but the letter's wording of it is not "
                    "registered. Register it as the letter has it."
                ),
                {"number": each.number_in_letter},
                case.audit.reference,
                IN_RECOMMENDATIONS,
                recommendation=each,
            )


def omitted_from_letter(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find what the report recommends and the letter leaves out."""
    for each in case.recommendations:
        if relation_of(each) is Relation.OMITTED:
            yield Problem(
                "omitted_from_letter",
                Severity.WARNING,
                N_(
                    "The report's recommendation {number} is not in the letter: {text}. "
                    "Confirm that it is meant, or write to the committee."
                ),
                {"number": each.number_in_report or "", "text": each.report_text or ""},
                case.audit.reference,
                IN_RECOMMENDATIONS,
                recommendation=each,
            )


def wording_differs(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find recommendations that the letter words otherwise than the report, or adds to it."""
    kinds = {
        Relation.CHANGED: (
            "wording_changed",
            Severity.WARNING,
            N_("The letter changes the wording of {number}. Confirm that it is meant."),
        ),
        Relation.ADDED: (
            "added_in_letter",
            Severity.NOTICE,
            N_("{number} stands in the letter alone, not in the report."),
        ),
        Relation.EDITORIAL: (
            "wording_editorial",
            Severity.NOTICE,
            N_("The letter words {number} otherwise than the report; judged to mean the same."),
        ),
    }
    for each in case.recommendations:
        relation = relation_of(each)
        if relation in kinds:
            code, severity, message = kinds[relation]
            yield Problem(
                code,
                severity,
                message,
                {"number": case.number_of(each)},
                case.audit.reference,
                IN_RECOMMENDATIONS,
                recommendation=each,
            )


def not_addressed(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find recommendations that a committee was asked about and its reply never answers."""
    for line in addressee_lines(case):
        if line.position is Position.NOT_ADDRESSED and line.standing is not Standing.CLOSED:
            yield Problem(
                "not_addressed",
                Severity.WARNING,
                N_("{committee} does not answer {number} in its reply. Ask for a supplement."),
                {"committee": line.committee.name, "number": line.number},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
                line.recommendation,
            )


def reply_overdue(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find replies that have not come after their day."""
    for line in reply_lines(case, today):
        if not line.is_open or line.due_on is None or line.due_on >= today:
            continue
        is_adopted = line.state is ReplyState.ADOPTED
        yield Problem(
            "reply_overdue",
            Severity.WARNING,
            _DECIDED_ONLY if is_adopted else _NOT_REPLIED,
            {
                "committee": line.committee.name,
                "due": line.due_on,
                "count": (today - line.due_on).days,
            },
            case.audit.reference,
            IN_REPLIES,
            line.committee,
        )


def reply_late(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find replies that came after their day."""
    for line in reply_lines(case, today):
        if line.decision is not None and line.has_come and line.days_late:
            yield Problem(
                "reply_late",
                Severity.NOTICE,
                NN_(
                    "{committee} replied {count} day after {due}.",
                    "{committee} replied {count} days after {due}.",
                ),
                {"committee": line.committee.name, "due": line.due_on, "count": line.days_late},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def undated_reply(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find decisions without their meeting's day, and replies that may or may not be in time."""
    for line in reply_lines(case, today):
        decision = line.decision
        if decision is None:
            continue
        if decision.decided_on is None and decision.kind in _WITH_MINUTES:
            yield Problem(
                "missing_meeting_day",
                Severity.WARNING,
                N_(
                    "The reply of {committee} (§ {paragraph}) does not state the day of the "
                    "meeting. Ask the committee's secretary."
                ),
                {"committee": line.committee.name, "paragraph": decision.paragraph or "?"},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )
        if line.is_time_unknown and line.reply_case.due_on is not None:
            yield Problem(
                "time_unknown",
                Severity.NOTICE,
                N_("No day is stated for the reply of {committee}: unknown whether in time."),
                {"committee": line.committee.name},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def reply_before_letter(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find decisions that are dated before the letter that they answer."""
    letter = case.audit.handed_over_on
    for line in reply_lines(case, today):
        decided = line.decision.decided_on if line.decision else None
        if letter is not None and decided is not None and decided < letter:
            yield Problem(
                "reply_before_letter",
                Severity.WARNING,
                N_(
                    "The reply of {committee} is decided on {decided}, before the letter of "
                    "{letter}. Check both days."
                ),
                {"committee": line.committee.name, "decided": decided, "letter": letter},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def days_out_of_order(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find replies that came in before they were decided."""
    for line in reply_lines(case, today):
        decided = line.decision.decided_on if line.decision else None
        received = line.decision.received_on if line.decision else None
        if decided is not None and received is not None and decided > received:
            yield Problem(
                "days_out_of_order",
                Severity.WARNING,
                N_(
                    "The reply of {committee} came in on {received}, before it was decided on "
                    "{decided}. Check both days."
                ),
                {"committee": line.committee.name, "received": received, "decided": decided},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def unread_reply(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find replies that have come with recommendations to which nobody has read the position."""
    for line in reply_lines(case, today):
        if line.decision is not None and line.unanswered:
            yield Problem(
                "unread_reply",
                Severity.NOTICE,
                NN_(
                    "The reply of {committee} has not been read for {count} recommendation.",
                    "The reply of {committee} has not been read for {count} recommendations.",
                ),
                {"committee": line.committee.name, "count": line.unanswered},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def incomplete_decision(case: AuditCase, today: date) -> Iterator[Problem]:
    """Find committee decisions that lack their paragraph or diary number."""
    for line in reply_lines(case, today):
        decision = line.decision
        if decision is None or line.state is ReplyState.ADOPTED:
            continue
        if decision.kind in _WITH_MINUTES and decision.paragraph is None:
            yield Problem(
                "missing_paragraph",
                Severity.NOTICE,
                N_("The reply of {committee} lacks the number of its paragraph in the minutes."),
                {"committee": line.committee.name},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )
        if decision.diary_number is None and line.reply_case.diary_number is None:
            yield Problem(
                "missing_diary_number",
                Severity.NOTICE,
                N_("No diary number is registered for {committee}."),
                {"committee": line.committee.name},
                case.audit.reference,
                IN_REPLIES,
                line.committee,
            )


def unknown_grantor(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find extensions that nobody is said to have granted."""
    cases = {each.id: each for each in case.reply_cases}
    for each in case.extensions:
        is_granted = each.decision is ExtensionDecision.GRANTED
        if is_granted and (each.decided_by is None or each.decided_on is None):
            committee = case.committee_by_id[cases[each.reply_case_id].committee_id]
            yield Problem(
                "unknown_grantor",
                Severity.NOTICE,
                N_("It is not stated who gave {committee} until {day}, or when."),
                {"committee": committee.name, "day": each.new_due_on},
                case.audit.reference,
                IN_REPLIES,
                committee,
            )


def unanswered_question(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find audit questions that no assessment answers, once there are assessments."""
    for question in case.questions:
        if case.assessments and not case.assessments_of(question.id):
            yield Problem(
                "question_without_assessment",
                Severity.WARNING,
                N_("Audit question {number} has no assessment."),
                {"number": question.number},
                case.audit.reference,
                IN_QUESTIONS,
            )


def negative_without_recommendation(case: AuditCase, _today: date) -> Iterator[Problem]:
    """Find questions answered in the negative that no recommendation springs from."""
    linked = {link.question_id for link in case.recommendation_questions}
    if not linked:
        return
    for question in case.questions:
        grades = {each.grade for each in case.assessments_of(question.id)}
        if grades & _NEGATIVE and question.id not in linked:
            yield Problem(
                "negative_without_recommendation",
                Severity.NOTICE,
                N_("Audit question {number} is answered in the negative without a recommendation."),
                {"number": question.number},
                case.audit.reference,
                IN_QUESTIONS,
            )


CHECKS: tuple[Check, ...] = (
    nothing_recommended,
    without_recipient,
    wording_not_issued,
    omitted_from_letter,
    wording_differs,
    not_addressed,
    reply_overdue,
    reply_late,
    undated_reply,
    reply_before_letter,
    days_out_of_order,
    unread_reply,
    incomplete_decision,
    unknown_grantor,
    unanswered_question,
    negative_without_recommendation,
)
"""All checks, in the order that an auditor goes through a case."""
