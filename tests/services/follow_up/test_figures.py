"""Figures in time: against a table made by hand, and against queries of their own."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from statistics import mean, median

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.domain.outcome.over_time import WITHIN, implemented_on, years_after
from revtrack.domain.outcome.rates import units_of
from revtrack.domain.records import Verdict
from revtrack.services.follow_up.reporting import figures_of, make_report
from revtrack.storage.store import Store

TODAY = date(2026, 2, 16)
FULL, NOT = VerdictStep.FULL, VerdictStep.NOT


def verdict(addressee_id: int, step: VerdictStep, day: date | None, number: int) -> Verdict:
    return Verdict(
        id=number,
        uid=f"00000000-0000-0000-0000-{number:012}",
        version=1,
        addressee_id=addressee_id,
        verdict=step,
        basis=Basis.DESK,
        judged_on=day,
    )


def issued(case: AuditCase, letter_on: date, *found: tuple[VerdictStep, date | None]) -> AuditCase:
    """Return the case with its letter on this day, all open, the first ones judged so."""
    addressees = tuple(
        each.model_copy(update={"outcome": None, "closed_on": None, "reopening_reason": None})
        for each in case.addressees
    )
    asked = [each for each in addressees if each.asked]
    verdicts = tuple(
        verdict(addressee.id, step, day, number)
        for number, (addressee, (step, day)) in enumerate(zip(asked, found, strict=False))
    )
    audit = case.audit.model_copy(update={"handed_over_on": letter_on})
    return replace(case, audit=audit, addressees=addressees, verdicts=verdicts)


@pytest.fixture
def three_years(alvsunda: Mapping[str, AuditCase]) -> list[AuditCase]:
    """Letters of three years, seven recommendations each."""
    case = alvsunda["ALV-2022-1"]
    assert len(units_of([case])) == 7
    in_2021 = [(FULL, date(2022, 2, 1)), (FULL, date(2022, 2, 2)), (FULL, date(2025, 2, 1))]
    in_2023 = [(FULL, date(2023, 9, 1)), (NOT, date(2023, 9, 1)), (FULL, None)]
    return [
        issued(case, date(2021, 2, 1), *in_2021),
        issued(case, date(2023, 3, 1), *in_2023),
        issued(case, date(2025, 6, 1), (FULL, date(2025, 7, 1))),
    ]


def test_shares_within_years_are_those_of_the_table(three_years: list[AuditCase]) -> None:
    found = figures_of(three_years, TODAY).cohorts
    assert [
        (each.year, [(len(each.within(n)), len(each.reached(n)), each.share(n)) for n in WITHIN])
        for each in found
    ] == [
        (2025, [(0, 0, None), (0, 0, None), (0, 0, None)]),
        (2023, [(1, 7, 14), (1, 7, 14), (0, 0, None)]),
        (2021, [(1, 7, 14), (2, 7, 29), (3, 7, 43)]),
        (None, [(2, 14, 14), (3, 14, 21), (3, 7, 43)]),
    ]


def test_each_year_end_is_counted_by_the_days_of_the_facts(three_years: list[AuditCase]) -> None:
    closed = three_years[0].addressees[0]
    three_years[0] = replace(
        three_years[0],
        addressees=(
            closed.model_copy(
                update={"outcome": Outcome.IMPLEMENTED, "closed_on": date(2024, 12, 31)}
            ),
            *three_years[0].addressees[1:],
        ),
    )
    found = figures_of(three_years, TODAY).year_ends
    assert [
        (each.day.isoformat(), len(each.units), each.open, len(each.implemented)) for each in found
    ] == [
        ("2021-12-31", 7, 7, 0),
        ("2022-12-31", 7, 7, 2),
        ("2023-12-31", 14, 14, 3),
        ("2024-12-31", 14, 13, 3),
        ("2025-12-31", 21, 20, 5),
        ("2026-02-16", 21, 20, 6),
    ]


def test_what_was_found_again_counts_from_the_first_time(three_years: list[AuditCase]) -> None:
    case = three_years[0]
    own = case.verdicts[0].addressee_id
    again = [(FULL, date(2022, 5, 1)), (NOT, date(2021, 5, 1)), (FULL, date(2023, 5, 1))]
    verdicts = tuple(verdict(own, step, day, 90 + n) for n, (step, day) in enumerate(again))
    (unit,) = [
        each
        for each in units_of([replace(case, verdicts=verdicts)])
        if each.line.addressee.id == own
    ]
    assert implemented_on(unit) == date(2022, 5, 1)


def test_a_leap_day_has_its_year_end_on_the_last_of_february() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_counts_by_standing_age_and_time_hold_everything_once(demo_store: Store) -> None:
    figures = make_report(demo_store, None, None, TODAY).figures
    assert sum(map(len, figures.standings.values())) == figures.total.asked
    assert sum(len(each.units) for each in figures.ages) == figures.total.open
    asked = [each for each in figures.replies if each.line.reply_case.due_on]
    assert sum(map(len, figures.reply_times.values())) == len(asked)
    assert figures.year_ends[-1].open == figures.total.open
    assert len(figures.year_ends[-1].implemented) == figures.total.implemented


def test_days_to_answer_and_to_close_equal_a_query(demo_store: Store) -> None:
    figures = make_report(demo_store, None, None, TODAY).figures
    answered: dict[tuple[str, str], list[int]] = {}
    closed: dict[tuple[str, str], list[int]] = {}
    with sqlite3.connect(demo_store.path) as database:
        for town, name, days in database.execute(
            "SELECT m.name, c.name, julianday(CASE m.counted_day WHEN 'decided' "
            " THEN coalesce(r.decided_on, r.received_on) ELSE coalesce(r.received_on, r.decided_on)"
            " END) - julianday(a.handed_over_on) "
            "FROM reply_case rc JOIN audit a ON a.id = rc.audit_id "
            "JOIN committee c ON c.id = rc.committee_id "
            "JOIN municipality m ON m.id = a.municipality_id "
            "JOIN response r ON r.id = (SELECT min(x.id) FROM response x "
            " JOIN response_case l ON l.response_id = x.id WHERE l.reply_case_id = rc.id "
            " AND x.is_received AND x.kind NOT IN ('draft', 'supplement'))"
        ):
            if days is not None:
                answered.setdefault((town, name), []).append(int(days))
        for town, name, days in database.execute(
            "SELECT m.name, c.name, julianday(d.closed_on) - julianday(a.handed_over_on) "
            "FROM addressee d JOIN recommendation i ON i.id = d.recommendation_id "
            "JOIN audit a ON a.id = i.audit_id JOIN committee c ON c.id = d.committee_id "
            "JOIN municipality m ON m.id = a.municipality_id "
            "WHERE d.asked AND d.outcome IS NOT NULL AND d.closed_on IS NOT NULL"
        ):
            closed.setdefault((town, name), []).append(int(days))
    assert sum(map(len, answered.values())) == 14
    assert closed
    for name, (to_answer, to_close) in figures.lengths.items():
        for told, days in ((to_answer, answered.get(name)), (to_close, closed.get(name))):
            assert told.mean == (round(mean(days), 1) if days else None)
            assert told.median == (median(days) if days else None)
