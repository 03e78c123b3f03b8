"""E-mails that quote another: a reply is no letter, and what was recommended stands in theirs."""

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

HEAD = """Från: Maria Holm <maria.holm@hammarvik.se>
Till: revisionen@hammarvik.se
Skickat: den 23 januari 2025 09:12
Ämne: {mark}: Granskning av avtalsuppföljning

Hej!

"""
OWN = (
    "Tekniska nämnden i Hammarviks kommun behandlade er skrivelse den 21 januari 2025, § 9. Nämnden"
    " instämmer i den första rekommendationen. Den andra rekommendationen avvisar nämnden.\n"
)
NUMBERED = "1. Nämnden instämmer.\n2. Nämnden instämmer inte.\n\nFör tekniska nämnden\nMaria Holm\n"
LETTER = """Till tekniska nämnden

Vi har granskat nämndens avtalsuppföljning. Vi rekommenderar tekniska nämnden att:

- årligen följa upp avtal över 500 000 kronor
- dokumentera leveranskontroller i entreprenader, också i dem som nämnden har
ärvt från andra nämnder

Vi önskar svar senast den 31 januari 2025.

För kommunens revisorer i Hammarviks kommun
Eva Ek, ordförande
"""
SENDER = """
Från: Revisionen i Hammarvik
Skickat: den 1 december 2024 10:00
Till: Tekniska nämnden
Ämne: Granskning av avtalsuppföljning

"""
WROTE = "\nDen 1 december 2024 kl. 10:00 skrev Revisionen <revisionen@hammarvik.se>:\n"
SIGNED = "".join(f"> {each}".rstrip() + "\n" for each in LETTER.splitlines())
QUOTED = {
    "below the sender's head": SENDER + LETTER,
    "below a rule": f"\n-----Ursprungligt meddelande-----{SENDER}{LETTER}",
    "behind signs": WROTE + SIGNED,
    "behind signs alone": f"\n{SIGNED}",
    "below who wrote it": WROTE + LETTER,
}


def made_of(text: str, mark: str = "Sv") -> Proposal:
    return propose(paper_of(read_paper((HEAD.format(mark=mark) + text).encode())))


def answers_of(made: Proposal) -> list[str]:
    return [f"{each.position}" for one in made.responses for each in one.answers]


@pytest.mark.parametrize("quoted", QUOTED)
@pytest.mark.parametrize("own", [OWN, NUMBERED])
def test_a_reply_above_the_auditors_letter_answers_what_the_letter_recommends(
    own: str, quoted: str
) -> None:
    made = made_of(own + QUOTED[quoted])
    assert made.kind is PaperKind.RESPONSE
    assert [each.committee for each in made.responses] == ["Tekniska nämnden"]
    assert answers_of(made) == ["agrees", "disagrees"]
    assert [(each.letter_text or "")[:20] for each in made.recommendations] == [
        "Årligen följa upp av",
        "Dokumentera leverans",
    ]
    assert made.due_on
    assert made.due_on.value.isoformat() == "2025-01-31"


def test_a_reply_below_what_it_quotes_is_a_reply() -> None:
    made = made_of(f"{WROTE}{SIGNED}\n{OWN}")
    assert made.kind is PaperKind.RESPONSE
    assert answers_of(made) == ["agrees", "disagrees"]


def test_what_is_quoted_bit_by_bit_is_answered_bit_by_bit() -> None:
    made = made_of(
        f"{WROTE}> Vi rekommenderar tekniska nämnden att:\n> - årligen följa upp avtal\n\n"
        "Tekniska nämnden instämmer.\n\n> - dokumentera leveranskontroller\n\n"
        "Tekniska nämnden avvisar rekommendationen.\n"
    )
    assert made.kind is PaperKind.RESPONSE
    assert answers_of(made) == ["agrees", "disagrees"]


@pytest.mark.parametrize(
    "own",
    [
        "Tack för rapporten. Vi tar upp ärendet på tekniska nämndens möte.\n",
        "Tekniska nämnden vill be om anstånd till den 30 april 2025.\n",
    ],
)
@pytest.mark.parametrize("quoted", QUOTED)
def test_what_answers_nothing_is_neither_reply_nor_letter(own: str, quoted: str) -> None:
    made = made_of(own + QUOTED[quoted])
    assert made.kind is PaperKind.OTHER
    assert made.responses == ()


def test_a_reply_that_is_handed_on_is_a_reply() -> None:
    sender = SENDER.replace("Revisionen i Hammarvik", "Tekniska nämnden")
    made = made_of(
        f"Här kommer nämndens svar.\n{sender}Tekniska nämnden lämnar följande svar på revisorernas"
        " granskning.\n\nRekommendation 1: Nämnden instämmer.\n\nRekommendation 2: Nämnden"
        " instämmer inte.\n",
        "VB",
    )
    assert made.kind is PaperKind.RESPONSE
    assert answers_of(made) == ["agrees", "disagrees"]
