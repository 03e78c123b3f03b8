"""Noting that the reminders that were made as drafts have been sent."""

from collections.abc import Iterable
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.domain.replies.reminded import latest, stem_of, stems_in
from revtrack.services.reminding.remind_log import LogLine, reminders_in
from revtrack.services.reminding.remind_plan import EVERYBODY, Whom
from revtrack.storage.rows import change, some, table_of
from revtrack.storage.store import Store


def note_sent(store: Store, on: date, today: date, whom: Whom = EVERYBODY) -> tuple[LogLine, ...]:
    """Note that the drafts to these were sent that day, and return them, oldest first.

    They are the drafts that waited that day; one made later was not sent then. Raises UsageError
    where the day lies ahead.
    """
    if on > today:
        raise UsageError(
            "{day} lies ahead; a document is noted as issued when it has been sent. "
            "Today is {today}.",
            day=on,
            today=today,
        )
    with store.wish() as session:
        waiting = _waiting(reminders_in(session, whom), on)
        named = {stem for each in waiting for stem in stems_in(each.reminder.text)}
        kind = table_of(r.Document).c.kind == DocumentKind.REMINDER.value
        for document in some(session, r.Document, kind):
            if document.issued_on is None and stem_of(document.file_name) in named:
                change(session, document, issued_on=on)
    return waiting


def _waiting(lines: Iterable[LogLine], on: date) -> tuple[LogLine, ...]:
    """Return the drafts that no later one stood for that day."""
    made = [line for line in lines if line.reminder.reminded_on <= on]
    ids = {each.id for each in latest(line.reminder for line in made)}
    return tuple(line for line in made if line.sent_on is None and line.reminder.id in ids)
