from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.codes import (
    CommitteeKind,
    ExtensionDecision,
    Outcome,
    Position,
    Relation,
    ResponseKind,
    Review,
    Severity,
)
from revtrack.wording import word_problem
from tests.domain.build import (
    DUE,
    HANDED_OVER,
    TODAY,
    addressee,
    altered,
    clean_case,
    recommendation,
    response,
    stored,
    unanswered_case,
)

Change = Callable[[AuditCase], AuditCase]


def _codes(case: AuditCase, today: date = TODAY) -> list[str]:
    return [problem.code for problem in check_case(case, today)]


def test_nothing_is_complained_of_in_a_case_that_is_in_order() -> None:
    assert check_case(clean_case(), TODAY) == ()


def _to_nobody(case: AuditCase) -> AuditCase:
    return _linked(replace(case, recommendations=(*case.recommendations, recommendation(2))))


def _linked(case: AuditCase) -> AuditCase:
    """Let the second recommendation spring from the question too."""
    more = stored(r.RecommendationQuestion, 2, recommendation_id=2, question_id=1)
    return replace(case, recommendation_questions=(*case.recommendation_questions, more))


def _never_issued(case: AuditCase) -> AuditCase:
    return replace(case, recommendations=(altered(case.recommendations[0], letter_text=None),))


def _omitted(case: AuditCase) -> AuditCase:
    left_out = recommendation(2, number_in_letter=None, letter_text=None, relation=Relation.OMITTED)
    addressees = (*case.addressees, addressee(9, 2, 1, asked=False))
    recommendations = (*case.recommendations, left_out)
    return _linked(replace(case, recommendations=recommendations, addressees=addressees))


def _worded_as(relation: Relation | None) -> Change:
    def change(case: AuditCase) -> AuditCase:
        other = altered(case.recommendations[0], letter_text="Något annat", relation=relation)
        return replace(case, recommendations=(other,))

    return change


def _only_in_letter(case: AuditCase) -> AuditCase:
    added = altered(case.recommendations[0], report_text=None, relation=Relation.ADDED)
    audit = altered(case.audit, report_on=date(2022, 11, 1))
    return replace(case, audit=audit, recommendations=(added,))


def test_nothing_is_added_to_a_report_that_is_not_registered() -> None:
    case = _only_in_letter(clean_case())
    unread = replace(case, audit=altered(case.audit, report_on=None))
    assert check_case(unread, TODAY) == ()


def _answered(position: Position | None) -> Change:
    def change(case: AuditCase) -> AuditCase:
        first, second = case.answers
        return replace(case, answers=(altered(first, position=position), second))

    return change


def _response(**fields: object) -> Change:
    def change(case: AuditCase) -> AuditCase:
        first, second = case.responses
        return replace(case, responses=(altered(first, **fields), second))

    return change


_by_an_official = _response(kind=ResponseKind.STATEMENT, paragraph=None, decided_on=None)


def _first_missing(case: AuditCase) -> AuditCase:
    return replace(
        case,
        responses=case.responses[1:],
        response_cases=case.response_cases[1:],
        answers=case.answers[1:],
    )


def _granted(**fields: object) -> Change:
    def change(case: AuditCase) -> AuditCase:
        granted = stored(
            r.Extension,
            **{
                "reply_case_id": 1,
                "new_due_on": date(2023, 4, 3),
                "decision": ExtensionDecision.GRANTED,
                "decided_by": "ordföranden",
                "decided_on": date(2023, 2, 1),
                **fields,
            },
        )
        return replace(case, extensions=(granted,))

    return change


def _one_more_question(case: AuditCase) -> AuditCase:
    more = stored(r.Question, 2, audit_id=1, number=2, text="Finns rutiner?")
    return replace(case, questions=(*case.questions, more))


def _negative_without(case: AuditCase) -> AuditCase:
    case = _one_more_question(case)
    link = stored(r.AssessmentQuestion, 2, assessment_id=1, question_id=2)
    return replace(case, assessment_questions=(*case.assessment_questions, link))


@pytest.mark.parametrize(
    ("change", "code", "severity", "committee"),
    [
        (_to_nobody, "without_recipient", Severity.ERROR, None),
        (_never_issued, "wording_not_issued", Severity.ERROR, None),
        (_omitted, "omitted_from_letter", Severity.WARNING, None),
        (_worded_as(None), "wording_changed", Severity.WARNING, None),
        (_worded_as(Relation.CHANGED), "wording_changed", Severity.WARNING, None),
        (_only_in_letter, "added_in_letter", Severity.NOTICE, None),
        (_worded_as(Relation.EDITORIAL), "wording_editorial", Severity.NOTICE, None),
        (_answered(Position.NOT_ADDRESSED), "not_addressed", Severity.WARNING, "KS"),
        (_first_missing, "reply_overdue", Severity.WARNING, "KS"),
        (_response(received_on=date(2023, 3, 2)), "reply_late", Severity.NOTICE, "KS"),
        (_response(decided_on=None), "missing_meeting_day", Severity.WARNING, "KS"),
        (
            _response(decided_on=date(2022, 11, 30)),
            "reply_before_letter",
            Severity.WARNING,
            "KS",
        ),
        (_response(received_on=date(2023, 2, 19)), "days_out_of_order", Severity.WARNING, "KS"),
        (_answered(None), "unread_reply", Severity.NOTICE, "KS"),
        (_by_an_official, "reply_without_decision", Severity.WARNING, "KS"),
        (_response(paragraph=None), "missing_paragraph", Severity.NOTICE, "KS"),
        (_response(diary_number=None), "missing_diary_number", Severity.NOTICE, "KS"),
        (_granted(decided_by=None), "unknown_grantor", Severity.NOTICE, "KS"),
        (_granted(decided_on=None), "unknown_grantor", Severity.NOTICE, "KS"),
        (_one_more_question, "question_without_assessment", Severity.WARNING, None),
        (_negative_without, "negative_without_recommendation", Severity.NOTICE, None),
    ],
)
def test_each_trouble_is_told_of_once(
    change: Change, code: str, severity: Severity, committee: str | None
) -> None:
    (problem,) = check_case(change(clean_case()), TODAY)
    assert (problem.code, problem.severity) == (code, severity)
    assert (problem.committee.abbreviation if problem.committee else None) == committee
    assert problem.audit == "PRO-2022-1"
    assert "{" not in word_problem(problem)
    assert problem.is_serious == (severity is not Severity.NOTICE)


