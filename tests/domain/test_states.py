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
from revtrack.domain.records import Answer, Response
from revtrack.domain.states import (
    ADVANCEMENT,
    COUNTING_KINDS,
    RESPONSES_ALLOWED,
    REVIEW_NEEDS,
    REVIEWS_ALLOWED,
    answered_progress,
    decisive,
    draft_in_hand,
    in_force,
    in_time_order,
    is_read,
    judged_last,
    judged_together,
    latest_answer,
    least_advanced,
    reply_state,
    standing,
    supplement_day,
)
from tests.domain.build import response, stored

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


THE_REVIEWS = """
pending               insufficient sufficient supplement_requested
sufficient            pending
supplement_requested  insufficient pending sufficient supplement_requested
insufficient          pending
"""
THE_NEEDS = """
pending               why
sufficient
supplement_requested  review_note
insufficient          review_note
"""


def _printed(table: dict[Review, frozenset[Any]]) -> list[str]:
    return [f"{review:<22}{' '.join(sorted(table[review]))}".rstrip() for review in Review]


def test_the_judgements_as_an_auditor_reads_them() -> None:
    assert _printed(REVIEWS_ALLOWED) == THE_REVIEWS.strip().split("\n")
    assert _printed(REVIEW_NEEDS) == THE_NEEDS.strip().split("\n")


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
        (
            [response(1, review=Review.SUFFICIENT), supplement(2, review=Review.INSUFFICIENT)],
            ReplyState.SUFFICIENT,
        ),
        (
            [
                response(1, review=Review.SUFFICIENT),
                supplement(2, review=Review.SUPPLEMENT_REQUESTED),
            ],
            ReplyState.INCOMPLETE,
        ),
        (
            [
                response(1, review=Review.SUPPLEMENT_REQUESTED),
                supplement(2, review=Review.SUPPLEMENT_REQUESTED),
                supplement(3),
            ],
            ReplyState.RECEIVED,
        ),
        (
            [
                response(1, review=Review.SUPPLEMENT_REQUESTED),
                supplement(2, review=Review.SUFFICIENT),
                supplement(3),
            ],
            ReplyState.SUFFICIENT,
        ),
        ([response(1, review=Review.INSUFFICIENT), supplement(2)], ReplyState.INSUFFICIENT),
        (
            [response(1, review=Review.INSUFFICIENT), supplement(2, review=Review.SUFFICIENT)],
            ReplyState.SUFFICIENT,
        ),
        ([response(1), supplement(2, review=Review.SUFFICIENT)], ReplyState.RECEIVED),
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
        ({"progress": Progress.NOT_STARTED, "is_promised": True}, Standing.ACTING),
        ({"progress": Progress.DONE, "is_promised": True}, Standing.DONE_REPORTED),
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
    assert _standing(verdict=verdict, is_reopened=True) is Standing.REMAINING


def test_what_is_opened_again_without_a_verdict_stands_as_it_did() -> None:
    assert _standing(progress=Progress.DONE, is_reopened=True) is Standing.DONE_REPORTED


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


def _asked(number: int, day: int, **fields: Any) -> Response:  # noqa: ANN401
    due = date(2023, 5, day)
    return response(number, review=Review.SUPPLEMENT_REQUESTED, supplement_due_on=due, **fields)


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ([], None),
        ([response(1)], None),
        ([response(1, review=Review.SUPPLEMENT_REQUESTED)], None),
        ([_asked(1, 2)], date(2023, 5, 2)),
        ([_asked(1, 2), supplement(2)], None),
        ([_asked(1, 2), _asked(2, 9, kind=ResponseKind.SUPPLEMENT)], date(2023, 5, 9)),
        ([_asked(1, 2), supplement(2, review=Review.SUFFICIENT)], None),
    ],
)
def test_by_which_day_a_supplement_is_awaited(
    responses: list[Response], expected: date | None
) -> None:
    state = reply_state(responses, is_requested=True, is_given_up=False)
    assert supplement_day(responses, state) == expected


def _answer(response_id: int, **fields: Any) -> Answer:  # noqa: ANN401
    return stored(Answer, response_id, response_id=response_id, addressee_id=1, **fields)


