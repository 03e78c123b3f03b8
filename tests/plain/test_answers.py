"""What rows somebody names, and places that are none."""

import pytest

from revtrack.domain.errors import UsageError
from revtrack.plain.answers import rows_of
from revtrack.services.completing import typed_path


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("1", (0,)),
        ("1, 3-5", (0, 2, 3, 4)),
        ("2 – 3 2", (1, 2)),
        ("alla", (0, 1, 2, 3, 4, 5)),
        *((bad, None) for bad in ("", "0", "7", "1-", "-2", "5-2", "1,x", "99999999999", "²")),
    ],
)
def test_rows_are_named_by_numbers_and_ranges(typed: str, places: tuple[int, ...] | None) -> None:
    assert rows_of(typed, 6) == places


@pytest.mark.parametrize("typed", ["\x00", "~ingen-sadan/x", "/dev/zero", "a" * 5000])
def test_what_is_no_file_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        typed_path(typed)