def test_a_reply_without_a_decision_is_enough_when_it_is_judged_so_or_is_a_companys() -> None:
    case = _by_an_official(clean_case())
    judged = altered(case.responses[0], review=Review.SUFFICIENT)
    assert _codes(replace(case, responses=(judged, case.responses[1]))) == []
    company = altered(case.committees[0], kind=CommitteeKind.COMPANY)
    assert _codes(replace(case, committees=(company, *case.committees[1:]))) == []


def test_a_reply_without_any_day_is_told_of_twice_the_day_and_what_it_hides() -> None:
    case = _response(decided_on=None, received_on=None)(clean_case())
    assert _codes(case) == ["missing_meeting_day", "time_unknown"]


@pytest.mark.parametrize(
    "change",
    [
        _granted(),
        _granted(decision=ExtensionDecision.REFUSED, decided_by=None),
        _granted(decision=ExtensionDecision.REQUESTED, decided_by=None),
        _response(received_on=DUE),
        _response(decided_on=HANDED_OVER),
        _response(received_on=date(2023, 2, 20)),
        _response(kind=ResponseKind.DELEGATED_DECISION, paragraph=None),
    ],
    ids=[
        "granted",
        "refused",
        "requested",
        "on_the_day",
        "same_day",
        "at_once",
        "delegated",
    ],
)
def test_what_looks_like_trouble_and_is_none(change: Change) -> None:
    assert _codes(change(clean_case())) == []


@pytest.mark.parametrize("said", [Relation.IDENTICAL, Relation.ADDED])
def test_a_changed_wording_is_told_of_whatever_it_is_called(said: Relation) -> None:
    assert _codes(_worded_as(said)(clean_case())) == ["wording_changed"]


def test_a_draft_has_no_wording_of_the_letter_yet() -> None:
    case = _never_issued(clean_case())
    assert _codes(replace(case, audit=altered(case.audit, handed_over_on=None))) == []


def test_an_officials_answer_has_no_meeting_to_ask_the_day_of() -> None:
    assert _codes(_by_an_official(clean_case())) == ["reply_without_decision"]


def test_what_has_been_closed_is_not_asked_for_again() -> None:
    case = _answered(Position.NOT_ADDRESSED)(clean_case())
    first, second = case.addressees
    closed = altered(first, outcome=Outcome.NO_LONGER_RELEVANT)
    assert _codes(replace(case, addressees=(closed, second))) == []


def test_nobody_is_overdue_on_the_day_itself() -> None:
    assert _codes(unanswered_case(), DUE) == []
    assert _codes(unanswered_case(), date(2023, 3, 2)) == ["reply_overdue"] * 2


def test_a_diary_number_of_the_reply_case_is_enough() -> None:
    case = _response(diary_number=None)(clean_case())
    first, second = case.reply_cases
    known = altered(first, diary_number="KS 2022:1")
    assert _codes(replace(case, reply_cases=(known, second))) == []


def test_a_draft_audit_without_assessments_is_not_complained_of() -> None:
    case = replace(
        clean_case(), assessments=(), assessment_questions=(), recommendation_questions=()
    )
    assert _codes(case) == []


def _confirmed(case: AuditCase, problem: Problem) -> AuditCase:
    confirmation = stored(
        r.Confirmation,
        audit_id=1,
        code=problem.code,
        committee_id=problem.committee.id if problem.committee else None,
        recommendation_id=problem.recommendation.id if problem.recommendation else None,
        reason="så var det tänkt",
        confirmed_on=TODAY,
    )
    return replace(case, confirmations=(confirmation,))


def test_a_confirmation_is_for_that_very_problem_and_no_other() -> None:
    case = replace(
        clean_case(),
        answers=tuple(
            altered(each, position=Position.NOT_ADDRESSED) for each in clean_case().answers
        ),
    )
    first, second = check_case(case, TODAY)
    assert first.is_serious
    assert second.is_serious
    first, second = check_case(_confirmed(case, first), TODAY)
    assert (first.is_confirmed, first.is_serious) == (True, False)
    assert (second.is_confirmed, second.is_serious) == (False, True)


def test_the_most_serious_stands_first() -> None:
    case = _to_nobody(_omitted(_worded_as(Relation.EDITORIAL)(clean_case())))
    order = list(Severity)
    places = [order.index(each.severity) for each in check_case(case, TODAY)]
    assert places == sorted(places)
    assert order.index(Severity.ERROR) == 0


def test_what_is_found_before_any_reply(awaiting: AuditCase) -> None:
    late = [
        each for each in check_case(awaiting, date(2023, 3, 21)) if each.code == "reply_overdue"
    ]
    assert [each.committee.abbreviation for each in late if each.committee] == [
        "KS",
        "GSN",
        "GN",
        "SOCN",
        "SBN",
        "VON",
    ]
    assert {each.values["count"] for each in late} == {1}


def test_a_response_of_nobodys_is_no_reply() -> None:
    case = replace(unanswered_case(), responses=(response(7),))
    assert _codes(case) == ["reply_overdue"] * 2
