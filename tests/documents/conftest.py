"""Templates, days and the stamp that the documents of the tests are made with."""

from datetime import date
from pathlib import Path

import pytest

from revtrack.documents import fields

TEMPLATES = Path(__file__).parents[2] / "templates"
STAMP = "412-3f0c9a7e5b1d2c48"
AFTER_REPLIES = date(2023, 4, 3)


@pytest.fixture(scope="session")
def letter_template() -> bytes:
    return (TEMPLATES / fields.COVER_LETTER).read_bytes()


@pytest.fixture(scope="session")
def table_template() -> bytes:
    return (TEMPLATES / fields.RECOMMENDATION_TABLE).read_bytes()


@pytest.fixture(scope="session")
def summary_template() -> bytes:
    return (TEMPLATES / fields.RESPONSE_SUMMARY).read_bytes()


@pytest.fixture(scope="session")
def report_template() -> bytes:
    return (TEMPLATES / fields.FOLLOW_UP_REPORT).read_bytes()
