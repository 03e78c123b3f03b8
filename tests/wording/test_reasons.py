"""What the operating system refuses is told in Swedish, whatever the refusal."""

import errno
import os

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.wording import use_language, word


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "filen eller mappen finns inte"),
        (errno.EEXIST, "det finns redan något med det namnet"),
        (errno.EISDIR, "det är en mapp, inte en fil"),
        (errno.ENOTDIR, "en del av sökvägen är en fil, inte en mapp"),
        (errno.EACCES, "du saknar behörighet"),
        (errno.ENOSPC, "disken är full"),
        (errno.EROFS, "disken är skrivskyddad"),
    ],
)
def test_a_reason_of_the_system_is_worded(number: int, told: str) -> None:
    fault = OSError(number, os.strerror(number), "brev.docx")
    refusal = RevTrackError("{path} could not be read: {reason}.", path="x", reason=fault)
    assert word(refusal) == f"x kunde inte läsas: {told}."
    use_language("en")
    assert os.strerror(number) not in word(refusal)


def test_a_rare_reason_is_told_in_the_systems_own_words() -> None:
    fault = OSError(errno.ELOOP, "too many links")
    refusal = RevTrackError("{path} could not be read: {reason}.", path="x", reason=fault)
    assert word(refusal) == "x kunde inte läsas: too many links."
