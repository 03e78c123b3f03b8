"""What each kind of document of an audit is made of, by which maker, in which formats."""

from collections.abc import Container

from revtrack.documents import fields
from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.forms.response_form import response_form
from revtrack.documents.forms.response_form_workbook import response_form_workbook
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.tables.assessment_table import assessment_table, assessment_workbook
from revtrack.documents.tables.recommendation_table import (
    recommendation_table,
    recommendation_workbook,
)
from revtrack.documents.tables.response_summary import response_summary, response_workbook
from revtrack.domain.codes import AuditKind, DocumentKind
from revtrack.domain.errors import GoneError
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.replies.answer_form import asked_form
from revtrack.services.papers import follow_up_papers as papers
from revtrack.services.papers.clerk_makers import FOR_CLERKS
from revtrack.services.papers.occasions import OCCASIONAL
from revtrack.services.papers.orders import Maker, Order, Paper
from revtrack.wording.labels import swedish_label


def _letter(order: Order, template: bytes) -> bytes:
    return cover_letter(
        order.case,
        template,
        today=order.today,
        committee=order.committee,
        followed=order.followed,
    )


def _table(order: Order, template: bytes) -> bytes:
    return recommendation_table(
        order.case,
        template,
        today=order.today,
        stamp=order.stamp,
        committee=order.committee,
        working=order.is_working,
    )


def _table_workbook(order: Order, _template: bytes) -> bytes:
    return recommendation_workbook(
        order.case,
        today=order.today,
        stamp=order.stamp,
        committee=order.committee,
        working=order.is_working,
    )


def _assessments(order: Order, template: bytes) -> bytes:
    return assessment_table(order.case, template, today=order.today, stamp=order.stamp)


def _assessments_workbook(order: Order, _template: bytes) -> bytes:
    return assessment_workbook(order.case, today=order.today, stamp=order.stamp)


def _summary(order: Order, template: bytes) -> bytes:
    return response_summary(order.case, template, today=order.today, stamp=order.stamp)


def _summary_workbook(order: Order, _template: bytes) -> bytes:
    return response_workbook(order.case, today=order.today, stamp=order.stamp)


def _form_facts(order: Order) -> FormFacts:
    if order.committee is None:
        raise GoneError
    return FormFacts(asked_form(order.case, order.committee))


def _form(order: Order, template: bytes) -> bytes:
    return response_form(_form_facts(order), template)


def _asking(order: Order) -> papers.Asking:
    if order.committee is None:
        raise GoneError
    return papers.Asking(
        case=order.case,
        followed=order.followed,
        committee=order.committee,
        today=order.today,
        due_on=order.due_on,
    )


def _status_request(order: Order, template: bytes) -> bytes:
    return papers.letter_to(_asking(order), template)


def _status_form(order: Order, template: bytes) -> bytes:
    return papers.form_to(_asking(order), template)


def _follow_up_workbook(order: Order, _template: bytes) -> bytes:
    return papers.underlay_workbook(order.case, order.followed, order.today, order.stamp)


def _follow_up_table(order: Order, template: bytes) -> bytes:
    return papers.underlay_table(order.case, order.followed, template, order.today, order.stamp)


def _form_workbook(order: Order, _template: bytes) -> bytes:
    return response_form_workbook(_form_facts(order))


def _report(order: Order, template: bytes) -> bytes:
    is_follow_up = order.case.audit.kind is AuditKind.FOLLOW_UP and order.followed
    return follow_up_report(
        order.followed if is_follow_up else (order.case,),
        template,
        today=order.today,
        stamp=order.stamp,
        follow_up=order.case if is_follow_up else None,
    )


MAKERS: dict[DocumentKind, dict[str, tuple[Maker[Order], str]]] = {
    DocumentKind.COVER_LETTER: {".docx": (_letter, fields.COVER_LETTER)},
    DocumentKind.RECOMMENDATION_TABLE: {
        ".docx": (_table, fields.RECOMMENDATION_TABLE),
        ".xlsx": (_table_workbook, ""),
    },
    DocumentKind.ASSESSMENT_TABLE: {
        ".docx": (_assessments, fields.ASSESSMENT_TABLE),
        ".xlsx": (_assessments_workbook, ""),
    },
    DocumentKind.RESPONSE_FORM: {
        ".docx": (_form, fields.RESPONSE_FORM),
        ".xlsx": (_form_workbook, ""),
    },
    DocumentKind.RESPONSE_SUMMARY: {
        ".docx": (_summary, fields.RESPONSE_SUMMARY),
        ".xlsx": (_summary_workbook, ""),
    },
    DocumentKind.FOLLOW_UP_REPORT: {".docx": (_report, fields.FOLLOW_UP_REPORT)},
    DocumentKind.FOLLOW_UP_WORKBOOK: {
        ".docx": (_follow_up_table, fields.RECOMMENDATION_TABLE),
        ".xlsx": (_follow_up_workbook, ""),
    },
    **OCCASIONAL,
    **FOR_CLERKS,
}
"""How each kind is made: by file name's ending, the maker and the template it needs."""

ONLY_PER_COMMITTEE = frozenset({DocumentKind.RESPONSE_FORM, *FOR_CLERKS})
"""The kinds that are always made for one committee each."""

ON_OCCASION = frozenset(OCCASIONAL)
"""The kinds that only a reply gives occasion to: for each committee that they concern today."""

PER_COMMITTEE = (
    ONLY_PER_COMMITTEE
    | ON_OCCASION
    | {
        DocumentKind.COVER_LETTER,
        DocumentKind.RECOMMENDATION_TABLE,
    }
)
"""The kinds that can be made for one committee."""

OF_A_FOLLOW_UP = (
    Paper(DocumentKind.STATUS_REQUEST, papers.REQUEST, ".docx", _status_request, fields.REMINDER),
    Paper(DocumentKind.STATUS_REQUEST, papers.FORM, ".docx", _status_form, fields.RESPONSE_FORM),
)
"""What a committee is sent by a follow-up under way, in the place of the answer form."""

OF_THE_LETTER = frozenset({DocumentKind.COVER_LETTER, DocumentKind.RESPONSE_FORM})
"""The kinds that bear the day of the letter, whenever they are made."""


def papers_of(order: Order, formats: Container[str] | None) -> tuple[Paper[Order], ...]:
    """Return the files that an order consists of, in all formats or in these."""
    if order.kind is DocumentKind.RESPONSE_FORM and is_under_way(order.case):
        return OF_A_FOLLOW_UP
    title = swedish_label(order.kind)
    return tuple(
        Paper(order.kind, title, suffix, maker, template)
        for suffix, (maker, template) in MAKERS[order.kind].items()
        if formats is None or suffix in formats
    )
