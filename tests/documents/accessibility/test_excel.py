import re
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.styles import Font, PatternFill

from revtrack.documents.accessibility.excel import check_excel
from revtrack.documents.office import package

YELLOW = PatternFill("solid", fgColor="FFFF00")


def no_title(book: Workbook) -> None:
    book.properties.title = None


def unnamed_sheet(book: Workbook) -> None:
    book.worksheets[0].title = "Blad1"


def header_not_frozen(book: Workbook) -> None:
    book.worksheets[0].freeze_panes = None


def merged_cells(book: Workbook) -> None:
    book.worksheets[0].merge_cells("A2:A3")


def empty_row(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.cell(sheet.max_row + 2, 1, "Slut")


def empty_column(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.cell(2, sheet.max_column + 2, "Vid sidan om")


def empty_cell(book: Workbook) -> None:
    cell = book.worksheets[0]["C1"]
    cell.value = None
    cell.fill = PatternFill()


def no_header_row(book: Workbook) -> None:
    sheet = book.worksheets[0]
    last = sheet.max_row
    sheet.auto_filter.ref = f"A{last + 1}:C{last + 1}"


def low_contrast(book: Workbook) -> None:
    book.worksheets[0]["B2"].font = Font(color="BBBBBB")


def low_contrast_by_rule(book: Workbook) -> None:
    rule = CellIsRule(operator="notEqual", formula=['""'], font=Font(color="FFEB9C"))  # type: ignore[no-untyped-call]
    book.worksheets[0].conditional_formatting.add("B2:B4", rule)


def colour_alone(book: Workbook) -> None:
    cell = book.worksheets[0]["B2"]
    cell.value, cell.fill = None, YELLOW


def colour_alone_by_rule(book: Workbook) -> None:
    rule = ColorScaleRule("min", None, "FF0000", end_type="max", end_color="00FF00")  # type: ignore[no-untyped-call]
    book.worksheets[0].conditional_formatting.add("A2:A9", rule)


def empty_sheet(book: Workbook) -> None:
    book.create_sheet("Anteckningar")


FAULTS = [
    no_title,
    unnamed_sheet,
    header_not_frozen,
    merged_cells,
    empty_row,
    empty_column,
    empty_cell,
    no_header_row,
    low_contrast,
    low_contrast_by_rule,
    colour_alone,
    colour_alone_by_rule,
    empty_sheet,
]


def damaged(content: bytes, plant: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(BytesIO(content))
    plant(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_sound_workbook_is_clean(workbook: bytes) -> None:
    assert check_excel(workbook) == ()
    assert check_excel(damaged(workbook, lambda _book: None)) == ()


@pytest.mark.parametrize("plant", FAULTS)
def test_a_planted_fault_is_found_and_nothing_else(
    plant: Callable[[Workbook], None], workbook: bytes
) -> None:
    codes = [each.code for each in check_excel(damaged(workbook, plant))]
    assert codes == [plant.__name__.removesuffix("_by_rule")]


def test_a_header_row_is_printed_on_each_page(workbook: bytes) -> None:
    parts = package.read_parts(workbook)
    titles = (
        rb"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\"[^>]*>[^<]*</definedName>"
    )
    parts["xl/workbook.xml"], count = re.subn(titles, b"", parts["xl/workbook.xml"])
    assert count == 1
    found = check_excel(package.write_parts(parts))
    assert [each.code for each in found] == ["header_not_printed"]


def test_a_chart_needs_a_title_and_words_for_those_who_cannot_see_it(workbook: bytes) -> None:
    def plant(book: Workbook) -> None:
        sheet = book.worksheets[0]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=4))
        sheet.add_chart(chart, "B30")

    found = check_excel(damaged(workbook, plant))
    assert [each.code for each in found] == ["no_alternative_text", "no_chart_title"]
    assert found[0].line == (
        f"Bladet ”{load_workbook(BytesIO(workbook)).worksheets[0].title}”, cell B30: En bild eller "
        "ett diagram saknar alternativtext. Beskriv i en mening vad det visar."
    )


def test_a_row_of_one_colour_says_nothing_by_it(workbook: bytes) -> None:
    def plant(book: Workbook) -> None:
        for cell in book.worksheets[0][2]:
            cell.fill = YELLOW
        book.worksheets[0]["B2"].value = None

    assert check_excel(damaged(workbook, plant)) == ()
