"""RevTrack: the register that municipal auditors use so that no recommendation is lost."""

__version__ = "0.1.0"
