"""A paragraph parted into its sentences."""

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(r"(?<=[.!?])[”\"»]?\s+(?=[”\"«»(]?[A-ZÅÄÖ0-9])|\n+")
_SHORTENED = re.compile(
    r"\b(?:bl\.\s?a|t\.\s?ex|m\.\s?m|m\.\s?fl|d\.\s?v\.\s?s|s\.\s?k|fr\.\s?o\.\s?m"
    r"|t\.\s?o\.\s?m|kap|st"
    r"|dnr|nr|kl|tfn|tel|ca|resp|inkl|exkl|jfr|f\.\s?d|o\.\s?s\.\s?v|p\.\s?g\.\s?a"
    r"|\b(?-i:[A-ZÅÄÖ]|[a-hj-zä]))\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a paragraph; a stop after a shortened word ends none."""
    return iter(_parted(text))


def in_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph, at least one: it is one itself where it has no word."""
    return _parted(text) or (text,)


@lru_cache(maxsize=10_000)
def _parted(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph, which nearly every rule asks for."""
    return tuple(_each_in(text))


def _each_in(text: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(text):
        said = text[begin : match.start()]
        if "\n" not in match[0] and _SHORTENED.search(said[-12:]):
            continue
        if said.strip():
            yield said.strip()
        begin = match.end()
    if text[begin:].strip():
        yield text[begin:].strip()
