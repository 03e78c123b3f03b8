"""Many audits at once, with the part of what hangs on them that letters to committees tell of."""

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.storage.audits import parted, put_together, some_of
from revtrack.storage.list_facts import named
from revtrack.storage.rows import some, table_of

_TOLD = frozenset(
    {
        "recommendations",
        "addressees",
        "progress_reports",
        "verdicts",
        "letters",
        "letter_recipients",
        "reply_cases",
        "reminders",
        "extensions",
        "responses",
        "response_cases",
        "answers",
        "actions",
        "action_addressees",
    }
)
"""The parts that letters tell of."""


def cases_for_letters(session: Session, audit_ids: Collection[int]) -> dict[int, AuditCase]:
    """Return these audits by id: people, recommendations, letters, replies, actions, verdicts.

    Questions, assessments, wordings, restatements, decisions of the council and files are left out,
    and of the documents all but reminders. Each kind is read in one query, however many the audits
    are.
    """
    audits = some_of(session, r.Audit, "id", audit_ids)
    cases = {case.audit.id: case for case in put_together(session, audits, _TOLD)}
    if not any(case.reminders for case in cases.values()):
        return cases
    papers = _reminder_papers(session, audit_ids)
    return {key: replace(case, documents=papers.get(key, ())) for key, case in cases.items()}


def _reminder_papers(
    session: Session, audit_ids: Collection[int]
) -> dict[int, tuple[r.Document, ...]]:
    """Return the letters and mail drafts that remind, by the id of the audit."""
    columns = table_of(r.Document).c
    found = some(
        session,
        r.Document,
        columns.audit_id.in_(named(audit_ids)),
        columns.kind == DocumentKind.REMINDER.value,
    )
    return parted(found, lambda each: each.audit_id or 0)
