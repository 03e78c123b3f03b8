from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.codes import (
    Outcome,
    Position,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
    Standing,
    VerdictStep,
)
from revtrack.domain.records import Response
from revtrack.domain.states import (
    ADVANCEMENT,
    RESPONSES_ALLOWED,
    decisive,
    in_force,
    in_time_order,
    least_advanced,
    reply_state,
    standing,
)
from tests.domain.build import response

THE_TABLE = """
not_requested   decision delegated_decision draft joint statement
awaited         decision delegated_decision draft joint statement
draft_received  decision delegated_decision draft joint statement
referred_back   decision delegated_decision draft joint statement
adopted         decision delegated_decision joint statement supplement
received        supplement
incomplete      supplement
sufficient      supplement
insufficient    supplement
no_reply        decision delegated_decision joint statement
"""


def test_the_transition_table_as_an_auditor_reads_it() -> None:
    printed = [
        f"{state:<16}{' '.join(sorted(RESPONSES_ALLOWED[state]))}".rstrip() for state in ReplyState
    ]
    assert printed == THE_TABLE.strip().split("\n")


def draft(number: int, **fields: Any) -> Response:  # noqa: ANN401
    return response(number, kind=ResponseKind.DRAFT, **fields)


def supplement(number: int, **fields: Any) -> Response:  # noqa: ANN401
    return response(number, kind=ResponseKind.SUPPLEMENT, **fields)


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ([], ReplyState.AWAITED),
        ([draft(1)], ReplyState.DRAFT_RECEIVED),
        ([draft(1, is_referred_back=True)], ReplyState.REFERRED_BACK),
        ([draft(1, is_referred_back=True), draft(2)], ReplyState.DRAFT_RECEIVED),
        ([response(1, is_received=False)], ReplyState.ADOPTED),
        ([draft(1), response(2)], ReplyState.RECEIVED),
        ([response(1, review=Review.SUFFICIENT)], ReplyState.SUFFICIENT),
        ([response(1, review=Review.INSUFFICIENT)], ReplyState.INSUFFICIENT),
        ([response(1, review=Review.SUPPLEMENT_REQUESTED)], ReplyState.INCOMPLETE),
        (
            [response(1, review=Review.SUPPLEMENT_REQUESTED), supplement(2)],
            ReplyState.RECEIVED,
        ),
        (
            [
                response(1, review=Review.SUPPLEMENT_REQUESTED),
                supplement(2, review=Review.SUFFICIENT),
            ],
            ReplyState.SUFFICIENT,
        ),
        ([response(1, review=Review.SUFFICIENT), supplement(2)], ReplyState.SUFFICIENT),
        ([supplement(1)], ReplyState.AWAITED),
        (
            [response(1, review=Review.INSUFFICIENT), response(2, replaces_id=1)],
            ReplyState.RECEIVED,
        ),
        ([response(1, kind=ResponseKind.DELEGATED_DECISION)], ReplyState.RECEIVED),
        ([response(1, kind=ResponseKind.STATEMENT)], ReplyState.RECEIVED),
        ([response(1, kind=ResponseKind.JOINT)], ReplyState.RECEIVED),
    ],
)
def test_where_the_reply_is(responses: list[Response], expected: ReplyState) -> None:
    assert reply_state(responses, is_requested=True, is_given_up=False) is expected


@pytest.mark.parametrize(
    ("responses", "requested", "given_up", "expected"),
    [
        ([], False, False, ReplyState.NOT_REQUESTED),
        ([draft(1)], False, False, ReplyState.DRAFT_RECEIVED),
        ([], True, True, ReplyState.NO_REPLY),
        ([draft(1)], True, True, ReplyState.NO_REPLY),
        ([response(1)], True, True, ReplyState.RECEIVED),
        ([response(1)], False, False, ReplyState.RECEIVED),
    ],
)
def test_where_the_reply_is_when_not_asked_or_given_up(
    responses: list[Response], requested: bool, given_up: bool, expected: ReplyState
) -> None:
    assert reply_state(responses, is_requested=requested, is_given_up=given_up) is expected


def test_every_state_of_a_reply_can_come_about() -> None:
    given = [
        ([], True, False),
        ([], False, False),
        ([], True, True),
        ([draft(1)], True, False),
        ([draft(1, is_referred_back=True)], True, False),
        ([response(1, is_received=False)], True, False),
        *(([response(1, review=review)], True, False) for review in Review),
    ]
    found = {
        reply_state(responses, is_requested=requested, is_given_up=up)
        for responses, requested, up in given
    }
    assert found == set(ReplyState)


