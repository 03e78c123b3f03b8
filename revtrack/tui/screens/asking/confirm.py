"""Bekräfta: a problem that is as it should be, with the reason."""

from revtrack.domain.checks import Problem
from revtrack.domain.records import Confirmation
from revtrack.forms.confirm import ConfirmWish
from revtrack.forms.desk import Desk
from revtrack.tui.wish_form import WishForm


class ConfirmForm(WishForm[Confirmation]):
    """Why a problem is as intended."""

    def __init__(self, desk: Desk, audit_id: int, problem: Problem) -> None:
        """Make the form for a problem."""
        super().__init__(ConfirmWish(desk, audit_id, problem))
