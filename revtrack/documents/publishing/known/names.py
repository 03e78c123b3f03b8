"""How the lists of what is known are written."""


def names(listed: str) -> frozenset[str]:
    """Return the names of a list, parted by spaces and lines."""
    return frozenset(listed.split())
