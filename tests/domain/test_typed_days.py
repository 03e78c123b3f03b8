from datetime import date

import pytest

from revtrack.domain.days.dates import Towards
from revtrack.domain.days.typed_days import read_coarse, read_coarse_here, read_day

TUESDAY = date(2023, 3, 21)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2023", "2023"),
        ("2023-06", "2023-06"),
        ("2023-06-30", "2023-06-30"),
        ("20230630", "2023-06-30"),
        ("2023.6.30", "2023-06-30"),
        ("30/6 2023", "2023-06-30"),
        ("30 juni 2023", "2023-06-30"),
        ("Senast den 30 juni 2023.", "2023-06-30"),
        ("juni 2023", "2023-06"),
        ("Under juni  2023", "2023-06"),
        ("2023 juni", "2023-06"),
        ("Q2 2023", "2023-Q2"),
        ("2023 Q2", "2023-Q2"),
        ("2023-q2", "2023-Q2"),
        ("kvartal 4 2023", "2023-Q4"),
        ("kv. 1 2024", "2024-Q1"),
        ("andra kvartalet 2023", "2023-Q2"),
        ("under 2024", "2024"),
        ("Inför 2024", "inför 2024"),
    ],
)
def test_a_day_is_read_as_exactly_as_it_is_written(typed: str, day: str) -> None:
    assert read_coarse(typed) == day


@pytest.mark.parametrize(
    "typed",
    ["", "hösten 2023", "snarast", "30 juni", "2023-13-01", "31 februari 2023", "Q5 2023", "=A1"],
)
def test_what_names_no_day_is_none(typed: str) -> None:
    assert read_coarse(typed) is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("idag", "2023-03-21"),
        ("i morgon", "2023-03-22"),
        ("om 3 veckor", "2023-04-11"),
        ("Om tre  veckor", "2023-04-11"),
        ("om en månad", "2023-04-21"),
        ("om 10 dagar", "2023-03-31"),
        ("om ett år", "2024-03-21"),
        ("för 2 veckor sedan", "2023-03-07"),
        ("in 2 weeks", "2023-04-04"),
        ("3 days ago", "2023-03-18"),
        ("fredag", "2023-03-24"),
        ("på fredag", "2023-03-24"),
        ("tisdag", "2023-03-21"),
        ("i måndags", "2023-03-20"),
        ("tors", "2023-03-23"),
        ("i tisdags", "2023-03-14"),
        ("friday", "2023-03-24"),
        ("20/3", "2023-03-20"),
        ("20 mars", "2023-03-20"),
    ],
)
def test_a_day_is_written_as_people_say_it(typed: str, day: str) -> None:
    assert read_day(typed, TUESDAY) == date.fromisoformat(day)


def test_a_weekday_of_what_has_been_lies_behind() -> None:
    assert read_day("fredag", TUESDAY, Towards.PAST) == date(2023, 3, 17)
    assert read_day("tisdag", TUESDAY, Towards.PAST) == TUESDAY


def test_words_are_seen_from_today_and_days_without_year_from_the_letter() -> None:
    letter = date(2022, 12, 1)
    assert read_day("idag", TUESDAY, Towards.FUTURE, letter) == TUESDAY
    assert read_day("om 1 vecka", TUESDAY, Towards.FUTURE, letter) == date(2023, 3, 28)
    assert read_day("1/3", TUESDAY, Towards.FUTURE, letter) == date(2023, 3, 1)


@pytest.mark.parametrize(
    "typed", ["om tusen veckor", "om 99999999999 år", "om 3", "fredagen den trettonde", "31/2", "x"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what it says is for nobody
        read_day(typed, TUESDAY)


@pytest.mark.parametrize(
    ("typed", "coarse"),
    [("juni 2023", "2023-06"), ("20 mars", "2023-03-20"), ("om 3 veckor", "2023-04-11")],
)
def test_a_coarse_day_in_a_field_may_lack_its_year(typed: str, coarse: str) -> None:
    assert read_coarse_here(typed, TUESDAY) == coarse
