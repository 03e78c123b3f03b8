"""How the tables about all audits of a municipality are made: what is awaited, and a year."""

from revtrack.documents import fields
from revtrack.documents.tables.annual_facts import Year
from revtrack.documents.tables.annual_summary import annual_summary
from revtrack.documents.tables.annual_workbook import annual_workbook
from revtrack.documents.tables.watch_list import watch_list
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import GoneError
from revtrack.services.papers.orders import Maker, MunicipalOrder


def _watch_list(order: MunicipalOrder, _template: bytes) -> bytes:
    return watch_list(order.watched, order.municipality, today=order.today, stamp=order.stamp)


def _year(order: MunicipalOrder) -> Year:
    if order.year is None:
        raise GoneError
    return Year(order.municipality, order.cases, order.year, order.today)


def _annual(order: MunicipalOrder, template: bytes) -> bytes:
    return annual_summary(_year(order), template, stamp=order.stamp)


def _annual_workbook(order: MunicipalOrder, _template: bytes) -> bytes:
    return annual_workbook(_year(order), stamp=order.stamp)


SUMMARIES: dict[DocumentKind, dict[str, tuple[Maker[MunicipalOrder], str]]] = {
    DocumentKind.WATCH_LIST: {".xlsx": (_watch_list, "")},
    DocumentKind.ANNUAL_SUMMARY: {
        ".docx": (_annual, fields.ANNUAL_SUMMARY),
        ".xlsx": (_annual_workbook, ""),
    },
}
"""How each kind is made."""
