"""Each gap between report, letter, reply and council, made in a clean audit, is told of alone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase, EarlierRecommendation
from revtrack.domain.checks import TROUBLES, check_case
from revtrack.domain.codes import (
    CouncilDecisionKind,
    Position,
    Progress,
    RecommendationKind,
    ResponseKind,
    RestatementSource,
    Review,
)
from revtrack.services.checking import key_of
from revtrack.wording import word_problem
from tests.domain.build import altered, recommendation, stored
from tests.domain.clean import ALLERGY, FOOD, rich_clean_case

TODAY = date(2023, 6, 1)
Change = Callable[[AuditCase], AuditCase]


def found_in(case: AuditCase, today: date = TODAY) -> set[str]:
    return {key_of(each) for each in check_case(case, today)}


def with_changed(field: str, place: int, /, **values: Any) -> Change:  # noqa: ANN401 - any record's
    """Return what gives one record of a case other values."""

    def change(case: AuditCase) -> AuditCase:
        records = list(getattr(case, field))
        records[place] = altered(records[place], **values)
        changed: dict[str, Any] = {field: tuple(records)}
        return replace(case, **changed)

    return change


def all_of(*changes: Change) -> Change:
    def change(case: AuditCase) -> AuditCase:
        for each in changes:
            case = each(case)
        return case

    return change


def _of_audit(**values: Any) -> Change:  # noqa: ANN401 - any field of the audit
    return lambda case: replace(case, audit=altered(case.audit, **values))


def _both_worded(number: int, text: str) -> Change:
    """Word a recommendation so in the report, the letter and everywhere else."""

    def change(case: AuditCase) -> AuditCase:
        worded = tuple(
            altered(each, report_text=text, letter_text=text) if each.id == number else each
            for each in case.recommendations
        )
        rows = tuple(
            altered(row, text=text) if row.recommendation_id == number else row
            for row in case.restatements
        )
        return replace(case, recommendations=worded, restatements=rows)

    return change


def _more_recommendation(**values: Any) -> Change:  # noqa: ANN401 - any field of it
    """Add a third recommendation, to the board, that has been carried out."""

    def change(case: AuditCase) -> AuditCase:
        more = recommendation(3, **values)
        link = stored(r.RecommendationQuestion, 3, recommendation_id=3, question_id=1)
        addressed = stored(r.Addressee, 4, recommendation_id=3, committee_id=1, asked=True)
        answer = stored(
            r.Answer,
            4,
            response_id=1,
            addressee_id=4,
            position=Position.AGREES,
            progress=Progress.DONE,
        )
        return replace(
            case,
            recommendations=(*case.recommendations, more),
            recommendation_questions=(*case.recommendation_questions, link),
            addressees=(*case.addressees, addressed),
            answers=(*case.answers, answer),
        )

    return change


def _earlier(text: str) -> Change:
    earlier = EarlierRecommendation("PRO-2019-2", 5, 2019, "R4", text)
    return lambda case: replace(case, earlier_recommendations=(earlier,))


def _without_actions(case: AuditCase) -> AuditCase:
    answers = tuple(altered(each, progress=None) for each in case.answers)
    return replace(case, actions=(), action_addressees=(), answers=answers)


def _without(field: str, place: int) -> Change:
    def change(case: AuditCase) -> AuditCase:
        records = list(getattr(case, field))
        del records[place]
        changed: dict[str, Any] = {field: tuple(records)}
        return replace(case, **changed)

    return change


IN_SUMMARY, IN_BOARDS_REPLY, IN_SCHOOLS_REPLY, TO_COUNCIL, TO_COUNCIL_TOO = range(5)
BOARD, SCHOOLS, DRAFT = range(3)

GAPS: Mapping[str, tuple[Change, set[str]]] = {
    "the summary leaves one out": (
        with_changed("restatements", IN_SUMMARY, text=None),
        {"report_against_itself:R1"},
    ),
    "the summary words one otherwise": (
        with_changed("restatements", IN_SUMMARY, text=FOOD.replace("varje", "vart tredje")),
        {"report_differs_in_meaning:R1"},
    ),
    "the summary inflects one": (
        with_changed("restatements", IN_SUMMARY, text=FOOD.replace("mål", "målen")),
        {"report_differs_in_form:R1"},
    ),
    "the council is not told of one": (
        with_changed("restatements", TO_COUNCIL_TOO, text=None, recipients=None),
        {"left_out_of_council_report:R2"},
    ),
    "the reply inflects one": (
        with_changed("restatements", IN_SCHOOLS_REPLY, text=ALLERGY.replace("ett", "")),
        {"restated_in_form:R2:GSN"},
    ),
    "the council is told of another number": (
        with_changed("restatements", TO_COUNCIL, text=FOOD.replace("varje", "vart tredje")),
        {"restated_in_meaning:R1"},
    ),
    "the report's summary loses a recipient": (
        with_changed("restatements", IN_SUMMARY, recipients="kommunstyrelsen"),
        {"recipient_lost:R1:GSN"},
    ),
    "the letter does not ask one of the recipients": (
        all_of(with_changed("addressees", 1, asked=False), _without("action_addressees", 1)),
        {"recipient_lost:R1:GSN"},
    ),
    "the council is told of one recipient of two": (
        with_changed("restatements", TO_COUNCIL, recipients="grundskolenämnden"),
        {"recipient_lost_in_reporting:R1:KS"},
    ),
    "the council is told of one too many": (
        with_changed(
            "restatements", TO_COUNCIL, recipients="KS, GSN samt kultur- och fritidsnämnden"
        ),
        {"recipient_added:R1:KFN"},
    ),
    "all are named by one word": (
        with_changed("restatements", TO_COUNCIL, recipients="Samtliga nämnder"),
        {"recipients_counted:R1"},
    ),
    "all but one are named": (
        with_changed(
            "restatements",
            TO_COUNCIL_TOO,
            recipients="Samtliga nämnder med undantag för kommunstyrelsen",
        ),
        {"recipients_counted:R2"},
    ),
    "nobody knows who is named": (
        with_changed("restatements", TO_COUNCIL_TOO, recipients="Lokala skolrådet"),
        {"recipients_unclear:R2"},
    ),
    "an administration is named": (
        with_changed(
            "restatements",
            IN_SCHOOLS_REPLY,
            recipients="Barn- och utbildningsförvaltningen och dess nämnder",
        ),
        {"addressed_to_administration:GSN"},
    ),
    "two have one number": (
        with_changed("recommendations", 1, number_in_letter="R1"),
        {"number_twice:R1"},
    ),
    "a number is jumped over": (
        with_changed("recommendations", 1, number_in_letter="R3"),
        {"number_missing"},
    ),
    "two demands in two sentences": (
        _both_worded(1, "Fastställa mål för skolmaten. Se över köken i alla skolor."),
        {"two_demands:R1"},
    ),
    "two say nearly the same": (
        _more_recommendation(
            report_text=FOOD.replace("skolmaten", "skolans mat"),
            letter_text=FOOD.replace("skolmaten", "skolans mat"),
        ),
        {"near_duplicate:R3"},
    ),
    "an earlier audit said the same": (
        _earlier(FOOD.replace("mål", "målen")),
        {"repeats_earlier:R1"},
    ),
    "no question behind one": (
        _without("recommendation_questions", 1),
        {"recommendation_without_question:R2"},
    ),
    "a reply passes over one": (
        all_of(
            with_changed("restatements", IN_SCHOOLS_REPLY, text=None, recipients=None),
            with_changed("answers", 2, position=Position.UNCLEAR, quote=None),
            _without("action_addressees", 2),
        ),
        {"not_restated_in_reply:R2:GSN"},
    ),
    "agreement and nothing more": (
        _without_actions,
        {
            "agrees_without_action:R1:KS",
            "agrees_without_action:R1:GSN",
            "agrees_without_action:R2:GSN",
        },
    ),
    "an action for some time": (
        with_changed("actions", 0, due=None),
        {"action_without_day:KS"},
    ),
    "an action for nobody": (
        with_changed("actions", 1, responsible=None),
        {"action_without_responsible:GSN"},
    ),
    "a hint in an answer without a position": (
        all_of(
            with_changed(
                "answers",
                2,
                position=Position.NOT_ADDRESSED,
                quote="Nämnden kommer att ta del i arbetet.",
            ),
            _without("action_addressees", 2),
        ),
        {"implied_action:R2:GSN", "not_addressed:R2:GSN"},
    ),
    "an action from a committee that does not agree": (
        with_changed("answers", 0, position=Position.DISAGREES),
        {"action_against_answer:R1:KS"},
    ),
    "an action where nothing will be done": (
        with_changed("answers", 0, progress=Progress.WILL_NOT),
        {"action_against_answer:R1:KS"},
    ),
    "this year, said on no day": (
        all_of(
            with_changed("answers", 0, quote="Mål beslutas under innevarande år."),
            with_changed("responses", BOARD, decided_on=None, received_on=None),
        ),
        {"relative_day:R1:KS", "missing_meeting_day:KS", "time_unknown:KS"},
    ),
    "a promise for before the reply": (
        with_changed("actions", 0, due="2023-02"),
        {"promise_passed:R1:KS"},
    ),
    "an action whose day has passed": (
        with_changed("actions", 1, due="2023-04"),
        {"action_overdue:R1:GSN"},
    ),
    "met already, whatever the report says": (
        all_of(
            with_changed("answers", 0, position=Position.ALREADY_MET, progress=Progress.DONE),
            lambda case: replace(
                case,
                assessment_committees=(
                    stored(r.AssessmentCommittee, assessment_id=1, committee_id=1),
                ),
            ),
        ),
        {"met_against_report:R1:KS"},
    ),
    "a decision in other words than its draft": (
        with_changed(
            "responses",
            DRAFT,
            decision_text="Nämnden godkänner förvaltningens yttrande som svar till revisorerna.",
        ),
        {"draft_text_differs:GSN"},
    ),
    "a decision sent to others than its draft": (
        with_changed("responses", DRAFT, sent_to="Kommunrevisionen"),
        {"draft_recipients_differ:GSN"},
    ),
    "a decision that says no where its draft said yes": (
        lambda case: replace(
            case,
            answers=(
                *case.answers,
                stored(r.Answer, 9, response_id=3, addressee_id=2, position=Position.DISAGREES),
            ),
        ),
        {"draft_position_differs:R1:GSN"},
    ),
    "a reply that came before the letter": (
        with_changed("responses", BOARD, decided_on=None, received_on=date(2022, 11, 1)),
        {"reply_before_letter:KS", "missing_meeting_day:KS"},
    ),
    "the number of another committee": (
        all_of(
            with_changed("reply_cases", BOARD, diary_number="GSN 2022:3"),
            with_changed("responses", BOARD, diary_number="GSN 2022:3"),
        ),
        {"foreign_diary_number:KS"},
    ),
    "two numbers for one matter": (
        with_changed("responses", BOARD, diary_number="KS 2022:2"),
        {"diary_numbers_differ:KS"},
    ),
    "two replies under one paragraph": (
        all_of(
            with_changed("responses", DRAFT, kind=ResponseKind.SUPPLEMENT, paragraph="19"),
            with_changed("responses", DRAFT, decided_on=date(2023, 2, 20), supplements_id=2),
        ),
        {"paragraph_twice:GSN"},
    ),
    "one paragraph of two committees, undated": (
        all_of(
            with_changed("responses", BOARD, decided_on=None),
            with_changed("responses", SCHOOLS, decided_on=None),
        ),
        {"paragraph_shared", "missing_meeting_day:KS", "missing_meeting_day:GSN"},
    ),
    "a decision of nobody": (
        with_changed("council_decisions", 0, body=None),
        {"council_body_missing"},
    ),
    "a decision of no day, with the number of a reply of no day": (
        all_of(
            with_changed("council_decisions", 0, decided_on=None),
            with_changed("responses", BOARD, decided_on=None),
        ),
        {"council_day_missing", "diary_number_shared", "missing_meeting_day:KS"},
    ),
    "laid to the records for good": (
        _of_audit(follow_up_planned=None),
        {"laid_to_records_without_follow_up"},
    ),
    "a reply that the council never sees": (
        all_of(
            with_changed("responses", SCHOOLS, sent_to="Kommunrevisionen"),
            with_changed("responses", DRAFT, sent_to="Kommunrevisionen"),
        ),
        {"reply_not_sent_to_council:GSN"},
    ),
    "XXX for a number": (
        with_changed("responses", DRAFT, diary_number="XXX"),
        {"placeholder_text:GSN"},
    ),
    "a day not filled in": (
        _both_worded(1, "Fastställa mål för skolmaten senast ÅÅÅÅ-MM-DD"),
        {"placeholder_text:R1"},
    ),
    "a purpose not filled in": (
        _of_audit(purpose="bedöma om [ange nämnd] har ordning på skolmaten"),
        {"placeholder_text"},
    ),
    "one text from two committees": (
        lambda case: with_changed("responses", BOARD, text=case.responses[SCHOOLS].text)(case),
        {"same_text:GSN"},
    ),
    "a report of another year": (
        _of_audit(audit_year=2020),
        {"report_year_odd"},
    ),
    "a letter before its report": (
        _of_audit(report_on=date(2022, 12, 24)),
        {"letter_before_report"},
    ),
    "a committee that is no more": (
        with_changed("committees", 1, valid_to_on=date(2023, 3, 31)),
        {"committee_ended:R1:GSN", "committee_ended:R2:GSN"},
    ),
    "a matter of something else": (
        with_changed("reply_cases", BOARD, matter_name="Yttrande över granskning av vägar"),
        {"matter_name_unlike:KS"},
    ),
}


@pytest.mark.parametrize("gap", GAPS)
def test_a_gap_is_told_of_and_nothing_else(gap: str) -> None:
    change, expected = GAPS[gap]
    case = change(rich_clean_case())
    assert found_in(case) == expected
    assert not any("{" in word_problem(each) for each in check_case(case, TODAY))


def _diary_year(case: AuditCase) -> AuditCase:
    third = stored(
        r.ReplyCase, 3, audit_id=1, committee_id=3, due_on=None, diary_number="KFN 2023:4"
    )
    return replace(case, reply_cases=(*case.reply_cases, third))


SILENT: Mapping[str, Change] = {
    "a question needs no action": all_of(
        _without_actions,
        *(with_changed("recommendations", n, kind=RecommendationKind.QUESTION) for n in (0, 1)),
    ),
    "an answer that the auditors hold to be enough": all_of(
        _without_actions,
        *(with_changed("responses", n, review=Review.SUFFICIENT) for n in (BOARD, SCHOOLS)),
    ),
    "one action every year": with_changed("actions", 0, due=None, recurring=True),
    "a promise that was kept": with_changed(
        "actions", 0, due="2023-02", fulfilled_on=date(2023, 2, 20)
    ),
    "one demand with two verbs": _both_worded(
        1, "Ta fram och besluta om mål för skolmaten, så att de är kända och går att följa upp"
    ),
    "one thing done in two steps": _both_worded(
        1, "Besluta om en riktlinje för skolmaten och införa den i alla skolor"
    ),
    "an enumeration": _both_worded(
        1, "Säkerställa att mål, rutiner och ansvar för mat samt kök är kända av personalen"
    ),
    "parts of a split recommendation": with_changed("recommendations", 1, number_in_report="1a"),
    "the council has been told": with_changed(
        "council_decisions", 1, kind=CouncilDecisionKind.REPLIES_PRESENTED
    ),
    "a draft that only says that it is one": with_changed(
        "responses", DRAFT, decision_text="Förvaltningens förslag till svar.", sent_to=None
    ),
    "a draft that was referred back": with_changed(
        "responses", DRAFT, sent_to="Akten", is_referred_back=True
    ),
    "short decisions alike": all_of(
        with_changed("responses", BOARD, text="Yttrandet godkänns."),
        with_changed("responses", SCHOOLS, text="Yttrandet godkänns."),
    ),
    "an ellipsis within a sentence": with_changed(
        "responses", SCHOOLS, remarks="Nämnden ”instämmer i allt …” enligt protokollet."
    ),
    "a paragraph that two committees have on days of their own": with_changed(
        "responses", BOARD, paragraph="19"
    ),
    "one number in two spellings": with_changed("responses", SCHOOLS, diary_number="gsn 2022-17"),
    "an earlier audit that it says it repeats": all_of(
        _earlier(FOOD), with_changed("recommendations", 0, repeats_id=99)
    ),
    "an audit reported the year after": _of_audit(audit_year=2021),
}


@pytest.mark.parametrize("case", SILENT)
def test_what_is_in_order_is_not_told_of(case: str) -> None:
    assert found_in(SILENT[case](rich_clean_case())) == set()


@pytest.mark.parametrize(
    ("gap", "keys"),
    [
        ("a promise for before the reply", {"promise_passed:R1:KS"}),
        ("an action for nobody", {"action_without_responsible:GSN"}),
        ("met already, whatever the report says", {"met_against_report:R1:KS"}),
    ],
)
def test_a_reply_held_to_be_enough_keeps_no_promise(gap: str, keys: set[str]) -> None:
    enough = (with_changed("responses", n, review=Review.SUFFICIENT) for n in (BOARD, SCHOOLS))
    case = all_of(GAPS[gap][0], *enough)(rich_clean_case())
    assert found_in(case) == keys


def test_a_reply_decided_by_another_body_is_not_put_in_the_committees_mouth() -> None:
    by_board = with_changed(
        "responses", SCHOOLS, decided_by="kommunstyrelsen", diary_number="KS 2022:442"
    )
    case = by_board(_without_actions(rich_clean_case()))
    told = {key_of(each): word_problem(each) for each in check_case(case, TODAY)}
    assert set(told) == found_in(_without_actions(rich_clean_case()))
    assert told["agrees_without_action:R1:GSN"].endswith("Svaret är beslutat av kommunstyrelsen.")
    assert "beslutat av" not in told["agrees_without_action:R1:KS"]


def test_agreement_in_part_is_not_told_of_as_agreement() -> None:
    case = _without_actions(rich_clean_case())
    said = {key_of(each): word_problem(each) for each in check_case(case, TODAY)}
    assert said["agrees_without_action:R1:GSN"].startswith("Grundskolenämnden instämmer i R1, men")
    assert said["agrees_without_action:R2:GSN"].startswith(
        "Grundskolenämnden instämmer delvis i R2, men"
    )


def test_the_year_of_a_diary_number_is_told_of_where_the_others_agree() -> None:
    assert found_in(_diary_year(rich_clean_case())) == {"diary_year_differs:KFN"}


def test_two_demands_joined_by_a_word_are_told_of_only_while_they_can_be_split() -> None:
    text = "Kartlägga skolköken och besluta om en plan för deras underhåll"
    case = _both_worded(1, text)(rich_clean_case())
    assert "two_demands:R1" not in found_in(case)
    draft = replace(case, audit=altered(case.audit, handed_over_on=None))
    assert "two_demands:R1" in found_in(draft)


def test_the_restated_report_follows_what_a_person_said_of_the_letter() -> None:
    row = stored(
        r.Restatement,
        9,
        recommendation_id=1,
        source=RestatementSource.REPORT_SUMMARY,
        text="Fastställa mål för maten och se till att de följs upp",
        place="avsnitt 1",
    )
    case = rich_clean_case()
    case = replace(case, restatements=(row,))
    assert found_in(case) == {"report_differs_in_meaning:R1"}


def test_a_passed_promise_is_told_with_its_time_in_words() -> None:
    (early,) = check_case(with_changed("actions", 0, due="2023-02")(rich_clean_case()), TODAY)
    assert "skulle senast februari 2023, alltså före svarsdagen, ha" in word_problem(early)
    (late,) = check_case(with_changed("actions", 1, due="2023-Q1")(rich_clean_case()), TODAY)
    assert "skulle vara klar senast första kvartalet 2023, för" in word_problem(late)


def test_every_kind_of_trouble_is_shown_by_some_test() -> None:
    shown = {key.split(":")[0] for _change, keys in GAPS.values() for key in keys}
    elsewhere = {"diary_year_differs"}
    older = {
        *("no_recommendations", "without_recipient", "wording_not_issued", "omitted_from_letter"),
        *("wording_changed", "added_in_letter", "wording_editorial", "unread_reply"),
        *("reply_overdue", "reply_late", "days_out_of_order", "unknown_grantor"),
        *("missing_paragraph", "missing_diary_number", "question_without_assessment"),
        *("negative_without_recommendation", "due_without_meeting", "due_in_holidays"),
        *("due_on_free_day", "due_too_soon", "reply_without_decision"),
    }
    assert {each.code for each in TROUBLES} - shown - elsewhere <= older
