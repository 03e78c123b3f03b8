import pytest

from revtrack.domain.replies.pasted_texts import part_text

NUMBERS = ("R1", "R2", "R3", "R10", "3a")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("R1\nJa.\nR2: Nej.", {"R1": "Ja.", "R2": "Nej."}),
        ("r1.\n\nFörsta.\n\nAndra stycket.", {"R1": "Första.\n\nAndra stycket."}),
        ("R1 och R3\nBåda.", {"R1": "Båda.", "R3": "Båda."}),
        ("R1–R3: Alla tre.", {"R1": "Alla tre.", "R2": "Alla tre.", "R3": "Alla tre."}),
        ("Rekommendation R10 – Text", {"R10": "Text"}),
        ("**R2:** Fet rubrik", {"R2": "Fet rubrik"}),
        ("3a) Delfråga", {"3a": "Delfråga"}),
        (
            "R1\nR1 är genomförd.\nR1-programmet pågår.\nR2",
            {"R1": "R1 är genomförd.\nR1-programmet pågår.", "R2": ""},
        ),
        ("R1: Först.\nR2: Sedan.\nR1: Mer.", {"R1": "Först.\nMer.", "R2": "Sedan."}),
        ("R12: Okänd", {"R12": "Okänd"}),
        ("Ingen rubrik här, men R1 nämns.", {}),
    ],
)
def test_a_text_is_parted_at_the_numbers_that_stand_as_headings(
    text: str, parts: dict[str, str]
) -> None:
    assert part_text(text, NUMBERS).parts == parts


def test_what_stands_before_the_first_heading_is_kept_apart() -> None:
    parted = part_text("Nämnden yttrar sig.\r\n\r\nR1: Ja.", NUMBERS)
    assert parted.before == "Nämnden yttrar sig."
    assert part_text("R1: Ja.", NUMBERS).before is None
