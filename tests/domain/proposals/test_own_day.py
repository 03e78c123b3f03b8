"""The day of a reply, as its beginning or end gives it."""

from datetime import date

from revtrack.domain.proposals.replying.own_day import day_of
from tests.domain.proposals.written import written

REPLY = """Socialnämnden
Protokollsutdrag 2024-05-14
Svar senast 2024-06-30
Revisionsrapport daterad 2024-09-01
Nämnden instämmer."""


def test_a_reply_has_the_day_at_its_beginning_that_is_not_anothers() -> None:
    assert day_of(written(REPLY)) == date(2024, 5, 14)


def test_a_reply_without_a_day_has_none() -> None:
    assert day_of(written("Nämnden instämmer.\nSvar önskas före 2024-06-30")) is None
