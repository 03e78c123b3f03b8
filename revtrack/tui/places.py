"""The screens that a function key leads to from wherever the register is worked with."""

from collections.abc import Callable, Mapping

from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk

PLACES: Mapping[str, Callable[[Desk], RevTrackScreen[None]]] = {}
"""Screens by the name that their binding opens them with: ``app.open('statistics')``."""
