"""Lägesrapporter: what committees tell of their progress, and what the auditors accept of it."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review
from revtrack.domain.entries import ProgressJudgementEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.services.replies.review import (
    refuse_future,
    refuse_lack,
    refuse_step,
)
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store


def record_progress(
    store: Store, audit_id: int, reports: Sequence[r.NewProgressReport], today: date
) -> tuple[r.ProgressReport, ...]:
    """Store what a committee tells of its progress, and return it; earlier reports stay.

    Nothing of it counts before the auditors have accepted it. Raises RevTrackError where a day lies
    ahead, a recommendation has not been put to a committee, or the same is registered already.
    """
    with store.wish() as session:
        return record_progress_within(session, audit_id, reports, today)


def record_progress_within(
    session: Session, audit_id: int, reports: Sequence[r.NewProgressReport], today: date
) -> tuple[r.ProgressReport, ...]:
    """Do as ``record_progress`` within another wish."""
    case = load_case(session, audit_id)
    for report in reports:
        _refuse_report(case, report, today)
    waiting = (each.model_copy(update={"review": Review.PENDING}) for each in reports)
    return tuple(add(session, r.ProgressReport, each) for each in waiting)


def is_registered(case: AuditCase, report: r.NewProgressReport) -> bool:
    """Tell whether the same is registered already, of the same day."""
    return _fact(report) in {_fact(each) for each in case.progress_reports}


def _refuse_report(case: AuditCase, report: r.NewProgressReport, today: date) -> None:
    addressee = case.addressee_by_id.get(report.addressee_id)
    if addressee is None:
        raise GoneError
    own_actions = {action.id for action in case.actions_of(addressee.id)}
    if report.action_id is not None and report.action_id not in own_actions:
        raise GoneError
    if is_registered(case, report):
        raise RevTrackError(
            "This is registered already of {number} for {committee}, with the same day and text.",
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
            committee=case.committee_by_id[addressee.committee_id].name,
        )
    if report.reported_on is not None:
        refuse_future(report.reported_on, today)
    if not addressee.asked:
        raise UsageError(
            "{number} has not been put to {committee}.",
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
            committee=case.committee_by_id[addressee.committee_id].name,
        )


def _fact(report: r.NewProgressReport) -> tuple[object, ...]:
    """Return what a report tells; two that tell the same are one."""
    return (
        report.addressee_id,
        report.action_id,
        report.reported_on,
        report.progress,
        report.text,
    )


def judge_progress(
    store: Store, entry: ProgressJudgementEntry, today: date, why: str | None = None
) -> tuple[r.ProgressReport, ...]:
    """Store what the auditors find of progress reports, and return the reports judged.

    On each recommendation all that wait are judged together; where none waits, the one judged last.
    Raises RevTrackError as ``review.judge`` does; ``why`` is needed to take a judgement back.
    """
    refuse_clerk_to_judge(store)
    refuse_lack(entry.review, note=entry.review_note, why=why)
    refuse_future(entry.reviewed_on, today)
    is_taken_back = entry.review is Review.PENDING
    fields = {
        "review": entry.review,
        "review_note": entry.review_note,
        "reviewed_on": None if is_taken_back else entry.reviewed_on,
    }
    with store.wish(why) as session:
        case = load_case(session, entry.audit_id)
        judged = [
            each
            for addressee_id in dict.fromkeys(entry.addressee_ids)
            for each in _judged(case, addressee_id, is_taken_back=is_taken_back)
        ]
        for each in judged:
            refuse_step(each.review, entry.review)
        return tuple(change(session, each, **fields) for each in judged)


def _judged(
    case: AuditCase, addressee_id: int, *, is_taken_back: bool
) -> tuple[r.ProgressReport, ...]:
    """Return the reports on a recommendation that a judgement is about."""
    reports = [each for each in case.progress_reports if each.addressee_id == addressee_id]
    waiting = tuple(each for each in reports if each.review is Review.PENDING)
    if waiting and not is_taken_back:
        return waiting
    judged = [each for each in reports if each.review is not Review.PENDING]
    if not judged:
        addressee = case.addressee_by_id.get(addressee_id)
        if addressee is None:
            raise GoneError
        raise RevTrackError(
            "{committee} has reported nothing on {number} to be judged.",
            committee=case.committee_by_id[addressee.committee_id].name,
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
        )
    return (max(judged, key=lambda each: (each.reviewed_on or date.min, each.id)),)
