"""One text that has broken documents before, in every text field of every record."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.tables.recommendation_table import (
    recommendation_table,
    recommendation_workbook,
)
from revtrack.documents.tables.response_summary import response_summary, response_workbook
from revtrack.domain.case import AuditCase
from revtrack.domain.records import Stored
from tests.documents.conftest import AFTER_REPLIES, STAMP

HOSTILE = "R&D <inget> [/] =1+1 {{ x }} åäö"
KEPT = {"uid", "due", "follow_up_planned", "report_back_by", "sha256", "number_in_letter"}
"""Text fields of a form of their own: no sentence can stand there."""


def hostile(record: Stored) -> Stored:
    """Return the record with the hostile text in each field that a person writes text in."""
    written = {name: HOSTILE for name, value in record if type(value) is str and name not in KEPT}
    return record.model_copy(update=written)


def hostile_case(case: AuditCase) -> AuditCase:
    changed: dict[str, Any] = {}
    for field in fields(case):
        value = getattr(case, field.name)
        if isinstance(value, tuple):
            changed[field.name] = tuple(map(hostile, value))
        elif isinstance(value, Stored):
            changed[field.name] = hostile(value)
    return replace(case, **changed)


def word_text(content: bytes) -> str:
    opened = Document(BytesIO(content))
    paragraphs = [each.text for each in opened.paragraphs]
    paragraphs += [opened.sections[0].header.paragraphs[0].text]
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*paragraphs, *cells]).replace("\u00a0", " ")


def excel_text(content: bytes) -> str:
    names = ZipFile(BytesIO(content)).namelist()
    for name in names:
        assert b"<f>" not in ZipFile(BytesIO(content)).read(name)
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
    return "\n".join(str(cell.value) for cell in cells)


Documents = Mapping[str, Callable[[AuditCase], str]]


@pytest.fixture(scope="module")
def documents(
    letter_template: bytes, table_template: bytes, summary_template: bytes, report_template: bytes
) -> Documents:
    day: dict[str, Any] = {"today": AFTER_REPLIES, "stamp": STAMP}
    return {
        "letter": lambda case: word_text(cover_letter(case, letter_template, today=AFTER_REPLIES)),
        "table": lambda case: word_text(
            recommendation_table(case, table_template, working=True, **day)
        ),
        "table workbook": lambda case: excel_text(
            recommendation_workbook(case, working=True, **day)
        ),
        "summary": lambda case: word_text(response_summary(case, summary_template, **day)),
        "summary workbook": lambda case: excel_text(response_workbook(case, **day)),
        "report": lambda case: word_text(follow_up_report([case], report_template, **day)),
        "follow-up": lambda case: word_text(
            follow_up_report([case], report_template, follow_up=case, **day)
        ),
    }


@pytest.mark.parametrize(
    "name",
    ["letter", "table", "table workbook", "summary", "summary workbook", "report", "follow-up"],
)
def test_hostile_text_comes_out_the_same_in_every_field_of_every_document(
    name: str,
    documents: Documents,
    eskilstuna: AuditCase,
    alvsunda: Mapping[str, AuditCase],
) -> None:
    for case in (eskilstuna, alvsunda["ALV-2022-1"], alvsunda["ALV-2023-2"]):
        plain, written = documents[name](case), documents[name](hostile_case(case))
        assert written.count("R&D") == written.count(HOSTILE) > 0
        assert "&amp;" not in written
        assert "&#" not in written
        assert case.municipality.name in plain or "workbook" in name
        assert case.municipality.name not in written


@pytest.mark.parametrize("kind", ["letter", "table", "summary", "report"])
def test_a_text_of_several_lines_stands_whole(
    kind: str, documents: Documents, eskilstuna: AuditCase
) -> None:
    long = "Första raden\nAndra raden\tmed tabb\nTredje  raden med  dubbla mellanslag"
    changed = replace(
        eskilstuna,
        recommendations=tuple(
            each.model_copy(update={"letter_text": long, "report_text": long})
            for each in eskilstuna.recommendations
        ),
    )
    assert long in documents[kind](changed)
