from collections.abc import Mapping
from datetime import date

import pytest

from revtrack.documents import fields
from revtrack.documents.accessibility.excel import check_excel
from revtrack.documents.accessibility.word import check_word
from revtrack.documents.tables.assessment_facts import parted
from revtrack.documents.tables.assessment_table import assessment_table, assessment_workbook
from revtrack.domain.case import AuditCase
from tests.documents.conftest import STAMP, TEMPLATES
from tests.documents.flatten import assert_golden, excel_rows, tables, word_lines

TODAY = date(2026, 2, 16)

YES = "Ja\N{NBSP}●"
"""A word and its symbol, which no line's end parts."""


def made(case: AuditCase) -> bytes:
    template = (TEMPLATES / fields.ASSESSMENT_TABLE).read_bytes()
    return assessment_table(case, template, today=TODAY, stamp=STAMP)


def test_the_table_of_many_committees(eskilstuna: AuditCase) -> None:
    assert_golden("bedomningstabell_eskilstuna.txt", made(eskilstuna))


def test_one_committee_has_the_five_columns(alvsunda: Mapping[str, AuditCase]) -> None:
    one = next(
        case for case in alvsunda.values() if "LSS" in case.audit.title and case.questions[3:]
    )
    (table,) = tables(made(one))
    assert table[0] == ["Nr", "Revisionsfråga", "Bedömning", "Motivering", "Avsnitt"]
    assert [row[2] for row in table[1:]] == [
        "Ja\N{NBSP}●",
        "Nej\N{NBSP}○",
        "Delvis\N{NBSP}◐",
        "Går inte att bedöma\N{NBSP}–",
    ]
    assert table[2][3:] == [
        "”inte inom skälig tid”. Elva beslut hade inte verkställts efter sex månader.",
        "3.2.3",
    ]


def test_two_committees_have_a_column_each_beside_the_reasons(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    two = next(case for case in alvsunda.values() if "inköp" in case.audit.title.lower())
    (table,) = tables(made(two))
    assert table[0][:3] == ["Nr", "Revisionsfråga", "Kommunstyrelsen"]
    assert len(table[0]) == 6
    assert table[0][-2:] == ["Motivering", "Avsnitt"]
    assert all(cell for row in table for cell in row)


def test_the_workbook_has_a_column_for_each_committee(eskilstuna: AuditCase) -> None:
    workbook = assessment_workbook(eskilstuna, today=TODAY, stamp=STAMP)
    header, *rows = excel_rows(workbook, "Bedömningar")
    assert header[:4] == ("Nr", "Revisionsfråga", "Kommunstyrelsen", "Grundskolenämnden")
    assert header[-2:] == ("Motivering", "Avsnitt")
    assert rows[1][2:9] == (YES, *("Nej\N{NBSP}○",) * 4, YES, YES)
    assert check_excel(workbook) == ()


def test_a_table_can_be_read_by_everybody(alvsunda: Mapping[str, AuditCase]) -> None:
    for case in alvsunda.values():
        assert check_word(made(case)) == ()


def test_an_audit_without_questions_says_so(alvsunda: Mapping[str, AuditCase]) -> None:
    bare = next(iter(alvsunda.values()))
    bare = AuditCase(municipality=bare.municipality, committees=bare.committees, audit=bare.audit)
    assert "Text: Granskningen har inga registrerade revisionsfrågor." in word_lines(made(bare))


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (6, [6]), (7, [4, 3]), (25, [5] * 5)])
def test_committees_are_shared_out_evenly(
    count: int, sizes: list[int], eskilstuna: AuditCase
) -> None:
    committees = (eskilstuna.committees * 4)[:count]
    assert [len(each) for each in parted(committees, 6)] == sizes
