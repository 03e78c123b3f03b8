"""Native charts on a sheet: they are drawn from its cells, and follow them.

Each series has a look of its own, so that it is told from the others in grey too; what it is stands
in words beside it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl.worksheet.pagebreak import Break

from revtrack.documents.office import charts
from revtrack.documents.office.chart_xml import Cells, columns_of, drawn
from revtrack.documents.office.charts import Form, Look, Series

WIDTH, LEAST_HEIGHT, HEIGHT_OF_A_BAR = 24, 8, 0.9
"""In centimetres."""
HEIGHT_OF_A_LEGEND = 2
POINTS_PER_CM, ROW_HEIGHT = 28.35, 12.75
IN_ORDER = (
    *(Look.DARK, Look.LAID, Look.LIGHT, Look.CROSSED, Look.MIDDLE),
    *(Look.SLANTED, Look.WHITE, Look.UPRIGHT, Look.DEEP, Look.BACKWARD),
)
"""The looks of series that have none of their own: no two alike stand beside each other."""
_NAMED = re.compile(r'<xdr:cNvPr id="(\d+)" name="[^"]*" ?/>|<cNvPr id="(\d+)" name="[^"]*" ?/>')


@dataclass(frozen=True)
class Chart:
    """Bars for the rows of a sheet, a piece of each bar for each column; a column is told by place.

    Rows and columns are counted from 1, the header row with them, as Excel counts.
    """

    title: str
    description: str
    """What it shows, for those who cannot see it."""
    columns: tuple[int, int]
    """The first and the last column of figures; the first column of the sheet names the bars."""
    rows: tuple[int, int]
    """The first and the last row."""
    is_across: bool = False
    """Whether the columns are the bars; the row, a single one, says how long they are."""
    axis: str = "Antal"
    names: str = ""
    """What the bars are, along their axis."""
    looks: tuple[Look, ...] = IN_ORDER
    """Of the columns, in order."""
    form: Form = Form.STACKED
    apart: int = 1
    """How many columns there are from one column of figures to the next."""
    highest: int | None = None
    """Where the axis of the figures ends; None: at the highest."""

    @property
    def places(self) -> range:
        """The columns of figures."""
        return range(self.columns[0], self.columns[1] + 1, self.apart)


def draw(target: Any, shown: Sequence[Chart], last_row: int, left: Iterator[float]) -> None:  # noqa: ANN401 - openpyxl's sheet
    """Put the charts on a sheet, one below the other under its last row; none is cut by a page.

    ``left`` are the points left below the rows, and then those of each further page.
    """
    target.sheet_format.defaultRowHeight = ROW_HEIGHT
    end, room = last_row, next(left)
    for chart in shown:
        made = drawn(_unfilled(chart), _cells(target.title, chart), with_title=True)
        made.width, made.height = WIDTH, _height(chart)
        taken = (made.height + 1) * POINTS_PER_CM
        if taken > room:
            target.row_breaks.append(Break(end))
            room = next(left)
        target.add_chart(made, f"A{end + 2}")
        room -= taken
        end += 1 + ceil(made.height * POINTS_PER_CM / ROW_HEIGHT)


def _unfilled(chart: Chart) -> charts.Chart:
    """Return the chart as it is drawn; its words and numbers stay in the cells."""
    count = 1 if chart.is_across else len(chart.places)
    looks = (chart.looks[place % len(chart.looks)] for place in range(count))
    return charts.Chart(
        title=chart.title,
        description=chart.description,
        categories=(),
        series=tuple(Series(chart.axis if chart.is_across else "", (), look) for look in looks),
        category_title=chart.names,
        value_title=chart.axis,
        form=chart.form,
        highest=chart.highest,
    )


def _cells(sheet: str, chart: Chart) -> Cells:
    if not chart.is_across:
        return columns_of(sheet, chart.places, chart.rows)
    (first, last), row = chart.columns, chart.rows[0]
    return Cells(sheet, (1, first, 1, last), ((row, first, row, last),))


def _height(chart: Chart) -> int:
    if chart.form is Form.UPRIGHT:
        return LEAST_HEIGHT + HEIGHT_OF_A_LEGEND
    bars = len(chart.places) if chart.is_across else chart.rows[1] - chart.rows[0] + 1
    has_legend = not chart.is_across and len(chart.places) > 1
    legend = HEIGHT_OF_A_LEGEND if has_legend else 0
    return max(LEAST_HEIGHT, round(3 + HEIGHT_OF_A_BAR * bars) + legend)


def with_descriptions(parts: dict[str, bytes], drawn_on: Iterable[Sequence[Chart]]) -> None:
    """Give the charts in a workbook's parts their alternative texts, sheet by sheet as drawn."""
    for number, shown in enumerate((each for each in drawn_on if each), start=1):
        name = f"xl/drawings/drawing{number}.xml"
        told = iter(shown)

        def describe(found: re.Match[str], told: Any = told) -> str:  # noqa: ANN401 - an iterator
            chart = next(told)
            prefix = "xdr:" if found[1] else ""
            return (
                f'<{prefix}cNvPr id="{found[1] or found[2]}" name={quoteattr(chart.title)} '
                f"descr={quoteattr(chart.description)}/>"
            )

        parts[name] = _NAMED.sub(describe, parts[name].decode()).encode()
