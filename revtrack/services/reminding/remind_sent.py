"""Noting that the reminders that were made as drafts have been sent."""

from datetime import date

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.replies.reminded import stem_of, stems_in
from revtrack.services.reminding.remind_log import LogLine, reminders_in
from revtrack.services.reminding.remind_plan import EVERYBODY, Whom
from revtrack.storage.rows import change, some, table_of
from revtrack.storage.store import Store


def note_sent(store: Store, on: date, whom: Whom = EVERYBODY) -> tuple[LogLine, ...]:
    """Note that the drafts to these were sent that day, and return them, oldest first."""
    with store.wish() as session:
        drafts = tuple(each for each in reminders_in(session, whom) if each.is_waiting)
        named = {stem for each in drafts for stem in stems_in(each.reminder.text)}
        kind = table_of(r.Document).c.kind == DocumentKind.REMINDER.value
        for document in some(session, r.Document, kind):
            if document.issued_on is None and stem_of(document.file_name) in named:
                change(session, document, issued_on=on)
    return drafts
