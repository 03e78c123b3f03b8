"""Nya revisionsfrågor: one, or a whole list pasted from the report, after the others."""

from revtrack.domain.records import Question
from revtrack.forms.desk import Desk
from revtrack.forms.question import QuestionWish
from revtrack.tui.wish_form import WishForm


class QuestionForm(WishForm[tuple[Question, ...]]):
    """The questions that the report sets out to answer."""

    def __init__(self, desk: Desk, audit_id: int) -> None:
        """Make the form for an audit."""
        super().__init__(QuestionWish(desk, audit_id))
