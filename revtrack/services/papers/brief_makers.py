"""How the elected auditors' own papers are made: before meetings, and for the next plan."""

from revtrack.documents import fields
from revtrack.documents.briefs.committee_brief import committee_brief
from revtrack.documents.briefs.meeting_brief import Meeting, meeting_brief
from revtrack.documents.briefs.risk_input import risk_input
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import GoneError
from revtrack.services.papers.orders import Maker, MunicipalOrder


def _meeting(order: MunicipalOrder, template: bytes) -> bytes:
    return meeting_brief(
        order.municipality,
        order.cases,
        template,
        meeting=Meeting(order.today, order.meets_on, order.since),
        stamp=order.stamp,
    )


def _committee(order: MunicipalOrder, template: bytes) -> bytes:
    if order.committee is None:
        raise GoneError
    return committee_brief(
        order.municipality,
        order.cases,
        order.committee,
        template,
        today=order.today,
        stamp=order.stamp,
    )


def _risk(order: MunicipalOrder, template: bytes) -> bytes:
    return risk_input(
        order.municipality, order.cases, template, today=order.today, stamp=order.stamp
    )


BRIEFS: dict[DocumentKind, dict[str, tuple[Maker[MunicipalOrder], str]]] = {
    DocumentKind.MEETING_BRIEF: {".docx": (_meeting, fields.MEETING_BRIEF)},
    DocumentKind.COMMITTEE_BRIEF: {".docx": (_committee, fields.COMMITTEE_BRIEF)},
    DocumentKind.RISK_INPUT: {".docx": (_risk, fields.RISK_INPUT)},
}
"""How each kind is made; all are the auditors' own working papers, never shown to clerks."""
