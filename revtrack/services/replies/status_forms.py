"""Status forms that came back: read, shown, and filed as progress reports."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FileKind, FileStatus
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.scope import asked_of, covered
from revtrack.domain.replies.form_key import StatusKey
from revtrack.domain.replies.form_reply import DAMAGED_FORM, FoundForm
from revtrack.domain.replies.status_reply import (
    StatusReading,
    StatusRowReading,
    read_status,
    returned_form,
    uids_in,
)
from revtrack.services.replies.progress import is_registered, record_progress_within
from revtrack.services.replies.review import refuse_future
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.exchange import keep_contents, kept_contents
from revtrack.storage.rows import add
from revtrack.storage.store import Store
from revtrack.wording.form_words import status_words


@dataclass(frozen=True)
class StatusProposal:
    """What a status form says, before anything is filed."""

    name: str
    """The file's."""
    content: bytes
    reading: StatusReading

    @property
    def follow_up(self) -> AuditCase:
        """The follow-up that asks."""
        return self.reading.asked.follow_up

    @property
    def sha256(self) -> str:
        """The checksum of the file as it came."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class StatusFiled:
    """What was filed of a status form."""

    rows: tuple[StatusRowReading, ...]
    """The recommendations that got a progress report."""
    known: tuple[StatusRowReading, ...]
    """Those of which the same was registered already, of the same day."""


def propose_status(
    store: Store,
    file: tuple[str, bytes],
    found: FoundForm,
    key: StatusKey,
    today: date,
    *,
    audit_id: int | None = None,
) -> StatusProposal:
    """Return what a status form says, row by row; nothing is stored.

    ``file`` is its name and content, ``audit_id`` the audit that it is said to belong to. Raises
    RevTrackError with the reason where it is damaged, foreign, of another audit, old or empty.
    """
    with store.reading() as session:
        cases = _cases_of(session, key)
    committee = _committee_of(cases, key)
    if committee is None:
        _refuse_foreign(found, key)
    follow_up, *followed = cases
    asked_today = asked_of(follow_up, followed, committee, today)
    choices = (covered(follow_up.audit, followed), asked_today)
    asked = returned_form(found, key, follow_up, committee, choices)
    if audit_id not in {None, follow_up.audit.id}:
        raise RevTrackError(
            "The form belongs to {reference} and {committee}, not to the audit that was named.",
            reference=follow_up.audit.reference,
            committee=committee.name,
        )
    reading = read_status(found, asked, status_words(), today)
    if reading.is_empty:
        raise RevTrackError(
            "Nothing is filled in in the form from {committee}. Ask for the file that they saved.",
            committee=committee.name,
        )
    return StatusProposal(*file, reading)


def _cases_of(session: Session, key: StatusKey) -> list[AuditCase]:
    """Return the follow-up and the audits that it goes back to; none where it is not here."""
    found = [each.id for each in list_audits(session) if each.uid == key.audit_uid]
    if not found:
        return []
    follow_up = load_case(session, found[0])
    return [follow_up, *(load_case(session, each.followed_id) for each in follow_up.followed)]


def _committee_of(cases: Sequence[AuditCase], key: StatusKey) -> r.Committee | None:
    bodies = cases[0].committees if cases else ()
    return next((each for each in bodies if each.uid == key.committee_uid), None)


def _refuse_foreign(found: FoundForm, key: StatusKey) -> NoReturn:
    if not key.covers(sorted(uids_in(found, key))):
        raise RevTrackError(DAMAGED_FORM)
    raise RevTrackError(
        "The form belongs to an audit that is not in this register. "
        "Read it where it was made, or import that audit first."
    )


def file_status(
    store: Store,
    proposal: StatusProposal,
    today: date,
    *,
    received_on: date,
    accepts_part: bool = False,
) -> StatusFiled:
    """File what a form says as progress reports with the file itself, all or nothing.

    They bear the day that the form says, else that on which it was received, and count once they
    are accepted. Raises RevTrackError where this file is read in already, where nothing in it is
    new, where recommendations are not answered in it and that is not accepted, or a day lies ahead.
    """
    refuse_future(received_on, today)
    _refuse_part(proposal.reading, accepts_part=accepts_part)
    day = proposal.reading.reported_on or received_on
    with store.wish() as session:
        follow_up = load_case(session, proposal.follow_up.audit.id)
        _refuse_twice(follow_up, proposal)
        filed = _filed(session, proposal.reading, day)
        if not filed.rows:
            raise RevTrackError(
                "All that the form from {committee} says is registered already, of {day}.",
                committee=proposal.reading.asked.committee.name,
                day=day,
            )
        for audit_id in dict.fromkeys(row.asked.case.audit.id for row in filed.rows):
            own = [row for row in filed.rows if row.asked.case.audit.id == audit_id]
            reports = [report for row in own if (report := _report(row, day))]
            record_progress_within(session, audit_id, reports, today)
        _keep(session, proposal)
    return filed


def _refuse_part(reading: StatusReading, *, accepts_part: bool) -> None:
    if reading.is_whole or accepts_part:
        return
    raise RevTrackError(
        "Nothing was filed: {committee} has not said how things stand with {numbers} in the form. "
        "Send it back, or file what there is with --accept-part.",
        committee=reading.asked.committee.name,
        numbers=[row.asked.name for row in reading.rows if not row.is_filed],
    )


def _refuse_twice(follow_up: AuditCase, proposal: StatusProposal) -> None:
    if proposal.sha256 in {each.sha256 for each in follow_up.attachments}:
        raise RevTrackError("This very file is read in already; nothing was filed.")


def _filed(session: Session, reading: StatusReading, day: date) -> StatusFiled:
    """Part what is new from what is registered already."""
    told = {row.asked.uid: _report(row, day) for row in reading.rows}
    cases = {
        audit_id: load_case(session, audit_id)
        for audit_id in {row.asked.case.audit.id for row in reading.rows}
    }
    known = [
        row
        for row in reading.rows
        if (report := told[row.asked.uid]) and is_registered(cases[row.asked.case.audit.id], report)
    ]
    new = [row for row in reading.rows if row.is_filed and row not in known]
    return StatusFiled(tuple(new), tuple(known))


def _report(row: StatusRowReading, day: date) -> r.NewProgressReport | None:
    if row.progress is None:
        return None
    return r.NewProgressReport(
        addressee_id=row.asked.addressee.id,
        reported_on=day,
        progress=row.progress,
        text=row.text,
    )


def _keep(session: Session, proposal: StatusProposal) -> None:
    """Keep the file as it came, with the follow-up that asked."""
    sha256 = proposal.sha256
    if sha256 not in kept_contents(session, [sha256]):
        keep_contents(session, {sha256: proposal.content})
    new = r.NewAttachment(
        audit_id=proposal.follow_up.audit.id,
        name=proposal.name,
        sha256=sha256,
        byte_count=len(proposal.content),
        kind=FileKind.RESPONSE_FORM,
        status=FileStatus.RECEIVED,
    )
    add(session, r.Attachment, new)
