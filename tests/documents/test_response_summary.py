from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from revtrack.documents.tables.response_summary import response_summary, response_workbook
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position
from tests.documents.conftest import AFTER_REPLIES, STAMP
from tests.documents.flatten import assert_golden, excel_rows, plain_spaces, tables, word_lines

COLUMNS = [
    "Nr",
    "Rekommendation",
    "Nämnd",
    "Ställningstagande",
    "Nämndens svar",
    "Åtgärd",
    "Ansvarig",
    "Klart senast",
    "Dnr",
    "§ och datum",
    "Revisorernas bedömning av svaret",
]


def summary(case: AuditCase, template: bytes, today: date = AFTER_REPLIES) -> str:
    made = response_summary(case, template, today=today, stamp=STAMP)
    return plain_spaces("\n".join(word_lines(made)))


def test_the_summary_of_the_real_case(eskilstuna: AuditCase, summary_template: bytes) -> None:
    made = response_summary(eskilstuna, summary_template, today=AFTER_REPLIES, stamp=STAMP)
    assert_golden("svarssammanstallning_eskilstuna.txt", made)


def test_who_did_not_answer_what_is_named(eskilstuna: AuditCase, summary_template: bytes) -> None:
    text = summary(eskilstuna, summary_template)
    assert "Yttrande har begärts från sju mottagare. Alla har svarat." in text
    assert "Punkt: R6 besvaras inte av grundskolenämnden och gymnasienämnden" in text
    assert "Punkt: R7 från stadsbyggnadsnämnden" in text