def test_responses_stand_in_the_order_they_came_whatever_order_they_are_given_in() -> None:
    dated = response(1, received_on=date(2023, 3, 2))
    decided = response(2, received_on=None, decided_on=date(2023, 3, 1))
    written = response(3, received_on=None, decided_on=None, dated_on=date(2023, 2, 1))
    undated = response(4, received_on=None, decided_on=None)
    for order in permutations([dated, decided, written, undated]):
        assert [each.id for each in in_time_order(order)] == [4, 3, 2, 1]


def test_what_is_in_force() -> None:
    everything = [
        draft(1),
        response(2),
        response(3, replaces_id=2),
        supplement(4, review=Review.PENDING),
        supplement(5, review=Review.SUFFICIENT),
    ]
    assert [each.id for each in in_force(everything)] == [3, 5]
    latest = decisive(everything)
    assert latest is not None
    assert latest.id == 3
    assert decisive([draft(1), supplement(2)]) is None


def _standing(**fields: Any) -> Standing:  # noqa: ANN401
    return standing(
        **{
            "outcome": None,
            "verdict": None,
            "asked": True,
            "is_answered": True,
            "is_requested": True,
            "position": Position.AGREES,
            "progress": None,
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"asked": None}, Standing.DRAFT),
        ({"asked": False}, Standing.NOT_ASKED),
        ({"is_answered": False}, Standing.AWAITING),
        ({"is_answered": False, "is_requested": False}, Standing.NO_ACTION),
        ({"position": None}, Standing.UNREVIEWED),
        ({"position": None, "progress": Progress.DONE}, Standing.UNREVIEWED),
        ({"position": Position.NOT_ADDRESSED}, Standing.NOT_ADDRESSED),
        ({"progress": Progress.DONE}, Standing.DONE_REPORTED),
        ({"progress": Progress.PLANNED}, Standing.ACTING),
        ({"progress": Progress.UNDER_WAY}, Standing.ACTING),
        ({"progress": Progress.NOT_STARTED}, Standing.NO_ACTION),
        ({"progress": Progress.WILL_NOT}, Standing.NO_ACTION),
        ({"position": Position.DISAGREES}, Standing.NO_ACTION),
        ({}, Standing.NO_ACTION),
        ({"verdict": VerdictStep.PARTLY, "progress": Progress.DONE}, Standing.REMAINING),
        ({"verdict": VerdictStep.NOT, "asked": False}, Standing.REMAINING),
        ({"verdict": VerdictStep.MOSTLY}, Standing.REMAINING),
        ({"verdict": VerdictStep.NOT_ASSESSABLE}, Standing.REMAINING),
        ({"outcome": Outcome.IMPLEMENTED, "verdict": VerdictStep.NOT}, Standing.CLOSED),
        ({"outcome": Outcome.MERGED, "asked": None}, Standing.CLOSED),
    ],
)
def test_the_one_state_shown(fields: dict[str, Any], expected: Standing) -> None:
    assert _standing(**fields) is expected


@pytest.mark.parametrize("verdict", [VerdictStep.FULL, VerdictStep.NO_LONGER_RELEVANT])
def test_what_is_found_carried_out_does_not_remain(verdict: VerdictStep) -> None:
    assert _standing(verdict=verdict, progress=Progress.DONE) is Standing.DONE_REPORTED


def test_the_order_of_advancement_holds_every_standing_once_but_not_asked() -> None:
    assert sorted([*ADVANCEMENT, Standing.NOT_ASKED]) == sorted(Standing)


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ("", "not_asked"),
        ("not_asked", "not_asked"),
        ("not_asked closed", "closed"),
        ("closed acting done_reported", "acting"),
        ("acting awaiting not_asked", "awaiting"),
        ("unreviewed not_addressed", "unreviewed"),
        ("remaining no_action", "no_action"),
        ("closed closed", "closed"),
    ],
)
def test_a_recommendation_is_where_its_least_advanced_committee_is(
    standings: str, expected: str
) -> None:
    assert least_advanced(Standing(each) for each in standings.split()) == expected


@given(st.lists(st.sampled_from(Standing)), st.sampled_from(Standing))
def test_one_more_committee_never_advances_a_recommendation(
    standings: list[Standing], more: Standing
) -> None:
    before, after = least_advanced(standings), least_advanced([*standings, more])
    if before is not Standing.NOT_ASKED:
        assert ADVANCEMENT.index(after) <= ADVANCEMENT.index(before)
