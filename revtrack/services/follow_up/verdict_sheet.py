"""The verdicts of a follow-up row by row: the sheet read, and what was filled in stored."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.outcome.scope import Covered, covered, is_under_way, own_verdict
from revtrack.domain.outcome.verdict_sheet import VerdictEntry, VerdictSheet
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.judging import Cases, follow_ups_in, record_in
from revtrack.storage import audits as stored
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Store


def see_verdicts(store: Store, audit_id: int, today: date) -> VerdictSheet:
    """Return what a follow-up under way covers; of an earlier audit, its own part of the latest.

    Raises RevTrackError where none is under way.
    """
    with store.reading() as session:
        case = stored.load_case(session, audit_id)
        if is_under_way(case):
            return VerdictSheet(case.audit, _covered(session, case), today)
        follow_up = _under_way(session, case)
        return VerdictSheet(follow_up, covered(follow_up, [case]), today)


def see_covered(store: Store, audit_id: int) -> tuple[Covered, ...]:
    """Return what a follow-up covers, handed over or not; nothing for what is no follow-up."""
    with store.reading() as session:
        return _covered(session, stored.load_case(session, audit_id))


def _covered(session: Session, case: AuditCase) -> tuple[Covered, ...]:
    cases = [stored.load_case(session, each.followed_id) for each in case.followed]
    return covered(case.audit, cases) if cases else ()


def _under_way(session: Session, case: AuditCase) -> r.Audit:
    """Return the latest follow-up of an audit that is under way."""
    known = follow_ups_in(session, case.audit.id)
    under_way = [each for each in known if each.handed_over_on is None]
    if not under_way:
        raise RevTrackError(
            "No follow-up of {reference} is under way. Begin one first; what was found outside "
            "any is registered recommendation by recommendation.",
            reference=case.audit.reference,
        )
    return under_way[-1]


def record_filled(
    store: Store, entries: Sequence[VerdictEntry], today: date
) -> tuple[r.Verdict, ...]:
    """Store what was filled in, as one wish, and return the verdicts; all or none.

    Raises ConflictError where somebody has judged a row since it was read, RevTrackError for the
    first verdict that cannot be passed.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish() as session:
        cases = Cases(session)
        for each in entries:
            _refuse_changed(cases, each)
        return tuple(record_in(cases, each.new, today) for each in entries)


def _refuse_changed(cases: Cases, entry: VerdictEntry) -> None:
    case, line = cases.of_addressee(entry.new.addressee_id)
    follow_up = cases.of_audit(entry.new.follow_up_id).audit if entry.new.follow_up_id else None
    own = own_verdict(case, line, follow_up) if follow_up else None
    if (own.version if own else None) != entry.seen:
        raise ConflictError(
            N_(
                "Somebody else has changed the verdicts meanwhile. Nothing was saved. Read "
                "the register again with F5; what you have filled in stays."
            )
        )
