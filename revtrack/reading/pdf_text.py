"""A PDF of somebody else's as lines: its columns, tables and headings; runs in the guard's process.

pypdf looks first, since it limits itself: is a password asked for, how many pages are there. What
stands on the pages is read with pdfium, which tells where it stands.
"""

import io
import logging
from typing import NamedTuple

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from revtrack.domain.errors import N_, RevTrackError
from revtrack.reading.cleaning.lines import SourceLine
from revtrack.reading.cleaning.page_lines import Pages
from revtrack.reading.kinds import PASSWORD
from revtrack.reading.pdf_words import pages_of
from revtrack.reading.plain_text import NO_TEXT

MOST_PAGES = 3_000
SCANNED = N_(
    "The PDF is scanned, no text: it holds pictures of its pages. Have its text recognised (OCR), "
    "or ask for the file that it was made from."
)


class PdfLines(NamedTuple):
    """The lines of a PDF, how many pages it has, and which of them hold no text."""

    lines: list[SourceLine]
    pages: int
    empty: list[int]


def pdf_lines(content: bytes) -> PdfLines:
    """Return the lines of a PDF.

    Raises RevTrackError where it is damaged, asks for a password, is scanned or has no text.
    """
    _look_first(content)
    pages = Pages()
    count = 0
    for page in pages_of(content):
        pages.add(page)
        count += 1
    if len(pages.empty) == count:
        raise RevTrackError(SCANNED if pages.pictured else NO_TEXT)
    return PdfLines(pages.lines(), count, pages.empty)


def _look_first(content: bytes) -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        is_closed = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if is_closed else reader.get_num_pages()
    except (
        PyPdfError,
        DependencyError,
        RecursionError,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
    ):
        return  # pdfium mends what pypdf does not, and says itself where it cannot
    if is_closed:
        raise RevTrackError(PASSWORD)
    if count > MOST_PAGES:
        raise RevTrackError(
            "The file has {pages} pages; RevTrack reads at most {most}. Save it in parts.",
            pages=count,
            most=MOST_PAGES,
        )
