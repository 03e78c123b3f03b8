from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CountedDay,
    ExtensionDecision,
    Position,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
    Standing,
    VerdictStep,
)
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    addressee_lines,
    reply_lines,
)
from revtrack.domain.outcome.judged import standing_of, verdict_counts
from tests.domain.build import (
    DUE,
    TODAY,
    altered,
    clean_case,
    response,
    stored,
    unanswered_case,
)

ESKILSTUNA = """
R1 KS agrees planned acting
R2 KS agrees planned acting
R3 KS agrees planned acting
R4 KS agrees planned acting
R5 KS agrees planned acting
6 KS - - not_asked
R6 GSN not_addressed - not_addressed
R6 GN not_addressed - not_addressed
R6 KFN agrees planned acting
R6 SOCN agrees planned acting
R7 GSN agrees - no_action
R7 GN agrees - no_action
R7 KFN agrees planned acting
R7 SOCN already_met done done_reported
R7 SBN unclear - no_action
R7 VON already_met done done_reported
R8 GSN agrees - no_action
R8 GN agrees - no_action
R8 KFN agrees planned acting
R8 SOCN already_met done done_reported
R8 SBN agrees planned acting
R8 VON already_met done done_reported
R9 GSN agrees_partly - no_action
R9 GN agrees_partly - no_action
R9 KFN agrees planned acting
R9 SOCN agrees_partly - no_action
R9 SBN already_met done done_reported
R9 VON already_met under_way acting
"""


def _printed(line: AddresseeLine) -> str:
    parts = (
        line.number,
        line.committee.abbreviation,
        line.position or "-",
        line.progress or "-",
        line.standing,
    )
    return " ".join(str(part) for part in parts)


def test_the_real_case_has_28_addressees_of_which_27_asked(eskilstuna: AuditCase) -> None:
    lines = addressee_lines(eskilstuna)
    assert [_printed(line) for line in lines] == ESKILSTUNA.strip().split("\n")
    assert sum(line.addressee.asked is True for line in lines) == 27
    assert sum(line.addressee.asked is False for line in lines) == 1


def test_the_real_case_counts_as_its_careful_reader_did(eskilstuna: AuditCase) -> None:
    asked = [line for line in addressee_lines(eskilstuna) if line.addressee.asked]
    kinds = [
        sum(
            line.position is Position.AGREES and line.progress is Progress.PLANNED for line in asked
        ),
        sum(line.position is Position.ALREADY_MET for line in asked),
        sum(line.position is Position.AGREES and line.progress is None for line in asked),
        sum(line.position is Position.AGREES_PARTLY for line in asked),
        sum(line.position is Position.UNCLEAR for line in asked),
        sum(line.position is Position.NOT_ADDRESSED for line in asked),
    ]
    assert kinds == [11, 6, 4, 3, 1, 2]


def test_the_real_case_rolled_up_per_recommendation(eskilstuna: AuditCase) -> None:
    lines = addressee_lines(eskilstuna)
    found = {
        eskilstuna.number_of(each): standing_of(lines, each.id).value
        for each in eskilstuna.recommendations
    }
    assert found == {
        **dict.fromkeys(["R1", "R2", "R3", "R4", "R5"], "acting"),
        "6": "not_asked",
        "R6": "not_addressed",
        "R7": "no_action",
        "R8": "no_action",
        "R9": "no_action",
    }


def test_the_real_cases_replies_are_in_but_nobody_can_say_if_in_time(eskilstuna: AuditCase) -> None:
    lines = reply_lines(eskilstuna, date(2024, 1, 1))
    assert [line.committee.abbreviation for line in lines] == [
        "KS",
        "GSN",
        "GN",
        "KFN",
        "SOCN",
        "SBN",
        "VON",
    ]
    assert {line.state for line in lines} == {ReplyState.RECEIVED}
    assert {line.days_late for line in lines} == {None}
    assert all(line.is_time_unknown and not line.is_open and not line.is_late for line in lines)
    assert {line.unanswered for line in lines} == {0}
    due = {line.committee.abbreviation: line.due_on for line in lines}
    assert due == {
        **dict.fromkeys(["KS", "GSN", "GN", "SOCN", "SBN", "VON"], date(2023, 3, 20)),
        "KFN": date(2023, 3, 24),
    }


@pytest.mark.parametrize(
    ("today", "late"),
    [("2023-03-20", 0), ("2023-03-21", 6), ("2023-03-24", 6), ("2023-03-25", 7)],
)
def test_who_is_late_before_any_reply(awaiting: AuditCase, today: str, late: int) -> None:
    lines = reply_lines(awaiting, date.fromisoformat(today))
    assert sum(line.is_late for line in lines) == late
    assert {line.state for line in lines} == {ReplyState.AWAITED}
    unanswered = {line.committee.abbreviation: line.unanswered for line in lines}
    assert unanswered == {"KS": 5, "GSN": 4, "GN": 4, "KFN": 4, "SOCN": 4, "SBN": 3, "VON": 3}
    standings = {line.standing for line in addressee_lines(awaiting) if line.addressee.asked}
    assert standings == {Standing.AWAITING}


def _first(case: AuditCase) -> AddresseeLine:
    return addressee_lines(case)[0]


def _reply(case: AuditCase, today: date = TODAY) -> ReplyLine:
    return reply_lines(case, today)[0]


