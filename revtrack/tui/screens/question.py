"""Ny revisionsfråga: one question after the others."""

from collections.abc import Iterable

from revtrack.domain.records import Question
from revtrack.services.registering.register import add_question
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _


class QuestionForm(Form[Question]):
    """A question that the report sets out to answer."""

    def __init__(self, desk: Desk, audit_id: int) -> None:
        """Make the form for an audit."""
        super().__init__(desk, _("New audit question"))
        self._audit_id = audit_id

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        yield FormField("text", _("Audit question"), Kind.TEXT, is_required=True)

    async def carry_out(self) -> Question:
        """Store the question and return it."""
        return await self.ask(add_question, self.desk.store, self._audit_id, self.text("text"))
