from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.days.agenda import Span, grouped, period_of
from revtrack.wording import use_language
from revtrack.wording.periods import period_in_words, short_day


@dataclass(frozen=True)
class Line:
    due_on: date


@pytest.mark.parametrize(
    ("day", "span", "heading"),
    [
        ("2023-03-20", Span.WEEK, "v. 12 (20–26 mars 2023)"),
        ("2023-03-26", Span.WEEK, "v. 12 (20–26 mars 2023)"),
        ("2023-03-27", Span.WEEK, "v. 13 (27 mars–2 april 2023)"),
        ("2026-01-01", Span.WEEK, "v. 1 (29 december 2025–4 januari 2026)"),
        ("2027-01-03", Span.WEEK, "v. 53 (28 december 2026–3 januari 2027)"),
        ("2023-03-31", Span.QUARTER, "kvartal 1 2023"),
        ("2023-04-01", Span.QUARTER, "kvartal 2 2023"),
        ("2023-12-31", Span.QUARTER, "kvartal 4 2023"),
    ],
)
def test_a_day_lies_in_its_week_or_quarter(day: str, span: Span, heading: str) -> None:
    assert period_in_words(period_of(date.fromisoformat(day), span)) == heading


def test_periods_and_short_days_in_english() -> None:
    use_language("en")
    assert period_in_words(period_of(date(2023, 3, 20), Span.WEEK)) == "week 12 (20–26 March 2023)"
    assert period_in_words(period_of(date(2023, 3, 20), Span.QUARTER)) == "quarter 1 2023"
    assert short_day(date(2022, 12, 6), date(2023, 3, 20)) == "6 Dec 2022"


@given(st.lists(st.builds(Line, st.dates(date(2000, 1, 1), date(2050, 12, 31)))))
def test_no_line_is_lost_or_doubled(lines: list[Line]) -> None:
    for span in Span:
        groups = grouped(lines, span)
        assert sorted(
            (line for group in groups for line in group.lines), key=lambda each: each.due_on
        ) == sorted(lines, key=lambda each: each.due_on)
        assert [group.period.first for group in groups] == sorted(
            {group.period.first for group in groups}
        )
        for group in groups:
            assert all(
                group.period.first <= line.due_on <= group.period.last for line in group.lines
            )


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_weeks_begin_on_monday_and_last_seven_days(day: date) -> None:
    week = period_of(day, Span.WEEK)
    assert week.first.weekday() == 0
    assert week.last - week.first == timedelta(days=6)
