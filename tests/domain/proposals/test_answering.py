import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

DECISION = """
Granby kommun
Miljönämnden
Protokollsutdrag 2023-03-14
§ 12 Dnr MN/2022:14
# Svar på granskning av tillsynen
# Beslut
Miljönämnden antar förvaltningens förslag till svar som sitt eget.
# Ärendebeskrivning
Kommunens revisorer rekommenderar miljönämnden att:
- Upprätta kontinuitetsplaner för verksamheterna
- Utbilda chefer minst vartannat år
# Svar
Kontinuitetsplaner. Nämnden instämmer. En plan ska tas fram.
Beslutet skickas till:
Revisorerna
"""
DRAFT = """
Granby kommun
Miljöförvaltningen
Tjänsteskrivelse 2023-02-01
# Svar på granskning av tillsynen
# Förslag till beslut
Miljönämnden antar svaret som sitt eget och överlämnar det till revisorerna.
# Förslag till svar
Kontinuitetsplaner. Nämnden instämmer inte.
Utbildning. Nämnden instämmer delvis.
"""


def answers(text: str) -> list[tuple[str, str | None, str | None]]:
    [reply] = propose(written(text)).responses
    return [(each.recommendation, each.position, each.progress) for each in reply.answers]


def test_the_decision_counts_and_what_only_the_adopted_draft_says_is_added() -> None:
    expected = [("1", "agrees", "planned"), ("2", "agrees_partly", None)]
    assert answers(DECISION + DRAFT) == expected
    assert answers(DRAFT + DECISION) == expected


def test_a_draft_that_was_not_adopted_adds_nothing() -> None:
    other = DECISION.replace("antar förvaltningens förslag till svar som sitt eget", "beslutar så")
    assert answers(other + DRAFT) == [("1", "agrees", "planned"), ("2", None, None)]


def test_a_measure_in_a_supplement_shows_no_position() -> None:
    text = DECISION.replace("# Svar på", "# Komplettering av svar på")
    text = text.replace("Nämnden instämmer. En plan ska tas fram.", "Åtgärden är genomförd.")
    assert answers(text)[0] == ("1", None, "done")


QUOTED = """
Granby kommun
Miljönämnden
Protokollsutdrag 2023-03-14
§ 12 Dnr MN/2022:14
# Svar på granskning av tillsynen
# Beslut
Miljönämnden lämnar svaret nedan till kommunens revisorer.
# Svar
"""


@pytest.mark.parametrize(
    "said",
    [
        """Rekommendation 1
Upprätta kontinuitetsplaner för verksamheterna
# Nämndens svar
En plan ska tas fram. Nämnden instämmer.
Rekommendation 2
Utbilda chefer minst vartannat år
# Nämndens svar
Nämnden instämmer inte.""",
        """Revisorerna: ”Nämnden bör upprätta kontinuitetsplaner för verksamheterna”
En plan ska tas fram. Nämnden instämmer.
Revisorerna: ”Nämnden bör utbilda chefer minst vartannat år”
Nämnden instämmer inte.""",
        """Upprätta kontinuitetsplaner för verksamheterna
Nämnden instämmer. En plan ska tas fram.
Utbilda chefer minst vartannat år
Nämnden instämmer inte.""",
        """Att nämnden upprättar kontinuitetsplaner för verksamheterna
Nämnden instämmer. En plan ska tas fram.
Att nämnden utbildar chefer minst vartannat år
Nämnden instämmer inte.""",
        """Revisorerna förordar att nämnden ska upprätta kontinuitetsplaner. Nämnden instämmer. En
plan ska tas fram. Vidare anser revisorerna att nämnden ska utbilda chefer. Nämnden instämmer
inte.""".replace("\n", " "),
    ],
)
def test_each_answer_stands_with_what_it_answers(said: str) -> None:
    assert answers(QUOTED + said) == [("1", "agrees", "planned"), ("2", "disagrees", None)]


def test_what_the_decision_orders_for_all_is_planned() -> None:
    text = QUOTED.replace(
        "Miljönämnden lämnar svaret nedan till kommunens revisorer.",
        """Miljönämnden instämmer i revisorernas rekommendationer.
Miljönämnden ger förvaltningen i uppdrag att ta fram en åtgärdsplan.""",
    ).replace("# Svar\n", "# Bakgrund\n")
    asked = "Kommunens revisorer rekommenderar miljönämnden att:\n- Utbilda chefer\n- Öva årligen"
    assert answers(text + asked) == [("1", "agrees", "planned"), ("2", "agrees", "planned")]
