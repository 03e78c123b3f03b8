"""The papers of a follow-up under way: the underlay to work in, and what committees are asked."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents.follow_up.table import follow_up_table
from revtrack.documents.follow_up.workbook import Underlay, follow_up_workbook
from revtrack.documents.letters.status_request import TITLE, Request, status_request
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.rates import units_of
from revtrack.domain.outcome.scope import REPLY_MONTHS, Covered, covered

REQUEST = TITLE
"""What the letters to the committees are called, also in their files' names."""


def _scope(
    case: AuditCase, followed: Sequence[AuditCase]
) -> tuple[r.Audit | None, Sequence[AuditCase]]:
    """Return the follow-up, None where there is none, and the audits that it goes back to."""
    is_follow_up = case.audit.kind is AuditKind.FOLLOW_UP and followed
    return (case.audit, followed) if is_follow_up else (None, (case,))


def underlay_workbook(
    case: AuditCase, followed: Sequence[AuditCase], today: date, stamp: str
) -> bytes:
    """Return the workbook of a follow-up, or of an audit that none follows up."""
    follow_up, cases = _scope(case, followed)
    return follow_up_workbook(
        Underlay(
            title=f"Underlag för uppföljning. {case.audit.title}",
            case=case,
            follow_up=follow_up,
            covered=covered(follow_up, cases),
            units=units_of(cases),
            today=today,
            stamp=stamp,
        )
    )


def underlay_table(
    case: AuditCase, followed: Sequence[AuditCase], template: bytes, today: date, stamp: str
) -> bytes:
    """Return the table of the same in Word, its columns of judgement as far as known."""
    rows = covered(*_scope(case, followed))
    return follow_up_table(case, rows, template, today=today, stamp=stamp)


def asked_committees(
    case: AuditCase, followed: Sequence[AuditCase], today: date
) -> tuple[r.Committee, ...]:
    """Return the committees that are asked how things stand, in the register's order."""
    return case.in_order(_answering(each, today).id for each in _open(case, followed))


def request_of(
    case: AuditCase,
    followed: Sequence[AuditCase],
    committee: r.Committee,
    template: bytes,
    today: date,
    due_on: date | None,
) -> bytes:
    """Return the letter that asks a committee what has happened since it replied."""
    mine = [each for each in _open(case, followed) if _answering(each, today).id == committee.id]
    request = Request(
        follow_up=case,
        committee=committee,
        covered=mine,
        due_on=due_on or propose_due_on(today, months=REPLY_MONTHS),
        today=today,
    )
    return status_request(request, template)


def _open(case: AuditCase, followed: Sequence[AuditCase]) -> list[Covered]:
    """Return what a follow-up covers that is open and that it has not judged."""
    return [
        each
        for each in covered(case.audit, followed)
        if each.own is None and each.line.addressee.outcome is None
    ]


def _answering(each: Covered, today: date) -> r.Committee:
    return responsible_committee(each.case, each.line.addressee, today)
