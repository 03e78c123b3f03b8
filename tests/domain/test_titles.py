"""Titles that may be of one audit, and titles that cannot."""

import pytest

from revtrack.domain.texts.titles import may_be_of_one

SCHOOL = "Granskning av skolans ekonomi"


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("Svar på revisionsrapport om skolekonomin", True),
        ("Yttrande över granskning av skolans lokaler", True),
        ("Ekonomistyrning inom skolan", True),
        ("Svar på revisionsrapport", True),
        ("Granskning 2023", True),
        ("Svar på granskning av vinterväghållningen", False),
        ("Fördjupad granskning av inköp", False),
    ],
)
def test_titles_are_held_together_by_what_was_audited(other: str, *, is_one: bool) -> None:
    assert may_be_of_one(SCHOOL, other) is is_one
    assert may_be_of_one(other, SCHOOL) is is_one
