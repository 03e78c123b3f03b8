"""Two spellings of one municipality, and the abbreviation that a new one is proposed."""

from collections.abc import Container

from revtrack.domain.texts.prose import name_key

_KINDS = {
    "kommun": "kommun",
    "kommunen": "kommun",
    "stad": "kommun",
    "region": "region",
    "regionen": "region",
    "landsting": "region",
    "landstinget": "region",
}
"""Words of a name that say what it is, not which; a municipality and a region are two bodies."""

SHORTEST_ABBREVIATION = 3
LONGEST_ABBREVIATION = 6


def is_same_municipality(one: str, other: str) -> bool:
    """Tell whether two names are of one body: with or without "kommun", "stad" or "region".

    >>> is_same_municipality("Eskilstuna", "Eskilstuna kommun")
    True
    >>> is_same_municipality("Region Uppsala", "Uppsala kommun")
    False
    """
    kinds = {kind for kind in (_kind(one), _kind(other)) if kind}
    return len(kinds) <= 1 and bool(_spellings(one) & _spellings(other))


def propose_abbreviation(name: str, taken: Container[str]) -> str | None:
    """Return the first letters of the name that no other has, None where none is free.

    ``taken`` holds name keys.
    """
    letters = letters_of(name)
    for length in range(min(SHORTEST_ABBREVIATION, len(letters)), LONGEST_ABBREVIATION + 1):
        proposed = letters[:length]
        if proposed and name_key(proposed) not in taken:
            return proposed
    return None


def letters_of(name: str) -> str:
    """Return the letters and digits of what a municipality is called, as capitals."""
    return "".join(sign for sign in _without_kind(name) if sign.isalnum()).upper()


def _without_kind(name: str) -> str:
    key = name_key(name)
    return " ".join(word for word in key.split() if word not in _KINDS) or key


def _kind(name: str) -> str | None:
    return next((_KINDS[word] for word in name_key(name).split() if word in _KINDS), None)


def _spellings(name: str) -> frozenset[str]:
    """Return the name as it may stand alone: "Stockholms stad" is "Stockholm"."""
    core = _without_kind(name)
    return frozenset({core, core.removesuffix("s")} if _kind(name) else {core})
