"""What can be said of many rows at once, and what each says of a row: before, after, or why not."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Confidentiality, ExtensionDecision, Priority, Review
from revtrack.domain.entries import JudgementEntry
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.outcome.closing import Closing, refusal_to_close
from revtrack.services.allowed import (
    refuse_clerk_to_edit,
    refuse_clerk_to_follow_up,
    refuse_clerk_to_judge,
)
from revtrack.services.changing.subjects import Kind, Subject, fact_of
from revtrack.services.follow_up.closing import closed_as
from revtrack.services.replies.extensions import planned_extension
from revtrack.services.replies.review import judged_responses, judgement_fields
from revtrack.storage.store import Store

STANDS = N_("This stands there already.")


@dataclass(frozen=True)
class BulkRow:
    """One fact that a bulk change is about: what it says before and after, or why it cannot."""

    audit: str
    """Reference of the audit."""
    what: str
    """Which of its facts: "R3, KS", or the audit's title."""
    before: object
    after: object = None
    refusal: RevTrackError | None = field(default=None, compare=False)
    """Why it is left as it is; None: it is changed."""
    changes: tuple[tuple[r.Stored, Mapping[str, Any]], ...] = ()
    added: tuple[tuple[type[r.Stored], r.Record], ...] = ()


class BulkChange:
    """One thing that is said of all rows alike."""

    def refuse_person(self, store: Store) -> None:
        """Refuse who may not do this."""
        refuse_clerk_to_edit(store)

    @abstractmethod
    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each fact that a subject leads to."""


def _short(committee: r.Committee) -> str:
    return committee.abbreviation or committee.name


def _row(case: AuditCase, what: str, known: r.Stored, name: str, value: object) -> BulkRow:
    """Return the row of one field of one fact."""
    before = getattr(known, name)
    if before == value:
        return BulkRow(case.audit.reference, what, before, before, RevTrackError(STANDS))
    return BulkRow(case.audit.reference, what, before, value, None, ((known, {name: value}),))


def _refused(case: AuditCase, what: str, refusal: RevTrackError, before: object = None) -> BulkRow:
    return BulkRow(case.audit.reference, what, before, None, refusal)


def _not_for(case: AuditCase, subject: Subject, sentence: str) -> BulkRow:
    return _refused(case, what_is(case, subject), RevTrackError(sentence))


def what_is(case: AuditCase, subject: Subject) -> str:
    """Return which fact of an audit a subject is, in few words."""
    match fact_of(case, subject):
        case r.Recommendation() as item:
            return case.number_of(item)
        case r.Addressee() as addressee:
            number = case.number_of(case.recommendation_by_id[addressee.recommendation_id])
            return f"{number}, {_short(case.committee_by_id[addressee.committee_id])}"
        case r.ReplyCase() as reply_case:
            return _short(case.committee_by_id[reply_case.committee_id])
        case r.Question() as question:
            return str(question.number)
        case r.Action() as action:
            return action.text
    return case.audit.title


# ---- what subjects lead to


def _addressee_ids(case: AuditCase, subject: Subject) -> Sequence[int]:
    """Return the recommendations to committees that a subject leads to."""
    if subject.kind is Kind.ADDRESSEE:
        return (subject.id,)
    if subject.kind is Kind.RECOMMENDATION:
        return [each.id for each in case.addressees if each.recommendation_id == subject.id]
    return ()


def _recommendation(case: AuditCase, subject: Subject) -> r.Recommendation | None:
    match fact_of(case, subject):
        case r.Recommendation() as item:
            return item
        case r.Addressee() as addressee:
            return case.recommendation_by_id[addressee.recommendation_id]
    return None


def _lines(case: AuditCase, subject: Subject) -> list[AddresseeLine]:
    ids = set(_addressee_ids(case, subject))
    every = (each for line in addressee_lines(case) for each in (line, *line.parts))
    return [line for line in every if line.addressee.id in ids]


def _reply_lines(case: AuditCase, subject: Subject, today: date) -> list[ReplyLine]:
    """Return the reply cases that a subject leads to; of an audit, those still awaited."""
    lines = reply_lines(case, today)
    if subject.kind is Kind.AUDIT:
        return [line for line in lines if line.is_open]
    match fact_of(case, subject):
        case r.ReplyCase() as reply_case:
            return [line for line in lines if line.reply_case.id == reply_case.id]
        case r.Addressee() as addressee:
            return [line for line in lines if line.committee.id == addressee.committee_id]
    return []


# ---- the kinds


@dataclass(frozen=True)
class MoreTime(BulkChange):
    """Anstånd for all: one new day to reply by, granted."""

    new_due_on: date
    decided_on: date | None = None
    decided_by: str | None = None
    reason: str | None = None

    def refuse_person(self, store: Store) -> None:
        """Let everybody, as for one extension."""

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each reply case."""
        lines = _reply_lines(case, subject, today)
        for line in lines:
            yield self._row(case, line, today)
        if not lines:
            yield _not_for(case, subject, N_("No reply is awaited here."))

    def _row(self, case: AuditCase, line: ReplyLine, today: date) -> BulkRow:
        new = r.NewExtension(
            reply_case_id=line.reply_case.id,
            new_due_on=self.new_due_on,
            decision=ExtensionDecision.GRANTED,
            decided_on=self.decided_on,
            decided_by=self.decided_by,
            reason=self.reason,
        )
        what = _short(line.committee)
        try:
            request, fields = planned_extension(case, new, today)
        except RevTrackError as refusal:
            return _refused(case, what, refusal, line.due_on)
        row = BulkRow(case.audit.reference, what, line.due_on, self.new_due_on)
        if request is not None:
            return BulkRow(**{**vars(row), "changes": ((request, fields),)})
        return BulkRow(**{**vars(row), "added": ((r.Extension, new),)})


