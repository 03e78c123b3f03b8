"""How replies are built: each answer goes with its recommendation, whatever the layout."""

import pytest

from revtrack.domain.codes import ResponseKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

HEAD = """PROTOKOLLSUTDRAG
Tekniska nämnden 2024-03-12

§ 31 Svar på revisionsrapport Granskning av gatuunderhåll  Dnr TN 2024/12

Beslut
Tekniska nämnden antar svaret som sitt eget.

"""
WANTED = {
    "Upprätta en plan för gator och vägar": ("agrees", "planned"),
    "Inför rutiner för besiktning av broar": ("disagrees", None),
    "Följ upp kostnaderna": ("agrees", "under_way"),
}
ANSWERS = (
    "Förvaltningen kommer att ta fram en plan under hösten.",
    "Nämnden delar inte revisorernas uppfattning.",
    "Arbetet pågår och blir klart i maj.",
)
LAYOUTS = {
    "labels on the line": "Rekommendation {n}: {asked}.\nSvar: {answer}\n\n",
    "labels above": "Rekommendation {n}\n{asked}.\n\nKommentar\n{answer}\n\n",
    "quoted": "”{asked}.”\n\n{answer}\n\n",
    "quoted after a label": "Rekommendation: ”{asked}.”\nSvar: {answer}\n\n",
    "numbered": "{n}. {asked}.\n{answer}\n\n",
    "one line": "• {asked}. {answer}\n\n",
    "one line with a dash": "{n}. {asked} – {answer}\n\n",
    "two speakers": "Revisorerna: {asked}.\nNämnden: {answer}\n\n",
}


def _read(text: str) -> Proposal:
    return propose(paper_of(read_paper(text.encode())))


def _answers(found: Proposal) -> dict[str, tuple[str | None, str | None]]:
    asked = {each.number: (each.text or "").rstrip(".") for each in found.recommendations}
    return {asked[a.recommendation]: (a.position, a.progress) for a in found.responses[0].answers}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_answers_follow_a_decision_without_a_heading(layout: str) -> None:
    body = "".join(
        layout.format(n=n, asked=asked, answer=answer)
        for n, (asked, answer) in enumerate(zip(WANTED, ANSWERS, strict=True), start=1)
    )
    found = _read(HEAD + body)
    decision = found.responses[0].decision
    assert decision is not None
    assert decision.value == "Tekniska nämnden antar svaret som sitt eget."
    assert _answers(found) == WANTED


def test_a_paragraph_between_two_that_name_theirs_answers_the_one_between() -> None:
    body = "Revisorerna rekommenderar nämnden att:\n- {}\n- {}\n- {}\n\nNämndens svar\n\n{}".format(
        *WANTED,
        "En plan för gator och vägar kommer att tas fram.\n\n"
        "Nämnden delar inte uppfattningen. Dagens arbetssätt räcker.\n\n"
        "Uppföljningen av kostnaderna pågår.",
    )
    assert _answers(_read(HEAD + body))["Inför rutiner för besiktning av broar"][0] == "disagrees"


def test_a_joint_reply_without_adoptions_is_one_of_each_committee() -> None:
    found = _read(
        "Norrvika kommun\n2026-01-15\nSN 2025/640, UN 2025/318\n\nSocialnämnden\n"
        "Utbildningsnämnden\n\nTill kommunens revisorer\n\n"
        "Gemensamt svar från socialnämnden och utbildningsnämnden på granskning av samverkan\n\n"
        "Rekommendation 1: Skriv ett gemensamt avtal om samverkan\nBåda nämnderna instämmer.\n"
    )
    numbers = {
        each.committee: each.diary_number.value for each in found.responses if each.diary_number
    }
    assert numbers == {"Socialnämnden": "SN 2025/640", "Utbildningsnämnden": "UN 2025/318"}
    assert {each.kind for each in found.responses} == {ResponseKind.JOINT}
    assert all(each.answers[0].position == "agrees" for each in found.responses)


def test_a_list_of_papers_begins_no_paper_of_its_own() -> None:
    found = _read(
        HEAD
        + "Yttrande\nNämnden instämmer i rekommendationen att införa rutiner för besiktning.\n\n"
        "Beslutsunderlag\nTjänsteskrivelse 2024-02-20\nRevisionsrapport Granskning av underhåll\n"
    )
    assert found.kind == "council_decision"
