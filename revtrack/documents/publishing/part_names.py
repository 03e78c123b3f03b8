"""The plain names that the parts of a published file have, and the kinds they are told as."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from revtrack.documents.publishing.pictures import ending

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OPEN = "application/vnd.openxmlformats-officedocument."
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = {
    "word": ("word/document", "wordprocessingml.document.main+xml"),
    "xl": ("xl/workbook", "spreadsheetml.sheet.main+xml"),
}
_OF_BASE = {"word": "wordprocessingml", "xl": "spreadsheetml"}
_SINGLE = frozenset(
    {"styles", "settings", "numbering", "fontTable", "footnotes", "endnotes", "sharedStrings"}
)
_FOLDERS = {
    "theme": "theme/theme",
    "image": "media/image",
    "chart": "charts/chart",
    "worksheet": "worksheets/sheet",
    "chartsheet": "chartsheets/sheet",
    "table": "tables/table",
    "drawing": "drawings/drawing",
}
_OTHER_TYPES = {
    "theme": "theme+xml",
    "chart": "drawingml.chart+xml",
    "drawing": "drawing+xml",
}


def kind_in_full(kind: str) -> str:
    """Return what a relation is called in a file by the last word of its kind."""
    return _RELATION + kind


def plain_name(kind: str, base: str, content: bytes, taken: set[str]) -> str:
    """Return the name of a part by what leads to it; ``base`` is the folder of the whole file."""
    if kind == "officeDocument":
        return f"{_MAIN[base][0]}.xml"
    stem = f"{base}/{_FOLDERS.get(kind, kind)}"
    after = ending(content) if kind == "image" else "xml"
    number = 1
    while (name := f"{stem}{'' if kind in _SINGLE and number == 1 else number}.{after}") in taken:
        number += 1
    return name


def types_of(kinds: Mapping[str, str], base: str) -> bytes:
    """Return the list of what each part is, by name and what leads to it."""
    lines = [
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        *(
            f'<Default Extension="{each}" ContentType="image/{each}"/>'
            for each in ("png", "jpeg")
            if any(name.endswith(f".{each}") for name in kinds)
        ),
        *(
            f'<Override PartName={quoteattr("/" + name)} ContentType="{_OPEN}{_type(kind, base)}"/>'
            for name, kind in sorted(kinds.items())
            if kind != "image"
        ),
    ]
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{space}">{"".join(lines)}</Types>'
    ).encode()


def _type(kind: str, base: str) -> str:
    if kind == "officeDocument":
        return _MAIN[base][1]
    return _OTHER_TYPES.get(kind) or f"{_OF_BASE[base]}.{kind}+xml"
