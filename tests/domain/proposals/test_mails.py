"""E-mails that quote another: a reply is no letter, and what was recommended stands in theirs."""

from datetime import date

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

SURE = 0.8
"""Below it a person should look."""
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


ONE = "> Vi rekommenderar tekniska nämnden att\n> 1. årligen följa upp avtal,\n"
OTHER = "> 2. dokumentera leveranskontroller.\n"
GMAIL = "\nOn Sun, Dec 1, 2024 at 10:00 AM Eva Ek <\neva.ek@hammarvik.se> wrote:\n"
EK = "\nDen 1 december 2024 kl. 10:00 skrev Eva Ek <eva.ek@hammarvik.se>:\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Tekniska nämndens svar:\n{WROTE}{ONE}\nVi håller med.\n\n{OTHER}\nVi håller inte med.\n",
        f"Tekniska nämndens svar:\n{EK}{ONE}\nJa, det gör vi i höst.\n\n{OTHER}\nNej.\n",
        f"Tekniska nämndens svar:\n{GMAIL}{ONE}\nVi instämmer.\n\n{OTHER}\nVi instämmer inte.\n",
        f"Tekniska nämndens svar:\n\n{ONE}\nVi instämmer.\n\n{OTHER}\nVi instämmer inte.\n",
        (
            "Tekniska nämndens svar:\n\n> Årligen följa upp avtal.\n\nVi instämmer.\n\n"
            "> Dokumentera leveranskontroller.\n\nVi instämmer inte.\n"
        ),
        (
            "Tekniska nämndens svar:\n\n> Hej, har ni svarat?\n>> Vi rekommenderar tekniska nämnden"
            " att\n>> - årligen följa upp avtal\n\nVi instämmer.\n\n>> - dokumentera"
            " leveranskontroller.\n\nVi instämmer inte.\n\n> Vi önskar svar den 31 januari 2025.\n"
        ),
        f"1) Vi håller med.\n2) Vi håller inte med.\n\nHälsningar\nMaria\n{EK}{ONE}{OTHER}",
        (
            f"1) Vi håller med.\n2) Vi håller inte med.\n{SENDER}Vi rekommenderar tekniska nämnden"
            " att\n1. årligen följa upp avtal,\n2. dokumentera leveranskontroller.\n"
        ),
    ],
)
def test_a_reply_in_plain_words_answers_what_it_quotes(text: str) -> None:
    made = made_of(text)
    assert made.kind is PaperKind.RESPONSE
    assert [each.committee for each in made.responses] == ["Tekniska nämnden"]
    assert answers_of(made) == ["agrees", "disagrees"]
    assert len(made.recommendations) == len("12")


def test_a_mail_that_names_no_committee_is_of_the_one_that_was_asked_and_unsure() -> None:
    [response] = made_of(f"1. Vi instämmer.\n2. Nej.\n{EK}{ONE}{OTHER}").responses
    assert response.committee == "Tekniska nämnden"
    assert response.confidence < SURE


def test_one_committee_answers_only_what_was_put_to_it() -> None:
    theirs = ONE + OTHER + "> Vi rekommenderar skolnämnden att\n> 3. införa en rutin,\n"
    made = made_of(f"Här är skolnämndens svar.\n3. Vi håller med.\n{EK}{theirs}> 4. pröva den.\n")
    [response] = made.responses
    assert [(each.recommendation, each.position) for each in response.answers] == [
        ("3", "agrees"),
        ("4", None),
    ]


def test_more_time_for_one_point_is_no_request_for_the_whole_reply() -> None:
    own = "Tekniska nämndens svar:\n1) Vi håller med.\n2) Här behöver vi mer tid.\n"
    for made in (made_of(own), made_of(f"{own}{EK}{ONE}{OTHER}> Svar senast den 31 maj 2025.\n")):
        assert made.kind is PaperKind.RESPONSE
        assert answers_of(made) == ["agrees", "None"]
        assert made.extensions == ()


def test_a_mail_whose_reply_has_signs_for_bullets_is_a_reply() -> None:
    made = made_of(
        "Här kommer tekniska nämndens svar på revisorernas granskning:\n"
        "> Rekommendation 1: Nämnden instämmer.\n> Rekommendation 2: Nämnden instämmer inte.\n"
    )
    assert answers_of(made) == ["agrees", "disagrees"]


def test_a_reminder_that_quotes_the_letter_is_no_reply() -> None:
    text = f"Vi saknar tekniska nämndens svar på vår granskning.\n{WROTE}{ONE}{OTHER}"
    assert made_of(text).responses == ()


@pytest.mark.parametrize(
    ("head", "day", "is_sure"),
    [
        (HEAD, date(2025, 1, 23), True),
        (HEAD.replace("Till: revisionen@hammarvik.se", "Till: Eva Ek"), date(2025, 1, 23), False),
        (
            HEAD.replace("Till: revisionen@", "Kopia: Revisorerna\nTill: registrator@"),
            date(2025, 1, 23),
            True,
        ),
        (
            HEAD.replace("den 23 januari 2025", "torsdag 23 januari 2025 kl."),
            date(2025, 1, 23),
            True,
        ),
        (HEAD.replace("den 23 januari 2025", "2025-01-23"), date(2025, 1, 23), True),
        (HEAD.replace("Skickat", "Datum"), date(2025, 1, 23), True),
        (HEAD.replace("Skickat: den 23 januari 2025 09:12\n", ""), None, False),
        (HEAD.replace("Från: Maria", "Från: Revisionen, Maria"), None, False),
    ],
)
def test_a_mail_tells_when_it_was_sent(head: str, day: date | None, *, is_sure: bool) -> None:
    text = head.format(mark="Sv") + OWN + SENDER + LETTER
    made = propose(paper_of(read_paper(text.encode())))
    assert made.responses
    for each in made.responses:
        assert each.received_on is None
        assert (each.sent_on.value if each.sent_on else None) == day
        assert each.sent_on is None or (each.sent_on.confidence >= SURE) == is_sure
