"""Pictures without what cameras and programs write into them: who, when, where, with what."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_SEEN = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"),
        *(b"bKGD", b"pHYs"),
    }
)
_JPEG = b"\xff\xd8"
_SCAN, _COMMENT = 0xDA, 0xFE
_OF_PROGRAMS = frozenset({*range(0xE1, 0xEE), 0xEF, _COMMENT})


def stripped(content: bytes) -> bytes:
    """Return a picture without its metadata; of kinds other than PNG and JPEG as it is."""
    if content.startswith(_PNG):
        return _stripped_png(content)
    return _stripped_jpeg(content) if content.startswith(_JPEG) else content


def is_stripped(content: bytes) -> bool:
    """Tell whether a picture is of a kind whose metadata can be taken away."""
    return content.startswith((_PNG, _JPEG))


def _stripped_png(content: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while place + 12 <= len(content):
        (size,) = struct.unpack(">I", content[place : place + 4])
        name = content[place + 4 : place + 8]
        end = place + 12 + size
        if name in _SEEN:
            kept.append(content[place:end])
        place = end
        if name == b"IEND":
            break
    return b"".join(kept)


def _stripped_jpeg(content: bytes) -> bytes:
    kept, place = [_JPEG], 2
    while place + 4 <= len(content) and content[place] == 0xFF:  # noqa: PLR2004 - how each part begins
        marker = content[place + 1]
        if marker == _SCAN:
            end = content.rfind(b"\xff\xd9")
            kept.append(content[place : end + 2 if end > place else len(content)])
            break
        (size,) = struct.unpack(">H", content[place + 2 : place + 4])
        if marker not in _OF_PROGRAMS:
            kept.append(content[place : place + 2 + size])
        place += 2 + size
    return b"".join(kept)
