"""A follow-up audit, which goes back to earlier audits and gathers what is open in them."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from revtrack.documents import phrases
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind, Role
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.names.recipients import join_names
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.records.base import Year
from revtrack.domain.texts.prose import Line
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.judging import follow_ups_in
from revtrack.services.registering.new_letter import letters_for, propose_reference
from revtrack.services.registering.register import add_role, refuse_taken_reference
from revtrack.storage import audits as stored
from revtrack.storage.rows import add
from revtrack.storage.store import Store

NAMED_AUDITS = 3
"""So many areas at most stand in a proposed title."""


class FollowUpEntry(r.Record):
    """Ny uppföljande granskning: the earlier audits it goes back to, and what it is called."""

    followed_ids: tuple[int, ...]
    title: Line | None = None
    """None: proposed from the titles of the earlier audits."""
    reference: Line | None = None
    """None: proposed from the municipality, the year and the next free number."""
    audit_year: Year | None = None
    """None: this year."""
    firm: Line | None = None
    """None: nobody has said which firm follows up; it may be another than the earlier one."""
    is_forced: bool = False
    """Whether it is begun though another follow-up of the same audit is under way."""


def start_follow_up(store: Store, entry: FollowUpEntry, today: date) -> r.Audit:
    """Store a follow-up audit of the earlier audits and return it.

    Reviewed are the committees that answer today for what is open. Raises RevTrackError where the
    audits are of different municipalities, not handed over, or have nothing open, and where another
    follow-up of one is under way and it is not forced.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish() as session:
        return start_within(session, entry, today)


def start_within(session: Session, entry: FollowUpEntry, today: date) -> r.Audit:
    """Store a follow-up audit in a wish that has begun and return it, or raise why it cannot be."""
    cases = [stored.load_case(session, each) for each in dict.fromkeys(entry.followed_ids)]
    refuse_to_start(session, cases, is_forced=entry.is_forced)
    audit = _add_audit(session, cases, entry, today)
    tie_within(session, audit, cases)
    for committee in reviewed(cases, today):
        add_role(session, audit.id, committee.id, Role.REVIEWED)
    return audit


def tie_within(session: Session, follow_up: r.Audit, cases: Sequence[AuditCase]) -> None:
    """Store in a wish that has begun that a follow-up goes back to these audits."""
    for case in cases:
        link = r.NewFollowedAudit(audit_id=follow_up.id, followed_id=case.audit.id)
        add(session, r.FollowedAudit, link)


def refuse_to_start(
    session: Session, cases: Sequence[AuditCase], *, is_forced: bool = False
) -> None:
    """Raise RevTrackError where no follow-up of these audits can be begun."""
    _refuse(cases)
    if not is_forced:
        _refuse_beside_another(session, cases)


def _refuse(cases: Sequence[AuditCase]) -> None:
    if not cases:
        raise UsageError("Name at least one audit to follow up.")
    if len({case.municipality.id for case in cases}) > 1:
        raise UsageError(
            "{references} are audits of different municipalities. Follow each up on its own.",
            references=join_names(case.audit.reference for case in cases),
        )
    for case in cases:
        if not case.is_handed_over:
            raise RevTrackError(
                "{reference} has not been handed over, so there is nothing to follow up yet.",
                reference=case.audit.reference,
            )
        if not open_lines(case):
            raise RevTrackError(
                "{reference} has no open recommendation to follow up. Reopen what is to be "
                "followed up again, with the reason.",
                reference=case.audit.reference,
            )


def _refuse_beside_another(session: Session, cases: Sequence[AuditCase]) -> None:
    """Refuse a second follow-up of what one that is under way goes back to."""
    for case in cases:
        under_way = [
            each for each in follow_ups_in(session, case.audit.id) if each.handed_over_on is None
        ]
        if under_way:
            raise RevTrackError(
                "{reference} is being followed up already, in {references}. Judge there, or begin "
                "another beside it with --force.",
                reference=case.audit.reference,
                references=join_names(each.reference for each in under_way),
            )


def open_lines(case: AuditCase) -> tuple[AddresseeLine, ...]:
    """Return what is asked and not closed, parts in the place of what they were split from."""
    return tuple(
        line
        for line in followed_apart(addressee_lines(case))
        if line.addressee.asked and line.addressee.outcome is None
    )


def reviewed(cases: Sequence[AuditCase], today: date) -> tuple[r.Committee, ...]:
    """Return the committees that answer today for what is open, in the register's order."""
    ids = {
        responsible_committee(case, line.addressee, today).id
        for case in cases
        for line in open_lines(case)
    }
    return cases[0].in_order(ids)


def _add_audit(
    session: Session, cases: Sequence[AuditCase], entry: FollowUpEntry, today: date
) -> r.Audit:
    town, audits = cases[0].municipality, stored.list_audits(session)
    year = entry.audit_year or today.year
    reference = entry.reference or propose_reference(audits, letters_for(town), year)
    refuse_taken_reference(session, reference)
    new = r.NewAudit(
        municipality_id=town.id,
        reference=reference,
        title=entry.title or propose_title([case.audit for case in cases]),
        kind=AuditKind.FOLLOW_UP,
        audit_year=year,
        firm=entry.firm,
    )
    return add(session, r.Audit, new)


def propose_title(audits: Sequence[r.Audit]) -> str:
    """Return what a follow-up of these audits is called where nobody has said."""
    areas = [phrases.area(audit.title) for audit in audits]
    if all(areas) and len(areas) <= NAMED_AUDITS:
        return f"Uppföljande granskning av {join_names(area for area in areas if area)}"
    years = sorted({str(audit.audit_year) for audit in audits})
    return f"Uppföljande granskning av revisionens granskningar {join_names(years)}"
