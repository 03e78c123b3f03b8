"""What needs somebody now, over all audits: lists that are read without loading the rows."""

from datetime import date

from revtrack.domain.overview import AuditLine, DueLine, Overview, due_within, most_urgent_first
from revtrack.storage import overview as lists
from revtrack.storage.store import Store

NEAR_DAYS = 30
"""How far ahead the overview looks."""


def list_due(store: Store, today: date, within: int | None = None) -> tuple[DueLine, ...]:
    """Return the replies that have not come, most urgent first.

    ``within`` keeps what is late or falls due within so many days, the last included.
    """
    with store.reading() as session:
        lines = lists.due_lines(lists.missing_replies(session), today)
    return most_urgent_first(due_within(lines, today, within))


def list_audits(store: Store, today: date) -> tuple[AuditLine, ...]:
    """Return a line for each audit, the newest year first, then by reference."""
    with store.reading() as session:
        return lists.audit_lines(session, lists.missing_replies(session), today)


def see_overview(store: Store, today: date) -> Overview:
    """Return what needs somebody now, and a line for each audit."""
    with store.reading() as session:
        missing = lists.missing_replies(session)
        return Overview(
            due=most_urgent_first(due_within(lists.due_lines(missing, today), today, NEAR_DAYS)),
            to_judge=tuple(lists.judge_lines(session)),
            audits=lists.audit_lines(session, missing, today),
        )
