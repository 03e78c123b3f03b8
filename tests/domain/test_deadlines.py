from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.codes import CountedDay, ExtensionDecision
from revtrack.domain.days.deadlines import (
    Reply,
    extended_to,
    granted_on,
    lateness,
    propose_due_on,
    reply_of,
)
from revtrack.domain.records import NewExtension, NewResponse

DUE = date(2023, 3, 20)
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))
REPLIES = st.none() | st.builds(Reply, st.none() | DAYS)


@pytest.mark.parametrize(
    ("handed_over", "due"),
    [
        ("2022-12-01", "2023-03-01"),
        ("2022-11-30", "2023-02-28"),  # February has no 30th
        ("2023-11-30", "2024-02-29"),
        ("2022-12-04", "2023-03-06"),  # a Saturday, to Monday
        ("2023-12-29", "2024-04-02"),  # Good Friday, past Easter Monday
        ("2023-03-23", "2023-06-26"),  # Midsummer Eve
        ("2024-09-24", "2024-12-27"),  # Christmas Eve
        ("2024-09-30", "2024-12-30"),  # a working Monday between the holidays
        ("2025-03-06", "2025-06-09"),  # the National Day, a Friday
    ],
)
def test_three_months_moved_to_a_working_day(handed_over: str, due: str) -> None:
    assert propose_due_on(date.fromisoformat(handed_over)).isoformat() == due


@pytest.mark.parametrize(
    ("handed_over", "months", "due"),
    [
        ("2024-10-31", 2, "2025-01-02"),
        ("2023-01-02", 1, "2023-02-02"),
        ("2023-01-31", 1, "2023-02-28"),
    ],
)
def test_other_reply_periods(handed_over: str, months: int, due: str) -> None:
    assert propose_due_on(date.fromisoformat(handed_over), months).isoformat() == due


def _extension(day: date, decision: ExtensionDecision) -> NewExtension:
    return NewExtension(reply_case_id=1, new_due_on=day, decision=decision)


def test_only_a_granted_extension_moves_the_day() -> None:
    late, later, latest = date(2023, 3, 24), date(2023, 4, 3), date(2023, 5, 2)
    granted, requested, refused = ExtensionDecision("granted"), "requested", "refused"
    others = [
        _extension(later, ExtensionDecision(requested)),
        _extension(latest, ExtensionDecision(refused)),
    ]
    assert extended_to([]) is None
    assert extended_to(others) is None
    assert extended_to([*others, _extension(late, granted)]) == late


def test_the_latest_granted_day_counts_in_whatever_order() -> None:
    days = [date(2023, 4, 3), date(2023, 5, 2), date(2023, 3, 24)]
    granted = [_extension(day, ExtensionDecision.GRANTED) for day in days]
    assert extended_to(granted) == date(2023, 5, 2)


def test_the_day_of_the_grant_that_counts() -> None:
    day = date(2023, 4, 3)
    other = _extension(date(2023, 5, 2), ExtensionDecision.REFUSED)
    granted = _extension(day, ExtensionDecision.GRANTED)
    asked = granted.model_copy(update={"asked_on": date(2023, 3, 1)})
    decided = asked.model_copy(update={"decided_on": date(2023, 3, 9)})
    assert granted_on([granted, other], day) is None
    assert granted_on([asked, other], day) == date(2023, 3, 1)
    assert granted_on([decided, other], day) == date(2023, 3, 9)


@pytest.mark.parametrize(
    ("reply", "today", "expected"),
    [
        (None, date(2023, 3, 19), 0),
        (None, date(2023, 3, 20), 0),
        (None, date(2023, 3, 21), 1),
        (None, date(2023, 4, 20), 31),
        (Reply(date(2023, 3, 19)), date(2024, 1, 1), 0),
        (Reply(date(2023, 3, 20)), date(2024, 1, 1), 0),
        (Reply(date(2023, 3, 22)), date(2024, 1, 1), 2),
        (Reply(date(2023, 3, 22)), date(2023, 3, 1), 2),
        (Reply(None), date(2023, 3, 1), None),
        (Reply(None), date(2024, 1, 1), None),
    ],
)
def test_lateness(reply: Reply | None, today: date, expected: int | None) -> None:
    assert lateness(DUE, reply, today) == expected


DECIDED, RECEIVED = date(2023, 3, 15), date(2023, 3, 22)


@pytest.mark.parametrize(
    ("decided", "received", "is_received", "counted", "expected"),
    [
        (DECIDED, RECEIVED, True, CountedDay.DECIDED, Reply(DECIDED)),
        (DECIDED, RECEIVED, True, CountedDay.RECEIVED, Reply(RECEIVED)),
        (DECIDED, None, True, CountedDay.RECEIVED, Reply(DECIDED)),
        (None, RECEIVED, True, CountedDay.DECIDED, Reply(RECEIVED)),
        (None, None, True, CountedDay.DECIDED, Reply(None)),
        (None, None, True, CountedDay.RECEIVED, Reply(None)),
        (DECIDED, None, False, CountedDay.DECIDED, Reply(DECIDED)),
        (DECIDED, None, False, CountedDay.RECEIVED, None),
    ],
)
def test_which_day_of_a_reply_counts(
    decided: date | None,
    received: date | None,
    is_received: bool,
    counted: CountedDay,
    expected: Reply | None,
) -> None:
    response = NewResponse(
        audit_id=1, decided_on=decided, received_on=received, is_received=is_received
    )
    assert reply_of(response, counted) == expected


def test_no_response_is_no_reply() -> None:
    assert reply_of(None, CountedDay.RECEIVED) is None
    assert reply_of(None, CountedDay.DECIDED) is None


@given(DAYS, DAYS, st.integers(0, 1000))
def test_once_late_always_late_until_answered(due: date, today: date, days: int) -> None:
    now, then = lateness(due, None, today), lateness(due, None, today + timedelta(days=days))
    assert now is not None
    assert then is not None
    assert then >= now
    assert (now > 0) == (today > due)


@given(DAYS, REPLIES.filter(lambda reply: reply is not None), DAYS, DAYS)
def test_an_answered_case_stops_counting(
    due: date, reply: Reply | None, today: date, other_day: date
) -> None:
    assert lateness(due, reply, today) == lateness(due, reply, other_day)


@given(DAYS, REPLIES, DAYS)
def test_lateness_is_never_negative(due: date, reply: Reply | None, today: date) -> None:
    days = lateness(due, reply, today)
    assert days is None or days >= 0
