"""Office files as zip archives: read whole, scrubbed; the same parts give the same bytes."""

import io
import re
import zipfile
from datetime import date
from xml.sax.saxutils import escape

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; a file's parts carry no time of their own."""

_FILE_RIGHTS = 0o644 << 16
_UNIX = 3
_DROPPED = re.compile(
    r"docProps/(custom\.xml|thumbnail\.\w+)$|customXml/|word/stylesWithEffects\.xml"
)
_RSID = re.compile(rb' w:rsid\w*="[^"]*"')
_RSIDS = re.compile(rb"<w:rsids>.*?</w:rsids>", re.DOTALL)
_RELATIONSHIP = re.compile(rb"<Relationship [^>]*?(?:/>|>\s*</Relationship>)")
_OVERRIDE = re.compile(rb"<Override [^>]*?(?:/>|>\s*</Override>)")


def read_parts(archive: bytes) -> dict[str, bytes]:
    """Return the parts of an office file by name, in the archive's order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def write_parts(parts: dict[str, bytes]) -> bytes:
    """Return the parts as an archive without times; the list of content types stands first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE_RIGHTS
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def core_properties(*, title: str, author: str, on: date, identifier: str = "") -> bytes:
    """Return the part that names a document's title, its author (the office) and its day.

    ``identifier`` is what a form that is sent out is known by when it comes back.
    """
    known_by = f"<dc:identifier>{escape(identifier)}</dc:identifier>" if identifier else ""
    moment = f"{on.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"{known_by}<dc:language>sv-SE</dc:language>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """Return the part that names the program; no company, no editing time."""
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'extended-properties"><Application>RevTrack</Application></Properties>'
    )


def scrub(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without custom properties, thumbnails and the marks of editing sessions."""
    kept = {name: part for name, part in parts.items() if not _DROPPED.match(name)}
    for name, part in kept.items():
        if name.endswith(".xml") and name.startswith("word/"):
            kept[name] = _RSIDS.sub(b"", _RSID.sub(b"", part))
    gone = [name.removeprefix("word/").encode() for name in parts if name not in kept]
    if gone:
        types = "[Content_Types].xml"
        kept[types] = _without(kept[types], _OVERRIDE, gone)
        for rels in ("_rels/.rels", "word/_rels/document.xml.rels"):
            if rels in kept:
                kept[rels] = _without(kept[rels], _RELATIONSHIP, gone)
    return kept


def _without(part: bytes, pattern: re.Pattern[bytes], names: list[bytes]) -> bytes:
    return pattern.sub(
        lambda found: b"" if any(name in found[0] for name in names) else found[0], part
    )
