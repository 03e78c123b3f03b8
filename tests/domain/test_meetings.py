from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain import records as r
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.dates import is_working_day
from revtrack.domain.days.due_days import DoubtKind, doubts_about, propose_other_day
from revtrack.domain.days.meetings import has_calendar_for, paths, plan_reply
from revtrack.domain.days.wise_days import is_in_holidays
from tests.domain.build import stored

LETTER, DUE = date(2022, 12, 1), date(2023, 3, 20)
COMMITTEE, WORKING, PRESIDIUM = MeetingKind

Calendar = tuple[r.CommitteeMeeting, ...]


def meeting(
    day: str,
    kind: MeetingKind = COMMITTEE,
    papers_by: str | None = None,
    dispatched: str | None = None,
) -> r.CommitteeMeeting:
    return stored(
        r.CommitteeMeeting,
        committee_id=1,
        held_on=day,
        kind=kind,
        papers_by_on=papers_by,
        dispatched_on=dispatched,
    )


SPRING: Calendar = (
    meeting("2022-12-06"),
    meeting("2023-01-24"),
    meeting("2023-01-31", WORKING),
    meeting("2023-02-14", dispatched="2023-02-07"),
    meeting("2023-02-28", WORKING),
    meeting("2023-03-14", dispatched="2023-03-07"),
    meeting("2023-04-04", WORKING),
    meeting("2023-04-18"),
)


def test_a_reply_is_planned_backwards_from_its_day() -> None:
    plan = plan_reply(DUE, LETTER, SPRING, LETTER)
    assert plan.last is not None
    assert plan.last.preparing is not None
    assert plan.last.meeting.held_on == date(2023, 3, 14)
    assert plan.last.dispatched_on == date(2023, 3, 7)
    assert plan.last.preparing.held_on == date(2023, 2, 28)
    assert plan.last.paper_ready_on == date(2023, 2, 17)  # seven working days before
    assert not plan.last.is_paper_day_stated
    assert plan.last.settled_on == date(2023, 3, 17)
    assert (plan.is_too_late, plan.ask_until, plan.is_calendar_short) == (False, None, False)


@pytest.mark.parametrize(
    ("today", "is_too_late", "ask_until"),
    [
        ("2023-02-17", False, None),
        ("2023-02-18", True, "2023-04-21"),  # the meeting of 18 April and its minutes
        ("2023-03-25", True, None),  # nor can its paper be ready
    ],
)
def test_once_the_paper_cannot_be_ready_more_time_is_asked_for(
    today: str, is_too_late: bool, ask_until: str | None
) -> None:
    plan = plan_reply(DUE, LETTER, SPRING, date.fromisoformat(today))
    assert plan.is_too_late is is_too_late
    assert plan.ask_until == (date.fromisoformat(ask_until) if ask_until else None)


def test_a_meeting_whose_minutes_are_not_approved_in_time_is_not_the_last() -> None:
    plan = plan_reply(date(2023, 3, 16), LETTER, SPRING, LETTER)
    assert plan.last is not None
    assert plan.last.meeting.held_on == date(2023, 2, 14)


@pytest.mark.parametrize(
    ("calendar", "ready", "is_stated"),
    [
        ((meeting("2023-03-14"),), "2023-03-03", False),
        ((meeting("2023-03-14", papers_by="2023-02-20"),), "2023-02-20", True),
        (
            (meeting("2023-02-28", WORKING, "2023-02-15"), meeting("2023-03-14", COMMITTEE)),
            "2023-02-15",
            True,
        ),
        (  # the day for the committee's papers lies after the working committee: of no help
            (meeting("2023-02-28", WORKING), meeting("2023-03-14", COMMITTEE, "2023-03-01")),
            "2023-02-17",
            False,
        ),
        (
            (
                meeting("2023-02-28", WORKING, "2023-02-21"),
                meeting("2023-03-14", papers_by="2023-02-13"),
            ),
            "2023-02-13",
            True,
        ),
        ((meeting("2023-03-01", PRESIDIUM), meeting("2023-03-14")), "2023-02-20", False),
    ],
)
def test_when_the_paper_has_to_be_ready(calendar: Calendar, ready: str, is_stated: bool) -> None:
    *_, path = paths(calendar)
    assert path.paper_ready_on == date.fromisoformat(ready)
    assert path.is_paper_day_stated is is_stated


