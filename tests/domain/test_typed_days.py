import pytest

from revtrack.domain.days.typed_days import read_coarse


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
