"""Charts as openpyxl draws them, for Word and for Excel alike.

Colours are the theme's, so that they follow the office's; the numbers stand on the bars; every bar
has an outline, and what the cells held is kept in the chart, so that it is shown as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines, Scaling
from openpyxl.chart.chartspace import ChartContainer, ChartSpace
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series as DrawnSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice, SchemeColor
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.drawing.text import Font as TextFont
from openpyxl.utils import get_column_letter, quote_sheetname

from revtrack.documents.office.charts import Chart, Form, Look, Series

LANGUAGE = "sv-SE"
NO_NOUGHT = '" "#,##0" ";;'
"""Some room about a number, and none for nothing: a label of 0 would stand on no bar."""
EMU_PER_POINT = 12_700
TITLE_POINTS, TEXT_POINTS = 12, 10
GAP = 45
"""Between the bars, in per cent of their breadth."""
QUARTER_BACK = -5_400_000
"""A quarter of a turn backwards, in sixty thousandths of a degree."""
STEPS: tuple[int, ...] = tuple(step * 10**power for power in range(9) for step in (1, 2, 5))
_THEME_FONT = "+mn-lt"


@dataclass(frozen=True)
class Cells:
    """Where a chart's numbers stand on a sheet: rows and columns are counted from 1."""

    sheet: str
    names: tuple[int, int, int, int]
    """First row, first column, last row and last column of what the bars are called."""
    numbers: tuple[tuple[int, int, int, int], ...]
    """The same of each series."""
    headings: tuple[tuple[int, int], ...] = ()
    """Row and column of what each series is called; none: it has no heading."""

    def reference(self, area: Sequence[int]) -> str:
        """Return an area as a formula names it."""
        corners = (area[:2], area[2:]) if len(area) > 2 else (area,)  # noqa: PLR2004 - a corner
        named = ":".join(f"${get_column_letter(column)}${row}" for row, column in corners)
        return f"{quote_sheetname(self.sheet)}!{named}"


def columns_of(sheet: str, columns: Sequence[int], rows: tuple[int, int]) -> Cells:
    """Return the cells of a chart whose bars are rows, named in the first column."""
    first, last = rows
    return Cells(
        sheet,
        (first, 1, last, 1),
        tuple((first, column, last, column) for column in columns),
        tuple((1, column) for column in columns),
    )


class Bars(BarChart):
    """A chart with bars, in Swedish, with square corners and the theme's own font."""

    __attrs__ = BarChart.__attrs__
    __elements__ = BarChart.__elements__
    __nested__ = BarChart.__nested__

    def _write(self) -> Any:  # noqa: ANN401 - lxml's element
        self.plot_area.layout = self.layout
        self.plot_area._charts = [self]  # noqa: SLF001 - as openpyxl's own does it
        container = ChartContainer(
            plotArea=self.plot_area,
            legend=self.legend,
            title=self.title,
            autoTitleDeleted=self.title is None,
            plotVisOnly=True,
            dispBlanksAs="gap",
        )
        space = ChartSpace(
            lang=LANGUAGE,
            roundedCorners=False,
            chart=container,
            spPr=GraphicalProperties(solidFill=_colour("bg1"), ln=LineProperties(noFill=True)),
            txPr=_looks(TEXT_POINTS),
        )
        tree = space.to_tree()
        for each in tree.iter("numFmt"):
            each.set("sourceLinked", "0")  # openpyxl knows this of axes only, not of labels
        return tree


def drawn(chart: Chart, cells: Cells, *, with_title: bool) -> Bars:
    """Return the chart, showing these cells."""
    bars = Bars()
    is_stacked = chart.form is Form.STACKED and len(chart.series) > 1
    bars.type = "bar" if chart.form is Form.STACKED else "col"
    bars.grouping, bars.overlap = ("stacked", 100) if is_stacked else ("clustered", 0)
    bars.gapWidth = GAP
    bars.varyColors = False
    bars.title = _title(chart.title, TITLE_POINTS, bold=True) if with_title else None
    bars.legend = _legend() if len(chart.series) > 1 else None
    bars.series = [_series(chart, each, cells, place) for place, each in enumerate(chart.series)]
    _set_axes(bars, chart)
    return bars


def _set_axes(bars: Bars, chart: Chart) -> None:
    """Let the first category stand first, the numbers be whole and the lines across be light."""
    across, along = bars.x_axis, bars.y_axis
    is_lying = chart.form is Form.STACKED
    if chart.category_title:
        across.title = _title(chart.category_title, TEXT_POINTS, is_turned=is_lying)
    along.title = _title(chart.value_title, TEXT_POINTS, is_turned=not is_lying)
    across.axPos, along.axPos = ("l", "b") if is_lying else ("b", "l")
    across.delete = along.delete = False
    across.scaling = Scaling(orientation="maxMin" if is_lying else "minMax")
    along.scaling = Scaling(orientation="minMax", min=0, max=chart.highest)
    along.crosses = "max" if is_lying else "autoZero"
    along.majorUnit = _step(chart)
    along.number_format = "#,##0"
    along.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=_line("bg1", 0.75, shade=85)))
    across.majorGridlines = None
    across.tickLblPos = along.tickLblPos = "nextTo"
    across.majorTickMark = along.majorTickMark = "none"
    across.spPr = GraphicalProperties(ln=_line("tx1", 0.75))
    along.spPr = GraphicalProperties(ln=LineProperties(noFill=True))


