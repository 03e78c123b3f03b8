"""Where a secret may hide in a picture."""

import struct
import zlib

from tests.documents.publishing.planting import R_TYPE, SECRET, Plant, part

_RELATIONS = f'xmlns:r="{R_TYPE.rstrip("/")}"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
SAID = SECRET.encode("latin-1")
SIZE = (20, 20)
"""Dots across and down: enough for a secret to be seen, were it kept."""


def shown(described: str = "Diagram", told: str = "", within: str = "") -> str:
    """Return a paragraph that shows a picture."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline {_WP}><wp:extent cx="90000" cy="90000"/>'
        f'<wp:docPr id="1" name="Bild" descr="{described}" {told}/><a:graphic {_A}>'
        f'<a:graphicData uri="{_PIC[11:-1]}"><pic:pic {_PIC}><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{SECRET}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip {_RELATIONS} r:embed="rIdX9"/>{within}</pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def placed(content: bytes, ending: str = "png", **looks: str) -> Plant:
    """Plant a picture in the text, under a name that tells."""
    return part(f"word/media/{SECRET}.{ending}", content, "image", seen=shown(**looks))


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a piece of a PNG."""
    checked = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checked)


def png(extra: bytes = b"", tail: bytes = b"", beyond: bytes = b"", colours: bytes = b"") -> bytes:
    """Return a white picture, with what is planted in it."""
    header = struct.pack(">IIBBBBB", *SIZE, 8, 3 if colours else 0, 0, 0, 0)
    dots = (b"\0" + b"\xff" * SIZE[0]) * SIZE[1]
    palette = chunk(b"PLTE", b"\xff" * 768 + colours) if colours else b""
    packed = chunk(b"IDAT", zlib.compress(dots + beyond))
    body = chunk(b"IHDR", header) + palette + extra + packed + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body + tail


def segment(marker: int, data: bytes) -> bytes:
    """Return a piece of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(
    before: bytes = b"", after: bytes = b"", tail: bytes = b"", thumbnail: bytes = b""
) -> bytes:
    """Return a grey picture, with what is planted in it."""
    lead = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1" + bytes((len(thumbnail) // 3, 1)) + thumbnail)
    frame = segment(0xC0, struct.pack(">BHHB", 8, 8, 8, 1) + b"\1\x11\0")
    tables = segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC4, b"\0" + b"\1" + b"\0" * 15 + b"\0")
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x2a\xff\x00\x55"
    return b"\xff\xd8" + lead + before + tables + frame + scan + after + b"\xff\xd9" + tail


PICTURES: dict[str, bytes] = {
    "its name alone": png(),
    "text in a PNG": png(extra=chunk(b"tEXt", b"Author\0" + SAID)),
    "packed text in a PNG": png(extra=chunk(b"zTXt", b"Author\0\0" + zlib.compress(SAID))),
    "XMP in a PNG": png(extra=chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET.encode())),
    "a frame of an animation": png(extra=chunk(b"fdAT", b"\0\0\0\1" + zlib.compress(SAID * 9))),
    "a profile of colours": png(extra=chunk(b"iCCP", b"x\0\0" + zlib.compress(SAID))),
    "after a PNG": png(tail=SAID),
    "after its dots": png(beyond=SAID),
    "beyond its colours": png(colours=SAID + b"\0" * 6),
    "in a measure of dots": png(extra=chunk(b"pHYs", b"\0" * 9 + SAID)),
    "remark in a JPEG": jpeg(before=segment(0xFE, SAID)),
    "remark after the dots": jpeg(after=segment(0xFE, SAID)),
    "Exif": jpeg(before=segment(0xE1, b"Exif\0\0" + SAID)),
    "IPTC": jpeg(before=segment(0xED, b"Photoshop 3.0\0" + SAID)),
    "small picture in the lead": jpeg(thumbnail=SAID[:15]),
    "small picture by itself": jpeg(before=segment(0xE0, b"JFXX\0\x10" + SAID)),
    "after the sign of Adobe": jpeg(before=segment(0xEE, b"Adobe\0\x64" + b"\0" * 5 + SAID)),
    "after a JPEG": jpeg(tail=SAID + b"\xff\xd9"),
}
"""Pictures that show nothing of it."""
REFUSED: dict[str, tuple[bytes, str]] = {
    "GIF": (b"GIF89a\x01\0\x01\0\0\0\0!\xfe\x12" + SAID + b"\0;", "gif"),
    "EMF": (b"\x01\0\0\0" + SECRET.encode("utf-16-le"), "emf"),
    "SVG": (f"<svg xmlns='http://www.w3.org/2000/svg'><!--{SECRET}--></svg>".encode(), "svg"),
    "damaged PNG": (png()[:60] + SAID, "png"),
    "damaged JPEG": (jpeg()[:40] + SAID, "jpeg"),
}
"""Pictures that nobody can look through."""
