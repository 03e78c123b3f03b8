"""Replies that name no auditors: read, and never for sure; and what is a reply to somebody else."""

import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

POINTS = "1. Vi instämmer. Rutinen ses över i höst.\n2. Vi instämmer inte."
REPLIES: dict[str, tuple[str, list[str]]] = {
    f"Hej Bertil!\nHär kommer socialnämndens svar, beslutat den 22 maj 2024 (§ 61).\n{POINTS}\n"
    "Vänliga hälsningar\nMona Tegel\nförvaltningschef": ("Socialnämnden", ["agrees", "disagrees"]),
    f"Hej!\nHär kommer socialnämndens svar på granskningen av hot och våld.\n{POINTS}\nMvh\nMona": (
        "Socialnämnden",
        ["agrees", "disagrees"],
    ),
    "Norra kommun\nTekniska nämnden\nProtokoll 2023-10-12\n§ 88 Yttrande över rapport om gator\n"
    "Tekniska nämnden beslutar\natt lämna yttrandet som sitt eget.\nYttrande\n"
    "Rekommendation 1: Nämnden instämmer.\nRekommendation 2: Nämnden instämmer delvis.": (
        "Tekniska nämnden",
        ["agrees", "agrees_partly"],
    ),
    "Från Kulturnämnden, Sörby kommun\nVårt svar på rekommendationerna i granskningen av bidrag:\n"
    "1. Ja, vi håller med.\n2. Nej, vi avstår.": ("Kulturnämnden", ["agrees", "disagrees"]),
}
OTHERS = (
    f"Hej!\nHär kommer vårt svar på er offert.\n{POINTS}\nMvh\nAnna, inköp",
    f"Socialnämnden, Sörby kommun\nNämndens svar på föreningens skrivelse\n{POINTS}",
    f"Socialnämnden\nSocialnämndens svar på remissen om granskning av bidrag\n{POINTS}",
    (
        "Miljönämnden\nProtokollsutdrag 2024-04-24\n§ 44\nYttrande över granskning av detaljplan\n"
        f"Beslut\nMiljönämnden lämnar följande yttrande.\nYttrande\n{POINTS}"
    ),
    f"Socialnämnden\nSvar på granskning av boendet, Inspektionen för vård och omsorg\n{POINTS}",
    "Hej!\nHär kommer socialnämndens svar.\n1. Upprop\n2. Val av justerare",
)


@pytest.mark.parametrize("text", REPLIES)
def test_a_reply_that_names_no_auditors_is_read_as_unsure(text: str) -> None:
    [reply] = propose(written(text)).responses
    committee, positions = REPLIES[text]
    assert (reply.committee, [f"{each.position}" for each in reply.answers]) == (
        committee,
        positions,
    )
    assert reply.confidence <= 0.5


@pytest.mark.parametrize("text", OTHERS)
def test_what_somebody_else_is_replied_to_is_no_paper_of_an_audit(text: str) -> None:
    assert propose(written(text)).kind.value == "not_audit"
