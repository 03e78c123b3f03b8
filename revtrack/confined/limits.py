"""How much of time and memory a file may take before it is given up."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one file may be and take; the defaults hold for all that people send."""

    size: int = 50 * MEGABYTE
    """Bytes of the file."""
    entries: int = 5_000
    """Parts of a zip archive."""
    part: int = 64 * MEGABYTE
    """Bytes of one part, unpacked."""
    unpacked: int = 200 * MEGABYTE
    """Bytes of all parts together, unpacked."""
    answer: int = 200 * MEGABYTE
    """Bytes of what the process may answer: a file of the largest size, with room for JSON."""
    seconds: float = 20.0
    """How long the reader may work."""
    memory: int = 1 << 30
    """Bytes of address space of the reader, where the system can limit it."""


LIMITS = Limits()
