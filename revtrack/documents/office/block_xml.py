"""Blocks as the XML of a Word document, in the template's own styles.

Text is spliced in as strings: building a table through an object for each cell takes a hundred
times as long, and grows with the square of the rows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from revtrack.documents.office.blocks import (
    Block,
    Bullets,
    Contents,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Signatures,
    Style,
    Table,
)
from revtrack.documents.office.column_widths import fitted
from revtrack.documents.office.form_blocks import Asked, FormBlock, FormTable
from revtrack.documents.office.form_xml import FormWriter

TWIPS_PER_MM = 1440 / 25.4
MAX_CONTENTS_LEVEL = 2
STAYS_WHOLE = "<w:keepLines/>"
KEEPS_WHAT_IS_BEFORE = (Bullets, Numbered, Table, Signatures)
AIR_AFTER_TABLE = '<w:spacing w:before="160"/>'

CELL_END = "</w:t></w:r></w:p></w:tc>"
SEPARATOR = "\x1f"
"""Between the cells of a row; no cleaned text holds it."""

_WITH_CARE = ("\n", "\t", " \x1f", "\x1f ", "\x1f\x1f")
NO_BREAK = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_DAY_AMID_TEXT = re.compile("([0-9]{4})(?<=[ \u00a0(][0-9]{4})-([0-9]{2})-([0-9]{2})")
"""Looks behind itself only where digits stand: most signs of a long table are letters."""
_BREAKS = re.compile("[\n\t]")


@dataclass
class Writer:
    """Writes blocks as XML and remembers what the rest of the file must be told of them."""

    style_ids: dict[str, str]
    """The template's style ids by the styles' names in lower case."""
    headings: Sequence[Heading] = ()
    """All headings of the document in order, for a table of contents."""
    numbered_lists: int = 0
    """How many numbered lists have been written; each needs a numbering of its own."""
    first_list_id: int = 1
    bookmarks: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Make the writer of what is filled in."""
        self._forms = FormWriter.made(self._style)

    def write(self, blocks: Iterable[Block | FormBlock]) -> str:
        """Return the blocks as XML, in order.

        A paragraph right after a table gets some air; one before a list, a table or signatures
        stays with it, and so does the last row of a last table with what the template puts there.
        """
        listed = list(blocks)
        parts = []
        for before, block, after in zip([None, *listed], listed, [*listed[1:], None], strict=False):
            properties = "<w:keepNext/>" if isinstance(after, KEEPS_WHAT_IS_BEFORE) else ""
            properties += AIR_AFTER_TABLE if isinstance(before, Table) else ""
            parts.append(self._block(block, properties, is_last=after is None))
        return "".join(parts)

    def _block(self, block: Block | FormBlock, properties: str, *, is_last: bool) -> str:
        match block:
            case Heading():
                xml = self._heading(block)
            case Paragraph():
                xml = self._paragraph(block.text, block.style, properties)
            case Bullets():
                xml = "".join(self._item(item, Style.BULLET) for item in block.items)
            case Numbered():
                xml = self._numbered(block)
            case Table():
                xml = self._table(block, keeps_what_follows=is_last)
            case Signatures():
                xml = self._signatures(block)
            case Contents():
                xml = self._contents(block)
            case Asked() | FormTable():
                xml = self._forms.write(block)
        return xml

    def _style(self, name: str, element: str = "pStyle") -> str:
        style_id = self.style_ids.get(name.lower())
        return f"<w:{element} w:val={quoteattr(style_id)}/>" if style_id else ""

    def _paragraph(self, text: str, style: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{self._style(style)}{properties}</w:pPr>{run(text)}</w:p>"

    def _heading(self, block: Heading) -> str:
        self.bookmarks += 1
        number = self.bookmarks
        page = "<w:pageBreakBefore/>" if block.starts_page else ""
        return (
            f"<w:p><w:pPr>{self._style(f'heading {block.level}')}{page}</w:pPr>"
            f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(number)}"/>'
            f'{run(block.text)}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _item(self, item: Item, style: Style, properties: str = "") -> str:
        label = run(f"{item.label} ", bold=True) if item.label else ""
        return f"<w:p><w:pPr>{self._style(style)}{properties}</w:pPr>{label}{run(item.text)}</w:p>"

    def _numbered(self, block: Numbered) -> str:
        number = self.first_list_id + self.numbered_lists
        self.numbered_lists += 1
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(self._item(item, Style.NUMBERED, numbering) for item in block.items)

    def _signatures(self, block: Signatures) -> str:
        """Return all places to sign on one page: each paragraph stays with the one after it."""
        lines = [(line, Style.SIGNATURE_LINE) for line in block.above]
        for signatory in block.signatories:
            first, *others = signatory
            lines += [(first, Style.SIGNATURE), *((line, Style.SIGNATURE_LINE) for line in others)]
        *before, last = lines
        return "".join(
            self._paragraph(line, style, f"<w:keepNext/>{STAYS_WHOLE}") for line, style in before
        ) + self._paragraph(*last, STAYS_WHOLE)

    def _table(self, block: Table, *, keeps_what_follows: bool) -> str:
        widths = [round(mm * TWIPS_PER_MM) for mm in fitted(block.columns, block.rows)]
        cell = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        rows = list(block.rows)
        last = rows.pop() if block.has_total and rows else None
        texts = [column.title for column in block.columns]
        parts = [
            self._paragraph(block.title, Style.CAPTION),
            self._table_start(block, widths),
            self._row(cell, texts, Style.TABLE_HEADING, "<w:tblHeader/>"),
        ]
        together = "<w:keepNext/>" if block.stays_together else ""
        after = "<w:keepNext/>" if keeps_what_follows else ""
        if last is None and rows and after:
            *rows, closing = rows
            parts.extend(self._rows(cell, rows, together))
            parts.append(self._row(cell, closing, Style.TABLE_TEXT, "", after))
        else:
            parts.extend(self._rows(cell, rows, together))
        if last is not None:
            parts.append(self._row(cell, last, Style.TABLE_TOTAL, "", after))
        parts.append("</w:tbl>")
        return "".join(parts)

    def _table_start(self, block: Table, widths: Sequence[int]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f"<w:tbl><w:tblPr>{self._style(Style.TABLE, 'tblStyle')}"
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(block.title)}/>"
            f"<w:tblDescription w:val={quoteattr(block.description)}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def _rows(
        self, cell: Sequence[str], rows: Sequence[Sequence[str]], properties: str
    ) -> Iterator[str]:
        """Yield the rows; one whose texts hold no breaks goes into a ready-made pattern at once."""
        paragraph = f"<w:p><w:pPr>{self._style(Style.TABLE_TEXT)}{properties}</w:pPr><w:r><w:t>"
        pattern = "".join(
            f"{start}{paragraph}".replace("%", "%%") + f"%s{CELL_END}" for start in cell
        )
        pattern = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{pattern}</w:tr>"
        for row in rows:
            texts = _unbroken_days(escape(SEPARATOR.join(row)))
            if texts != texts.strip(" ") or any(sign in texts for sign in _WITH_CARE):
                yield self._row(cell, row, Style.TABLE_TEXT, "", properties)
            else:
                yield pattern % tuple(texts.split(SEPARATOR))

    def _row(
        self,
        cell: Sequence[str],
        texts: Sequence[str],
        style: Style,
        row_properties: str = "",
        properties: str = "",
    ) -> str:
        cells = "".join(
            start
            + "".join(self._paragraph(line, style, properties) for line in text.split("\n"))
            + "</w:tc>"
            for start, text in zip(cell, texts, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{row_properties}</w:trPr>{cells}</w:tr>"

    def _contents(self, block: Contents) -> str:
        entries = [
            (number, heading)
            for number, heading in enumerate(self.headings, start=1)
            if heading.level <= MAX_CONTENTS_LEVEL
        ]
        return self._paragraph(block.title, Style.CONTENTS_HEADING) + "".join(
            f"<w:p><w:pPr>{self._style(f'toc {heading.level}')}</w:pPr>"
            f'<w:hyperlink w:anchor="{_bookmark(number)}" w:history="1">{run(heading.text)}'
            f"<w:r><w:tab/></w:r>{page_reference(_bookmark(number))}</w:hyperlink></w:p>"
            for number, heading in entries
        )


def _bookmark(number: int) -> str:
    return f"_Rubrik{number}"


def page_reference(bookmark: str) -> str:
    """Return a field that shows the page of a bookmark; Word and LibreOffice fill it in."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>–</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def run(text: str, *, bold: bool = False) -> str:
    """Return the text as one run, its line breaks and tabs as Word's own; nothing for no text."""
    if not text:
        return ""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    shown = _unbroken_days(_inline(escape(text)))
    return f'<w:r>{properties}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def _unbroken_days(escaped: str) -> str:
    """Let no line end within a day that stands amid text; one that stands alone has its width."""
    return _DAY_AMID_TEXT.sub(rf"\1{NO_BREAK}\2{NO_BREAK}\3", escaped)


def _inline(escaped: str) -> str:
    if "\n" not in escaped and "\t" not in escaped:
        return escaped
    return _BREAKS.sub(
        lambda found: (
            f'</w:t>{"<w:br/>" if found[0] == chr(10) else "<w:tab/>"}<w:t xml:space="preserve">'
        ),
        escaped,
    )
