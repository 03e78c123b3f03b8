"""Granskning: one audit in seven tabs."""

from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk


class AuditScreen(RevTrackScreen[None]):
    """One audit."""

    BINDINGS = [*keys.BACK, *keys.AUDIT]

    def __init__(
        self,
        desk: Desk,
        audit_id: int,
        tab: int = 2,
        committee_id: int | None = None,
        then: str | None = None,
    ) -> None:
        """Open the audit on a tab, on a committee's row; ``then`` is done once it is read."""
        super().__init__(desk)
        self.audit_id = audit_id
