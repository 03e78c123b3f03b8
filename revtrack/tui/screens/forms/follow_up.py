"""Uppföljning: what the auditors found of a recommendation, and how it is closed and reopened."""

from pathlib import Path

from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Addressee, Audit, Verdict
from revtrack.forms.desk import Desk
from revtrack.forms.follow_up import CloseWish, PackWish, ReopenWish, VerdictWish
from revtrack.tui.wish_form import WishForm


class VerdictForm(WishForm[tuple[Verdict, ...]]):
    """What was found, what it rests on, how it was checked and on which day."""

    def __init__(self, desk: Desk, line: AddresseeLine, under_way: tuple[Audit, ...]) -> None:
        """Make the form for a recommendation; ``under_way`` are the follow-ups that may judge."""
        super().__init__(VerdictWish(desk, line, under_way))


class CloseForm(WishForm[tuple[Addressee, ...]]):
    """How a recommendation ended, and why it is closed."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Make the form for a recommendation to a committee."""
        super().__init__(CloseWish(desk, line))


class ReopenForm(WishForm[tuple[Addressee, ...]]):
    """Why a closed recommendation is opened again."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Make the form for a recommendation to a committee."""
        super().__init__(ReopenWish(desk, line))


class PackForm(WishForm[tuple[Path, ...]]):
    """Makes all papers of a follow-up at once."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        """Make the form for a follow-up under way."""
        super().__init__(PackWish(desk, audit))
