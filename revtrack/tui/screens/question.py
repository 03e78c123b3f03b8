"""Nya revisionsfrågor: one, or a whole list pasted from the report, after the others."""

from collections.abc import Iterable

from textual.widgets import TextArea

from revtrack.domain.records import Question
from revtrack.domain.texts.pasted import pasted_list
from revtrack.services.registering.register import add_questions
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _, ngettext


class QuestionForm(Form[tuple[Question, ...]]):
    """The questions that the report sets out to answer."""

    def __init__(self, desk: Desk, audit_id: int) -> None:
        """Make the form for an audit."""
        super().__init__(desk, _("New audit questions"))
        self._audit_id = audit_id

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        yield FormField(
            "text",
            _("Audit question"),
            Kind.TEXT,
            hint=_("several: one a line, or pasted with their bullets"),
            is_required=True,
        )

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell how many questions saving will make."""
        event.stop()
        count = len(self._texts)
        said = ngettext("{n} question is added.", "{n} questions are added.", count)
        self.tell_here(said.format(n=count) if count > 1 else "")

    @property
    def _texts(self) -> tuple[str, ...]:
        return pasted_list(self.text("text")).items

    async def carry_out(self) -> tuple[Question, ...]:
        """Store the questions and return them."""
        return await self.ask(add_questions, self.desk.store, self._audit_id, self._texts)
