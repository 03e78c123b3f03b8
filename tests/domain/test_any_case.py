"""Patterns that are found in large and small letters alike."""

import re

import pytest

from revtrack.domain.texts.any_case import AnyCase

_SHAPES = (
    r"\bska\b|^nej\b|(?<!inte )\bkan(?P<what> \w+)?|[|)]a|\bmåste\b",
    r"(?:ja|nej)[.!]|\båtgärd\w*",
    r"(?P<day>\d+)\s[^\W\d_]+",
)
_TEXTS = (
    "Nämnden SKA åtgärda bristerna. ÅTGÄRDER vidtas.",
    "NEJ. Det kan vi inte, men Kan ni?",
    "Ja! Den 3 Maj",
    "|A och )a",
    "Ingenting alls",
)


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize("text", _TEXTS)
def test_finds_what_the_flag_finds(shape: str, text: str) -> None:
    """Gathering alternatives changes nothing of what is found, where, or in which letters."""
    quick, plain = AnyCase(shape), re.compile(shape, re.IGNORECASE)
    assert _told(quick.search(text)) == _told(plain.search(text))
    assert _told(quick.match(text)) == _told(plain.match(text))
    assert list(map(_told, quick.finditer(text))) == list(map(_told, plain.finditer(text)))
    assert quick.sub("-", text) == plain.sub("-", text)


def test_keeps_other_flags() -> None:
    """A line's beginning may be asked for, as with any pattern."""
    assert AnyCase("^foto", re.MULTILINE).search("Text\nFoto: Anna")
    assert AnyCase("^foto").search("Text\nFoto: Anna") is None


def _told(match: re.Match[str] | None) -> tuple[object, ...] | None:
    return match and (match.span(), match[0], match.groupdict())
