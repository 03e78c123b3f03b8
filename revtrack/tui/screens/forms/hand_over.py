"""Överlämna: the letter is issued, its wording frozen, and replies are watched."""

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Audit
from revtrack.forms.desk import Desk
from revtrack.forms.hand_over import HandOverWish
from revtrack.tui.wish_form import WishForm


class HandOverForm(WishForm[Audit]):
    """The letter's own day, and the day to reply by."""

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        super().__init__(HandOverWish(desk, case))
