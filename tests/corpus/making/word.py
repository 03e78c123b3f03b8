"""A paper as a Word document."""

import io
import re
import zipfile
from datetime import datetime
from html import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.corpus.making.source import NOTE, Block, Source

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - the properties of Word hold no zone


class Typist:
    """A Word document as it is written."""

    def __init__(self, source: Source) -> None:
        self.looks = source.looks
        self.document: WordDocument = Document()
        self.notes: list[str] = []
        self.places: dict[str, int] = {}
        self.line = 0
        self.table: Table | None = None
        section = self.document.sections[0]
        section.header.paragraphs[0].text = "\t".join(self.looks.get("head", ()))
        section.footer.paragraphs[0].text = "\t".join(self.looks.get("foot", ()))

    def words(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        """Write words with their footnotes."""
        for at, piece in enumerate(NOTE.split(text)):
            if at % 2 == 0:
                paragraph.add_run(piece).bold = bold or None
                continue
            self.notes.append(piece)
            run = paragraph.add_run()
            run.font.superscript = True
            xml = f'<w:footnoteReference {nsdecls("w")} w:id="{len(self.notes) + 1}"/>'
            run._r.append(parse_xml(xml))  # noqa: SLF001 - python-docx has no footnotes

    def row(self, cells: tuple[str, ...]) -> None:
        """Write a row of a table."""
        if self.table is None:
            self.table = self.document.add_table(rows=0, cols=len(cells))
            self.table.style = "Table Grid"
        for cell, text in zip(self.table.add_row().cells, cells, strict=True):
            self.words(cell.paragraphs[0], text)

    def heading(self, block: Block) -> None:
        """Write a heading, in its style or only bold as hurried people do."""
        if self.looks.get("headings", "style") == "style":
            self.words(self.document.add_paragraph(style=f"Heading {block.level}"), block.text)
        else:
            self.words(self.document.add_paragraph(), block.text, bold=True)

    def item(self, block: Block) -> None:
        """Write an item of a list, in its style or with a typed bullet."""
        bullet = self.looks.get("bullet")
        if block.kind == "number":
            self.words(self.document.add_paragraph(style="List Number"), block.text)
        elif bullet is None:
            self.words(self.document.add_paragraph(style="List Bullet"), block.text)
        else:
            self.words(self.document.add_paragraph(), f"{bullet}\t{block.text}".lstrip("\t"))

    def block(self, block: Block) -> None:
        """Write a block; empty lines are left to the styles."""
        if block.kind in {"blank", "columns"}:
            return
        if block.kind != "row":
            self.table = None
        if block.kind == "page":
            self.document.paragraphs[-1].add_run().add_break()
            return
        self.line += 1
        for name in block.names:
            self.places[name] = self.line
        if block.kind == "row":
            self.row(block.cells)
        elif block.kind == "heading":
            self.heading(block)
        elif block.kind in {"item", "number"}:
            self.item(block)
        else:
            self.words(self.document.add_paragraph(), block.text)

    def add_notes(self) -> None:
        """Write the footnotes into a part of their own."""
        if not self.notes:
            return
        pieces = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
            f'<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            for number, text in enumerate(self.notes, start=2)
        )
        apart = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p>'
            "</w:footnote>"
            for number, kind, sign in (
                (0, "separator", "separator"),
                (1, "continuationSeparator", "continuationSeparator"),
            )
        )
        xml = f"<w:footnotes {nsdecls('w')}>{apart}{pieces}</w:footnotes>"
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, xml.encode(), package)
        self.document.part.relate_to(part, NOTES_LINK)


def make_word(source: Source) -> tuple[bytes, dict[str, int | None]]:
    """Return the bytes of a Word document, and the paragraphs of its named places."""
    typist = Typist(source)
    for block in source.blocks:
        typist.block(block)
    typist.add_notes()
    core = typist.document.core_properties
    core.author, core.created, core.modified = "RevTrack", MADE, MADE
    core.title = source.looks.get("property_title", "")
    core.comments = ""
    _lighten(typist.document)
    buffer = io.BytesIO()
    typist.document.save(buffer)
    return _still(buffer.getvalue()), dict(typist.places)


def _lighten(document: WordDocument) -> None:
    """Take out the looks that python-docx brings and no paper uses; write in Swedish."""
    styles = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    for style in list(styles.iter(qn("w:style"))):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in {"TableGrid", "TableNormal"}:
            styles.remove(style)
    for number, link in list(document.part.rels.items()):
        if link.reltype.endswith("stylesWithEffects"):
            del document.part.rels[number]


def _still(content: bytes) -> bytes:
    """Return a zip with the same times each time it is made, without its thumbnail."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name[0] != "[", name)):
            if "thumbnail" in name:
                continue
            written = old.read(name)
            if name == "_rels/.rels":
                written = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", written)
            new.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), written, zipfile.ZIP_DEFLATED
            )
    return buffer.getvalue()
