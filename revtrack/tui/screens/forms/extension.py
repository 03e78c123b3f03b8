"""Anstånd: more time for a committee's reply."""

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Extension
from revtrack.forms.desk import Desk
from revtrack.forms.extension import ExtensionWish
from revtrack.tui.wish_form import WishForm


class ExtensionForm(WishForm[Extension]):
    """A new day to reply by, asked for, granted or refused; the original day stays."""

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(ExtensionWish(desk, case, line))
