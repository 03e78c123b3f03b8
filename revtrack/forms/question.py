"""Nya revisionsfrågor: one, or a whole list pasted from the report, after the others."""

from collections.abc import Sequence

from revtrack.domain.records import Question
from revtrack.domain.texts.pasted import pasted_list
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.register import add_questions
from revtrack.wording import _, ngettext


class QuestionWish(Wish[tuple[Question, ...]]):
    """The questions that the report sets out to answer."""

    def __init__(self, desk: Desk, audit_id: int) -> None:
        """Take the audit."""
        super().__init__(desk, _("New audit questions"))
        self._audit_id = audit_id

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        return (
            FormField(
                "text",
                _("Audit question"),
                Kind.TEXT,
                hint=_("several: one a line, or pasted with their bullets"),
                is_required=True,
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell how many questions saving will make."""
        count = len(pasted_list(typed.text("text")).items)
        said = ngettext("{n} question is added.", "{n} questions are added.", count)
        return said.format(n=count) if count > 1 else ""

    def carry_out(self, typed: Typed) -> tuple[Question, ...]:
        """Store the questions and return them."""
        return add_questions(self.desk.store, self._audit_id, pasted_list(typed.text("text")).items)
