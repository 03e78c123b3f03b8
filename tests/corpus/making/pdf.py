"""A paper as a PDF: pages with heads and feet, columns, tables, footnotes, or only a picture."""

import io
import re

from reportlab.lib.pagesizes import A4  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.corpus.making.damage import breaks
from tests.corpus.making.source import NOTE, Block, Source

FOLDER = "/usr/share/fonts/truetype"
EMBEDDED = {
    "sans": "liberation2/LiberationSans-Regular",
    "sans-bold": "liberation2/LiberationSans-Bold",
    "wide": "dejavu/DejaVuSans",
    "wide-bold": "dejavu/DejaVuSans-Bold",
    "signs": "dejavu/DejaVuSans",
}
BUILT_IN = {"serif": "Times-Roman", "serif-bold": "Times-Bold"}
"""Faces that every reader has, so that they are not in the file."""
WIDE, HIGH = A4
TOP, FOOT = HIGH - 80, 80
LEFT, RIGHT = 72, WIDE - 72
RAISED = re.compile(r"\x02(\d+)\x02")
SIZES = {1: 16, 2: 13, 3: 11}
GAP, TAB = 24, 90


def load_faces() -> None:
    """Make the fonts known; the one for bullets has signs that the others lack."""
    for name, file in EMBEDDED.items():
        pdfmetrics.registerFont(TTFont(name, f"{FOLDER}/{file}.ttf"))


def face_of(name: str) -> str:
    """Return a font by the name that a source gives it."""
    return BUILT_IN.get(name, name)


