import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet._writer import ALL_TEMP_FILES
from openpyxl.worksheet.worksheet import Worksheet

from revtrack.documents.office.excel import (
    CUT,
    Column,
    ExtendedDay,
    Properties,
    Sheet,
    Value,
    workbook,
)
from revtrack.documents.office.excel_cells import MAX_UNITS
from revtrack.documents.office.excel_charts import Chart
from revtrack.documents.office.excel_names import sheet_name
from revtrack.documents.office.package import read_parts
from revtrack.domain.texts.prose import clean

PROPERTIES = Properties("Titel & mer", "Revisorerna", date(2023, 4, 3), "Fot & mer")
ACTIVE = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "#N/A", "1", "TRUE", "2023-01-01", "'"]


def made(*rows: list[object], sheet: str = "Blad", columns: int = 1) -> bytes:
    titles = tuple(Column(f"Kolumn {number}", 20) for number in range(columns))
    return workbook([Sheet(sheet, titles, rows)], PROPERTIES)  # type: ignore[arg-type]


def is_fitted(sheet: Worksheet) -> bool:
    """Tell whether a sheet is printed smaller, to fit on so many pages side by side."""
    set_up = sheet.sheet_properties.pageSetUpPr
    return bool(set_up and set_up.fitToPage)


@pytest.mark.parametrize("text", ACTIVE)
def test_text_stays_text(text: str) -> None:
    cell = load_workbook(BytesIO(made([text])))["Blad"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    content = ZipFile(BytesIO(made([text]))).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in content


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_what_could_become_a_formula_when_edited_is_marked_as_text(text: str) -> None:
    assert load_workbook(BytesIO(made([text])))["Blad"]["A2"].quotePrefix


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=80).map(clean))
def test_any_clean_text_comes_back(text: str) -> None:
    value = load_workbook(BytesIO(made([f"<{text}>"])))["Blad"]["A2"].value
    assert str(value).replace("_x005F_", "_") == f"<{text}>".replace("_x005F_", "_")


def test_codes_for_control_characters_are_not_read_as_such() -> None:
    content = ZipFile(BytesIO(made(["rad_x000D_brytning"]))).read("xl/worksheets/sheet1.xml")
    assert b"rad_x005F_x000D_brytning" in content


@pytest.mark.parametrize("text", ["å" * 40_000, "𝄞" * 20_000, "_x000D_" * 6_000])
def test_too_long_a_text_is_cut_visibly_and_reported(text: str) -> None:
    book = load_workbook(BytesIO(made([text])))
    value = str(book["Blad"]["A2"].value)
    assert value.endswith(CUT)
    assert len(value.encode("utf-16-le")) // 2 <= MAX_UNITS
    assert book["Avkortat"]["A2"].value == "Blad, rad 2, kolumn Kolumn 0"


def test_days_are_real_days_and_an_extended_one_says_so() -> None:
    sheet = load_workbook(
        BytesIO(made([date(2023, 3, 20), ExtendedDay(date(2023, 3, 24))], columns=2))
    )["Blad"]
    assert sheet["A2"].is_date
    assert sheet["B2"].is_date
    assert "förlängt" in sheet["B2"].number_format
    assert "förlängt" not in sheet["A2"].number_format


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Svar per nämnd", "Svar per nämnd"),
        ("a/b\\c:d*e?[f]", "a b c d e  f"),
        ("'citat'", "citat"),
        ("", "Blad"),
        ("???", "Blad"),
        ("x" * 40, "x" * 31),
        ("History", "History (2)"),
    ],
)
def test_names_of_sheets_are_such_as_excel_allows(name: str, allowed: str) -> None:
    assert sheet_name(name) == allowed


def test_two_sheets_never_share_a_name() -> None:
    assert sheet_name("blad", ["Blad", "blad (2)"]) == "blad (3)"
    assert len(sheet_name("x" * 40, ["X" * 31])) == 31


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=50), st.lists(st.text(max_size=10), max_size=3))
def test_any_name_makes_a_sheet(name: str, taken: list[str]) -> None:
    found = sheet_name(clean(name), taken)
    assert 1 <= len(found.encode("utf-16-le")) // 2 <= 31
    assert found.casefold() not in {each.casefold() for each in taken}


def test_a_long_title_is_cut_visibly_on_the_pages_and_holds_no_code() -> None:
    titled = replace(PROPERTIES, title="&P" * 150)
    sheet = load_workbook(BytesIO(workbook([Sheet("Blad", (Column("A", 9),), [])], titled))).active
    shown = str(sheet.oddHeader.left.text)  # type: ignore[union-attr]
    assert shown == "&&P" * 66 + "…"


def test_the_same_values_give_the_same_bytes() -> None:
    assert made(["a"], ["b"]) == made(["a"], ["b"])


def test_a_heading_that_wraps_is_shown_whole() -> None:
    sheet = Sheet("Blad", (Column("Revisorernas bedömning av svaret", 18), Column("Nr", 6)), [])
    made_sheet = load_workbook(BytesIO(workbook([sheet], PROPERTIES)))["Blad"]
    assert (made_sheet.row_dimensions[1].height or 0) >= 3 * 13


def test_high_rows_are_made_high() -> None:
    sheet = load_workbook(BytesIO(made(["kort"], ["lång " * 40])))["Blad"]
    assert sheet.row_dimensions[2].height is None
    assert (sheet.row_dimensions[3].height or 0) > 100


def test_a_hidden_column_makes_no_row_high_and_no_page_wide() -> None:
    columns = (Column("Text", 60), Column("Nyckel", 13, is_hidden=True))
    sheet = Sheet("Blad", columns, [["kort", "nyckel " * 80]])
    shown = load_workbook(BytesIO(workbook([sheet], PROPERTIES)))["Blad"]
    assert shown.row_dimensions[2].height is None
    assert not is_fitted(shown)


