"""Numbers as they are typed in a row."""

import pytest

from revtrack.domain.errors import UsageError
from revtrack.domain.texts.number_lists import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        ("1", (1,)),
        ("1, 3–4", (1, 3, 4)),
        ("1,3-4 och 6", (1, 3, 4, 6)),
        ("2 1; 2", (2, 1)),
        ("5–5", (5,)),
        ("5–3", (5,)),
    ],
)
def test_numbers_stand_in_a_row(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize("text", ["fråga 1", "1, x", "1–", "-1", "99999"])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="are not numbers"):
        numbers_in(text)
