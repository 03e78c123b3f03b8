"""A text that a person has written on several lines stands so in every document."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.documents.tables.response_summary import response_summary
from revtrack.domain.case import AuditCase
from tests.documents.conftest import AFTER_REPLIES, STAMP


def word_text(content: bytes) -> str:
    opened = Document(BytesIO(content))
    paragraphs = [each.text for each in opened.paragraphs]
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*paragraphs, *cells]).replace("\u00a0", " ")


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
        "summary": lambda case: word_text(response_summary(case, summary_template, **day)),
        "report": lambda case: word_text(follow_up_report([case], report_template, **day)),
    }


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
