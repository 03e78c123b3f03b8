"""The parts that charts add to a Word file: each chart, and a workbook to edit its numbers in."""

import posixpath
import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import quoteattr

from lxml import etree
from openpyxl.xml.functions import tostring

from revtrack.documents.office.chart_xml import columns_of, drawn
from revtrack.documents.office.charts import Chart, PlacedChart
from revtrack.documents.office.excel import Column, Properties, Sheet, Value, workbook

SHEET = "Diagram"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NUMBER = re.compile(r"(\d+)\.xml$")


def add_charts(
    parts: dict[str, bytes], placed: Sequence[PlacedChart], *, author: str, on: date
) -> None:
    """Add the charts to the parts of a Word file, with what names and describes them."""
    taken = [int(found[1]) for name in parts if (found := _charts_number(name))]
    types, relations = etree.fromstring(parts[_TYPES]), etree.fromstring(parts[_RELATIONS])
    for number, each in enumerate(placed, start=max(taken, default=0) + 1):
        name, book = f"word/charts/chart{number}.xml", f"word/embeddings/diagram{number}.xlsx"
        parts[name] = _chart(each.chart)
        parts[book] = _book(each.chart, Properties(each.chart.title, author, on, each.chart.title))
        parts[f"word/charts/_rels/chart{number}.xml.rels"] = _relations_of_chart(book)
        _add(types, "Override", "content-types", PartName=f"/{name}", ContentType=_CHART_TYPE)
        _add(
            relations,
            "Relationship",
            "relationships",
            Id=each.relation,
            Type=f"{_R}/chart",
            Target=name.removeprefix("word/"),
        )
    if not any(each.get("Extension", "").lower() == "xlsx" for each in types):
        default = _add(types, "Default", "content-types", Extension="xlsx", ContentType=_BOOK_TYPE)
        types.insert(0, default)
    parts[_TYPES], parts[_RELATIONS] = _written(types), _written(relations)


def _charts_number(name: str) -> re.Match[str] | None:
    return _NUMBER.search(name) if posixpath.dirname(name) == "word/charts" else None


def _add(root: etree._Element, tag: str, namespace: str, **values: str) -> etree._Element:
    return etree.SubElement(root, f"{{{_PACKAGE}/{namespace}}}{tag}", values)


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _chart(chart: Chart) -> bytes:
    columns, rows = range(2, len(chart.series) + 2), (2, len(chart.categories) + 1)
    shown = drawn(chart, columns_of(SHEET, columns, rows), with_title=False)
    root = etree.fromstring(tostring(shown._write()))  # noqa: SLF001 - openpyxl writes it so too
    namespace = etree.QName(root).namespace
    data = etree.SubElement(root, f"{{{namespace}}}externalData", nsmap={"r": _R})
    data.set(f"{{{_R}}}id", "rId1")
    etree.SubElement(data, f"{{{namespace}}}autoUpdate", val="0")
    return _written(root)


def _book(chart: Chart, properties: Properties) -> bytes:
    columns = (Column(chart.category_title, 30), *(Column(each.name, 14) for each in chart.series))
    rows: list[list[Value]] = [
        [name, *(each.values[place] for each in chart.series)]
        for place, name in enumerate(chart.categories)
    ]
    return workbook([Sheet(SHEET, columns, rows, is_list=False)], properties)


def _relations_of_chart(book: str) -> bytes:
    target = quoteattr(f"../{book.removeprefix('word/')}")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_R}/package" Target={target}/></Relationships>'
    ).encode()