def _step(chart: Chart) -> int | None:
    """Return the step between the lines across: whole, and ten of them or so; None: unknown."""
    if chart.highest is None and not any(each.values for each in chart.series):
        return None
    totals = (
        [sum(each) for each in zip(*(each.values for each in chart.series), strict=True)]
        if chart.form is Form.STACKED
        else [value for each in chart.series for value in each.values]
    )
    highest = chart.highest or max(totals, default=0)
    return next(step for step in STEPS if highest <= 10 * step)


def _series(chart: Chart, series: Series, cells: Cells, place: int) -> DrawnSeries:
    """Return a series; what the chart knows of its cells is kept in it."""
    words = [StrVal(idx=number, v=text) for number, text in enumerate(chart.categories)]
    numbers = [NumVal(idx=number, v=str(value)) for number, value in enumerate(series.values)]
    name = StrData(ptCount=1, pt=[StrVal(idx=0, v=series.name)])
    heading = cells.reference(cells.headings[place]) if cells.headings else ""
    return DrawnSeries(
        idx=place,
        order=place,
        tx=SeriesLabel(strRef=StrRef(f=heading, strCache=name if series.name else None))
        if heading
        else SeriesLabel(v=series.name),
        spPr=_fill(series.look),
        invertIfNegative=False,
        dLbls=_labels(is_within=chart.form is Form.STACKED and len(chart.series) > 1),
        cat=AxDataSource(
            strRef=StrRef(
                f=cells.reference(cells.names),
                strCache=StrData(ptCount=len(words), pt=words) if words else None,
            )
        ),
        val=NumDataSource(
            numRef=NumRef(
                f=cells.reference(cells.numbers[place]),
                numCache=NumData(formatCode="General", ptCount=len(numbers), pt=numbers)
                if numbers
                else None,
            )
        ),
    )


def _fill(look: Look) -> GraphicalProperties:
    outline = _line("tx1", 0.75)
    if not look.pattern:
        return GraphicalProperties(solidFill=_colour(look.colour), ln=outline)
    pattern = PatternFillProperties(
        prst=cast("Any", look.pattern), fgClr=_colour(look.colour), bgClr=_colour("bg1")
    )
    return GraphicalProperties(pattFill=pattern, ln=outline)


def _labels(*, is_within: bool) -> DataLabelList:
    """Return numbers at the bars, or on them in a white box that no pattern comes through."""
    return DataLabelList(
        numFmt=NO_NOUGHT,
        spPr=GraphicalProperties(solidFill=_colour("bg1"), ln=LineProperties(noFill=True))
        if is_within
        else None,
        txPr=_looks(TEXT_POINTS, bold=True),
        dLblPos="ctr" if is_within else "outEnd",
        showLegendKey=False,
        showVal=True,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        showBubbleSize=False,
    )


def _legend() -> Legend:
    legend = Legend()
    legend.position = "b"
    legend.overlay = False
    legend.textProperties = _looks(TEXT_POINTS)
    return legend


def _title(text: str, points: int, *, bold: bool = False, is_turned: bool = False) -> Title:
    properties = _characters(points, bold=bold)
    written = Paragraph(
        pPr=ParagraphProperties(defRPr=properties), r=[RegularTextRun(rPr=properties, t=text)]
    )
    body = RichTextProperties(rot=QUARTER_BACK, vert="horz") if is_turned else RichTextProperties()
    return Title(tx=Text(rich=RichText(bodyPr=body, p=[written])), overlay=False)


def _looks(points: int, *, bold: bool = False) -> RichText:
    properties = ParagraphProperties(defRPr=_characters(points, bold=bold))
    return RichText(
        bodyPr=RichTextProperties(),
        p=[Paragraph(pPr=properties, r=[], endParaRPr=CharacterProperties(lang=LANGUAGE))],
    )


def _characters(points: int, *, bold: bool) -> CharacterProperties:
    return CharacterProperties(
        lang=LANGUAGE,
        sz=points * 100,
        b=bold,
        solidFill=_colour("tx1"),
        latin=TextFont(typeface=_THEME_FONT),
    )


def _line(colour: str, points: float, *, shade: int | None = None) -> LineProperties:
    return LineProperties(w=round(points * EMU_PER_POINT), solidFill=_colour(colour, shade=shade))


def _colour(name: str, *, shade: int | None = None) -> ColorChoice:
    """Return a colour of the theme, so many per cent as light where that is asked."""
    chosen = SchemeColor(val=cast("Any", name))
    if shade is not None:
        chosen.lumMod = shade * 1000
    return ColorChoice(schemeClr=cast("Any", chosen))
