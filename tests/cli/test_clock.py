"""The clock is asked in one place: where a command line comes in."""

import json

import pytest
from freezegun import freeze_time

from revtrack.cli import lists
from tests.cli.conftest import Command

LOADED = lists  # what a command loads is loaded before the clock is stopped


@pytest.mark.parametrize(
    ("day", "late"),
    [("2023-03-20", []), ("2023-03-21", [1] * 6), ("2023-03-25", [5] * 6 + [1])],
)
def test_without_another_day_it_is_the_clock_s(
    awaiting_case: Command, day: str, late: list[int]
) -> None:
    with freeze_time(f"{day} 12:00:00"):
        due = json.loads(awaiting_case("due", "--json").out)
    assert [each["days_late"] for each in due if each["days_late"]] == late


def test_the_day_is_that_of_sweden_where_the_computer_keeps_another(
    awaiting_case: Command,
) -> None:
    with freeze_time("2023-03-20 23:30:00"):  # by UTC; in Sweden it is the 21st
        due = json.loads(awaiting_case("due", "--json").out)
    assert [each["days_late"] for each in due if each["days_late"]] == [1] * 6


def test_the_day_that_is_said_goes_before_the_clock(awaiting_case: Command) -> None:
    with freeze_time("2026-01-01"):
        due = json.loads(awaiting_case("--today", "2023-03-20", "due", "--json").out)
    assert {each["days_late"] for each in due} == {0}