def test_a_working_committee_belongs_to_the_first_meeting_after_it() -> None:
    calendar = (meeting("2023-02-28", WORKING), meeting("2023-03-14"), meeting("2023-04-18"))
    assert [each.preparing is not None for each in paths(calendar)] == [True, False]


def test_a_calendar_that_ends_before_the_day_says_so() -> None:
    plan = plan_reply(DUE, LETTER, SPRING[:4], LETTER)
    assert plan.is_calendar_short
    assert plan.calendar_until == date(2023, 2, 14)
    empty = plan_reply(DUE, LETTER, (), LETTER)
    assert (empty.last, empty.is_too_late, empty.calendar_until) == (None, False, None)


@pytest.mark.parametrize(
    ("letter", "due", "calendar", "covers"),
    [
        ("2022-12-01", "2023-03-20", SPRING, True),
        ("2022-12-01", "2023-03-20", (), False),
        ("2022-12-01", "2023-03-20", SPRING[1:], False),  # nothing of 2022 is registered
        ("2022-12-01", "2023-05-02", SPRING, False),  # ends before the day
        ("2026-02-02", "2026-04-01", (meeting("2026-04-15"), meeting("2026-05-20")), True),
        ("2026-02-02", "2026-04-01", (meeting("2026-01-12"), meeting("2026-09-20")), False),
        ("2023-01-02", "2023-03-20", (meeting("2023-04-01", WORKING),), False),
    ],
)
def test_what_a_calendar_covers(letter: str, due: str, calendar: Calendar, covers: bool) -> None:
    days = (date.fromisoformat(letter), date.fromisoformat(due))
    assert has_calendar_for(calendar, *days) is covers


YEAR: Calendar = (meeting("2026-01-20"), meeting("2026-04-15"), meeting("2026-05-20"))


@pytest.mark.parametrize(
    ("letter", "due", "calendar", "kinds", "proposed"),
    [
        ("2022-12-01", "2023-03-20", (), [], None),
        ("2022-12-01", "2023-03-20", SPRING, [], None),
        ("2026-02-02", "2026-04-01", YEAR, ["due_without_meeting"], "2026-04-20"),
        ("2026-02-02", "2026-04-17", YEAR, ["due_without_meeting"], "2026-04-20"),
        ("2026-02-02", "2026-04-20", YEAR, [], None),
        # the meeting in reach is after the letter has been answered for, not the next one
        ("2026-04-13", "2026-05-26", YEAR, [], None),
        ("2026-04-13", "2026-05-18", (), ["due_too_soon"], "2026-05-25"),
        ("2026-04-13", "2026-05-24", (), ["due_on_free_day", "due_too_soon"], "2026-05-25"),
        ("2026-04-13", "2026-05-25", (), [], None),
        ("2026-03-02", "2026-06-30", (), [], None),
        ("2026-03-02", "2026-07-01", (), ["due_in_holidays"], "2026-08-03"),
        ("2026-03-02", "2026-07-26", (), ["due_in_holidays"], "2026-08-03"),  # a Sunday too
        ("2026-09-01", "2026-12-22", (), [], None),
        ("2026-09-01", "2026-12-23", (), ["due_in_holidays"], "2027-01-07"),
        ("2026-09-01", "2027-01-06", (), ["due_in_holidays"], "2027-01-07"),
        ("2026-02-02", "2026-04-03", (), ["due_on_free_day"], "2026-04-07"),  # Good Friday
        ("2026-06-08", "2026-07-06", (), ["due_in_holidays", "due_too_soon"], "2026-08-03"),
    ],
)
def test_what_is_unwise_about_a_day(
    letter: str, due: str, calendar: Calendar, kinds: list[str], proposed: str | None
) -> None:
    found = doubts_about(date.fromisoformat(due), date.fromisoformat(letter), calendar)
    assert [each.kind.value for each in found] == kinds
    assert {each.proposed_on.isoformat() for each in found} == ({proposed} if proposed else set())


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
CALENDARS = st.lists(
    st.builds(lambda day, kind: meeting(day.isoformat(), kind), DAYS, st.sampled_from(MeetingKind)),
    max_size=12,
).map(tuple)


