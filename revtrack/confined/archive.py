"""A zip archive looked through before anything in it is read.

Source: what has been sent to readers of office documents to exhaust or mislead them: archives that
unpack to gigabytes, two parts of one name, names that lead out of a folder, XML that declares
entities or hides behind another encoding.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from revtrack.confined.limits import MEGABYTE, Limits
from revtrack.domain.errors import N_, RevTrackError

DAMAGED = N_(
    "The file cannot be read: it is damaged or not whole. Ask for it again, or open it in its "
    "program and save it anew."
)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(ValueError, OSError, struct.error),  # nonsense in the archive's own list of parts
)
_ENTRY = b"PK\x01\x02"
"""How each line of an archive's own list begins."""
_PIECE = 1 << 16
_ENCRYPTED = 1
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ASTRAY = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")
_XML_NAMES = (".xml", ".rels", ".vml")
_PICTURE_NAMES = (".svg",)
_BEGINS_AS_XML = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")
_OTHER_ENCODING = re.compile(
    rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["']|us-ascii["'])""", re.IGNORECASE
)
_ENTITY = b"<!ENTITY"
"""What a picture may not declare either; a document type is usual in one."""


def check_archive(content: bytes, limits: Limits) -> frozenset[str]:
    """Return the names of an archive's parts; every part has been unpacked once and found sound.

    Raises RevTrackError, saying why, where it is damaged or made to do harm.
    """
    if content.count(_ENTRY) > limits.entries:
        raise RevTrackError(
            "The file was not read: it has more than {count} parts, as no office document has.",
            count=limits.entries,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_names(archive)
            _check_parts(archive, limits)
            return frozenset(archive.namelist())
    except _DAMAGE as fault:
        raise RevTrackError(DAMAGED) from fault


def _check_names(archive: zipfile.ZipFile) -> None:
    seen: set[str] = set()
    for part in archive.infolist():
        key = part.filename.casefold()
        if key in seen:
            raise RevTrackError(
                "The file was not read: two of its parts have the same name, so that programs "
                "read it differently. Open it in its program and save it anew."
            )
        seen.add(key)
        if _ASTRAY.search(part.orig_filename) or _ASTRAY.search(part.filename):
            raise RevTrackError(
                "The file was not read: the name of one of its parts leads out of the file."
            )
        if part.flag_bits & _ENCRYPTED or part.compress_type not in _PACKINGS:
            raise RevTrackError(
                "The file was not read: its parts are packed or encrypted in a way that office "
                "programs do not use. Open it in its program and save it anew."
            )


def _check_parts(archive: zipfile.ZipFile, limits: Limits) -> None:
    whole = 0
    for part in archive.infolist():
        is_xml = part.filename.casefold().endswith(_XML_NAMES)
        is_picture = part.filename.casefold().endswith(_PICTURE_NAMES)
        pieces: list[bytes] = []
        size = 0
        for piece in _pieces(archive, part):
            size += len(piece)
            if size > limits.part or whole + size > limits.unpacked:
                raise RevTrackError(
                    "The file was not read: it unpacks to more than {megabytes} MB.",
                    megabytes=(limits.part if size > limits.part else limits.unpacked) // MEGABYTE,
                )
            if not size - len(piece):
                is_xml = is_xml or (not is_picture and _BEGINS_AS_XML.match(piece) is not None)
            if is_xml or is_picture:
                pieces.append(piece)
        whole += size
        if is_picture:
            _refuse_declared(b"".join(pieces).replace(b"\0", b""), _ENTITY)
        elif is_xml:
            _check_xml(b"".join(pieces))


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _refuse_declared(data: bytes, *declarations: bytes) -> None:
    if any(each in data for each in declarations):
        raise RevTrackError(
            "The file was not read: a part of it declares a document type of its own, as no "
            "office program writes and as may be used to do harm."
        )


def _check_xml(data: bytes) -> None:
    _refuse_declared(data, b"<!DOCTYPE", _ENTITY)
    try:
        data.decode()
        bare = data.removeprefix(b"\xef\xbb\xbf")
        is_utf8 = b"\x00" not in data and not _OTHER_ENCODING.match(bare)
    except UnicodeDecodeError:
        is_utf8 = False
    if not is_utf8:
        raise RevTrackError(
            "The file was not read: its text is not in UTF-8, as office programs write it. "
            "Open it in its program and save it anew."
        )
