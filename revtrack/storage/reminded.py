"""The reminders that were made and the days that they went out, over all audits."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, ReminderForm, ReminderKind
from revtrack.domain.replies.reminded import Papers, papers_of, sent_on
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import REPLY_CASE, named

REMINDER = list_table(r.Reminder)
DOCUMENT = list_table(r.Document)


class MadeFact(NamedTuple):
    """A reminder that was made, without its words."""

    id: int
    reply_case_id: int
    addressee_id: int | None
    reminded_on: date
    step: int
    form: ReminderForm
    due_on: date | None
    sent_on: date | None
    """The day that it went out; None: it is a draft."""


def made_reminders(
    session: Session, case_ids: Collection[int], kind: ReminderKind
) -> tuple[MadeFact, ...]:
    """Return what was made of this kind in these reply cases, as it was stored."""
    names = ("id", "reply_case_id", "addressee_id", "reminded_on", "step", "form", "due_on", "text")
    rows = session.execute(
        select(REPLY_CASE.c.audit_id, *(REMINDER.c[name] for name in names))
        .join(REPLY_CASE, REPLY_CASE.c.id == REMINDER.c.reply_case_id)
        .where(REMINDER.c.reply_case_id.in_(named(case_ids)), REMINDER.c.kind == kind)
        .order_by(REMINDER.c.id)
    ).all()
    papers = _papers(session, {row.audit_id for row in rows})
    return tuple(
        MadeFact(
            row.id,
            row.reply_case_id,
            row.addressee_id,
            row.reminded_on,
            row.step,
            ReminderForm(row.form),
            row.due_on,
            sent_on(row.reminded_on, row.text, papers.get(row.audit_id, {})),
        )
        for row in rows
    )


def sent_days(session: Session) -> dict[int, date]:
    """Return the day that each reminder went out, by its id; a draft is not among them."""
    cases = session.execute(select(REMINDER.c.reply_case_id).distinct()).scalars().all()
    return {
        each.id: each.sent_on
        for kind in ReminderKind
        for each in made_reminders(session, cases, kind)
        if each.sent_on
    }


def _papers(session: Session, audit_ids: Collection[int]) -> dict[int, Papers]:
    """Return the days that the reminders' files were issued, by the id of the audit."""
    found: dict[int, list[tuple[str, date | None]]] = {}
    columns = (DOCUMENT.c[name] for name in ("audit_id", "file_name", "issued_on"))
    for audit_id, name, issued_on in session.execute(
        select(*columns).where(
            DOCUMENT.c.audit_id.in_(named(audit_ids)), DOCUMENT.c.kind == DocumentKind.REMINDER
        )
    ):
        found.setdefault(audit_id, []).append((name, issued_on))
    return {audit: papers_of(files) for audit, files in found.items()}
