"""By which day each committee is to reply, in the ways that letters write several.

``due_days.txt`` has, under what it shows, the days that are expected, "---", and the ways to say
it, with a blank line between them.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from revtrack.domain.proposals.one_paper import read_letter, read_report
from revtrack.domain.proposals.proposal import Proposal
from tests.domain.proposals.written import cases_in, written

LETTER = """Kalvsunds kommun
Kommunrevisionen
2024-02-20
Till: Socialnämnden (SN), Barn- och utbildningsnämnden (BUN){more}
För kännedom: Kommunfullmäktiges presidium
# Granskning av hot och våld i tjänsten
Vi rekommenderar socialnämnden att:
- se över larmrutinerna vid hembesök
{said}
"""


def _cases() -> Iterator[tuple[list[str], str]]:
    for expected, ways in cases_in("due_days.txt").values():
        yield from ((expected, said) for said in ways.strip().split("\n\n"))


def _read(said: str) -> Proposal:
    more = ", Kulturnämnden (KN)" if "ulturnämnden" in said else ""
    return read_letter(written(LETTER.format(said=said, more=more)))


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
    found = _read(said)
    assert sorted(_days(found)) == sorted(expected)
    assert ["several_due_days"] * (len(expected) > 1) == [each.code for each in found.doubts]


def test_two_days_of_one_committee_are_both_told() -> None:
    said = (
        "Socialnämnden ska senast den 31 maj 2024 redovisa en plan, och senast den 13 september "
        "2024 svara på övriga frågor."
    )
    found = _read(said)
    assert [(each.committee, f"{each.due_on}") for each in found.due_days] == [
        ("Socialnämnden", "2024-05-31"),
        ("Socialnämnden", "2024-09-13"),
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Svar önskas senast den 15 januari 2024.", "2024-01-15"),
        ("Svar önskas senast den 15 januari 2024 från nämnderna.", "2024-01-15"),
        ("Svaret skulle ha lämnats senast den 15 januari 2024.", None),
        ("I ett brev begärdes svar senast den 15 januari 2024.", None),
    ],
)
def test_a_day_before_the_letters_own_is_shown_with_a_warning(said: str, day: str | None) -> None:
    found = _read(said)
    due = found.due_on
    assert (due and (f"{due.value}", due.confidence)) == (day and (day, 0.5))
    assert [each.code for each in found.doubts] == ["due_before_letter"] * (day is not None)


def test_a_committees_day_before_the_letters_own_is_not_lost() -> None:
    said = (
        "Svar önskas senast den 15 januari 2024 från socialnämnden och senast den 13 september "
        "2024 från övriga."
    )
    found = _read(said)
    assert [(f"{each.due_on}", each.confidence) for each in found.due_days] == [("2024-01-15", 0.5)]
    assert found.due_on is not None
    assert found.due_on.value.isoformat() == "2024-09-13"
    assert {each.code for each in found.doubts} == {"several_due_days", "due_before_letter"}


def test_the_year_of_a_day_is_told_by_that_of_another() -> None:
    said = (
        "Socialnämnden ska svara senast den 31 maj 2024. Kulturnämnden, som sammanträder först "
        "efter sommaren, ska svara senast den 13 september."
    )
    found = _read(said)
    assert [(f"{each.due_on}", each.confidence) for each in found.due_days] == [
        ("2024-05-31", 0.95),
        ("2024-09-13", 0.95),
    ]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Svar önskas från socialnämnden senast den 31 maj 2024.", ["Socialnämnden"]),
        ("Svar önskas från socialnämnden och respektive nämnd senast den 31 maj 2024.", []),
        ("Vi önskar att SN och BUN svarar senast den 31 maj 2024.", []),
    ],
)
def test_whom_a_letter_gives_no_day_is_told(said: str, named: list[str]) -> None:
    found = _read(said)
    assert [each.committee for each in found.due_days] == named
    assert [each.facts["others"] for each in found.doubts] == [
        "Barn- och utbildningsnämnden" for _ in named
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Nämnden behandlar lämpligen ärendet i april, så att svaret kan vara hos oss den 31 maj.",
        "Med hänsyn till sommaren har vi satt svarstiden till den 31 maj 2024.",
        "Nämnden bereds tillfälle att yttra sig till den 31 maj 2024.",
        "Revisorerna remitterar rapporten till nämnden. Remisstiden går ut den 31 maj 2024.",
    ],
)
def test_any_day_ahead_in_a_sentence_that_asks_for_a_reply_is_asked_for(said: str) -> None:
    due_on = _read(said).due_on
    assert due_on is not None
    assert due_on.value.isoformat() == "2024-05-31"


@pytest.mark.parametrize(
    "said",
    [
        "Nämnden ska rapportera till kommunstyrelsen senast den 31 maj varje år.",
        "Vi tar gärna emot synpunkter vid årsstämman den 31 maj 2024.",
        "Nämnden bör redovisa hur avtalet, som gäller till den 31 maj 2024, har följts.",
        "Nämnden redovisade sina åtgärder den 31 maj 2024.",
    ],
)
def test_a_day_on_which_something_else_happens_is_not_asked_for(said: str) -> None:
    assert _read(said).due_on is None


REPORT = """
Granskning av föreningsstöd
Revisionsrapport
2023-02-01
Kommunens revisorer
Kultur- och fritidsnämnden
{asks}
Vi rekommenderar nämnden att
- upprätta en plan för stödet
"""


@pytest.mark.parametrize(
    ("asks", "is_ours"),
    [
        ("Vi önskar svar från nämnden senast den 1 juni 2023.", True),
        ("Revisorerna emotser nämndens yttrande senast den 1 juni 2023.", True),
        ("Nämndens svar önskas senast den 1 juni 2023.", True),
        ("Nämnden begär yttrande från föreningarna senast den 1 juni 2023.", False),
        ("IVO har begärt att nämnden ska lämna sitt yttrande senast den 1 juni 2023.", False),
    ],
)
def test_a_report_gives_no_day_by_which_others_ask(asks: str, *, is_ours: bool) -> None:
    found = read_report(written(REPORT.format(asks=asks))).due_on
    assert (found and found.value) == (date(2023, 6, 1) if is_ours else None)


def test_a_letter_asks_no_more_by_the_day_that_another_takes_the_place_of() -> None:
    asks = "Svar önskas i stället för den 1 maj 2023 senast den 1 juni 2023."
    assert _days(_read(asks.replace("2023", "2024"))) == ["alla 2024-06-01"]
