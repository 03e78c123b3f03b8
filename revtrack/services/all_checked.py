"""What is known of the checks of all audits while one sits, and which are still to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the checks take long to load, and few sittings ask for them
    from collections.abc import Iterable

    from revtrack.domain.records import Audit
    from revtrack.services.checking import Checked


@dataclass(frozen=True)
class ToCheck:
    """What is to be checked, so that all that is known of the audits is true."""

    at: int
    """The last change of the register; what is read from now on is at least as new."""
    audits: tuple[Audit, ...]
    """All that there are, the newest year first."""
    touched: frozenset[int]
    """Those that something has changed for since, by id."""


@dataclass
class AllChecked:
    """What is known of all audits, how new it is, and which are still to be checked."""

    at: int | None = None
    """The last change that was known of when checking began; None: it has not begun."""
    order: tuple[int, ...] = ()
    """All audits by id, the newest year first."""
    known: dict[int, Checked] = field(default_factory=dict)
    """Those that have been checked, by id."""
    left: dict[int, Audit] = field(default_factory=dict)
    """Those that are to be checked, in order; what is known of them may be old."""

    def take_up(self, found: ToCheck) -> None:
        """Add what is to be checked, and leave out the audits that are no longer there."""
        left = found.touched | set(self.left)
        self.at, self.order = found.at, tuple(each.id for each in found.audits)
        self.left = {each.id: each for each in found.audits if each.id in left}
        self.known = {each: self.known[each] for each in self.order if each in self.known}

    def add(self, checked: Iterable[Checked]) -> None:
        """Take over what has been found of some audits."""
        for each in checked:
            self.known[each.audit.id] = each
            self.left.pop(each.audit.id, None)

    def forget(self) -> None:
        """Let go of everything."""
        self.at, self.order = None, ()
        self.known.clear()
        self.left.clear()
