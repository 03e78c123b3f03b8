"""The tables that a template itself holds: the patterns that its blocks' tables follow."""

from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table

from revtrack.documents import fields
from revtrack.documents.fields.field import TableFields
from revtrack.documents.office.blocks import Style
from revtrack.documents.office.patterns import ANNOUNCED

DESCRIPTION = (
    "Mönster för tabellerna i fältet ovanför: en rad med rubriker och en rad med kolumnernas fält."
)


def write_block(document: DocumentObject, template: str, name: str) -> None:
    """Add a block's field, and under it a pattern for each kind of table that it can hold."""
    document.add_paragraph(f"{{{{ {name} }}}}", style=document.styles["Normal"])
    block = next(each for each in fields.FIELDS[template] if each.name == name)
    for kind in block.tables:
        document.add_paragraph(f"{ANNOUNCED}: {kind.title}", style=document.styles["Caption"])
        _write_pattern(document, kind)


def _write_pattern(document: DocumentObject, kind: TableFields) -> None:
    table = document.add_table(2, len(kind.columns), style=document.styles[Style.TABLE])
    table.autofit = False
    _describe(table, kind.title)
    for index, column in enumerate(kind.columns):
        table.columns[index].width = Mm(column.width)
        for row, style, text in (
            (0, Style.TABLE_HEADING, column.heading),
            (1, Style.TABLE_TEXT, f"{{{{ {column.name} }}}}"),
        ):
            cell = table.cell(row, index)
            cell.width = Mm(column.width)
            cell.paragraphs[0].style = document.styles[style]
            cell.paragraphs[0].add_run(text)
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no words for it
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


def _describe(table: Table, title: str) -> None:
    """Give a table its title and description, for those who cannot see it."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no words for it
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(
        parse_xml(
            f'<w:tblLook {nsdecls("w")} w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        )
    )
    for name, text in (("w:tblCaption", title), ("w:tblDescription", DESCRIPTION)):
        element = OxmlElement(name)
        element.set(qn("w:val"), text)
        properties.append(element)
