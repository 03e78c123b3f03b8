"""The auditors' own words in a compilation of replies: told of, since they are not taken in."""

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of
from revtrack.wording.proposed import kind_told

TABLE = """Sjövalla kommun
Kommunrevisionen
Sammanställning av inkomna svar, 2025-04-01

Granskning av kommunens upphandling

Nr | Rekommendation | Nämnd | Nämndens svar | {heading}
1 | Upprätta en plan för inköp | Tekniska nämnden | Nämnden instämmer. En plan antas. | {first}
2 | Utbilda chefer i upphandling | Kulturnämnden | Nämnden instämmer inte. | {second}
"""
LINES = """Sjövalla kommun
Revisorerna
Sammanställning av svar på granskning av kommunens upphandling

TEKNISKA NÄMNDEN
Beslut 2025-02-04, § 12.

Rekommendation 1: Upprätta en plan för inköp av konsulter
Svar: Nämnden instämmer. En plan ska antas i juni 2025.
{label} Svaret är godtagbart.

KULTURNÄMNDEN
Beslut 2025-02-11, § 9.

Rekommendation 2: Utbilda chefer i upphandling
Svar: Nämnden instämmer. Utbildning pågår.
{label} Vi avvaktar.
"""


def made_of(text: str) -> Proposal:
    return propose(paper_of(read_paper(text.encode())))


def told(made: Proposal) -> list[object]:
    return [each.facts["heading"] for each in made.doubts if each.code == "judgement_not_taken"]


@pytest.mark.parametrize(
    "heading",
    [
        "Revisorernas bedömning",
        "Revisionens kommentar",
        "Kommunrevisionens slutsats",
        "Vår bedömning",
        "Sekreterarens notering",
    ],
)
def test_a_column_of_the_auditors_is_told_of(heading: str) -> None:
    made = made_of(TABLE.format(heading=heading, first="Tillräckligt", second=""))
    assert (made.kind, len(made.responses)) == (PaperKind.LIST, 2)
    assert told(made) == [heading]
    assert kind_told(made) == "Sammanställning av svar"


@pytest.mark.parametrize(
    ("heading", "first"),
    [("Revisorernas bedömning", ""), ("Nämndens kommentar", "Klart"), ("Status", "Pågår")],
)
def test_an_empty_column_or_one_of_the_committee_is_not(heading: str, first: str) -> None:
    assert told(made_of(TABLE.format(heading=heading, first=first, second=first))) == []


@pytest.mark.parametrize(
    ("label", "is_told"),
    [("Revisorernas bedömning:", True), ("Revisorernas kommentar:", True), ("Åtgärd:", False)],
)
def test_a_line_of_the_auditors_below_each_answer_is_told_of_once(
    label: str, *, is_told: bool
) -> None:
    made = made_of(LINES.format(label=label))
    assert len(made.responses) == 2
    assert told(made) == ([label[:-1]] if is_told else [])
