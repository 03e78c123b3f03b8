"""Bedömning av svaret: what the auditors find of it, and when they stop waiting for it."""

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import ReplyCase, Response
from revtrack.forms.desk import Desk
from revtrack.forms.review import GiveUpWish, JudgementWish, ReferBackWish, TakeBackWish
from revtrack.tui.wish_form import WishForm


class JudgementForm(WishForm[tuple[Response, ...]]):
    """What the auditors find of all that waits from a committee."""

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine, review: Review) -> None:
        """Make the form for a judgement of a committee's reply."""
        super().__init__(JudgementWish(desk, case, line, review))


class GiveUpForm(WishForm[ReplyCase]):
    """That the auditors stop waiting for a reply, and why."""

    def __init__(self, desk: Desk, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(GiveUpWish(desk, line))


class TakeBackForm(WishForm[tuple[Response, ...] | ReplyCase]):
    """That a judgement, or the giving up of a reply, is taken back, and why."""

    def __init__(self, desk: Desk, audit_id: int, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(TakeBackWish(desk, audit_id, line))


class ReferBackForm(WishForm[Response]):
    """That a committee sent its officials' draft back."""

    def __init__(self, desk: Desk, audit_id: int, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(ReferBackWish(desk, audit_id, line))