def test_a_reply_is_read_when_all_is_answered_a_supplement_when_it_answers_anything() -> None:
    agrees = {1: _answer(1, position=Position.AGREES), 2: _answer(2, progress=Progress.DONE)}
    assert is_read(response(1), [agrees])
    assert not is_read(response(1), [agrees, {}])
    assert is_read(supplement(1), [agrees, {}])
    assert is_read(supplement(2), [agrees, {}])
    assert not is_read(supplement(3), [agrees, {}])
    assert is_read(response(3), [])


def test_what_a_judgement_is_about() -> None:
    waiting = [response(1), draft(2), supplement(3)]
    assert [each.id for each in judged_together(waiting)] == [1, 3]
    judged = [response(1, review=Review.SUPPLEMENT_REQUESTED), response(2, is_received=False)]
    assert [each.id for each in judged_together(judged)] == [1]
    assert judged_together([draft(1)]) == ()
    assert judged_last([response(1)]) == ()


def test_a_draft_is_in_hand_until_it_is_referred_back() -> None:
    back = draft(1, is_referred_back=True)
    assert draft_in_hand([back]) is None
    again = draft(2)
    assert draft_in_hand([back, again, response(3)]) == again


def test_what_only_tells_of_progress_leaves_the_position_as_it_was() -> None:
    responses = [response(1), supplement(2, review=Review.SUFFICIENT)]
    answers = {
        1: _answer(1, position=Position.AGREES, progress=Progress.PLANNED),
        2: _answer(2, progress=Progress.DONE),
    }
    assert latest_answer(responses, answers)[1] == answers[1]
    assert answered_progress(responses, answers) is Progress.DONE
    assert latest_answer(responses[1:], answers)[1] == answers[2]
    assert latest_answer([], answers) == (None, None)


POSITIONS = st.sampled_from([None, *Position])
STEPS = st.sampled_from([None, *Progress])


@given(st.data())
def test_allowed_steps_never_lose_an_answer(data: st.DataObject) -> None:
    """Whatever kind comes, and however it is judged, a position that counts goes on counting."""
    responses: list[Response] = []
    answers: dict[int, Answer] = {}
    for number in range(1, data.draw(st.integers(1, 7)) + 1):
        state = reply_state(responses, is_requested=True, is_given_up=False)
        kinds = sorted(RESPONSES_ALLOWED[state])
        before = latest_answer(responses, answers)[1]
        if data.draw(st.booleans()) and judged_together(responses):
            _judge(responses, data)
        elif state is not ReplyState.ADOPTED:
            came = response(number, kind=data.draw(st.sampled_from(kinds)))
            responses.append(came)
            said = _answer(number, position=data.draw(POSITIONS), progress=data.draw(STEPS))
            answers[came.id] = said
            if came.kind not in COUNTING_KINDS:
                assert latest_answer(responses, answers)[1] == before
        after = latest_answer(responses, answers)[1]
        assert before is None or before.position is None or _is_given_up(responses, before, after)


def _is_given_up(responses: list[Response], before: Answer, after: Answer | None) -> bool:
    """Tell whether an answer stands, another took its place, or what it came in counts no more."""
    counting = {each.id for each in in_force(responses)}
    return before.response_id not in counting or (after is not None and after.position is not None)


def _judge(responses: list[Response], data: st.DataObject) -> None:
    for judged in judged_together(responses):
        step = data.draw(st.sampled_from(sorted(REVIEWS_ALLOWED[judged.review])))
        place = responses.index(judged)
        responses[place] = response(judged.id, kind=judged.kind, review=step)


@given(st.lists(POSITIONS, min_size=1, max_size=4), POSITIONS, STEPS, st.sampled_from(Review))
def test_a_supplement_changes_nothing_until_it_is_accepted(
    positions: list[Position | None], said: Position | None, done: Progress | None, review: Review
) -> None:
    responses = [response(1)]
    responses += [
        supplement(number, review=Review.SUFFICIENT) for number in range(2, len(positions) + 1)
    ]
    answers = {
        number: _answer(number, position=position, progress=Progress.PLANNED)
        for number, position in enumerate(positions, start=1)
    }
    new = supplement(len(positions) + 1, review=review)
    more = {**answers, new.id: _answer(new.id, position=said, progress=done)}
    if review is not Review.SUFFICIENT:
        now = [*responses, new]
        assert latest_answer(now, more) == latest_answer(responses, answers)
        assert answered_progress(now, more) == answered_progress(responses, answers)
