"""Nytt missiv: five fields, and the replies to a letter are watched."""

from collections.abc import Sequence

from revtrack.domain.records import Municipality
from revtrack.forms.desk import Desk
from revtrack.forms.new_letter import NewLetterWish, Registered
from revtrack.tui.wish_form import WishForm

__all__ = ["NewLetterForm", "Registered"]


class NewLetterForm(WishForm[Registered]):
    """A letter that has been sent: to whom, when, and by when they are asked to reply."""

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Make the form; the known municipalities are proposed."""
        super().__init__(NewLetterWish(desk, municipalities))
