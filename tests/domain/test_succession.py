from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome
from revtrack.domain.names.succession import committee_in_office, responsible_committee
from tests.domain.build import BOARD, CULTURE, SCHOOLS, addressee, altered, unanswered_case

LAST = date(2026, 12, 31)
"""The last day of the schools' committee; culture takes over on the first of January."""


def renamed(**fields: object) -> AuditCase:
    """Return the case where the schools' committee has gone over into culture's."""
    case = unanswered_case()
    ended = altered(SCHOOLS, valid_to_on=LAST, successor_id=CULTURE.id)
    moved = addressee(2, 1, SCHOOLS.id, **{"taken_over_by_id": CULTURE.id, **fields})
    return replace(case, committees=(BOARD, ended, CULTURE), addressees=(case.addressees[0], moved))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 12, 31), "grundskolenämnden"),
        (date(2027, 1, 1), "kultur- och fritidsnämnden"),
        (None, "kultur- och fritidsnämnden"),
    ],
)
def test_the_successor_answers_from_the_day_after_the_last(
    today: date | None, expected: str
) -> None:
    case = renamed()
    own, moved = case.addressees
    assert responsible_committee(case, own, today).name == "kommunstyrelsen"
    assert responsible_committee(case, moved, today).name == expected
    assert committee_in_office(case, case.committees[1], today).name == expected


def test_what_was_closed_before_stays_with_the_committee_that_had_it() -> None:
    closed = {"outcome": Outcome.IMPLEMENTED, "closed_on": date(2026, 5, 1)}
    case = renamed(taken_over_by_id=None, **closed)
    assert responsible_committee(case, case.addressees[1]).name == "grundskolenämnden"


def test_what_is_open_passes_to_the_successor_though_nobody_has_said_so_of_it() -> None:
    case = renamed(taken_over_by_id=None)
    days = (LAST, date(2027, 1, 1))
    found = [responsible_committee(case, case.addressees[1], day).abbreviation for day in days]
    assert found == ["GSN", "KFN"]


def test_a_recommendation_given_to_another_body_is_its_at_once() -> None:
    case = renamed(taken_over_by_id=BOARD.id)
    found = responsible_committee(case, case.addressees[1], date(2026, 1, 1))
    assert found.name == "kommunstyrelsen"


def test_a_second_rename_is_followed_when_its_day_comes() -> None:
    case = renamed(taken_over_by_id=BOARD.id)
    board, schools, _ = case.committees
    culture = altered(CULTURE, valid_to_on=date(2028, 6, 30), successor_id=BOARD.id)
    case = replace(case, committees=(board, schools, culture))
    days = (date(2026, 6, 1), date(2027, 6, 1), date(2028, 7, 1))
    found = [responsible_committee(case, case.addressees[1], day).abbreviation for day in days]
    assert found == ["GSN", "KFN", "KS"]


def test_committees_that_name_each_other_as_successors_end_the_search() -> None:
    case = renamed()
    culture = altered(CULTURE, successor_id=SCHOOLS.id)
    case = replace(case, committees=(BOARD, case.committees[1], culture))
    assert committee_in_office(case, case.committees[1]).name == "kultur- och fritidsnämnden"
