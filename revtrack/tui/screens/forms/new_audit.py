"""Ny granskning: an audit from its report, before there is a letter."""

from collections.abc import Sequence

from revtrack.domain.records import Audit, Municipality
from revtrack.forms.desk import Desk
from revtrack.forms.new_audit import NewAuditWish
from revtrack.tui.wish_form import WishForm


class NewAuditForm(WishForm[Audit]):
    """An audit with its reviewed committees; questions and recommendations follow."""

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Make the form; the known municipalities are proposed."""
        super().__init__(NewAuditWish(desk, municipalities))
