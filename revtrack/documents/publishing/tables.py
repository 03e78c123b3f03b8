"""The tables of a workbook's sheets under plain names, their columns called as they are shown."""

import re
from collections.abc import Iterator

from lxml import etree

from revtrack.documents.accessibility.excel_file import areas, place_of
from revtrack.documents.publishing.cells import Texts
from revtrack.documents.publishing.relations import Package, relations
from revtrack.documents.publishing.spaces import S

_COLUMN = "Kolumn {number}"
_TABLE_STYLE = re.compile(r"TableStyle(?:Light|Medium|Dark)\d{1,2}")


def rename(opened: Package, texts: Texts) -> None:
    """Give each table a plain name; a column whose heading is not shown gets one too."""
    number = 0
    for name, sheet in opened.roots.items():
        if sheet.tag != f"{S}worksheet":
            continue
        for each in relations(opened.parts, name):
            table = opened.roots.get(each.target)
            if each.kind == "table" and table is not None:
                number += 1
                _rename(table, number)
                _name_columns(table, sheet, texts)


def _rename(table: etree._Element, number: int) -> None:
    table.set("id", str(number))
    for field in ("name", "displayName"):
        table.set(field, f"Tabell{number}")
    for each in table.iter(f"{S}autoFilter"):
        each[:] = []
    for each in table.iter(f"{S}tableStyleInfo"):
        if not _TABLE_STYLE.fullmatch(each.get("name", "")):
            each.attrib.pop("name", "")


def _name_columns(table: etree._Element, sheet: etree._Element, texts: Texts) -> None:
    area = areas(table.get("ref", "A1"))[0]
    has_header = table.get("headerRowCount", "1") != "0"
    shown = {place_of(each.get("r", "")): each for each in _row(sheet, area.first[0])}
    for number, each in enumerate(table.iter(f"{S}tableColumn")):
        cell = shown.get((area.first[0], area.first[1] + number))
        if has_header and cell is not None and texts.of(cell):
            continue
        each.set("name", _COLUMN.format(number=number + 1))
        if has_header and cell is not None:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t")
            text.text = each.get("name")


def _row(sheet: etree._Element, number: int) -> Iterator[etree._Element]:
    for row in sheet.iter(f"{S}row"):
        if row.get("r") == str(number):
            yield from row
