"""What kind of file some bytes are, told by how they begin, never by a name."""

import re
from enum import Enum

from revtrack.domain.errors import N_, RevTrackError


class Kind(Enum):
    """A kind of file that some reader takes, or that is told from the others."""

    WORD = ".docx"
    EXCEL = ".xlsx"
    PDF = ".pdf"
    TEXT = ".txt"
    """Text, and whatever else has no mark of its own: a calendar, a table with commas, JSON."""
    ARCHIVE = ".zip"
    """A zip archive that is no office document."""


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_START = 1024
"""How far into a file its mark is looked for, where others let it begin later (PDF, HTML)."""
_SPACE = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"

PASSWORD = N_(
    "The file is protected by a password. Open it, take the password away, save it and try again."
)
_OLD_WORD = N_("The file is an old Word document (.doc). Open it in Word and save it as .docx.")
_OLD_EXCEL = N_("The file is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx.")
_OLD_OFFICE = N_(
    "The file is of an old kind of office document. Open it in its program and save it as .docx "
    "or .xlsx."
)
_RICH_TEXT = N_("The file is rich text (.rtf). Open it in Word and save it as .docx.")
_WEB_PAGE = N_("The file is a web page (.html). Open it in Word and save it as .docx.")
_PICTURE = N_("The file is a picture. RevTrack reads text, not pictures of it.")
_OPEN_DOCUMENT = N_(
    "The file is an OpenDocument file. Open it in its program and save it as .docx or .xlsx."
)
_PRESENTATION = N_("The file is a presentation, which RevTrack does not read.")

_OLE_STREAMS = (
    ("EncryptedPackage", PASSWORD),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _OLD_EXCEL),
)
"""By the stream that an OLE file holds, what is to be done with it; the first that fits."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HTML = re.compile(rb"<(!doctype html|html|head|body)\b", re.IGNORECASE)


def refuse_what_nobody_reads(content: bytes) -> None:
    """Raise RevTrackError, saying what to do, where the file is of a kind that is never read."""
    if content.startswith(_OLE):
        for stream, message in _OLE_STREAMS:
            if stream.encode("utf-16-le") in content:
                raise RevTrackError(message)
        raise RevTrackError(_OLD_OFFICE)
    start = content[:_START].lstrip(_SPACE)
    if start.startswith(b"{\\rtf"):
        raise RevTrackError(_RICH_TEXT)
    if _HTML.match(_without_comments(start.replace(b"\x00", b""))):
        raise RevTrackError(_WEB_PAGE)
    if content.startswith(_PICTURES):
        raise RevTrackError(_PICTURE)


def _without_comments(start: bytes) -> bytes:
    return re.sub(rb"^(\s|<\?xml[^>]*>|<!--.*?-->)+", b"", start, flags=re.DOTALL)


def is_zip(content: bytes) -> bool:
    """Tell whether the file begins as a zip archive does, as .docx and .xlsx are."""
    return content.startswith(_ZIP)


def is_pdf(content: bytes) -> bool:
    """Tell whether the file has the mark of a PDF, which may stand a little after its beginning."""
    return b"%PDF-" in content[:_START]


def kind_of(content: bytes, names: frozenset[str] | None) -> Kind:
    """Return the kind of a file; ``names`` are those of its parts where it is a zip archive.

    Raises RevTrackError where it is a kind of archive that is never read.
    """
    if names is None:
        return Kind.PDF if is_pdf(content) else Kind.TEXT
    if "mimetype" in names and "META-INF/manifest.xml" in names:
        raise RevTrackError(_OPEN_DOCUMENT)
    if "[Content_Types].xml" not in names:
        return Kind.ARCHIVE
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "ppt" in folders:
        raise RevTrackError(_PRESENTATION)
    if "word" in folders:
        return Kind.WORD
    return Kind.EXCEL if "xl" in folders else Kind.ARCHIVE