class Press:
    """A PDF as it is set, line by line."""

    def __init__(self, source: Source, pages: int) -> None:
        self.looks = source.looks
        self.face = face_of(self.looks.get("font", "sans"))
        self.bold = face_of(f"{self.looks.get('font', 'sans')}-bold")
        self.size: float = self.looks.get("size", 10.5)
        self.pages = pages
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.looks.get("property_title", ""))
        self.page, self.y = 1, TOP
        self.notes: list[str] = []
        self.note_number = self.number = 0
        self.left, self.right = LEFT, RIGHT
        self.column: int | None = None
        self.column_top = self.lowest = TOP
        self.rows: list[tuple[str, ...]] = []

    def wide(self, text: str, face: str, size: float) -> float:
        """Return how wide a text is set."""
        return float(pdfmetrics.stringWidth(RAISED.sub(r"\1", text), face, size))

    def bottom(self) -> float:
        """Return where the page's text must end: above its footnotes."""
        return FOOT + 11 * len(self.notes) + (8 if self.notes else 0)

    def furniture(self) -> None:
        """Set the page's head and foot, and its footnotes."""
        y = self.bottom() - 10
        for note in self.notes:
            self.canvas.setFont(self.face, 8)
            self.canvas.drawString(LEFT, y, note)
            y -= 11
        self.notes = []
        self.canvas.setFont(self.face, 9)
        for lines, at in (
            (self.looks.get("head", ()), HIGH - 40),
            (self.looks.get("foot", ()), 50),
        ):
            for step, words in enumerate(lines):
                here = words.replace("{page}", str(self.page)).replace("{pages}", str(self.pages))
                for x, piece in zip((LEFT, 260, 430), here.split("\t"), strict=False):
                    self.canvas.drawString(x, at - 12 * step, piece)

    def turn(self) -> None:
        """End the page."""
        self.furniture()
        self.canvas.showPage()
        self.page += 1
        self.y = self.column_top = TOP
        if self.column is not None:
            self.column = 0
            self.edges()

    def edges(self) -> None:
        """Set the left and right edge of the text."""
        middle = (LEFT + RIGHT) / 2
        if self.column is None:
            self.left, self.right = LEFT, RIGHT
        elif self.column == 0:
            self.left, self.right = LEFT, middle - GAP / 2
        else:
            self.left, self.right = middle + GAP / 2, RIGHT

    def columns(self, *, is_begun: bool) -> None:
        """Begin two columns here, or end them under the longer one."""
        if not is_begun and self.column == 1:
            self.y = min(self.y, self.lowest)
        self.column = 0 if is_begun else None
        self.column_top = self.y
        self.edges()

    def room(self, needed: float) -> None:
        """Go to the next column or page when so much does not fit."""
        if self.y - needed >= self.bottom():
            return
        if self.column == 0:
            self.column, self.y, self.lowest = 1, self.column_top, self.y
            self.edges()
        else:
            self.turn()

    def fill(self, text: str, room: float, face: str, size: float) -> list[str]:
        """Return a text in lines that are no wider than the room."""
        lines, line = [], ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.wide(longer, face, size) <= room or not line:
                line = longer
                continue
            rest = word
            for at in reversed(breaks(word)) if self.looks.get("hyphenate") else ():
                if self.wide(f"{line} {word[:at]}-", face, size) <= room:
                    line, rest = f"{line} {word[:at]}-", word[at:]
                    break
            lines.append(line)
            line = rest
        return [*lines, line]

    def draw(self, x: float, text: str, face: str, size: float) -> None:
        """Draw a line with its raised numbers."""
        for at, piece in enumerate(RAISED.split(text)):
            used, rise = (size * 0.6, size * 0.35) if at % 2 else (size, 0)
            self.canvas.setFont(face, used)
            for step, words in enumerate(piece.split("\t")):
                x = self.left + ((x - self.left) // TAB + 1) * TAB if step else x
                self.canvas.drawString(x, self.y + rise, words)
                x += float(pdfmetrics.stringWidth(words, face, used))

    def noted(self, text: str) -> str:
        """Return a text with its footnotes moved to the foot of the page."""
        while match := NOTE.search(text):
            self.note_number += 1
            self.notes.append(f"{self.note_number} {match.group(1)}")
            number = f"\x02{self.note_number}\x02"
            text = text[: match.start()] + number + text[match.end() :]
        return text

    def paragraph(self, text: str, mark: str = "", *, bold: bool = False, size: float = 0) -> None:
        """Set a paragraph, with a mark before its first line."""
        face, size = self.bold if bold else self.face, size or self.size
        text = self.noted(text)
        indent = 18 if mark else 0
        for at, line in enumerate(self.fill(text, self.right - self.left - indent, face, size)):
            self.room(size * 1.3)
            self.y -= size * 1.3
            if mark and at == 0:
                sign = face if mark[0].isalnum() else "signs"
                self.canvas.setFont(sign, size)
                self.canvas.drawString(self.left + 2, self.y, mark)
            self.draw(self.left + indent, line, face, size)

    def table(self) -> None:
        """Set the rows that were gathered, in a grid."""
        rows, self.rows = self.rows, []
        if not rows:
            return
        shares = self.looks.get("shares") or [1] * len(rows[0])
        if len(shares) != len(rows[0]):
            shares = [1] * len(rows[0])
        unit = (self.right - self.left) / sum(shares)
        widths = [share * unit for share in shares]
        for at, row in enumerate(rows):
            face = self.bold if at == 0 else self.face
            cells = [self.fill(c, w - 8, face, 9) for c, w in zip(row, widths, strict=True)]
            high = 12 * max(map(len, cells)) + 6
            self.room(high)
            x, top = self.left, self.y
            for lines, width in zip(cells, widths, strict=True):
                self.canvas.rect(x, top - high, width, high)
                for step, line in enumerate(lines):
                    self.y = top - 12 * (step + 1)
                    self.draw(x + 4, line, face, 9)
                x += width
            self.y = top - high

    def block(self, block: Block) -> None:
        """Set a block."""
        if block.kind == "row":
            self.rows.append(block.cells)
            return
        self.table()
        if block.kind in {"heading", "text"}:
            self.number = 0
        match block.kind:
            case "page":
                self.turn()
            case "columns":
                self.columns(is_begun=block.text == "[[[")
            case "blank":
                self.y -= self.size * 0.7
            case "heading":
                self.room(40)
                self.y -= 4
                self.paragraph(block.text, bold=True, size=SIZES[block.level])
            case "item":
                self.paragraph(block.text, self.looks.get("bullet", "•"))
            case "number":
                self.number += 1
                self.paragraph(block.text, f"{self.number}.")
            case _:
                self.paragraph(block.text)


def make_pdf(source: Source) -> tuple[bytes, dict[str, int | None]]:
    """Return the bytes of a PDF; the lines of its named places are not told."""
    load_faces()
    content, pages = b"", 1
    for _ in range(2):
        press = Press(source, pages)
        for block in source.blocks:
            press.block(block)
        press.table()
        press.furniture()
        press.canvas.showPage()
        press.canvas.save()
        pages, content = press.page, press.buffer.getvalue()
    if source.looks.get("scanned"):
        content = _scanned(content)
    if password := source.looks.get("password"):
        content = _locked(content, password)
    places: dict[str, int | None] = {name: None for block in source.blocks for name in block.names}
    return content, places


def _scanned(content: bytes) -> bytes:
    """Return the pages as pictures, as an office's scanner gives them."""
    import pypdfium2  # noqa: PLC0415 - only for the one scanned paper
    from reportlab.lib.utils import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        ImageReader,
    )

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in pypdfium2.PdfDocument(content):
        picture = page.render(scale=1.1).to_pil().convert("L").rotate(0.6, fillcolor=255)
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=30)
        canvas.drawImage(ImageReader(jpeg), 0, 0, WIDE, HIGH)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _locked(content: bytes, password: str) -> bytes:
    """Return the paper so that nobody can open it without its password."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only for the one locked paper

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
