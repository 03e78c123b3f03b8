"""Faults planted in sound Word documents: a part's text changed, or something put at the end."""

import re
from dataclasses import dataclass

from revtrack.documents.office import package

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@dataclass(frozen=True)
class Planted:
    """A fault: the code it is found by, and how it is planted."""

    code: str
    part: str
    pattern: str
    instead: str

    def into(self, content: bytes) -> bytes:
        """Return the document with the fault in it."""
        parts = package.read_parts(content)
        text = parts[self.part].decode()
        damaged, count = re.subn(self.pattern, self.instead, text, count=1, flags=re.DOTALL)
        assert count == 1, self.pattern
        return package.write_parts({**parts, self.part: damaged.encode()})


def added(code: str, xml: str) -> Planted:
    """Return a fault that stands at the end of the text."""
    before_end = r"(?=<w:sectPr(?:(?!<w:sectPr).)*</w:body>)"
    return Planted(code, DOCUMENT, before_end, xml.replace("\\", "\\\\"))


def paragraph(text: str, looks: str = "", style: str = "") -> str:
    """Return a paragraph of one run."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def drawing(kind: str, inside: str = "", description: str = "") -> str:
    """Return a paragraph with a drawing that stands in the line or floats."""
    spaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return (
        f'<w:p><w:r><w:drawing><wp:{kind} {spaces}><wp:docPr id="900" name="Bild" '
        f'descr="{description}"/><a:graphic>{inside}</a:graphic></wp:{kind}></w:drawing></w:r></w:p>'
    )
