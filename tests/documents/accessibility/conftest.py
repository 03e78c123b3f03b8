"""Sound documents to damage, and the ways to damage them."""

import pytest

from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.documents.tables.response_summary import response_workbook
from revtrack.domain.case import AuditCase
from tests.documents.conftest import AFTER_REPLIES, STAMP


@pytest.fixture(scope="session")
def table(eskilstuna: AuditCase, table_template: bytes) -> bytes:
    """A Word document with one heading and one long table."""
    return recommendation_table(eskilstuna, table_template, today=AFTER_REPLIES, stamp=STAMP)


@pytest.fixture(scope="session")
def letter(eskilstuna: AuditCase, letter_template: bytes) -> bytes:
    """A Word document with headings and lists."""
    return cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)


@pytest.fixture(scope="session")
def workbook(eskilstuna: AuditCase) -> bytes:
    """A workbook whose first sheet is a list."""
    return response_workbook(eskilstuna, today=AFTER_REPLIES, stamp=STAMP)
