"""Titles that may be of one audit, and titles that cannot."""

import pytest

from revtrack.domain.texts.titles import is_of_follow_up, may_be_of_one

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


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Uppföljning av tidigare granskningar", True),
        ("Uppföljande granskning av skolans ekonomi", True),
        ("Fördjupad uppföljande granskning av bygglov", True),
        ("Revisionsrapport: Uppföljning av hot och våld", True),
        ("Yttrande över uppföljning av hemtjänsten", True),
        ("Granskning av vinterväghållning – uppföljning", True),
        ("Granskning av vinterväghållning (uppföljning)", True),
        ("Uppföljningsgranskning av inköp", True),
        ("Granskning av avtalsuppföljning", False),
        ("Granskning av nämndens ekonomiska uppföljning", False),
        ("Granskning av uppföljning av privata utförare", False),
        ("Svar på granskning av styrning och uppföljning", False),
    ],
)
def test_a_follow_up_is_told_from_an_audit_of_how_others_follow_up(
    title: str, *, is_one: bool
) -> None:
    assert is_of_follow_up(title) is is_one
