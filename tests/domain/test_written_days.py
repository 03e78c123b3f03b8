from datetime import date

import pytest

from revtrack.domain.days.written_days import days_in


@pytest.mark.parametrize(
    "text",
    [
        "senast 2023-03-20.",
        "senast den 20 mars 2023",
        "den 20:e mars 2023 kl. 12",
        "20mars 2023",
        "20 Mars, 2023",
        "20 mar. 2023",
        "20/3 2023",
        "20/3-2023",
        "20.03.2023",
        "20230320",
        "2023.03.20",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert [each.day for each in days_in(text)] == [date(2023, 3, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "20 mars",
        "mars 2023",
        "2023-02-30",
        "2022-2023",
        "KS 2023/12",
        "3.1.2-56/2016",
        "tel 016-710",
    ],
)
def test_what_is_no_whole_day_is_left_out(text: str) -> None:
    assert list(days_in(text)) == []


def test_each_day_is_told_with_its_ends() -> None:
    text = "från 2023-01-02 till den 3 februari 2023."
    assert [text[each.start : each.end] for each in days_in(text)] == [
        "2023-01-02",
        "3 februari 2023",
    ]
