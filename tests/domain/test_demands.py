import pytest

from revtrack.domain.texts.demands import has_two_demands

TWO = [
    "Fastställa mål för skolmaten, samt säkerställa att köken är godkända",
    "Upprätta en plan. Se över reglementet.",
    "Besluta om riktlinjer för lån och att utbilda personalen i dem",
]
PERHAPS_TWO = [
    "Kartlägga fastigheternas skick i hela kommunen och redovisa planerna",
    "Korta tiden från beslut till verkställighet och redovisa ej verkställda beslut",
]
ONE = [
    "Ta fram och besluta om en plan för digital transformation",
    "Besluta om riktlinjen för kvalitet och införa den i verksamheterna",
    "Arbeta mer systematiskt, så att det väsentliga dokumenteras och går att följa upp",
    "Säkerställa att mål och rutiner dokumenteras samt följs upp",
    "Klargöra hur roller fördelas mellan kontoret, förvaltningen samt övriga bolag",
    "Klassa informationen i systemen och dokumentera resultatet",
    "Det finns brister. Säkerställa mål.",
    "",
]


@pytest.mark.parametrize("text", TWO)
def test_two_demands_set_apart_are_seen_at_once(text: str) -> None:
    assert has_two_demands(text, is_plain_only=True)


@pytest.mark.parametrize("text", PERHAPS_TWO)
def test_two_demands_joined_by_a_word_may_be_one(text: str) -> None:
    assert not has_two_demands(text, is_plain_only=True)
    assert has_two_demands(text, is_plain_only=False)


@pytest.mark.parametrize("text", ONE)
def test_an_enumeration_is_one_demand(text: str) -> None:
    assert not has_two_demands(text, is_plain_only=False)
