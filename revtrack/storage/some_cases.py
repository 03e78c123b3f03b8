"""Many audits at once, with the part of what hangs on them that letters to committees tell of."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.storage.list_facts import named
from revtrack.storage.rows import some, table_of

S = TypeVar("S", bound=r.Stored)


def cases_for_letters(session: Session, audit_ids: Collection[int]) -> dict[int, AuditCase]:
    """Return these audits by id: people, recommendations, letters, replies, actions, verdicts.

    Questions, assessments, wordings, restatements, decisions of the council and files are left out,
    and of the documents all but reminders. Each kind is read in one query, however many the audits
    are.
    """
    audits = _of(session, r.Audit, "id", audit_ids)
    towns = {each.municipality_id for each in audits}
    town = {each.id: each for each in _of(session, r.Municipality, "id", towns)}
    people = _parted(_of(session, r.Officeholder, "municipality_id", towns), _town)
    committees = _parted(_of(session, r.Committee, "municipality_id", towns, "ordinal"), _town)
    own = _Hanging(session, [each.id for each in audits])
    return {
        audit.id: AuditCase(
            municipality=town[audit.municipality_id],
            officeholders=people.get(audit.municipality_id, ()),
            committees=committees.get(audit.municipality_id, ()),
            audit=audit,
            **own.of(audit.id),
        )
        for audit in audits
    }


def _town(record: r.Officeholder | r.Committee) -> int:
    return record.municipality_id


class _Hanging:
    """What hangs on these audits, by the name of the case's part and the id of the audit."""

    def __init__(self, session: Session, audit_ids: Collection[int]) -> None:
        self._session = session
        self._ids = audit_ids
        self.parts: dict[str, dict[int, tuple[Any, ...]]] = {}
        recommendations = self._of_audit("recommendations", r.Recommendation, "ordinal")
        letters = self._of_audit("letters", r.Letter)
        replies = self._of_audit("reply_cases", r.ReplyCase)
        responses = self._of_audit("responses", r.Response)
        actions = self._of_audit("actions", r.Action)
        addressees = self._below("addressees", r.Addressee, "recommendation_id", recommendations)
        self._below("progress_reports", r.ProgressReport, "addressee_id", addressees)
        self._below("verdicts", r.Verdict, "addressee_id", addressees)
        self._below("letter_recipients", r.LetterRecipient, "letter_id", letters)
        self._below("reminders", r.Reminder, "reply_case_id", replies)
        self._below("extensions", r.Extension, "reply_case_id", replies)
        self._below("response_cases", r.ResponseCase, "response_id", responses)
        self._below("answers", r.Answer, "response_id", responses)
        self._below("action_addressees", r.ActionAddressee, "action_id", actions)
        if self.parts["reminders"]:
            self.parts["documents"] = reminder_papers(session, audit_ids)

    def of(self, audit_id: int) -> dict[str, Any]:
        """Return the parts of one audit's case by name."""
        return {name: found.get(audit_id, ()) for name, found in self.parts.items()}

    def _of_audit(self, name: str, kind: type[S], order: str | None = None) -> dict[int, int]:
        """Read a kind that belongs to audits; return the audit of each by its id."""
        found = _of(self._session, kind, "audit_id", self._ids, order)
        audit_of = {each.id: int(getattr(each, "audit_id")) for each in found}  # noqa: B009 - of S
        self.parts[name] = dict(_parted(found, lambda each: audit_of[each.id]))
        return audit_of

    def _below(
        self, name: str, kind: type[S], parent: str, audit_of: dict[int, int]
    ) -> dict[int, int]:
        """Read a kind that belongs to one of the kinds read before; return as ``_of_audit``."""
        found = _of(self._session, kind, parent, audit_of)
        self.parts[name] = dict(_parted(found, lambda each: audit_of[getattr(each, parent)]))
        return {each.id: audit_of[getattr(each, parent)] for each in found}


def reminder_papers(
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
    return _parted(found, lambda each: each.audit_id or 0)


def _of(
    session: Session,
    kind: type[S],
    field: str,
    ids: Collection[int],
    order: str | None = None,
) -> tuple[S, ...]:
    columns = table_of(kind).c
    rule = columns[field].in_(named(ids))
    return some(session, kind, rule, order_by=[columns[order]] if order else [])


def _parted(found: Iterable[S], key: Callable[[S], int]) -> dict[int, tuple[S, ...]]:
    parted: dict[int, list[S]] = {}
    for each in found:
        parted.setdefault(key(each), []).append(each)
    return {each: tuple(members) for each, members in parted.items()}
