"""Fields to fill in as the XML of a Word document: content controls within bookmarks.

Word knows a field by its control's tag; LibreOffice 7.4 drops the tags when it saves and keeps the
bookmarks, so each field has both, of the same name. Texts are rich text controls: those for plain
text become fields in LibreOffice that cannot be typed in while the rest of the form is locked.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from revtrack.documents.office.form_blocks import (
    Asked,
    Field,
    Filled,
    FormBlock,
    FormStyle,
    FormTable,
)

TWIPS_PER_MM = 1440 / 25.4
FIRST_ID = 1_000_000
"""Of bookmarks and controls; headings have lower ones."""

_KINDS = {
    Filled.TEXT: "",
    Filled.DAY: (
        '<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="sv-SE"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    ),
}


@dataclass
class FormWriter:
    """Writes the blocks of a form as XML."""

    style: Callable[..., str]
    """Gives the XML that names a style: its name, and the element where it is no paragraph's."""
    ids: Iterator[int]

    @classmethod
    def made(cls, style: Callable[..., str]) -> "FormWriter":
        """Return a writer for one document."""
        return cls(style, count(FIRST_ID))

    def write(self, block: FormBlock) -> str:
        """Return a block as XML."""
        return self._asked(block) if isinstance(block, Asked) else self._table(block)

    def _asked(self, block: Asked) -> str:
        text = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, block.text.split("\n")))
        run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        properties = f"<w:pPr>{self.style(FormStyle.ASKED)}<w:keepNext/></w:pPr>"
        return f"<w:p>{properties}{self._marked(block.name, run)}</w:p>"

    def _marked(self, name: str, inner: str) -> str:
        number = next(self.ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _table(self, block: FormTable) -> str:
        widths = [round(column.width * TWIPS_PER_MM) for column in block.columns]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        header = [column.title for column in block.columns]
        rows = [self._row(widths, header, is_header=True)]
        last = None if block.keeps_what_follows else block.rows[-1]
        rows += [self._row(widths, row, is_last=row is last) for row in block.rows]
        return (
            f"<w:tbl><w:tblPr>{self.style(FormStyle.TABLE, 'tblStyle')}"
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(block.title)}/>"
            f"<w:tblDescription w:val={quoteattr(block.description)}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(
        self,
        widths: list[int],
        cells: Sequence[str | Field],
        *,
        is_header: bool = False,
        is_last: bool = False,
    ) -> str:
        together = "" if is_last else "<w:keepNext/>"
        repeated = "<w:tblHeader/>" if is_header else ""
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._cell(cell, together)}</w:tc>"
            for width, cell in zip(widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"

    def _cell(self, cell: str | Field, together: str) -> str:
        if isinstance(cell, Field):
            style, inner = FormStyle.FIELD, self._marked(cell.name, self._control(cell))
        else:
            style, inner = FormStyle.LABEL, f"<w:r><w:t>{escape(cell)}</w:t></w:r>"
        return f"<w:p><w:pPr>{self.style(style)}{together}</w:pPr>{inner}</w:p>"

    def _control(self, cell: Field) -> str:
        hint = (
            f"<w:rPr>{self.style(FormStyle.HINT, 'rStyle')}</w:rPr><w:t>{escape(cell.hint)}</w:t>"
        )
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(cell.title)}/>"
            f'<w:tag w:val={quoteattr(cell.name)}/><w:id w:val="{next(self.ids)}"/>'
            f'<w:lock w:val="sdtLocked"/><w:showingPlcHdr/>{_kind(cell)}</w:sdtPr>'
            f"<w:sdtContent><w:r>{hint}</w:r></w:sdtContent></w:sdt>"
        )


def _kind(cell: Field) -> str:
    if cell.filled is not Filled.CHOICE:
        return _KINDS[cell.filled]
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(each)} w:value={quoteattr(each)}/>"
        for each in cell.choices
    )
    return f"<w:dropDownList>{items}</w:dropDownList>"
