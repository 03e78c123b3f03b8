"""Anteckning: what happened on the way to a reply."""

from collections.abc import Sequence

from revtrack.domain.days.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import NewReplyCaseNote, ReplyCaseNote
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.replies.respond import add_note
from revtrack.wording import _


class NoteWish(Wish[ReplyCaseNote]):
    """A day and a text."""

    def __init__(self, desk: Desk, line: ReplyLine) -> None:
        """Take the reply case."""
        super().__init__(desk, _("Note – {committee}").format(committee=line.committee.name))
        self._line = line

    def fields(self) -> Sequence[FormField]:
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

    def carry_out(self, typed: Typed) -> ReplyCaseNote:
        """Store the note and return it."""
        new = NewReplyCaseNote.model_validate(
            {
                "reply_case_id": self._line.reply_case.id,
                "noted_on": typed.day("noted_on"),
                "text": typed.text("text"),
            }
        )
        return add_note(self.desk.store, new)
