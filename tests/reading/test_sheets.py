import io
from datetime import date, datetime, timedelta

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from revtrack.domain.errors import RevTrackError
from revtrack.reading.sheets import cell_text, open_workbook

NOON = datetime(2026, 2, 3, 12, 0)  # noqa: DTZ001 - a cell has no time zone


def saved(sheet: Worksheet) -> bytes:
    buffer = io.BytesIO()
    assert sheet.parent is not None
    sheet.parent.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def sheet() -> Worksheet:
    made = openpyxl.Workbook().active
    assert isinstance(made, Worksheet)
    return made


def texts(content: bytes) -> dict[int, list[str]]:
    rows = open_workbook(content)[0].rows()
    return {number: found for number, row in rows if any(found := [cell_text(v) for v in row])}


def test_rows_keep_their_numbers_and_columns_wherever_the_list_begins(sheet: Worksheet) -> None:
    sheet["C5"], sheet["E7"] = "Nämnd", " KS\n"
    assert texts(saved(sheet)) == {5: ["", "", "Nämnd", "", ""], 7: ["", "", "", "", "KS"]}


def test_cells_say_what_a_person_reads_in_them(sheet: Worksheet) -> None:
    row = [12, 0.5, date(2026, 2, 3), NOON, "007", timedelta(hours=30)]
    sheet.append([*row, 197001011234])
    assert texts(saved(sheet))[1] == [
        *("12", "0.5", "2026-02-03", "2026-02-03", "007", "1 day, 6:00:00", "197001011234")
    ]


def test_a_day_of_nothing_is_no_day(sheet: Worksheet) -> None:
    sheet.append(["KS", 0])
    sheet["B1"].number_format = "yyyy-mm-dd"
    assert texts(saved(sheet)) == {1: ["KS", ""]}


def test_a_cell_that_shows_a_fault_is_not_read_as_empty(sheet: Worksheet) -> None:
    sheet.append(["KS", "#N/A", "efter"])
    sheet["B1"].data_type = "e"
    assert texts(saved(sheet)) == {1: ["KS", "#N/A", "efter"]}


def test_sheets_that_no_menu_shows_are_told_apart(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("Gömd").sheet_state = "veryHidden"
    found = open_workbook(saved(sheet))
    assert [(each.title, each.is_visible) for each in found] == [("Sheet", True), ("Gömd", False)]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("GS1", "The sheet {sheet} has more than {most} columns."),
        ("XFD1048576", "The sheet {sheet} has more than {most} columns."),
        ("A1048576", "The sheet {sheet} has something in row {row}, below row {most}."),
    ],
)
def test_what_stands_far_out_is_refused_before_it_fills_the_memory(
    sheet: Worksheet, cell: str, sentence: str
) -> None:
    sheet["A1"], sheet[cell] = "Nämnd", "kvar sedan förr"
    with pytest.raises(RevTrackError) as refused:
        next(open_workbook(saved(sheet))[0].rows())
    assert refused.value.message.startswith(sentence)


def test_the_looks_of_empty_cells_far_out_do_not_count(sheet: Worksheet) -> None:
    sheet["A1"] = "Nämnd"
    sheet["XFD1048576"].number_format = "yyyy-mm-dd"
    assert texts(saved(sheet)) == {1: ["Nämnd"]}
