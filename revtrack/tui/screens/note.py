"""Anteckning: what happened on the way to a reply."""

from collections.abc import Iterable

from revtrack.domain.days.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import NewReplyCaseNote, ReplyCaseNote
from revtrack.services.replies.respond import add_note
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _


class NoteForm(Form[ReplyCaseNote]):
    """A day and a text."""

    def __init__(self, desk: Desk, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(desk, _("Note – {committee}").format(committee=line.committee.name))
        self._line = line

    def fields(self) -> Iterable[FormField]:
        """Return text and day."""
        today = self.desk.today.isoformat()
        return (
            FormField(
                "text",
                _("Note"),
                hint=_("for example: phoned the committee's secretary"),
                is_required=True,
            ),
            FormField(
                "noted_on", _("Day"), Kind.DAY, today, is_required=True, towards=Towards.PAST
            ),
        )

    async def carry_out(self) -> ReplyCaseNote:
        """Store the note and return it."""
        new = NewReplyCaseNote.model_validate(
            {
                "reply_case_id": self._line.reply_case.id,
                "noted_on": self.day("noted_on"),
                "text": self.text("text"),
            }
        )
        return await self.ask(add_note, self.desk.store, new)
