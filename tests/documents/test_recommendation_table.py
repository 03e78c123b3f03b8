from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from revtrack.documents.tables.recommendation_table import (
    recommendation_table,
    recommendation_workbook,
)
from revtrack.domain.case import AuditCase
from tests.documents.conftest import AFTER_REPLIES, STAMP
from tests.documents.flatten import assert_golden, excel_rows, plain_spaces, tables, word_lines
from tests.documents.test_cover_letter import committee, without_days, without_hand_over

COLUMNS = [
    "Nr",
    "Rekommendation",
    "Mottagare",
    "Revisionsfråga",
    "Avsnitt i rapporten",
    "Svar senast",
]


def table(case: AuditCase, template: bytes, *, working: bool = False) -> bytes:
    return recommendation_table(case, template, today=AFTER_REPLIES, stamp=STAMP, working=working)


def test_the_table_of_the_real_case(eskilstuna: AuditCase, table_template: bytes) -> None:
    assert_golden("rekommendationstabell_eskilstuna.txt", table(eskilstuna, table_template))


def test_nine_rows_with_recipients_one_a_line(eskilstuna: AuditCase, table_template: bytes) -> None:
    header, *rows = tables(table(eskilstuna, table_template))[0]
    assert header == COLUMNS
    assert [row[0] for row in rows] == [f"R{number}" for number in range(1, 10)]
    assert rows[5][2].split("\n") == [
        "Grundskolenämnden",
        "Gymnasienämnden",
        "Kultur- och fritidsnämnden",
        "Socialnämnden",
    ]
    assert rows[0][5] == "2023-03-20"
    assert rows[5][5] == "2023-03-20\nKFN 2023-03-24 (förlängt)"


def test_both_counts_and_the_abbreviation_and_the_stamp(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    text = plain_spaces("\n".join(word_lines(table(eskilstuna, table_template))))
    assert (
        "Tabellen innehåller nio rekommendationer till sju mottagare. "
        "Räknat per mottagare är de 27."
    ) in text
    assert "Förkortning: KFN = kultur- och fritidsnämnden." in text
    assert f"kontrollnummer {STAMP}." in text


def test_the_workbook_has_a_row_per_recommendation_and_committee(eskilstuna: AuditCase) -> None:
    made = recommendation_workbook(eskilstuna, today=AFTER_REPLIES, stamp=STAMP)
    header, *rows = excel_rows(made, "Rekommendationer")
    assert list(header) == COLUMNS
    assert len(rows) == 27
    days = {row[2]: row[5] for row in rows}
    assert days["Kultur- och fritidsnämnden"] == datetime(2023, 3, 24)  # noqa: DTZ001 - Excel has none
    assert days["Socialnämnden"] == datetime(2023, 3, 20)  # noqa: DTZ001 - as above


def test_the_workbook_can_be_filtered_and_printed(eskilstuna: AuditCase) -> None:
    made = recommendation_workbook(eskilstuna, today=AFTER_REPLIES, stamp=STAMP)
    sheet = load_workbook(BytesIO(made))["Rekommendationer"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F28"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["B2"].alignment.wrap_text
    extended = [cell for cell in sheet["F"] if "förlängt" in cell.number_format]
    assert len(extended) == 4


def test_a_table_for_one_committee_has_no_column_of_recipients(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    made = recommendation_table(
        eskilstuna,
        table_template,
        today=AFTER_REPLIES,
        stamp=STAMP,
        committee=committee(eskilstuna, "KFN"),
    )
    header, *rows = tables(made)[0]
    assert "Mottagare" not in header
    assert [row[0] for row in rows] == ["R6", "R7", "R8", "R9"]
    text = plain_spaces("\n".join(word_lines(made)))
    assert "Rubrik 1: Rekommendationer till kultur- och fritidsnämnden" in text
    assert (
        "Tabellen innehåller fyra rekommendationer till kultur- och fritidsnämnden. "
        "Svar önskas senast den 20 mars 2023, förlängt till den 24 mars 2023."
    ) in text


def test_only_the_working_version_shows_what_the_letter_leaves_out(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    working = plain_spaces("\n".join(word_lines(table(eskilstuna, table_template, working=True))))
    assert "Rapportens rekommendation 6 till kommunstyrelsen finns inte i missivet." in working
    assert "R4. Ordalydelsen skiljer sig från rapporten." in working
    public = plain_spaces("\n".join(word_lines(table(eskilstuna, table_template))))
    assert "finns inte i missivet" not in public
    assert "Ordalydelsen skiljer" not in public
    made = recommendation_workbook(eskilstuna, today=AFTER_REPLIES, stamp=STAMP, working=True)
    rows = excel_rows(made, "Rekommendationer")[1:]
    assert len(rows) == 28
    assert rows[-1][0] == "Ej i missivet"


def test_no_reply_asked_for_leaves_out_the_column_of_days(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    made = table(without_days(replace(eskilstuna, extensions=())), table_template)
    assert "Svar senast" not in tables(made)[0][0]
    assert "Inget yttrande har begärts." in plain_spaces("\n".join(word_lines(made)))


def test_without_a_firm_the_column_of_sections_speaks_of_no_report(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    audit = eskilstuna.audit.model_copy(update={"firm": None})
    assert "Avsnitt" in tables(table(replace(eskilstuna, audit=audit), table_template))[0][0]


def test_before_the_letter_it_is_a_draft(eskilstuna: AuditCase, table_template: bytes) -> None:
    lines = word_lines(table(without_hand_over(eskilstuna), table_template))
    assert lines[0] == "Utkast: Utkast – arbetsmaterial"
    assert any("Missivet har ännu inte beslutats." in line for line in lines)


def test_no_cell_is_empty(
    alvsunda: Mapping[str, AuditCase], eskilstuna: AuditCase, table_template: bytes
) -> None:
    for case in (*alvsunda.values(), eskilstuna):
        for rows in tables(table(case, table_template, working=True)):
            assert all(cell.strip() for row in rows for cell in row)
        made = recommendation_workbook(case, today=AFTER_REPLIES, stamp=STAMP, working=True)
        sheet = load_workbook(BytesIO(made)).worksheets[0]
        assert all(cell.value for row in sheet.iter_rows() for cell in row)
        is_asked = case.audit.reference == "ALV-2025-3"
        expected = ("Frågor", "Fråga") if is_asked else ("Rekommendationer", "Rekommendation")
        assert (sheet.title, sheet["B1"].value) == expected


@pytest.mark.parametrize("today", [AFTER_REPLIES, date(2026, 2, 16)])
def test_the_same_facts_give_the_same_bytes(
    eskilstuna: AuditCase, table_template: bytes, today: date
) -> None:
    def made() -> tuple[bytes, bytes]:
        return (
            recommendation_table(eskilstuna, table_template, today=today, stamp=STAMP),
            recommendation_workbook(eskilstuna, today=today, stamp=STAMP),
        )

    assert made() == made()
