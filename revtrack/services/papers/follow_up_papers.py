"""The papers of a follow-up under way: the underlay to work in, and what committees are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents.follow_up.table import follow_up_table
from revtrack.documents.follow_up.workbook import Underlay, follow_up_workbook
from revtrack.documents.forms.status_form import StatusFormFacts, status_form_document
from revtrack.documents.letters.status_request import Request, status_request
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.outcome.rates import units_of
from revtrack.domain.outcome.scope import (
    REPLY_MONTHS,
    answers_today,
    asked_of,
    covered,
    still_asked,
)
from revtrack.domain.replies.status_form import status_form
from revtrack.wording.status_form_texts import STATUS_FORM, STATUS_REQUEST

REQUEST, FORM = STATUS_REQUEST, STATUS_FORM
"""What the letters and forms to the committees are called, also in their files' names."""


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
    return case.in_order(answers_today(each, today).id for each in still_asked(case, followed))


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A committee that a follow-up asks how things stand."""

    case: AuditCase
    followed: Sequence[AuditCase]
    committee: r.Committee
    today: date
    due_on: date | None
    """None: a month from today."""

    @property
    def request(self) -> Request:
        """What the letter asks, and by when."""
        return Request(
            follow_up=self.case,
            committee=self.committee,
            covered=asked_of(self.case, self.followed, self.committee, self.today),
            due_on=self.due_on or propose_due_on(self.today, months=REPLY_MONTHS),
            today=self.today,
        )


def letter_to(asking: Asking, template: bytes) -> bytes:
    """Return the letter that asks a committee what has happened since it replied."""
    return status_request(asking.request, template)


def form_to(asking: Asking, template: bytes) -> bytes:
    """Return the form that the committee answers the letter in."""
    request = asking.request
    asked = status_form(asking.case, asking.committee, request.covered)
    return status_form_document(StatusFormFacts(asked, request.due_on, asking.today), template)
