"""Finds English in what the commands say in Swedish."""

import re

_MARKED = re.compile(
    r"--?[\w-]+|\b\w+-\w+\b"  # options, and codes of several words
    r"|'[^']*'|”[^”]*”"  # what was typed
    r"|\brevtrack( [\w-]+)*"  # commands to give
    r"|\([a-z_]+(, [a-z_]+)*\)|\{.*?\}|\w+(\|\w+)+"  # codes, and JSON that is shown
    r"|\S*[/.\\]\S+"  # files and addresses
)
_ENGLISH = re.compile(
    r"\b(the|and|of|is|are|was|were|with|without|from|which|that|this|its|it|their|must|cannot"
    r"|has|have|else|when|where|only|each|other|no|not|or|an|one|value|valid|integer|file|error"
    r"|missing|invalid|given|required|choose|write|say)\b",
    re.IGNORECASE,
)


def english_in(said: str) -> list[str]:
    """Return the English words of a Swedish text, but for what is typed, named or a code."""
    return [found[0] for found in _ENGLISH.finditer(_MARKED.sub(" ", said))]
