from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.days.dates import (
    Towards,
    add_months,
    check_coarse,
    first_day,
    is_working_day,
    last_day,
    next_working_day,
    parse_day,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("coarse", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-Q2", "2023-04-01", "2023-06-30"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023-06-30", "2023-06-30", "2023-06-30"),
        ("inför 2024", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_coarse_day_covers_its_period(coarse: str, first: str, last: str) -> None:
    assert check_coarse(coarse) == coarse
    assert first_day(coarse).isoformat() == first
    assert last_day(coarse).isoformat() == last


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "snart",
        "23",
        "20230",
        "2023-1",
        "2023-00",
        "2023-13",
        "2023-Q0",
        "2023-Q5",
        "2023-q2",
        "2023-02-29",
        "2023-02-30",
        "2023-2-3",
        "2023-06-30 kl. 9",
        "0000",
        "1899",
        "2201",
        "inför 1900",
        "inför 2024-06",
        "inför",
        "２０２３",
        "٢٠٢٣-06",
    ],
)
def test_what_is_no_coarse_day_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        check_coarse(bad)


def test_white_space_around_a_coarse_day_is_left_out() -> None:
    assert check_coarse("  inför   2024\n") == "inför 2024"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2022, 12, 1), 3, date(2023, 3, 1)),
        (date(2022, 11, 30), 3, date(2023, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 8, 31), 3, date(2023, 11, 30)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2022, 12, 31), 12, date(2023, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 9, 15), 3, date(2023, 12, 15)),
        (date(2023, 10, 15), 3, date(2024, 1, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2023, 3, 20), True),
        (date(2023, 3, 18), False),
        (date(2023, 3, 19), False),
        (date(2023, 4, 7), False),
        (date(2023, 4, 10), False),
        (date(2023, 4, 6), True),
        (date(2023, 5, 18), False),
        (date(2023, 5, 19), True),
        (date(2023, 6, 6), False),
        (date(2023, 6, 23), False),
        (date(2024, 12, 24), False),
        (date(2024, 12, 31), False),
        (date(2024, 12, 30), True),
    ],
)
def test_swedish_working_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@given(DAYS)
def test_the_next_working_day_is_near_and_none_lies_before_it(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert 0 <= (found - day).days <= 5
    skipped = (day + timedelta(days=gone) for gone in range((found - day).days))
    assert not any(is_working_day(each) for each in skipped)


@given(DAYS, st.integers(0, 48))
def test_months_later_never_leaves_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2023-03-20", date(2023, 3, 20)),
        ("20230320", date(2023, 3, 20)),
        (" 20/3 ", date(2023, 3, 20)),
        ("20/3 2022", date(2022, 3, 20)),
        ("20 mars", date(2023, 3, 20)),
        ("den 20 Mars 2024", date(2024, 3, 20)),
        ("20:e mars", date(2023, 3, 20)),
        ("1 maj", date(2023, 5, 1)),
        ("3 january", date(2023, 1, 3)),
        ("31/12", date(2022, 12, 31)),
        ("1/10", date(2022, 10, 1)),
        ("29/2", date(2024, 2, 29)),
        ("idag", date(2023, 3, 21)),
        ("i går", date(2023, 3, 20)),
    ],
)
def test_a_typed_day_is_read_and_without_a_year_it_is_the_nearest(typed: str, day: date) -> None:
    assert parse_day(typed, date(2023, 3, 21)) == day


@pytest.mark.parametrize(
    ("typed", "towards", "day"),
    [
        ("1/12", Towards.PAST, date(2022, 12, 1)),
        ("21/3", Towards.PAST, date(2023, 3, 21)),
        ("22 mars", Towards.PAST, date(2022, 3, 22)),
        ("29/2", Towards.PAST, date(2020, 2, 29)),
        ("20/3", Towards.FUTURE, date(2024, 3, 20)),
        ("21/3", Towards.FUTURE, date(2024, 3, 21)),
        ("22/3", Towards.FUTURE, date(2023, 3, 22)),
        ("20/3 2022", Towards.FUTURE, date(2022, 3, 20)),
    ],
)
def test_a_day_without_a_year_lies_where_its_kind_of_day_lies(
    typed: str, towards: Towards, day: date
) -> None:
    assert parse_day(typed, date(2023, 3, 21), towards) == day


@pytest.mark.parametrize(
    "typed", ["", "31/2", "20", "2023-02-30", "13/13", "0/1", "20 mats", "1 marsvin", "20//3", "x"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^.*$"):
        parse_day(typed, date(2023, 3, 21))