def test_unknown_days_are_said_to_be_unknown(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    text = summary(eskilstuna, summary_template)
    assert "Okänt om i tid:" in text
    assert "dagen framgår inte av handlingarna" in text
    assert "för sent" not in text


def test_positions_are_counted_as_what_the_committees_said(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    made = response_summary(eskilstuna, summary_template, today=AFTER_REPLIES, stamp=STAMP)
    counts = dict(tables(made)[0])
    assert counts == {
        "Ställningstagande": "Antal",
        "Avser att vidta åtgärder": "11",
        "Uppger att åtgärden redan är genomförd": "5",
        "Uppger att åtgärd redan pågår": "1",
        "Instämmer": "4",
        "Instämmer delvis": "3",
        "Besvaras inte": "2",
        "Oklart": "1",
        "Summa": "27",
    }


def test_missing_replies_are_late_only_after_their_day(
    awaiting: AuditCase, summary_template: bytes
) -> None:
    on_the_day = summary(awaiting, summary_template, date(2023, 3, 20))
    assert "Ingen har ännu svarat." in on_the_day
    assert "Svar som inväntas:" in on_the_day
    assert "Svar som saknas:" not in on_the_day
    assert "sent" not in on_the_day.replace("Punkt", "")
    after = summary(awaiting, summary_template, date(2023, 3, 21))
    assert "Kommunstyrelsen: svar önskades senast den 20 mars 2023, för en dag sedan" in after
    assert "| Saknas, 1 dag försenat |" in after
    assert "| Inget svar |" in after
    assert "Kultur- och fritidsnämnden: svar önskas senast den 24 mars 2023 (förlängt)" in after
    assert "Rubrik 2: Svar per rekommendation" not in after


def test_a_position_nobody_has_read_out_is_not_called_unanswered(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    unread = replace(
        eskilstuna,
        answers=tuple(each.model_copy(update={"position": None}) for each in eskilstuna.answers),
    )
    text = summary(unread, summary_template)
    assert "besvaras inte" not in text
    assert "| Ej genomgånget | 27 |" in text
    assert "Svar som ännu inte har gåtts igenom:\nPunkt: R1 från kommunstyrelsen" in text


def test_agreement_without_the_committees_words_is_not_put_in_its_mouth(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    silent = replace(
        eskilstuna,
        answers=tuple(
            each.model_copy(update={"quote": None, "progress": None, "position": Position.AGREES})
            for each in eskilstuna.answers
        ),
    )
    text = summary(silent, summary_template)
    assert "| Instämmer |" not in text
    assert "Uppges instämma, men svarets text är inte återgiven" in text


def test_the_workbook_has_all_columns_and_a_row_per_answer(eskilstuna: AuditCase) -> None:
    made = response_workbook(eskilstuna, today=AFTER_REPLIES, stamp=STAMP)
    header, *rows = excel_rows(made, "Svar")
    assert list(header) == COLUMNS
    assert len(rows) == 27
    for sheet in load_workbook(BytesIO(made)):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert rows[0][8:10] == ("KSKF/2022:442", "§ 85, dag framgår inte")
    told = [row[0] for row in excel_rows(made, "Sammanfattning")]
    assert "R6 besvaras inte av grundskolenämnden och gymnasienämnden" in told


def test_what_a_committee_reports_later_is_told_apart_from_its_reply(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    text = summary(alvsunda["ALV-2022-1"], summary_template)
    row = next(line for line in text.splitlines() if "reviderade riktlinjer" in line)
    assert row.startswith("| Kommunstyrelsen | Avser att vidta åtgärder |")
    assert (
        "Lägesrapport 2023-04-12: uppger att åtgärden är genomförd. Nya riktlinjer är beslutade"
    ) in row
    assert "| Första kvartalet 2023 |" in row


def test_supplements_and_joint_replies_are_told_with_each_committees_own_diary_number(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    case = alvsunda["ALV-2023-2"]
    text = summary(case, summary_template)
    assert "Komplettering begärd" not in text
    row = next(line for line in text.splitlines() if line.startswith("| Samhällsbyggnadsnämnden"))
    assert row == (
        "| Samhällsbyggnadsnämnden | SBN 2023/151 | § 11, 2024-01-23 / Gemensamt svar med "
        "kommunstyrelsen, dnr KS 2023/298 / Komplettering: § 39, 2024-04-18 / Gemensam "
        "komplettering med kommunstyrelsen | 2024-01-31 | 2024-01-29 / Komplettering: 2024-04-24 "
        "| I tid | Tillräckligt |"
    )
    header, first, *_ = excel_rows(
        response_workbook(case, today=AFTER_REPLIES, stamp=STAMP), "Svar per nämnd"
    )
    assert "inkom 2024-04-24; tillräckligt" in str(first[header.index("Komplettering")])


def test_a_letter_without_a_decision_is_not_called_minutes(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    text = summary(alvsunda["ALV-2023-2"], summary_template)
    assert "| Älvsundabostäder AB | Framgår inte | Skrivelse utan beslut, 2024-02-08 |" in text


def test_questions_are_called_questions(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    text = summary(alvsunda["ALV-2025-3"], summary_template, date(2026, 2, 16))
    assert "Missivet innehåller tre frågor. Räknat per mottagare är de fyra." in text
    assert "Rubrik 2: Svar per fråga" in text
    assert "ekommendation" not in text
    assert "En har svarat och en har ännu inte svarat." in text


def test_an_audit_that_is_not_handed_over_has_asked_nothing_yet(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    text = summary(alvsunda["ALV-2025-4"], summary_template)
    assert "Missivet har ännu inte beslutats." in text
    assert "| Missivet ej beslutat | 5 |" in text
    assert "ej begärt" not in text


def test_the_columns_are_equally_wide_in_all_tables_of_answers(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    made = response_summary(eskilstuna, summary_template, today=AFTER_REPLIES, stamp=STAMP)
    widths = {
        tuple(column.width for column in table.columns)
        for table in Document(BytesIO(made)).tables
        if len(table.columns) == 8
    }
    assert len(widths) == 1


def test_the_auditors_notes_never_show(eskilstuna: AuditCase, summary_template: bytes) -> None:
    noted = replace(
        eskilstuna,
        answers=tuple(
            each.model_copy(update={"review_note": "HEMLIGT"}) for each in eskilstuna.answers
        ),
        responses=tuple(
            each.model_copy(update={"review_note": "HEMLIGT"}) for each in eskilstuna.responses
        ),
    )
    assert "HEMLIGT" not in summary(noted, summary_template)
    made = response_workbook(noted, today=AFTER_REPLIES, stamp=STAMP)
    assert "HEMLIGT" not in str(excel_rows(made, "Svar"))


def test_late_replies_and_every_cell_of_the_invented_municipality(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    text = summary(alvsunda["ALV-2022-1"], summary_template)
    assert (
        "Samhällsbyggnadsnämnden: svarade den 27 oktober 2022, 13 dagar för sent; svar önskades "
        "senast den 14 oktober 2022"
    ) in text
    for case in alvsunda.values():
        made = response_summary(case, summary_template, today=AFTER_REPLIES, stamp=STAMP)
        assert all(cell.strip() for rows in tables(made) for row in rows for cell in row), (
            case.audit.reference
        )
