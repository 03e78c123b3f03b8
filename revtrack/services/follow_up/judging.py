"""Verdicts: what the auditors found of recommendations, and of an audit as a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind, Basis, VerdictStep
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.outcome.judging import refusal_of_verdict
from revtrack.domain.texts.prose import Prose
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.storage import audits as stored
from revtrack.storage.rows import add, change, one, some, table_of
from revtrack.storage.store import Store


@dataclass
class Cases:
    """The audits that a wish is about, each read once."""

    session: Session
    by_id: dict[int, AuditCase] = field(default_factory=dict)
    lines: dict[int, AddresseeLine] = field(default_factory=dict)
    """The lines of the audits read so far, with wholes and parts, by the id of the addressee."""

    def of_addressee(self, addressee_id: int) -> tuple[AuditCase, AddresseeLine]:
        """Return a recommendation to a committee, and its audit."""
        addressee = one(self.session, r.Addressee, addressee_id)
        audit_id = one(self.session, r.Recommendation, addressee.recommendation_id).audit_id
        case = self.of_audit(audit_id)
        if addressee_id not in self.lines:
            raise GoneError
        return case, self.lines[addressee_id]

    def of_audit(self, audit_id: int) -> AuditCase:
        """Return an audit, read when it is first asked for."""
        if audit_id not in self.by_id:
            case = stored.load_case(self.session, audit_id)
            self.by_id[audit_id] = case
            for line in addressee_lines(case):
                for each in (line, *line.parts):
                    self.lines[each.addressee.id] = each
        return self.by_id[audit_id]


def record_verdicts(
    store: Store, new: Sequence[r.NewVerdict], today: date, *, needs_follow_up: bool = False
) -> tuple[r.Verdict, ...]:
    """Store verdicts on recommendations of one or several audits and return them, all or none.

    A verdict of the same follow-up on the same recommendation takes the earlier one's place, which
    the history keeps; verdicts of other follow-ups stay beside it. Raises RevTrackError for the
    first that cannot be passed: without method or day, on what is closed, in a follow-up that does
    not go back to that audit or has been handed over, or in none where it ``needs_follow_up``.
    """
    refuse_clerk_to_follow_up(store)
    if len({(each.addressee_id, each.follow_up_id) for each in new}) < len(new):
        raise UsageError("A recommendation is judged twice in the same list. Keep one of them.")
    with store.wish() as session:
        cases = Cases(session)
        recorded = tuple(record_in(cases, each, today) for each in new)
        if needs_follow_up:
            for each in new:
                _refuse_outside(cases, each)
        return recorded


def refusals(
    store: Store, new: Iterable[r.NewVerdict], today: date
) -> tuple[RevTrackError | None, ...]:
    """Return for each verdict why it cannot be passed, None where it can; nothing is stored."""
    with store.reading() as session:
        cases = Cases(session)
        return tuple(_refusal(cases, each, today) for each in new)


def _refusal(cases: Cases, new: r.NewVerdict, today: date) -> RevTrackError | None:
    case, line = cases.of_addressee(new.addressee_id)
    follow_up = cases.of_audit(new.follow_up_id) if new.follow_up_id else None
    if follow_up is not None and not goes_back_to(follow_up, case.audit):
        return UsageError(
            "{follow_up} does not follow up {reference}.",
            follow_up=follow_up.audit.reference,
            reference=case.audit.reference,
        )
    return refusal_of_verdict(case, line, new, follow_up.audit if follow_up else None, today)


def _refuse_outside(cases: Cases, new: r.NewVerdict) -> None:
    """Refuse a verdict of which nobody can tell in which follow-up it was passed."""
    if new.follow_up_id is None:
        case, _line = cases.of_addressee(new.addressee_id)
        raise RevTrackError(
            "No follow-up of {reference} is under way, and a verdict is passed in one. Begin it "
            "with revtrack follow-up start, or register the verdict outside any with --force.",
            reference=case.audit.reference,
        )


def goes_back_to(follow_up: AuditCase, earlier: r.Audit) -> bool:
    """Tell whether an audit follows up another."""
    followed = {each.followed_id for each in follow_up.followed}
    return follow_up.audit.kind is AuditKind.FOLLOW_UP and earlier.id in followed


def record_in(cases: Cases, new: r.NewVerdict, today: date) -> r.Verdict:
    """Store a verdict in a wish that has begun and return it, or raise why it cannot be passed."""
    refusal = _refusal(cases, new, today)
    if refusal is not None:
        raise refusal
    case, _line = cases.of_addressee(new.addressee_id)
    addressee = case.addressee_by_id[new.addressee_id]
    if addressee.reopening_reason is not None and addressee.outcome is None:
        change(cases.session, addressee, reopening_reason=None)
    known = [
        each
        for each in case.verdicts
        if each.addressee_id == new.addressee_id
        and each.follow_up_id == new.follow_up_id
        and new.follow_up_id is not None
    ]
    if known:
        return change(cases.session, known[-1], **new.model_dump())
    return add(cases.session, r.Verdict, new)


def follow_ups_of(store: Store, audit_id: int) -> tuple[r.Audit, ...]:
    """Return the follow-up audits that go back to an audit, the oldest first."""
    with store.reading() as session:
        return follow_ups_in(session, audit_id)


def follow_ups_in(session: Session, audit_id: int) -> tuple[r.Audit, ...]:
    """Return the same, read in a wish that has begun."""
    columns = table_of(r.FollowedAudit).c
    links = some(session, r.FollowedAudit, columns.followed_id == audit_id)
    return tuple(one(session, r.Audit, link.audit_id) for link in links)


class AuditVerdict(r.Record):
    """Bedömning av en granskning som helhet, where a report gives only that."""

    verdict: VerdictStep
    basis: Basis = Basis.REPORTED
    judged_on: date
    comment: Prose | None = None


def judge_audit(store: Store, audit_id: int, found: AuditVerdict, today: date) -> r.Audit:
    """Store what was found of an audit as a whole and return the audit.

    It takes an earlier one's place, which the history keeps; the recommendations stay as they are.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish() as session:
        audit = one(session, r.Audit, audit_id)
        if audit.handed_over_on is None:
            raise RevTrackError(
                "{reference} has not been handed over, so there is nothing to follow up yet.",
                reference=audit.reference,
            )
        if not audit.handed_over_on <= found.judged_on <= today:
            raise UsageError(
                "The day of the verdict, {day}, must lie between the letter, {letter}, and today, "
                "{today}.",
                day=found.judged_on,
                letter=audit.handed_over_on,
                today=today,
            )
        return change(
            session,
            audit,
            verdict=found.verdict,
            verdict_basis=found.basis,
            verdict_on=found.judged_on,
            verdict_comment=found.comment,
        )