def _with(case: AuditCase, *more: r.Response, **facts: Any) -> AuditCase:  # noqa: ANN401
    """Return the case with further responses of the first committee."""
    links = tuple(
        stored(r.ResponseCase, each.id, response_id=each.id, reply_case_id=1) for each in more
    )
    return replace(
        case,
        responses=(*case.responses, *more),
        response_cases=(*case.response_cases, *links),
        **facts,
    )


def _answer(number: int, response_id: int, position: Position | None, **fields: Any) -> r.Answer:  # noqa: ANN401
    return stored(
        r.Answer, number, response_id=response_id, addressee_id=1, position=position, **fields
    )


def test_a_later_decision_that_replaces_the_first_gives_the_position() -> None:
    case = clean_case()
    answers = (*case.answers, _answer(9, 9, Position.DISAGREES))
    case = _with(case, response(9, replaces_id=1), answers=answers)
    assert _first(case).position is Position.DISAGREES
    assert _first(case).response == case.responses[-1]


def test_a_supplement_counts_once_it_is_accepted() -> None:
    case = clean_case()
    answers = (*case.answers, _answer(9, 9, Position.DISAGREES, progress=Progress.WILL_NOT))
    more = response(9, kind=ResponseKind.SUPPLEMENT, received_on=date(2023, 4, 1), supplements_id=1)
    pending = _with(case, more, answers=answers)
    accepted = _with(case, altered(more, review=Review.SUFFICIENT), answers=answers)
    assert _first(pending).position is Position.AGREES
    assert _first(accepted).position is Position.DISAGREES


def test_a_supplement_that_says_nothing_of_a_recommendation_leaves_its_answer() -> None:
    more = response(9, kind=ResponseKind.SUPPLEMENT, review=Review.SUFFICIENT, supplements_id=1)
    assert _first(_with(clean_case(), more)).position is Position.AGREES


def test_an_officials_draft_gives_no_position() -> None:
    draft = response(9, kind=ResponseKind.DRAFT)
    case = _with(unanswered_case(), draft, answers=(_answer(9, 9, Position.AGREES),))
    assert _first(case).position is None
    assert _first(case).standing is Standing.AWAITING


def test_a_reply_that_nobody_has_read_is_not_called_unanswered() -> None:
    case = replace(clean_case(), answers=())
    assert _first(case).standing is Standing.UNREVIEWED
    assert _reply(case).unanswered == 1


def test_an_accepted_progress_report_tells_the_progress() -> None:
    report = stored(
        r.ProgressReport,
        addressee_id=1,
        progress=Progress.DONE,
        reported_on=date(2023, 9, 1),
        review=Review.SUFFICIENT,
    )
    later = altered(report, id=2, progress=Progress.UNDER_WAY, reported_on=date(2023, 8, 1))
    case = replace(clean_case(), progress_reports=(report, later))
    assert _first(case).progress is Progress.DONE
    pending = replace(clean_case(), progress_reports=(altered(report, review=Review.PENDING),))
    assert _first(pending).progress is Progress.PLANNED


def test_the_latest_verdict_counts() -> None:
    verdicts = tuple(
        stored(r.Verdict, number, addressee_id=1, verdict=step, judged_on=day)
        for number, step, day in [
            (1, VerdictStep.NOT, date(2025, 1, 1)),
            (2, VerdictStep.FULL, date(2024, 1, 1)),
        ]
    )
    case = replace(clean_case(), verdicts=verdicts)
    assert _first(case).verdict == verdicts[0]
    assert _first(case).standing is Standing.REMAINING
    (board, schools) = verdict_counts(addressee_lines(case))
    assert (board.total, board.by_verdict) == (1, {VerdictStep.NOT: 1})
    assert (schools.total, schools.by_verdict) == (1, {None: 1})


@pytest.mark.parametrize(
    ("counted", "days_late", "is_late"),
    [(CountedDay.DECIDED, 0, False), (CountedDay.RECEIVED, 92, True)],
)
def test_adopted_in_time_and_not_sent_in(
    counted: CountedDay, days_late: int, is_late: bool
) -> None:
    case = clean_case()
    adopted = altered(case.responses[0], is_received=False, received_on=None)
    case = replace(
        case,
        municipality=altered(case.municipality, counted_day=counted),
        responses=(adopted, case.responses[1]),
    )
    line = _reply(case)
    assert (line.state, line.days_late, line.is_late) == (ReplyState.ADOPTED, days_late, is_late)
    assert line.is_open


def test_an_extension_moves_the_day_that_counts_and_not_the_original() -> None:
    granted = stored(
        r.Extension,
        reply_case_id=1,
        new_due_on=date(2023, 6, 1),
        decision=ExtensionDecision.GRANTED,
    )
    line = _reply(replace(unanswered_case(), extensions=(granted,)))
    assert (line.reply_case.due_on, line.due_on, line.days_late) == (DUE, date(2023, 6, 1), 0)
    requested = altered(granted, decision=ExtensionDecision.REQUESTED)
    line = _reply(replace(unanswered_case(), extensions=(requested,)))
    assert (line.due_on, line.days_late) == (DUE, 92)


def test_where_no_reply_is_asked_for_nothing_is_late() -> None:
    case = unanswered_case()
    silent = altered(case.reply_cases[0], due_on=None)
    case = replace(case, reply_cases=(silent, case.reply_cases[1]))
    line = _reply(case)
    assert (line.state, line.days_late, line.is_open) == (ReplyState.NOT_REQUESTED, None, False)
    assert not line.is_time_unknown
    assert _first(case).standing is Standing.NO_ACTION