@dataclass(frozen=True)
class SetPriority(BulkChange):
    """How much recommendations matter."""

    priority: Priority | None

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield the row of the recommendation."""
        del today
        item = _recommendation(case, subject)
        if item is None:
            yield _not_for(case, subject, N_("Only a recommendation has a priority."))
        else:
            yield _row(case, case.number_of(item), item, "priority", self.priority)


@dataclass(frozen=True)
class SetResponsible(BulkChange):
    """Who answers for the actions that committees have promised, or for audits at the firm."""

    responsible: str | None

    def refuse_person(self, store: Store) -> None:
        """Let everybody, as for one action."""

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each action, or that of the audit."""
        del today
        if subject.kind is Kind.AUDIT:
            value = self.responsible
            yield _row(case, case.audit.title, case.audit, "firm_responsible", value)
            return
        actions = [each for each in case.actions if each.id == subject.id]
        if subject.kind is not Kind.ACTION:
            ids = _addressee_ids(case, subject)
            actions = [action for each in ids for action in case.actions_of(each)]
        what = what_is(case, subject)
        for action in actions:
            said = action.text if action.text == what else f"{what}: {action.text}"
            yield _row(case, said, action, "responsible", self.responsible)
        if not actions:
            yield _not_for(case, subject, N_("There is no action that somebody answers for."))


@dataclass(frozen=True)
class SetCarryOut(BulkChange):
    """By when recommendations are to be carried out, where that is set on themselves."""

    due: str | None

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each committee that a recommendation goes to."""
        del today
        ids = _addressee_ids(case, subject)
        for each in ids:
            addressee = case.addressee_by_id[each]
            what = what_is(case, Subject(Kind.ADDRESSEE, case.audit.id, each))
            if addressee.outcome is not None:
                refusal = RevTrackError(N_("It is closed."))
                yield _refused(case, what, refusal, addressee.due)
            else:
                yield _row(case, what, addressee, "due", self.due)
        if not ids:
            yield _not_for(case, subject, N_("Only a recommendation is carried out by a day."))


@dataclass(frozen=True)
class SetFollowUp(BulkChange):
    """When the audits of the rows are to be followed up."""

    planned: str | None

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield the row of the audit."""
        del today, subject
        yield _row(case, case.audit.title, case.audit, "follow_up_planned", self.planned)


@dataclass(frozen=True)
class SetConfidentiality(BulkChange):
    """Whether the audits of the rows are working material or public."""

    confidentiality: Confidentiality

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield the row of the audit."""
        del today, subject
        audit = case.audit
        is_secret = self.confidentiality is Confidentiality.WORKING_MATERIAL
        if is_secret and audit.handed_over_on is not None:
            refusal = RevTrackError(
                N_("{reference} was handed over on {day}, so it is no longer working material."),
                reference=audit.reference,
                day=audit.handed_over_on,
            )
            yield _refused(case, audit.title, refusal, audit.confidentiality)
        else:
            yield _row(case, audit.title, audit, "confidentiality", self.confidentiality)


@dataclass(frozen=True)
class CloseAll(BulkChange):
    """How recommendations to committees are closed, and why."""

    closing: Closing

    def refuse_person(self, store: Store) -> None:
        """Refuse who may not close."""
        refuse_clerk_to_follow_up(store)

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each committee that was asked."""
        lines = _lines(case, subject)
        for line in lines:
            what = what_is(case, Subject(Kind.ADDRESSEE, case.audit.id, line.addressee.id))
            refusal = refusal_to_close(case, line, self.closing, today)
            if refusal is not None:
                yield _refused(case, what, refusal, line.standing)
                continue
            stored = case.addressee_by_id[line.addressee.id]
            yield BulkRow(
                case.audit.reference,
                what,
                line.standing,
                self.closing.outcome,
                None,
                ((stored, closed_as(line, self.closing)),),
            )
        if not lines:
            yield _not_for(case, subject, N_("Only a recommendation is closed."))


@dataclass(frozen=True)
class AcceptAll(BulkChange):
    """That replies are found sufficient."""

    reviewed_on: date
    paragraph: str | None = None

    def refuse_person(self, store: Store) -> None:
        """Refuse who may not judge."""
        refuse_clerk_to_judge(store)

    def rows(self, case: AuditCase, subject: Subject, today: date) -> Iterator[BulkRow]:
        """Yield a row for each reply case."""
        lines = [] if subject.kind is Kind.AUDIT else _reply_lines(case, subject, today)
        for line in lines:
            entry = JudgementEntry(
                audit_id=case.audit.id,
                reply_case_id=line.reply_case.id,
                review=Review.SUFFICIENT,
                reviewed_on=self.reviewed_on,
                review_paragraph=self.paragraph,
            )
            what = _short(line.committee)
            try:
                judged = judged_responses(line, entry, today)
            except RevTrackError as refusal:
                yield _refused(case, what, refusal, line.state)
                continue
            fields = judgement_fields(entry)
            yield BulkRow(
                case.audit.reference,
                what,
                line.state,
                Review.SUFFICIENT,
                None,
                tuple((each, fields) for each in judged),
            )
        if not lines:
            yield _not_for(case, subject, N_("There is no reply to judge on this row."))
