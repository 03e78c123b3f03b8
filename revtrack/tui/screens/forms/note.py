"""Anteckning: what happened on the way to a reply."""

from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import ReplyCaseNote
from revtrack.forms.desk import Desk
from revtrack.forms.note import NoteWish
from revtrack.tui.wish_form import WishForm


class NoteForm(WishForm[ReplyCaseNote]):
    """A day and a text."""

    def __init__(self, desk: Desk, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(NoteWish(desk, line))
