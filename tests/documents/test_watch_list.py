from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from revtrack.documents.accessibility.excel import check_excel
from revtrack.documents.tables.watch_list import watch_list
from revtrack.domain.codes import CommitteeKind, ReplyState
from revtrack.domain.watching import WatchLine
from tests.documents.conftest import STAMP
from tests.documents.flatten import excel_rows

TODAY = date(2026, 2, 16)
LINE = WatchLine(
    municipality="Älvsunda kommun",
    title="Granskning av inköp",
    committee="socialnämnden",
    committee_kind=CommitteeKind.COMMITTEE,
    diary_number="SN 2025/12",
    handed_over_on=date(2025, 9, 25),
    due_on=date(2026, 1, 16),
    extended_to=date(2026, 2, 2),
    reminded_on=date(2026, 2, 9),
    has_come=False,
    received_on=None,
    days_late=14,
    unanswered=3,
    state=ReplyState.AWAITED,
)
CAME = replace(
    LINE,
    committee="Älvsundabostäder AB",
    committee_kind=CommitteeKind.COMPANY,
    diary_number=None,
    extended_to=None,
    reminded_on=None,
    has_come=True,
    received_on=date(2026, 1, 10),
    days_late=0,
    unanswered=0,
    state=ReplyState.RECEIVED,
)


def made(*lines: WatchLine) -> bytes:
    return watch_list(lines, None, today=TODAY, stamp=STAMP)


def test_the_columns_are_those_of_a_watch_list_and_days_are_days() -> None:
    header, late, came = excel_rows(made(LINE, CAME), "Bevakning")
    assert header == (
        *("Huvudman", "Granskning", "Organ", "Dnr", "Missiv", "Svar senast", "Förlängt till"),
        *("Påmind", "Svar inkom", "Dagar försenat", "Obesvarade rekommendationer", "Status"),
    )
    assert [getattr(each, "date", lambda each=each: each)() for each in late[2:]] == [
        *("Socialnämnden", "SN 2025/12", date(2025, 9, 25), date(2026, 1, 16), date(2026, 2, 2)),
        *(date(2026, 2, 9), "Har inte kommit in", 14, 3, "Svar inväntas"),
    ]
    assert came[2:4] == ("Älvsundabostäder AB", "Framgår inte")
    assert came[6:8] == ("Ej förlängt", "Ej påmind")


@pytest.mark.parametrize(
    ("line", "came", "days"),
    [
        (replace(CAME, received_on=None, days_late=None), "Dag framgår inte", "Framgår inte"),
        (
            replace(LINE, due_on=None, days_late=None, state=ReplyState.NOT_REQUESTED),
            "Har inte kommit in",
            "Svar ej begärt",
        ),
        (
            replace(LINE, days_late=None, state=ReplyState.NO_REPLY),
            "Har inte kommit in",
            "Svar uteblev",
        ),
    ],
)
def test_no_cell_is_empty_where_something_is_not_known(
    line: WatchLine, came: str, days: str
) -> None:
    _, row = excel_rows(made(line), "Bevakning")
    assert (row[8], row[9]) == (came, days)
    assert None not in row


def test_the_summary_counts_the_rows_by_formulas_with_their_values() -> None:
    other = replace(LINE, municipality="Bredvik * kommun", days_late=0)
    workbook = made(LINE, CAME, other)
    shown = list(load_workbook(BytesIO(workbook), data_only=True)["Sammanfattning"].values)
    assert shown[0][1:] == (
        *("Ärenden", "Svar inväntas", "Inkommet men ej bedömt"),
        *("Varav försenade", "Obesvarade rekommendationer"),
    )
    assert shown[1:] == [
        ("Älvsunda kommun", 2, 1, 1, 1, 3),
        ("Bredvik * kommun", 1, 1, 0, 0, 3),
        ("Summa", 3, 2, 1, 1, 6),
    ]
    formulas = excel_rows(workbook, "Sammanfattning")
    assert str(formulas[1][1]).startswith("=COUNTIFS(Bevakning!$A$2:$A$4,")
    assert formulas[3][1] == "=SUM(B2:B3)"
    summary: Any = load_workbook(BytesIO(workbook))["Sammanfattning"]
    charts = summary._charts  # noqa: SLF001 - no other way
    assert len(charts) == 2


def test_a_list_can_be_filtered_printed_and_read_by_everybody() -> None:
    workbook = made(LINE, CAME)
    sheet = load_workbook(BytesIO(workbook))["Bevakning"]
    assert sheet.auto_filter.ref == "A1:L3"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["A2:L3"]
    assert check_excel(workbook) == ()
    assert check_excel(made()) == ()


def test_the_rows_are_read_one_by_one() -> None:
    def lines() -> Iterator[WatchLine]:
        for number in range(300):
            yield replace(LINE, title=f"Granskning {number}")

    workbook = watch_list(lines(), None, today=TODAY, stamp=STAMP)
    assert len(excel_rows(workbook, "Bevakning")) == 301
