"""Blocks as the XML of a Word document, in the template's own styles.

Text is spliced in as strings: building a table through an object for each cell takes a hundred
times as long, and grows with the square of the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from revtrack.documents.fields.field import TableFields
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
from revtrack.documents.office.chart_block import ChartWriter
from revtrack.documents.office.charts import Chart
from revtrack.documents.office.form_blocks import Asked, FormBlock, FormTable
from revtrack.documents.office.form_xml import FormWriter
from revtrack.documents.office.patterns import Pattern
from revtrack.documents.office.table_xml import TableWriter
from revtrack.documents.office.text_xml import run

MAX_CONTENTS_LEVEL = 2
STAYS_WHOLE = "<w:keepLines/>"
KEEPS_WHAT_IS_BEFORE = (Bullets, Numbered, Table, Signatures)
AIR_AFTER_TABLE = '<w:spacing w:before="160"/>'
AIR_AFTER_LIST = '<w:spacing w:before="80"/>'
_A_PAIR = 2


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
    charts: ChartWriter = field(init=False)
    """Knows which charts have been written; each needs a part of its own."""

    def __post_init__(self) -> None:
        """Make the writer of what is filled in."""
        self._forms = FormWriter.made(self._style)
        self._tables = TableWriter(self._style)
        self.charts = ChartWriter(self._style)

    def write(
        self,
        blocks: Iterable[Block | FormBlock],
        kinds: Sequence[TableFields] = (),
        patterns: Sequence[Pattern] = (),
        *,
        holds_what_follows: bool = True,
    ) -> str:
        """Return the blocks as XML, in order; tables of these kinds follow their patterns.

        A paragraph right after a table or a list gets some air; one before a list, a table or
        signatures stays with it, and so does the last row of a last table with what the template
        puts there, unless that is other blocks.
        """
        self._tables = TableWriter(self._style, kinds, patterns)
        listed = list(blocks)
        parts = []
        for before, block, after in zip([None, *listed], listed, [*listed[1:], None], strict=False):
            stays = isinstance(after, KEEPS_WHAT_IS_BEFORE)
            stays |= isinstance(block, Paragraph | Bullets) and block.keeps_next
            properties = "<w:keepNext/>" if stays else ""
            properties += _air_after(before)
            is_last = after is None and holds_what_follows
            parts.append(self._block(block, properties, is_last=is_last))
        return "".join(parts)

    def _block(self, block: Block | FormBlock, properties: str, *, is_last: bool) -> str:
        match block:
            case Heading():
                xml = self._heading(block)
            case Paragraph():
                xml = self._paragraph(block.text, block.style, properties)
            case Bullets():
                xml = self._bulleted(block)
            case Numbered():
                xml = self._numbered(block)
            case Table():
                xml = self._tables.write(block, keeps_what_follows=is_last)
            case Chart():
                xml = self.charts.write(block)
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

    def _bulleted(self, block: Bullets) -> str:
        held = _held(len(block.items), is_last_held=block.keeps_next)
        return "".join(
            self._item(item, Style.BULLET, each)
            for item, each in zip(block.items, held, strict=True)
        )

    def _numbered(self, block: Numbered) -> str:
        number = self.first_list_id + self.numbered_lists
        self.numbered_lists += 1
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(
            self._item(item, Style.NUMBERED, f"{each}{numbering}")
            for item, each in zip(block.items, _held(len(block.items)), strict=True)
        )

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


def _held(items: int, *, is_last_held: bool = False) -> list[str]:
    """Return what holds each item to what comes after it; the last is never alone on a page.

    The first is never held: a heading stays with it, and LibreOffice knows of no longer chain.
    """
    stay = "<w:keepNext/>"
    last = stay if is_last_held else ""
    return [*[""] * (items - 2), stay, last] if items > _A_PAIR else [*[""] * (items - 1), last]


def _air_after(before: Block | FormBlock | None) -> str:
    match before:
        case Table():
            return AIR_AFTER_TABLE
        case Bullets() | Numbered():
            return AIR_AFTER_LIST
        case _:
            return ""


def _bookmark(number: int) -> str:
    return f"_Rubrik{number}"


def page_reference(bookmark: str) -> str:
    """Return a field that shows the page of a bookmark; Word and LibreOffice fill it in.

    It is empty until then: where fields are not filled in, as in a protected view, the contents
    are headings to follow and no page is wrong.
    """
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
