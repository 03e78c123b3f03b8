"""What stands in a paper and looks like what was asked, answered or decided, and is something else.

Each has beside it the paper in which the same words are what they look like.
"""

from datetime import date

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written


def _positions(found: Proposal) -> list[str]:
    return [
        f"{each.recommendation} {each.position}"
        for response in found.responses
        for each in response.answers
        if each.position is not None
    ]


MINUTES = """
Granby kommun
Socialnämnden
Sammanträdesprotokoll 2023-03-14
§ 12 Svar på kommunrevisionens granskning av avtal
Kommunrevisionen har granskat nämndens avtal och lämnar två rekommendationer.
Rekommendation 1: Upprätta en plan för avtalen
Rekommendation 2: Följ upp avtalen varje år
# Yrkanden
Anna Ek (S) yrkar: Nämnden instämmer i rekommendation 1 och 2.
{other}
# Beslut
Nämnden beslutar enligt {owner} yrkande.
"""
AGREED = ["1 agrees", "2 agrees"]
AGAINST = "Mot detta yrkar Bo Al (M): Nämnden avvisar rekommendation 2."


@pytest.mark.parametrize(
    ("owner", "other", "positions"),
    [
        ("Anna Eks", AGAINST, AGREED),
        ("Anna Eks", "Bo Al (M) yrkar: Nämnden avvisar rekommendation 2.", AGREED),
        ("Bo Als", AGAINST, ["2 disagrees"]),
    ],
)
def test_only_the_motion_that_is_adopted_answers(
    owner: str, other: str, positions: list[str]
) -> None:
    found = propose(written(MINUTES.format(owner=owner, other=other)))
    assert _positions(found) == positions


REPLY = """
Socialnämnden
2023-03-14
Yttrande över granskning av inköp
Rekommendation 1: Upprätta en plan för inköpen
Rekommendation 2: Utbilda beställarna i upphandling
Rekommendation 3: Följ upp avtalen varje år
{said}
"""


@pytest.mark.parametrize(
    ("said", "others"),
    [
        ("Nämnden instämmer i rekommendationerna om avtal och inköp (1–3).", ["agrees"] * 2),
        (
            "Vi instämmer i rekommendation 1. Tre enheter (1–3) får inte fortsätta. Det avvisas.",
            [],
        ),
        (
            "Vi instämmer i rekommendation 1. Vi ser över delegation på B och C och instämmer.",
            [],
        ),
    ],
)
def test_numbers_and_letters_of_other_things_name_no_recommendation(
    said: str, others: list[str]
) -> None:
    found = _positions(propose(written(REPLY.format(said=said))))
    assert [each.split()[1] for each in found if each[0] in "23"] == others


LISTED = """
Granby kommun
Revisorerna
2023-05-30
Sammanställning av svar på granskning av avtal
Rekommendation 1: Upprätta en plan för avtalen
Rekommendation 2: Följ upp avtalen varje år
Socialnämnden (§ 12, {day}): Instämmer i båda rekommendationerna. En plan antas i höst.{join}\
Kulturnämnden (§ 44, den 3 maj 2023): Instämmer i rekommendation 1 men inte i rekommendation 2.
"""


@pytest.mark.parametrize(
    ("said", "day", "is_sure"),
    [
        ("den 10 juli", date(2022, 7, 10), False),
        ("den 10 maj", date(2023, 5, 10), False),
        ("2022-07-10", date(2022, 7, 10), True),
    ],
)
def test_a_list_tells_of_no_day_behind_its_own(said: str, day: date, *, is_sure: bool) -> None:
    first, _ = propose(written(LISTED.format(day=said, join="\n"))).responses
    assert first.decided_on is not None
    assert first.decided_on.value == day
    assert (first.decided_on.confidence >= 0.8) == is_sure


@pytest.mark.parametrize("join", ["\n", " "])
def test_a_committees_words_end_where_the_next_one_is_named(join: str) -> None:
    found = propose(written(LISTED.format(day="2022-07-10", join=join)))
    assert [each.committee for each in found.responses] == ["Socialnämnden", "Kulturnämnden"]
    assert _positions(found) == ["1 agrees", "2 agrees", "1 agrees", "2 disagrees"]


CLUB = """
Uppföljning av energideklarationen
Revisorn i föreningen har granskat förbrukningen. Vi bedömer att den är hög.
Är fönstren täta?
Nej, de drar.
Är pannan ny?
Nej, den är från 1980.
Rekommendation
Styrelsen bör byta fönster.
"""


def test_a_club_is_not_audited_as_a_municipality_is() -> None:
    assert propose(written(CLUB)).kind is PaperKind.NOT_AUDIT
    of_town = CLUB.replace("Revisorn i föreningen", "Kommunens revisorer")
    assert propose(written(of_town)).kind is PaperKind.REPORT


PROSE = """
Socialnämnden
Yttrande över granskning av avtal
{said}
"""
ADVICE = "Revisorerna rekommenderar nämnden att upprätta en plan för avtal. Nämnden instämmer."
STAFF = """
I rapporten nämns några förslag som personalen har tagit upp:
- Köpa nya datorer
- Bygga ett arkiv
- Anställa en registrator
"""


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        (ADVICE + STAFF, ["Upprätta en plan för avtal"]),
        (
            "Revisorerna lämnar tre rekommendationer:\n" + STAFF.split(":\n")[1],
            ["Köpa nya datorer", "Bygga ett arkiv", "Anställa en registrator"],
        ),
        (
            f"{ADVICE} Enligt granskningen har nämnden tre system: Svara, Anmäla och Följa.",
            ["Upprätta en plan för avtal"],
        ),
        (
            "Revisorerna har tre förslag: anta en plan, följa upp den och utbilda chefer.",
            ["Anta en plan", "Följa upp den", "Utbilda chefer"],
        ),
    ],
)
def test_what_others_think_of_is_not_what_the_auditors_recommend(
    said: str, advice: list[str]
) -> None:
    found = propose(written(PROSE.format(said=said)))
    assert [each.text for each in found.recommendations] == advice


def test_what_stands_among_the_answer_to_another_is_unsure() -> None:
    said = """Rekommendation 1: Upprätta en plan för inköpen
Nämnden instämmer. En plan antas i maj. Utbildning för nya chefer infördes år 2018.
Rekommendation 2: Utbilda nya chefer i upphandling
Rekommendation 3: Följ upp avtalen varje år
Nämnden instämmer."""
    (response,) = propose(written(PROSE.format(said=said))).responses
    sure = {each.recommendation: each.confidence for each in response.answers}
    assert sure["2"] <= 0.5 < sure["1"]
