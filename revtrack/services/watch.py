"""What needs somebody now, over all audits: lists that are read without loading the rows."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from revtrack.domain.overview import (
    ActionLine,
    AuditLine,
    DueLine,
    Overview,
    due_within,
    most_urgent_first,
)
from revtrack.storage import overview as lists
from revtrack.storage.events import latest_event
from revtrack.storage.store import Store

NEAR_DAYS = 30
"""How far ahead the overview looks."""


def list_due(store: Store, today: date, within: int | None = None) -> tuple[DueLine, ...]:
    """Return the replies, and the supplements to them, that have not come, most urgent first.

    ``within`` keeps what is late or falls due within so many days, the last included.
    """
    with store.reading() as session:
        lines = _due(session, lists.missing_replies(session), today)
    return most_urgent_first(due_within(lines, today, within))


def list_actions(store: Store, today: date, within: int | None = None) -> tuple[ActionLine, ...]:
    """Return what committees are to have done by a day and have not said to be done.

    Most urgent first. ``within`` keeps what is late or falls due within so many days, the last
    included; a day like "juni 2023" is late after the last day that it covers.
    """
    from revtrack.storage.due_actions import action_lines  # noqa: PLC0415 - not for replies

    until = today + timedelta(days=within) if within is not None else None
    with store.reading() as session:
        return action_lines(session, today, until)


def list_audits(store: Store, today: date) -> tuple[AuditLine, ...]:
    """Return a line for each audit, the newest year first, then by reference."""
    with store.reading() as session:
        missing = lists.missing_replies(session)
        return _audits(session, missing, _due(session, missing, today), today)


def see_overview(store: Store, today: date, first: int | None = None) -> Overview:
    """Return what needs somebody now, and a line for each audit.

    ``first``: for so many audits alone; ``see_audits`` goes through what is left.
    """
    from revtrack.storage.audit_lines import audit_ids  # noqa: PLC0415 - not for replies

    with store.reading() as session:
        missing = lists.missing_replies(session)
        due = most_urgent_first(_due(session, missing, today))
        soon = due_within(due, today, NEAR_DAYS)
        ordered = audit_ids(session)
        begun = None if first is None or len(ordered) <= first else ordered[:first]
        return Overview(
            due=soon,
            later=due[len(soon) :],
            to_judge=tuple(lists.judge_lines(session)),
            audits=_audits(session, missing, due, today, begun),
            left=() if begun is None else tuple(ordered[len(begun) :]),
        )


def see_audits(store: Store, today: date, audit_ids: Collection[int]) -> tuple[AuditLine, ...]:
    """Return a line for each of these audits, the newest year first, then by reference."""
    with store.reading() as session:
        cases = lists.cases_of(session, audit_ids)
        missing = lists.missing_replies(session, cases)
        supplements = lists.missing_supplements(session, cases)
        due = lists.due_lines((*missing, *supplements), today)
        return _audits(session, missing, due, today, audit_ids)


def latest_change(store: Store) -> int:
    """Return a number that is another one once anything in the register has been changed."""
    with store.reading() as session:
        return latest_event(session.connection())


def _due(
    session: Session, missing: Sequence[lists.AwaitedCase], today: date
) -> tuple[DueLine, ...]:
    return lists.due_lines((*missing, *lists.missing_supplements(session)), today)


def _audits(
    session: Session,
    missing: Sequence[lists.AwaitedCase],
    due: Sequence[DueLine],
    today: date,
    among: Collection[int] | None = None,
) -> tuple[AuditLine, ...]:
    from revtrack.storage.audit_lines import audit_lines  # noqa: PLC0415 - not for replies

    return audit_lines(session, missing, due, today, among)
