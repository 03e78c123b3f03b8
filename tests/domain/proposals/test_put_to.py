"""How many recommendations a reply says there are, and that a way to read it is chosen by it."""

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.one_reply import read_reply
from revtrack.domain.proposals.restating.told_counts import told_numbers
from revtrack.domain.proposals.text.outline import outline_of
from tests.domain.proposals.written import written

FOUR_TOLD = """
Socialnämnden
Till kommunens revisorer
Svar på granskning av tillsynen
Revisorerna lämnar fyra rekommendationer. Nämnden svarar på två av dem.
Rekommendation 1: Nämnden bör anta en plan för tillsynen
Nämnden instämmer. Planen antas i maj.
Rekommendation 2: Nämnden bör mäta handläggningstiderna
Nämnden instämmer inte.
"""


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("Revisorerna lämnar tre rekommendationer till nämnden.", {3}),
        ("Nämnden ställer sig bakom samtliga fyra rekommendationer.", {4}),
        ("Av de 12 rekommendationerna avser åtta nämnden.", {12}),
        ("Nämnden instämmer i två av fyra rekommendationer.", {4}),
        ("Nämnden instämmer i de två första rekommendationerna.", set()),
        ("Nämnden instämmer i de två övriga rekommendationerna.", set()),
        ("Fem rekommendationer lämnas, varav två rekommendationer till nämnden.", {5, 2}),
        ("Revisorerna lämnar rekommendationer till tre nämnder.", set()),
        ("Se § 5 rekommendationer.", set()),
    ],
)
def test_how_many_a_reply_speaks_of(said: str, numbers: set[int]) -> None:
    assert told_numbers(outline_of(written(said))) == numbers


def test_a_person_is_told_when_fewer_are_found_than_the_reply_speaks_of() -> None:
    made = read_reply(written(FOUR_TOLD), PaperKind.RESPONSE)
    assert [each.code for each in made.doubts] == ["other_number"]
    assert made.doubts[0].facts == {"told": "4", "found": 2}


def test_nobody_is_told_when_as_many_are_found() -> None:
    same = FOUR_TOLD.replace("fyra rekommendationer", "två rekommendationer")
    assert read_reply(written(same), PaperKind.RESPONSE).doubts == ()


def test_a_way_that_finds_as_many_as_told_is_chosen() -> None:
    reply = """
Fritidsnämnden
Yttrande över granskning av badplatser
Nämnden instämmer i samtliga tre rekommendationer. Nedan sägs vad som har gjorts.
Nämnden bör se till att livbojarna kontrolleras varje vecka under säsong.
Veckovisa kontroller infördes i juli.
Nämnden bör fastställa hur många badvakter som ska tjänstgöra i simhallen.
Förvaltningschefen har den 29 augusti fastställt lägsta bemanning.
Nämnden bör begära en årlig rapport om tillbud och olyckor.
Rapporten kommer att lämnas i samband med bokslutet.
"""
    made = read_reply(written(reply), PaperKind.RESPONSE)
    assert [each.text for each in made.recommendations] == [
        "Se till att livbojarna kontrolleras varje vecka under säsong",
        "Fastställa hur många badvakter som ska tjänstgöra i simhallen",
        "Begära en årlig rapport om tillbud och olyckor",
    ]
