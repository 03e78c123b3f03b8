"""A chart as the XML of a Word document: its title above it, and the place where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from lxml import etree

from revtrack.documents.office.blocks import Style
from revtrack.documents.office.charts import Chart, Form, PlacedChart
from revtrack.documents.office.patterns import W
from revtrack.documents.office.table_xml import TWIPS_PER_MM
from revtrack.documents.office.text_xml import run

EMU_PER_MM = 36_000
BROADEST, HIGHEST = 230, 138
"""In millimetres; with its title it has room on a landscape page."""
USUAL_WIDTH = 160
"""Of the text of an upright A4 page, in millimetres."""
_BESIDE_THE_BARS, _PER_BAR, _UPRIGHT_HEIGHT = 33.5, 5.5, 80
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@dataclass
class ChartWriter:
    """Writes the places of charts and remembers which chart each shows."""

    style: Callable[..., str]
    """Gives the XML that names a style."""
    taken: frozenset[str] = frozenset()
    """The ids by which the template already names its parts."""
    first_id: int = 1
    """The first id of a drawing that the template has not given."""
    width: float = USUAL_WIDTH
    """Of the text where the chart stands, in millimetres."""
    placed: list[PlacedChart] = field(default_factory=list)

    def write(self, chart: Chart) -> str:
        """Return the chart's title and the paragraph that shows it, on one page."""
        each = PlacedChart(chart, self._free_relation())
        self.placed.append(each)
        return (
            f"<w:p><w:pPr>{self.style(Style.CAPTION)}<w:keepNext/></w:pPr>{run(chart.title)}</w:p>"
            '<w:p><w:pPr><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>'
            f"</w:pPr><w:r>{self._drawing(each, self.first_id + len(self.placed) - 1)}</w:r></w:p>"
        )

    def _free_relation(self) -> str:
        used = self.taken | {each.relation for each in self.placed}
        names = (f"rIdDiagram{number}" for number in range(1, len(used) + 2))
        return next(name for name in names if name not in used)

    def _drawing(self, placed: PlacedChart, number: int) -> str:
        chart = placed.chart
        width, height = (round(mm * EMU_PER_MM) for mm in _size(chart, self.width))
        return (
            f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name={quoteattr(f"Diagram {len(self.placed)}")}'
            f" descr={quoteattr(chart.description)} title={quoteattr(chart.title)}/>"
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
            f'<c:chart xmlns:c="{_C}" xmlns:r="{_R}" r:id="{placed.relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def _size(chart: Chart, width: float) -> tuple[float, float]:
    """Return how broad and how high a chart is, in millimetres."""
    if chart.form is Form.UPRIGHT:
        return min(width, BROADEST), _UPRIGHT_HEIGHT
    height = _BESIDE_THE_BARS + _PER_BAR * len(chart.categories)
    return min(width, BROADEST), min(height, HIGHEST)


def first_free_id(root: etree._Element) -> int:
    """Return an id that no drawing of the document has, nor any that comes after it."""
    ids = (each.get("id", "") for each in root.iter(f"{{{_WP}}}docPr"))
    return max((int(each) for each in ids if each.isdecimal()), default=0) + 1


def text_widths(root: etree._Element) -> dict[str, float]:
    """Return how broad the text is in millimetres where each block stands, by its field."""
    widths: dict[str, float] = {}
    waiting: list[str] = []
    for element in root.iter():
        if isinstance(element, etree._ProcessingInstruction):  # noqa: SLF001 - has no other name
            waiting.append(element.text or "")
        elif element.tag == f"{W}sectPr":
            widths |= dict.fromkeys(waiting, _text_width(element))
            waiting.clear()
    return widths


def _text_width(section: etree._Element) -> float:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return USUAL_WIDTH
    whole = float(size.get(f"{W}w", 0))
    free = whole - sum(float(margins.get(f"{W}{side}", 0)) for side in ("left", "right", "gutter"))
    return free / TWIPS_PER_MM if free > 0 else USUAL_WIDTH
