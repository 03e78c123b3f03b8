"""By which day each committee is to reply, in the ways that letters write several.

``due_days.txt`` has, under what it shows, the days that are expected, "---", and the ways to say
it, with a blank line between them.
"""

from collections.abc import Iterator

import pytest

from revtrack.domain.proposals.one_paper import read_letter
from revtrack.domain.proposals.proposal import Proposal
from tests.domain.proposals.written import cases_in, written

LETTER = """Kalvsunds kommun
Kommunrevisionen
2024-02-20
Till: Socialnämnden (SN), Barn- och utbildningsnämnden (BUN), Kulturnämnden (KN)
För kännedom: Kommunfullmäktiges presidium
# Granskning av hot och våld i tjänsten
Vi rekommenderar socialnämnden att:
- se över larmrutinerna vid hembesök
{said}
"""


def _cases() -> Iterator[tuple[list[str], str]]:
    for expected, ways in cases_in("due_days.txt").values():
        yield from ((expected, said) for said in ways.strip().split("\n\n"))


def _days(found: Proposal) -> list[str]:
    """Return each committee's day, and that for all or all others where some have none."""
    own = {each.committee: f"{each.committee} {each.due_on}" for each in found.due_days}
    is_for_others = found.due_on is not None and (
        not own or all(each.due_on != found.due_on.value for each in found.due_days)
    )
    others = "alla andra" if own else "alla"
    last = [f"{others} {found.due_on.value}"] if found.due_on and is_for_others else []
    return [*own.values(), *last]


@pytest.mark.parametrize(("expected", "said"), list(_cases()))
def test_each_committee_is_to_reply_by_its_own_day(expected: list[str], said: str) -> None:
    found = read_letter(written(LETTER.format(said=said)))
    assert sorted(_days(found)) == sorted(expected)
    assert ["several_due_days"] * (len(expected) > 1) == [each.code for each in found.doubts]


def test_two_days_of_one_committee_are_both_told() -> None:
    said = (
        "Socialnämnden ska senast den 31 maj 2024 redovisa en plan, och senast den 13 september "
        "2024 svara på övriga frågor."
    )
    found = read_letter(written(LETTER.format(said=said)))
    assert [(each.committee, f"{each.due_on}") for each in found.due_days] == [
        ("Socialnämnden", "2024-05-31"),
        ("Socialnämnden", "2024-09-13"),
    ]
