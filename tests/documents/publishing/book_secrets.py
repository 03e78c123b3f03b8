"""Where a secret may hide in a workbook."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import StrData, StrVal
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Color, Font, GradientFill, NamedStyle, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from tests.documents.publishing.planting import SECRET

Change = Callable[[Workbook], None]


def front(made: Workbook) -> Any:  # noqa: ANN401 - a sheet, as openpyxl has it
    return made.active


@cache
def book() -> bytes:
    made = Workbook()
    front(made).title = "Rekommendationer"
    for row in (("Nr", "Rekommendation"), ("R1", "Följ upp avtalen"), ("R2", "Se över rutiner")):
        front(made).append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def made_book(change: Change) -> bytes:
    opened = load_workbook(io.BytesIO(book()))
    change(opened)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def hidden_sheet(made: Workbook, state: str = "hidden") -> None:
    sheet = made.create_sheet("Dolt", 0)
    sheet["A1"] = SECRET
    sheet.sheet_state = state
    made.active = 1


def hidden_row(made: Workbook) -> None:
    front(made)["B4"] = SECRET
    front(made).row_dimensions[4].hidden = True


def hidden_column(made: Workbook) -> None:
    front(made)["D2"] = SECRET
    front(made).column_dimensions["D"].hidden = True


def remark(made: Workbook) -> None:
    front(made)["A1"].comment = Comment(SECRET, SECRET)


def name(made: Workbook) -> None:
    made.defined_names["dold"] = DefinedName("dold", attr_text=f'"{SECRET}"', hidden=True)


def linked(made: Workbook) -> None:
    front(made)["A2"].hyperlink = f"mailto:{SECRET}"


def properties(made: Workbook) -> None:
    made.properties.creator = made.properties.lastModifiedBy = SECRET
    made.properties.description = SECRET


def put(place: str, value: object = SECRET) -> Any:  # noqa: ANN401 - a planter
    """Return what puts the secret in a cell, and gives the cell back."""

    def plant(made: Workbook) -> Any:  # noqa: ANN401 - a cell, as openpyxl has it
        front(made)[place] = value
        return front(made)[place]

    return plant


def looking(**looks: Any) -> Change:  # noqa: ANN401 - looks, as openpyxl has them
    def plant(made: Workbook) -> None:
        cell = put("B5")(made)
        for name, look in looks.items():
            setattr(cell, name, look)

    return plant


def in_size(place: str, **size: float) -> Change:
    """Plant it in a row or a column of a size that nobody sees."""

    def plant(made: Workbook) -> None:
        put(place)(made)
        rows, columns = front(made).row_dimensions, front(made).column_dimensions
        for name, said in size.items():
            setattr(rows[5] if name == "height" else columns["D"], name, said)

    return plant


def rule(made: Workbook) -> None:
    found = Rule(type="expression", formula=[f'$A2="{SECRET}"'], dxf=DifferentialStyle())
    front(made).conditional_formatting.add("A2:B3", found)


def asked(made: Workbook) -> None:
    choice = DataValidation(type="list", formula1=f'"{SECRET},Nej"')
    choice.promptTitle = choice.prompt = choice.errorTitle = choice.error = SECRET
    front(made).add_data_validation(choice)
    choice.add("B2")


def listed(made: Workbook) -> None:
    table = Table(displayName="Hemligstr_tabell", ref="A1:B3", comment=SECRET)
    front(made).add_table(table)
    front(made).column_dimensions["B"].hidden = True
    front(made)["B1"] = SECRET


def charted(made: Workbook) -> None:
    front(made)["D1"], front(made)["D2"], front(made)["D3"] = SECRET, 1, 2
    front(made).column_dimensions["D"].hidden = True
    chart = BarChart()
    chart.add_data(Reference(front(made), min_col=4, min_row=1, max_row=3), titles_from_data=True)
    chart.series[0].tx.strRef.strCache = StrData(pt=[StrVal(idx=0, v=SECRET)])
    front(made).add_chart(chart, "F2")


def page(made: Workbook) -> None:
    front(made).firstHeader.center.text = front(made).evenFooter.center.text = SECRET


def page_font(made: Workbook) -> None:
    front(made).oddFooter.center.text = "Sida &P"
    front(made).oddFooter.center.font = SECRET


def style_name(made: Workbook) -> None:
    looks = NamedStyle(SECRET)
    looks.font = Font(name=SECRET)
    made.add_named_style(looks)


def filtered(made: Workbook) -> None:
    front(made).auto_filter.ref = "A1:B3"
    front(made).auto_filter.add_filter_column(0, [SECRET])


def format_unused(made: Workbook) -> None:
    put("B5", 1)(made).number_format = f'0;0;"{SECRET}"'


BOOKS: dict[str, Change] = {
    "hidden sheet": hidden_sheet,
    "very hidden sheet": lambda made: hidden_sheet(made, "veryHidden"),
    "hidden row": hidden_row,
    "hidden column": hidden_column,
    "remark": remark,
    "hidden name": name,
    "address of a link": linked,
    "properties": properties,
    "low row": in_size("B5", height=0.5),
    "narrow column": in_size("D2", width=0.1),
    "rule for colours": rule,
    "choices and advice": asked,
    "table and its hidden column": listed,
    "chart of a hidden column": charted,
    "header of other pages": page,
    "font of a footer": page_font,
    "name of a style": style_name,
    "part of a format that no cell shows": format_unused,
    "part of the program": lambda made: setattr(
        front(made).sheet_properties, "codeName", "Hemligstr"
    ),
    "filter": filtered,
    "words of a link": lambda made: setattr(
        put("B5", "länk")(made), "hyperlink", Hyperlink("B5", tooltip=SECRET, location="A1")
    ),
}
HIDING: dict[str, Change] = {
    "white": looking(font=Font(color="FFFFFFFF")),
    "as the cell": looking(font=Font(color="FF1F3A4D"), fill=PatternFill("solid", "FF1F3A4D")),
    "one point": looking(font=Font(sz=1)),
    "format of nothing": looking(number_format=";;;"),
    "format in white": looking(number_format="[White]@"),
    "some small words on a pattern": lambda made: setattr(
        put("B5", CellRichText("synligt ", TextBlock(InlineFont(sz=1), SECRET)))(made),
        "fill",
        PatternFill("darkGrid", "FF003366", "FF003366"),
    ),
    "some white words": put(
        "B5", CellRichText("synligt ", TextBlock(InlineFont(color=Color("FFFFFFFF")), SECRET))
    ),
}
"""Cells that nobody can see: they are emptied, and told of."""


def white_in_table(made: Workbook) -> None:
    looking(font=Font(color="FFFFFFFF"))(made)
    front(made)["A5"] = "Rubrik"
    front(made).add_table(Table(displayName="T", ref="A5:B6"))


def white_under_a_rule(made: Workbook) -> None:
    looking(font=Font(color="FFFFFFFF"))(made)
    found = Rule(type="expression", formula=["$A2=1"], dxf=DifferentialStyle())
    front(made).conditional_formatting.add("B5:B6", found)


WHITE = Font(color="FFFFFFFF")
DOUBTFUL: dict[str, Change] = {
    "table": white_in_table,
    "rule": white_under_a_rule,
    "gradient": looking(font=WHITE, fill=GradientFill(stop=("FF003366", "FF003366"))),
    "as one end of a gradient": looking(
        font=Font(color="FF003366"), fill=GradientFill(stop=("FF003366", "FFCCCCCC"))
    ),
    "pattern": looking(font=WHITE, fill=PatternFill("darkGrid", "FF000000", "FF000000")),
    "white on a fill of no colour": looking(font=WHITE, fill=PatternFill("solid")),
    "some white words on a pattern": lambda made: setattr(
        put("B5", CellRichText("synligt ", TextBlock(InlineFont(color=Color("FFFFFFFF")), SECRET)))(
            made
        ),
        "fill",
        PatternFill("darkGrid", "FF003366", "FF003366"),
    ),
    "format in white for numbers": looking(number_format="[White]General"),
    "format in white for some numbers": looking(number_format="[White]0;[Red]-0"),
}
"""Cells that may have a colour behind them which is not reckoned: they stay, and are told of."""
SHOWN: dict[str, Change] = {
    "cell": lambda made: front(made).append(("R3", SECRET)),
    "name of a sheet": lambda made: setattr(front(made), "title", SECRET),
    "black on a light pattern": looking(fill=PatternFill("gray125")),
    "format in white on black": looking(
        number_format="[White]@", fill=PatternFill("solid", "FF000000")
    ),
    "white, and red by its format": looking(font=WHITE, number_format="[Red]@"),
    "page header": lambda made: setattr(front(made).oddHeader.center, "text", SECRET),
}