@given(DAYS, st.integers(1, 400), CALENDARS)
def test_a_proposed_day_is_later_and_leaves_no_doubt_of_its_own(
    letter: date, days: int, calendar: Calendar
) -> None:
    due = letter + timedelta(days=days)
    proposed = propose_other_day(due, letter, calendar)
    assert proposed >= due
    assert is_working_day(proposed)
    assert not is_in_holidays(proposed)
    assert (proposed == due) == (not doubts_about(due, letter, calendar))


@given(DAYS, st.integers(1, 400), CALENDARS, st.integers(0, 400))
def test_a_plan_never_looks_beyond_its_day(
    letter: date, days: int, calendar: Calendar, passed: int
) -> None:
    due = letter + timedelta(days=days)
    plan = plan_reply(due, letter, calendar, letter + timedelta(days=passed))
    if plan.last is not None:
        assert letter < plan.last.meeting.held_on < plan.last.settled_on <= due
    if plan.ask_until is not None:
        assert plan.is_too_late
        assert plan.ask_until > due or plan.last is not None
        assert doubts_about(plan.ask_until, letter, calendar) == ()


@given(DAYS, st.integers(1, 400), CALENDARS, st.integers(0, 400))
def test_the_plan_and_the_doubts_say_the_same(
    letter: date, days: int, calendar: Calendar, passed: int
) -> None:
    due, today = letter + timedelta(days=days), letter + timedelta(days=passed)
    plan = plan_reply(due, letter, calendar, today)
    doubts = {each.kind: each for each in doubts_about(due, letter, calendar, today)}
    if has_calendar_for(calendar, letter, due):
        assert (plan.last is None) == (DoubtKind.WITHOUT_MEETING in doubts)
    if plan.last is None and plan.ask_until is not None:
        assert doubts[DoubtKind.WITHOUT_MEETING].proposed_on == plan.ask_until


def test_a_meeting_is_of_no_use_whose_paper_cannot_be_written_after_the_letter() -> None:
    # the paper for 14 February has to be ready on 20 January, seven working days after the letter
    letter, due = date(2023, 1, 11), date(2023, 3, 1)
    plan = plan_reply(due, letter, SPRING, date(2023, 1, 12))
    assert (plan.last, plan.is_too_late, plan.ask_until) == (None, True, date(2023, 3, 17))
    [doubt] = doubts_about(due, letter, SPRING, date(2023, 1, 12))
    assert (doubt.kind, doubt.proposed_on) == (DoubtKind.WITHOUT_MEETING, plan.ask_until)


def test_a_better_day_is_one_that_can_still_be_kept() -> None:
    letter, due = date(2023, 1, 11), date(2023, 3, 1)
    seen = [
        doubts_about(due, letter, SPRING, day) for day in (date(2023, 2, 17), date(2023, 2, 20))
    ]
    assert [doubt.proposed_on for [doubt] in seen] == [date(2023, 3, 17), date(2023, 4, 21)]
    [doubt] = doubts_about(due, letter, SPRING, date(2023, 4, 1))
    assert doubt.proposed_on == due  # none is known


def test_more_time_is_never_asked_for_until_a_day_in_the_holidays() -> None:
    calendar = (*SPRING, meeting("2023-06-29"), meeting("2023-08-29"))
    plan = plan_reply(date(2023, 5, 2), LETTER, calendar, date(2023, 5, 3))
    assert plan.within_reach is not None
    assert plan.within_reach.settled_on == date(2023, 7, 4)
    assert plan.ask_until == date(2023, 8, 1)
