"""Pictures of nothing but what is seen: not who took them, when, where or with what."""

import struct
import zlib

from revtrack.domain.errors import RevTrackError

_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST = 200_000_000
"""Bytes of a picture unpacked."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""Where each pass of an interlaced picture begins, and its steps, across and down."""
_SIZES = {b"gAMA": 4, b"sRGB": 1, b"pHYs": 9, b"cHRM": 32}
_JPEG = b"\xff\xd8"
_SCAN, _END, _JFIF, _ADOBE = 0xDA, 0xD9, 0xE0, 0xEE
_TABLES = frozenset({0xDB, 0xC4, 0xDD, 0xCC})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_STUFFED = frozenset({0x00, *range(0xD0, 0xD8)})
"""What may follow 0xFF among the dots themselves."""


def bare(content: bytes, part: str) -> bytes:
    """Return a picture written anew from its dots; the same picture gives the same bytes.

    Raises RevTrackError where it is neither PNG nor JPEG, or is damaged.
    """
    try:
        if content.startswith(_PNG):
            return _bare_png(content)
        if content.startswith(_JPEG):
            return _bare_jpeg(content)
    except (struct.error, zlib.error, IndexError, KeyError, ValueError) as fault:
        raise RevTrackError(
            "The picture {part} in the file is damaged. Insert it anew.", part=part
        ) from fault
    raise RevTrackError(
        "The picture {part} is of a kind that can hold more than what is seen (such as GIF, EMF or "
        "SVG). Save it as PNG or JPEG, and insert it anew.",
        part=part,
    )


def ending(content: bytes) -> str:
    """Return what the name of a picture's part ends with."""
    if content.startswith(_PNG):
        return "png"
    return "jpeg" if content.startswith(_JPEG) else "bin"


def _bare_png(content: bytes) -> bytes:
    chunks = _chunks(content)
    header = chunks[b"IHDR"][:13]
    width, height, depth, kind, _packing, _filtering, interlaced = struct.unpack(">IIBBBBB", header)
    wanted = _unpacked_size(width, height, depth * _CHANNELS[kind], is_interlaced=bool(interlaced))
    if not 0 < wanted <= _LARGEST:
        raise ValueError
    dots = zlib.decompressobj().decompress(chunks[b"IDAT"], wanted)
    if len(dots) != wanted:
        raise ValueError
    kept = [(b"IHDR", header)]
    kept += [(name, chunks[name][:size]) for name, size in _SIZES.items() if name in chunks]
    colours = 2**depth if kind == 3 else 0  # noqa: PLR2004 - the kind with a palette
    if colours:
        kept.append((b"PLTE", chunks[b"PLTE"][: 3 * colours]))
    if b"tRNS" in chunks:
        kept.append((b"tRNS", chunks[b"tRNS"][: colours or 2 * _CHANNELS[kind]]))
    kept += [(b"IDAT", zlib.compress(dots, 9)), (b"IEND", b"")]
    return _PNG + b"".join(_chunk(name, data) for name, data in kept)


def _chunks(content: bytes) -> dict[bytes, bytes]:
    """Return what a PNG holds by its names; what is given in pieces is put together."""
    found: dict[bytes, bytes] = {}
    place = len(_PNG)
    while b"IEND" not in found:
        (size,) = struct.unpack(">I", content[place : place + 4])
        name, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        if len(data) < size:
            raise ValueError
        is_more = name == b"IDAT" and name in found
        found[name] = found[name] + data if is_more else data
        place += 12 + size
    return found


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _unpacked_size(width: int, height: int, bits: int, *, is_interlaced: bool) -> int:
    """Return how many bytes the dots take, each line with the one that says how it is filtered."""
    if not is_interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for left, top, across, down in _PASSES:
        columns, lines = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and lines > 0:
            total += lines * (1 + (columns * bits + 7) // 8)
    return total


def _bare_jpeg(content: bytes) -> bytes:
    kept, place = [_JPEG], 2
    while True:
        if content[place] != 0xFF:  # noqa: PLR2004 - how each part begins
            raise ValueError
        marker = content[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 - filling before a part
            place += 1
            continue
        if marker == _END:
            return b"".join([*kept, b"\xff\xd9"])
        (size,) = struct.unpack(">H", content[place + 2 : place + 4])
        segment = content[place : place + 2 + size]
        place += 2 + size
        kept.append(_segment(marker, segment))
        if marker == _SCAN:
            end = _scan_end(content, place)
            kept.append(content[place:end])
            place = end


def _segment(marker: int, segment: bytes) -> bytes:
    """Return what is kept of one part of a JPEG, no longer than what it says of the picture."""
    said = segment[4:]
    if marker == _JFIF and said.startswith(b"JFIF\0"):
        return b"\xff\xe0\x00\x10" + said[:12] + b"\0\0"
    if marker == _ADOBE and said.startswith(b"Adobe"):
        return b"\xff\xee\x00\x0e" + said[:12]
    if marker in _FRAMES:
        return _cut(segment, 8 + 3 * said[5])
    if marker == _SCAN:
        return _cut(segment, 6 + 2 * said[0])
    return segment if marker in _TABLES else b""


def _cut(segment: bytes, size: int) -> bytes:
    return segment[:2] + struct.pack(">H", size) + segment[4 : 2 + size]


def _scan_end(content: bytes, place: int) -> int:
    """Return where the dots of a scan end: before the next part."""
    while True:
        place = content.index(b"\xff", place)
        if content[place + 1] not in _STUFFED:
            return place
        place += 2
