"""Replies that only number what they answer give an answer for each number."""

import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

HEAD = """
Hammarviks kommun
Tekniska nämnden
Protokollsutdrag
Sammanträdesdatum 2025-01-21
§ 9 Svar på granskning av avtalsuppföljning (TN 2024/210)
# Beslut
Tekniska nämnden antar yttrandet som sitt svar till revisorerna.
# Ärendet
Revisorerna har granskat avtalsuppföljningen. Svar ska lämnas senast den 31 januari 2025.
# Yttrande
"""
A, P, D, M, N = "agrees", "agrees_partly", "disagrees", "already_met", "noted"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            (
                "Rekommendation 1\nNämnden ställer sig bakom rekommendationen.\n"
                "Rekommendation 2\nNämnden avvisar rekommendationen."
            ),
            f"1 {A}, 2 {D}",
        ),
        (
            "# Rekommendation 1\nNämnden instämmer.\n# Rekommendation 2\nNämnden avvisar den.",
            f"1 {A}, 2 {D}",
        ),
        (
            (
                "Rekommendation 1: Nämnden ställer sig bakom rekommendationen. Rekommendation 2:"
                " Nämnden avvisar rekommendationen. Rekommendation 3: Nämnden instämmer delvis."
            ),
            f"1 {A}, 2 {D}, 3 {P}",
        ),
        (
            (
                "Rekommendation 1 Nämnden ställer sig bakom den och inför kontroller under 2025."
                " Rekommendation 2 Nämnden avvisar rekommendationen."
            ),
            f"1 {A}, 2 {D}",
        ),
        (
            "Nämnden instämmer i rekommendationerna 1 och 3 men avvisar rekommendation 2.",
            f"1 {A}, 2 {D}, 3 {A}",
        ),
        (
            (
                "Nämnden håller med om rekommendation 8 och 9. Vad gäller 10 har vi redan anställt"
                " en person."
            ),
            f"8 {A}, 9 {A}, 10 {M}",
        ),
        ("Rekommendation 1–3: Nämnden instämmer.", f"1 {A}, 2 {A}, 3 {A}"),
        ("Rekommendation ett: instämmer.\nRekommendation två: avvisas.", f"1 {A}, 2 {D}"),
        ("Svar på rekommendation 4\nNämnden instämmer.", f"4 {A}"),
        ("R1 Nämnden instämmer.\nR2 Nämnden instämmer inte.", f"R1 {A}, R2 {D}"),
        ("Nr 1. Nämnden instämmer.\nNr 2. Nämnden avvisar rekommendationen.", f"1 {A}, 2 {D}"),
        ("Ad 1) Nämnden instämmer.\nAd 2) Nämnden instämmer inte.", f"1 {A}, 2 {D}"),
        ("Den första rekommendationen instämmer vi i. Den andra avvisar vi.", f"1 {A}, 2 {D}"),
        ("| 1 | Nämnden instämmer |\n| 2 | Nämnden avvisar den |", f"1 {A}, 2 {D}"),
        (
            (
                "Nämnden instämmer i samtliga rekommendationer.\nRekommendation 1\nEn rutin tas"
                " fram i vår.\nRekommendation 2\nUtbildning hålls i höst."
            ),
            f"1 {A}, 2 {A}",
        ),
        ("3. Nämnden instämmer.\n4. Nämnden instämmer inte.", f"3 {A}, 4 {D}"),
        ("3) Vi håller med.\n5) Vi håller inte med.", f"3 {A}, 5 {D}"),
        ("(2) Vi håller med.\n(3) Vi håller inte med.", f"2 {A}, 3 {D}"),
        ("2 – Vi håller med.\n3 – Vi håller inte med.", f"2 {A}, 3 {D}"),
        (
            (
                "3. En rutin är framtagen.\nDen har gåtts igenom med samtliga rektorer.\n"
                "4. Nämnden har tagit del av synpunkten.\nNämnden instämmer inte."
            ),
            f"3 {M}, 4 {D}",
        ),
        (
            "3. En rutin tas fram i höst.\n4. Uppföljning kommer att ske årligen.",
            f"3 {A}, 4 {A}",
        ),
        ("Nämnden lämnar följande svar.\n3. Nämnden instämmer.", f"3 {A}"),
        (
            "Numren är era.\n1. En rutin tas fram i vår.\n3. Kurser hålls i höst.\n4. Vet ej.",
            f"1 {A}, 3 {A}, 4 -",
        ),
        (
            (
                "Granskningen gjordes i steg.\n1. Intervjuer har genomförts.\n2. Rapporten är"
                " framtagen.\nNämnden tackar."
            ),
            "",
        ),
        ("Bilagor till svaret.\n2. Rutin, framtagen 2024\n5. Handlingsplan", ""),
        ("Beslutet fattades enligt punkt 3 i delegationsordningen. Nämnden instämmer.", ""),
    ],
)
def test_each_number_gets_its_own_answer(said: str, expected: str) -> None:
    made = propose(written(HEAD + said))
    found = [
        f"{each.recommendation} {each.position.value if each.position else '-'}"
        for one in made.responses
        for each in one.answers
    ]
    assert ", ".join(found) == expected
    assert made.recommendations == ()


def test_a_reply_without_any_answer_is_warned_of() -> None:
    made = propose(written(HEAD + "Nämnden tackar för granskningen."))
    assert [each.code for each in made.doubts] == ["no_answers"]