@pytest.mark.parametrize(
    ("widths", "paper", "pages"),
    [
        ((60, 60), 9, None),
        ((100, 100), 9, 1),
        ((120, 120), 8, 1),
        ((20, 100, 100, 100, 100), 8, 2),
        ((20, *[50] * 20), 8, 4),
    ],
)
def test_a_sheet_is_printed_on_a3_or_several_pages_wide_only_where_a4_is_too_small_to_read(
    widths: tuple[int, ...], paper: int, pages: int | None
) -> None:
    columns = tuple(Column("Rubrik", width) for width in widths)
    sheet = Sheet("Blad", columns, [["text"] * len(widths)])
    shown = load_workbook(BytesIO(workbook([sheet], PROPERTIES)))["Blad"]
    assert (shown.page_setup.paperSize, shown.page_setup.orientation) == (paper, "landscape")
    assert is_fitted(shown) is (pages is not None)
    if pages is not None:
        assert (shown.page_setup.fitToWidth, shown.page_setup.fitToHeight) == (pages, 0)
    assert shown.print_title_cols == ("$A:$A" if (pages or 1) > 1 else None)
    assert not shown.HeaderFooter.scaleWithDoc


def test_no_word_of_a_heading_is_broken_beside_its_arrow() -> None:
    sheet = Sheet("Blad", (Column("Samhällsbyggnadsnämnden", 24), Column("IT-stöd", 6)), [])
    shown = load_workbook(BytesIO(workbook([sheet], PROPERTIES)))["Blad"]
    assert [shown.column_dimensions[each].width for each in "AB"] == [26, 7]


def test_a_fault_half_way_leaves_no_sheet_open_and_no_file_behind() -> None:
    def rows() -> Iterator[list[str]]:
        yield ["en rad"]
        raise OSError(28, "No space left on device")

    sheets = [Sheet("Hel", (Column("Kolumn", 20),), [["a"]])]
    sheets.append(Sheet("Halv", (Column("Kolumn", 20),), rows()))
    before = set(ALL_TEMP_FILES)
    with pytest.raises(OSError, match="No space left"):
        workbook(sheets, PROPERTIES)
    gc.collect()  # a sheet left open would complain here, and fail the test
    assert set(ALL_TEMP_FILES) == before


COUNTED = (Column("Nämnd", 30), Column("Genomförd", 12), Column("Ej genomförd", 12))


def with_chart(chart: Chart) -> dict[str, bytes]:
    rows: list[list[Value]] = [["Kommunstyrelsen", 2, 1], ["Skol- & fritidsnämnden", 0, 3]]
    sheet = Sheet("Per nämnd", COUNTED, rows, charts=(chart,))
    return read_parts(workbook([Sheet("Först", COUNTED, rows), sheet], PROPERTIES))


def test_a_chart_is_drawn_from_the_cells_in_the_colours_of_the_theme() -> None:
    told = "Två nämnder: två av fem genomförda & tre inte."
    parts = with_chart(Chart("Läget per nämnd", told, (2, 3), (2, 3), names="Nämnd"))
    chart = etree.fromstring(parts["xl/charts/chart1.xml"])
    assert [each.text for each in chart.iter("{*}f")] == [
        *("'Per nämnd'!$B$1", "'Per nämnd'!$A$2:$A$3", "'Per nämnd'!$B$2:$B$3"),
        *("'Per nämnd'!$C$1", "'Per nämnd'!$A$2:$A$3", "'Per nämnd'!$C$2:$C$3"),
    ]
    assert [each.text for each in chart.iter("{*}t")] == ["Läget per nämnd", "Nämnd", "Antal"]
    looks = [each.find("{*}spPr") for each in chart.iter("{*}ser")]
    assert [next(each.iter("{*}schemeClr")).get("val") for each in looks if each is not None] == [
        "accent1",
        "accent4",
    ]
    assert chart.find(".//{*}srgbClr") is None
    drawing = etree.fromstring(parts["xl/drawings/drawing1.xml"])
    named = next(drawing.iter("{*}cNvPr"))
    assert (named.get("name"), named.get("descr")) == ("Läget per nämnd", told)
    assert b'<a:srgbClr val="1F3A4D"' in parts["xl/theme/theme1.xml"]


def test_a_chart_with_one_series_has_no_legend_and_one_of_a_row_is_named_by_its_headings() -> None:
    parts = with_chart(Chart("Alla", "Sammanlagt.", (2, 3), (3, 3), is_across=True))
    chart = etree.fromstring(parts["xl/charts/chart1.xml"])
    assert chart.find(".//{*}legend") is None
    assert [each.text for each in chart.iter("{*}f")] == [
        "'Per nämnd'!$B$1:$C$1",
        "'Per nämnd'!$B$3:$C$3",
    ]


def test_no_chart_is_cut_by_the_end_of_a_page() -> None:
    """The second chart begins a page of its own; a first one that has no room left does too."""
    chart = Chart("Läget per nämnd", "En nämnd.", (2, 3), (2, 3))
    row: list[Value] = ["Nämnd", 1, 2]
    sheets = [
        Sheet(name, COUNTED, [row] * count, charts=(chart,) * 2)
        for name, count in (("Några", 4), ("Många", 25))
    ]
    book = load_workbook(BytesIO(workbook(sheets, PROPERTIES)))
    assert [[each.id for each in sheet.row_breaks.brk] for sheet in book] == [[24], [26, 45]]


def test_a_workbook_with_a_chart_has_the_same_bytes_again() -> None:
    chart = Chart("Läget per nämnd", "Två nämnder.", (2, 3), (2, 3))
    assert with_chart(chart) == with_chart(chart)
