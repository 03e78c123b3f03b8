"""What a committee says it has done: replies, reports and actions put together."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.codes import Progress, Review
from revtrack.domain.records import Action, ProgressReport
from revtrack.domain.replies.progress import is_fulfilled, planned_completion, reported_progress
from tests.domain.build import stored

PLANNED, UNDER_WAY, DONE = Progress.PLANNED, Progress.UNDER_WAY, Progress.DONE
WILL_NOT = Progress.WILL_NOT


def report(
    number: int,
    progress: Progress,
    day: int | None = None,
    **fields: Any,  # noqa: ANN401 - any field of the record
) -> ProgressReport:
    """Return an accepted report of this day of June."""
    return stored(
        ProgressReport,
        number,
        **{
            "addressee_id": 1,
            "progress": progress,
            "reported_on": date(2023, 6, day) if day else None,
            "review": Review.SUFFICIENT,
            **fields,
        },
    )


def action(number: int, day: int | None = None, **fields: Any) -> Action:  # noqa: ANN401
    """Return an action, carried out on this day of June."""
    on = date(2023, 6, day) if day else None
    return stored(Action, number, audit_id=1, text="Ta fram en plan", fulfilled_on=on, **fields)


@pytest.mark.parametrize(
    ("answered", "reports", "actions", "expected"),
    [
        (None, [], [], None),
        (PLANNED, [], [], PLANNED),
        (None, [], [action(1), action(2)], PLANNED),
        (UNDER_WAY, [], [action(1)], UNDER_WAY),
        (PLANNED, [], [action(1, 3), action(2)], UNDER_WAY),
        (PLANNED, [], [action(1, 3), action(2, 9)], DONE),
        (PLANNED, [], [action(1, fulfilled_by="Nytt reglemente")], DONE),
        (PLANNED, [report(1, DONE)], [], DONE),
        (PLANNED, [report(1, DONE, review=Review.PENDING)], [], PLANNED),
        (PLANNED, [report(1, DONE, review=Review.SUPPLEMENT_REQUESTED)], [], PLANNED),
        (PLANNED, [report(1, DONE, 9), report(2, UNDER_WAY, 2)], [], DONE),
        (PLANNED, [report(1, UNDER_WAY, 2), report(2, DONE, 2)], [], DONE),
        (PLANNED, [report(1, UNDER_WAY, action_id=1)], [action(1), action(2)], UNDER_WAY),
        (PLANNED, [report(1, DONE, action_id=1)], [action(1), action(2)], UNDER_WAY),
        (PLANNED, [report(1, DONE, action_id=1)], [action(1), action(2, 9)], DONE),
        (PLANNED, [report(1, WILL_NOT, action_id=1)], [action(1)], WILL_NOT),
        (PLANNED, [report(1, WILL_NOT, action_id=1)], [action(1), action(2)], PLANNED),
        (PLANNED, [report(1, UNDER_WAY, 2)], [action(1, 9)], DONE),
        (PLANNED, [report(1, UNDER_WAY, 9)], [action(1, 2)], UNDER_WAY),
        (PLANNED, [report(1, DONE, action_id=7)], [action(1)], DONE),
    ],
)
def test_the_latest_word_counts(
    answered: Progress | None,
    reports: list[ProgressReport],
    actions: list[Action],
    expected: Progress | None,
) -> None:
    assert reported_progress(answered, reports, actions) is expected


@given(
    st.sampled_from([None, *Progress]),
    st.sampled_from(Progress),
    st.sampled_from([each for each in Review if each is not Review.SUFFICIENT]),
    st.sampled_from([None, 1, 2]),
)
def test_a_report_changes_nothing_until_it_is_accepted(
    answered: Progress | None, said: Progress, review: Review, action_id: int | None
) -> None:
    known, actions = [report(1, UNDER_WAY, 2)], [action(1, 3), action(2)]
    more = report(2, said, 30, review=review, action_id=action_id)
    assert reported_progress(answered, [*known, more], actions) is reported_progress(
        answered, known, actions
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        ([None], None),
        (["2023-06", None], "2023-06"),
        (["2023-06", "2023-Q4"], "2023-Q4"),
        (["2023", "2023-06-30"], "2023"),
        (["inför 2024", "2023-06"], "inför 2024"),
    ],
)
def test_the_later_day_is_when_all_is_to_be_done(days: list[str | None], expected: str) -> None:
    assert planned_completion(days) == expected


def test_an_action_is_carried_out_once_anything_tells_so() -> None:
    assert not is_fulfilled(action(1))
    assert is_fulfilled(action(1, 2))
    assert is_fulfilled(action(1, fulfilled_paragraph="45"))
