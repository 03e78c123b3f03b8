"""Svarssammanställning: what each committee has answered on each recommendation, and who has not.

Made for the auditors' own meeting and for the executive board and the council; the auditors' notes
on single answers are therefore never in it.
"""

from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.office import excel
from revtrack.documents.tables.response_facts import Summed
from revtrack.documents.tables.response_remarks import summary, summary_lines
from revtrack.documents.tables.response_rows import (
    ANSWER_SHEET,
    REPLY_SHEET,
    answer_row,
    answers_by_number,
    replies,
    reply_row,
)
from revtrack.documents.tables.table_document import Blocks, table_document
from revtrack.domain.case import AuditCase

TITLE = "Svarssammanställning"


def response_summary(case: AuditCase, template: bytes, *, today: date, stamp: str) -> bytes:
    """Return the summary as a Word document: first who has not answered what, then every answer."""
    summed = Summed(case, today)
    parts: dict[str, str | Blocks] = {
        "underlag": _basis(case),
        "sammanfattning": summary(summed),
        "svar_per_namnd": replies(summed),
        "svar_per_rekommendation": answers_by_number(summed),
    }
    return table_document(
        case, template, fields.RESPONSE_SUMMARY, parts, title=TITLE, today=today, stamp=stamp
    )


def response_workbook(case: AuditCase, *, today: date, stamp: str) -> bytes:
    """Return the summary as a workbook: answers, replies per committee, who has not answered."""
    summed = Summed(case, today)
    note = phrases.stamp_note(today, stamp)
    about = [_basis(case), *summary_lines(summed), note]
    sheets = [
        excel.Sheet("Svar", ANSWER_SHEET, [answer_row(summed, line) for line in summed.lines]),
        excel.Sheet(
            "Svar per nämnd", REPLY_SHEET, [reply_row(summed, each) for each in summed.replies]
        ),
        excel.Sheet(
            "Sammanfattning",
            (excel.Column(TITLE, 120),),
            [(text,) for text in about],
            is_list=False,
        ),
    ]
    draft = "" if case.is_handed_over else f"{phrases.DRAFT} · "
    properties = excel.Properties(
        title=f"{TITLE}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
        footer=f"{draft}{note}",
    )
    return excel.workbook(sheets, properties)


def _basis(case: AuditCase) -> str:
    audit = case.audit
    letter = (
        f"Missiv {audit.handed_over_on.isoformat()}."
        if audit.handed_over_on
        else "Missivet har ännu inte beslutats."
    )
    return f"{phrases.sentence(audit.title)} {letter}"
