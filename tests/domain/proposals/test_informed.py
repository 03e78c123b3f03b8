"""Who gets a letter for information: labels, marks and sentences, and what looks like them."""

import pytest

from revtrack.domain.proposals.one_paper import read_letter
from tests.domain.proposals.written import written

HEAD = "Ekby kommun\nRevisorerna\n"
BODY = (
    "# Granskning av bygglov\nVi rekommenderar nämnden att anta en rutin.\n"
    "Svar önskas senast 2025-05-30."
)
COUNCIL, BOARD = "Kommunfullmäktige", "Kommunstyrelsen"
PRESIDIUM = "Kommunfullmäktiges presidium"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Byggnadsnämnden\nKommunfullmäktige f.k.", [COUNCIL]),
        ("Byggnadsnämnden\nFk: Kommunfullmäktige", [COUNCIL]),
        (
            "| Till | För kännedom |\n| Byggnadsnämnden | Kommunstyrelsen, kommunfullmäktige |",
            [BOARD, COUNCIL],
        ),
        ("| Till | Kopia till |\n| Byggnadsnämnden | Kommunstyrelsen |", [BOARD]),
        ("Till byggnadsnämnden (för yttrande) och kommunstyrelsen (för kännedom)", [BOARD]),
        ("Till byggnadsnämnden, för kännedom till kommunstyrelsen", [BOARD]),
        ("Byggnadsnämnden\nKommunstyrelsen\n(för kännedom)", [BOARD]),
        ("Byggnadsnämnden\n(kopia till kommunstyrelsen)", [BOARD]),
        ("Byggnadsnämnden\nTill kommunfullmäktige för kännedom", [COUNCIL]),
        ("Byggnadsnämnden\nKännedomskopia: Kommunfullmäktige", [COUNCIL]),
        ("Byggnadsnämnden\nDelgivning: Kommunfullmäktige", [COUNCIL]),
        ("Byggnadsnämnden\nFör kännedom\nÄldrerådet", ["Äldrerådet"]),
        ("Byggnadsnämnden för svar, kommunfullmäktige för kännedom", [COUNCIL]),
    ],
)
def test_who_is_named_at_the_beginning(said: str, names: list[str]) -> None:
    found = read_letter(written(f"{HEAD}{said}\n{BODY}"))
    assert [each.value for each in found.for_information] == names
    assert [each.value for each in found.committees] == ["Byggnadsnämnden"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Rapporten översänds även till kommunfullmäktige för kännedom.", [COUNCIL]),
        ("Denna skrivelse lämnas till kommunfullmäktiges presidium för kännedom.", [PRESIDIUM]),
        ("Vi skickar rapporten för kännedom till kommunstyrelsen.", [BOARD]),
        ("Rapporten överlämnas för kännedom till fullmäktige.", [COUNCIL]),
        ("Revisionsskrivelsen delges kommunfullmäktige.", [COUNCIL]),
        ("Kopia av rapporten har sänts till fullmäktiges presidium.", [PRESIDIUM]),
        ("Kopia för kännedom till kommunstyrelsen.", [BOARD]),
        ("Kommunstyrelsen har fått en kopia av brevet.", [BOARD]),
        (
            "Rapporten går till byggnadsnämnden för svar och till kommunstyrelsen för kännedom.",
            [BOARD],
        ),
        (
            "Sändlista: byggnadsnämnden (för svar), kommunstyrelsen (för kännedom)",
            [BOARD],
        ),
        ("Kopia av svaret skickas till kommunstyrelsen.", []),
        ("Vi vill ha svaret, med kopia till kommunstyrelsen.", []),
        ("Statistiken lämnas för kännedom till kommunstyrelsen.", []),
        ("Nämnden bör delge kommunstyrelsen rapporten.", []),
        ("Vi vill informera kommunstyrelsen om att en granskning pågår.", []),
    ],
)
def test_who_is_told_to_get_a_copy(said: str, names: list[str]) -> None:
    found = read_letter(written(f"{HEAD}Byggnadsnämnden\n{BODY}\n{said}"))
    assert [each.value for each in found.for_information] == names
