"""PDFs made by hand, so that a test says where each word stands."""

import io
from collections.abc import Iterable, Sequence

from pypdf import PdfReader, PdfWriter

WIDTH, HEIGHT = 595, 842
LEFT, TOP, PITCH = 70, 780, 14


def pdf(pages: Sequence[str | bytes], *, turned: int = 0) -> bytes:
    """Return a PDF with a page for each of these contents, in the language of PDF pages."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        content = page.encode("cp1252") if isinstance(page, str) else page
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % (WIDTH, HEIGHT, turned, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    made = io.BytesIO(b"%PDF-1.4\n")
    made.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    made.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    made.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return made.getvalue()


def at(x: float, y: float, text: str, *, size: float = 11, bold: bool = False) -> str:
    """Return a text at a place counted from the lower left corner."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if bold else 1} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(said: Iterable[str], *, x: float = LEFT, top: float = TOP, pitch: float = PITCH) -> str:
    """Return lines under one another; an empty one leaves room, ``# `` makes a heading."""
    made = []
    for place, text in enumerate(said):
        is_heading = text.startswith("# ")
        size = 15 if is_heading else 11
        if text:
            y = top - place * pitch
            made.append(at(x, y, text.removeprefix("# "), size=size, bold=is_heading))
    return "".join(made)


def rule(left: float, bottom: float, right: float, top: float) -> str:
    """Return a line that is drawn, half a point thick."""
    return f"0.5 w {left} {bottom} m {right} {top} l S\n"


def locked(content: bytes, password: str) -> bytes:
    """Return a PDF that asks for a password, or, for "", only says what may be done with it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user_password=password, owner_password="ägare", algorithm="AES-128")  # noqa: S106
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
"""A page that is nothing but a picture."""
