"""Whatever a paper holds, and however little of it makes sense, it proposes something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

PIECES = (
    *("Ekby kommun", "Revisorerna", "Socialnämnden", "2024-05-06", "Dnr SN 2024/12", "§ 14"),
    *("Granskning av avtal", "Svar på granskning av avtal", "Granskningsrapport", "Missiv"),
    *("Uppföljning av granskning av avtal", "Tjänsteskrivelse", "Protokollsutdrag", "Beslut"),
    *("Rekommendationer", "Rekommendation 1", "Svar", "Svar:", "Bedömning: Genomförd", "Yttrande"),
    *(
        "Vi rekommenderar nämnden att:",
        "Vi rekommenderar nämnden att: 1. 2. 3.",
        "1.",
        "1. 2.",
        "-",
    ),
    *(
        "- ta fram en plan",
        "1. Nämnden bör ta fram en plan.",
        "att",
        "Ja",
        "Nej",
        '"',
        "”",
        "…",
        "?",
    ),
    *(
        "Nämnden instämmer delvis.",
        "Vi delar inte synen.",
        "Punkten 2 är klar.",
        "Planen antas i maj.",
    ),
    *(
        "Finns det en plan?",
        "Ja, i huvudsak.",
        "Svar senast den 1 maj 2024.",
        "Anstånd till 1 juni.",
    ),
    *(
        "| Rekommendation | Svar |",
        "| 1. | |",
        "| | Ja |",
        "Beslutet skickas till",
        "Bilaga 1",
        "(",
        "",
    ),
)


def _propose(text: str) -> None:
    try:
        paper = paper_of(read_paper(text.encode()))
    except RevTrackError:
        return  # there is no text in it
    assert propose(paper).kind


@pytest.mark.parametrize(
    "text",
    [
        'Svar på granskning av avtal\n\nRekommendation 1\n"\n\nSvar\n\nVi instämmer delvis.\n',
        "Tjänsteskrivelse Granskningsrapport\nRevisorerna\nVi rekommenderar nämnden att: 1. 2. 3.",
    ],
)
def test_lines_that_hold_no_sentence_are_read_past(text: str) -> None:
    _propose(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24), st.sampled_from(("\n", "\n\n", " ")))
def test_any_lines_make_a_proposal(lines: list[str], between: str) -> None:
    _propose(between.join(lines))
