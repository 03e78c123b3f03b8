"""Pictures, charts, drawings, text boxes and links of a Word document."""

import re
from collections.abc import Iterator

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word_file import Paragraph, WordFile, shortened, text_of
from revtrack.documents.accessibility.word_styles import Element, W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VAGUE = {"här", "klicka här", "läs mer", "läs mer här", "länk", "mer", "se här", "mer information"}
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


def objects(file: WordFile) -> Iterator[Finding]:
    """Yield objects that a screen reader cannot tell of, or comes to at the wrong place."""
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            yield from _of_run(run, paragraph)
        yield from _links(paragraph)
        if (
            paragraph.properties is not None
            and paragraph.properties.find(f"{W}framePr") is not None
        ):
            yield Finding(flaws.TEXT_BOX, paragraph.place)


def _of_run(run: Element, paragraph: Paragraph) -> Iterator[Finding]:
    for drawing in run.iter(f"{W}drawing"):
        floats = drawing.find(f"{WP}anchor") is not None
        if drawing.find(f".//{W}txbxContent") is not None:
            yield Finding(flaws.TEXT_BOX, paragraph.place)
            continue
        if floats:
            yield Finding(flaws.FLOATING, paragraph.place)
        if not _is_described(drawing):
            yield Finding(flaws.NO_ALTERNATIVE_TEXT, paragraph.place)
    for picture in (each for name in ("pict", "object") for each in run.iter(f"{W}{name}")):
        if picture.find(f".//{W}txbxContent") is not None:
            yield Finding(flaws.TEXT_BOX, paragraph.place)
        elif not _is_told(picture):
            yield Finding(flaws.NO_ALTERNATIVE_TEXT, paragraph.place)


def _is_described(drawing: Element) -> bool:
    named = drawing.find(f"*/{WP}docPr")
    if named is None:
        return False
    decorates = any(each.get("val") == "1" for each in named.iter(DECORATIVE))
    return decorates or bool((named.get("descr") or "").strip())


def _is_told(picture: Element) -> bool:
    shapes = [each for each in picture.iter() if each.tag in {f"{VML}shape", f"{VML}rect"}]
    return all((each.get("alt") or "").strip() for each in shapes)


def _links(paragraph: Paragraph) -> Iterator[Finding]:
    for link in paragraph.element.iter(f"{W}hyperlink"):
        text = " ".join(text_of(link).split())
        if not text or says_nothing(text):
            yield Finding(flaws.VAGUE_LINK, paragraph.place, {"text": shortened(text)})


def says_nothing(text: str) -> bool:
    """Tell whether the text of a link is an address or one of the words that fit any link."""
    return text.casefold().strip(" .:>»") in _VAGUE or _ADDRESS.fullmatch(text) is not None
