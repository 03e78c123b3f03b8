import pytest

from revtrack.documents.accessibility.colours import (
    BLACK,
    WHITE,
    colour,
    contrast,
    enough,
    ratio_in_words,
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("#767676", "#FFFFFF", 4.54),
        ("777777", "FFFFFF", 4.48),
        ("FF0000", "FFFFFF", 4.0),
        ("FFFF1F3A4D", "FFFFFF", None),
        ("FF1F3A4D", "fff", 11.86),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float | None) -> None:
    first, second = colour(one), colour(other)
    if ratio is None:
        assert first is None
        return
    assert first is not None
    assert second is not None
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.01)


def test_a_contrast_is_never_rounded_up_to_what_it_does_not_reach() -> None:
    assert ratio_in_words(4.49) == "4,4"
    assert ratio_in_words(21.0) == "21,0"


def test_large_text_needs_three() -> None:
    assert enough(11, is_bold=True) == enough(17.5, is_bold=False) == 4.5
    assert enough(14, is_bold=True) == enough(18, is_bold=False) == 3


def test_tints_and_shades_go_towards_white_and_black() -> None:
    blue = colour("0000FF")
    assert blue is not None
    assert blue.tinted(1) == WHITE
    assert blue.shaded(1) == BLACK
    assert str(blue.shaded(0.5)) == "#000080"
    assert str(WHITE.mixed(BLACK, 0.25)) == "#BFBFBF"
