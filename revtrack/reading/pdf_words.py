"""What stands on the pages of a PDF: words with their places, and the lines that are drawn."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from revtrack.confined.archive import DAMAGED
from revtrack.confined.telling import tell
from revtrack.domain.errors import RevTrackError
from revtrack.reading.cleaning.page import Page, Ruling, Word

Handle = Any
"""Something of pdfium's; it has no types of its own."""

MOST_LETTERS = 60_000
"""Of a page; what has more is no page that somebody reads, and is read so far."""
MOST_OBJECTS = 6_000
"""Of a page; where more is drawn, it is a map or a picture and not a table."""
_THIN = 3.0
_SHORTEST = 5.0
_PARTING = "\x02\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_WORD = re.compile(rf"[^\s\x00{_PARTING}]+[{_PARTING}]?")
_ENDS_IN_DIGITS = re.compile(r"(?<![\d,.:/§-])(?<!\d )\d{1,3}(?=[.,;:)”\"’]?$)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.82
_NAME = 96
_STEP = 20
"""After so many pages it is told how far the reading has come."""
_NOMINAL = 4.0
"""Smaller letters are so only by name, and are drawn larger."""


def pages_of(content: bytes) -> Iterator[Page]:
    """Give the pages of a PDF, one after the other; raise RevTrackError where it is damaged."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise RevTrackError(DAMAGED)
    count = pdfium.FPDF_GetPageCount(document)
    for place in range(count):
        page = pdfium.FPDF_LoadPage(document, place)
        if page:
            yield _Page(page).read(place + 1)
            pdfium.FPDF_ClosePage(page)
        if place % _STEP == 0 or place + 1 == count:
            tell(place + 1, count)


class _Letters(NamedTuple):
    """The letters that a line begins with; what changes within it is of no interest."""

    size: float
    is_bold: bool


class _Page:
    """Reads a page of pdfium's, whose places count from the lower left corner, before turning."""

    def __init__(self, page: Handle) -> None:
        self._page = page
        self._turned = pdfium.FPDFPage_GetRotation(page)
        self.width = pdfium.FPDF_GetPageWidthF(page)
        self.height = pdfium.FPDF_GetPageHeightF(page)
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._bold: dict[bytes, bool] = {}
        self._name = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()
        self._line = _Letters(1.0, is_bold=False)

    def read(self, number: int) -> Page:
        """Return what stands on the page."""
        text = pdfium.FPDFText_LoadPage(self._page)
        words = list(self._words(text)) if text else []
        pdfium.FPDFText_ClosePage(text)
        rulings, has_pictures = self._drawn()
        return Page(number, self.width, self.height, words, rulings, has_pictures)

    def _words(self, text: Handle) -> Iterator[Word]:
        count = min(pdfium.FPDFText_CountChars(text), MOST_LETTERS)
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(text, 0, count, buffer)
        said = bytes(buffer).decode("utf-16-le", "replace").split("\x00")[0]
        is_counted = len(said) == count
        if not is_counted:  # some signs have no letter of their own, or two
            said = "".join(map(chr, buffer)).split("\x00")[0]
        end = 0
        after_number = False
        for found in _WORD.finditer(said):
            first, last = found.start(), found.end() - 1
            begins = not end or after_number or "\n" in said[end:first]
            after_number = begins and found[0].isdigit()  # it may be small, as a note's number is
            end = last + 1
            if not is_counted:
                first = pdfium.FPDFText_GetCharIndexFromTextIndex(text, first)
                last = pdfium.FPDFText_GetCharIndexFromTextIndex(text, last)
            if begins and first >= 0:
                self._line = _Letters(self._size(text, first), self._is_bold(text, first))
            word = self._word(text, found[0], first, last)
            if word is not None:
                yield word

    def _word(self, text: Handle, said: str, first: int, last: int) -> Word | None:
        if min(first, last) < 0 or not pdfium.FPDFText_GetLooseCharBox(text, last, self._box):
            return None
        box = self._box
        right = self._seen(box.left, box.bottom, box.right, box.top)[2]
        left, base = self._origin(text, first)
        if not (0 <= base <= self.height and right > 0 and left < self.width):
            return None  # outside the page, where nobody sees it
        size, is_bold = self._line
        if is_bold:
            is_bold = self._is_bold(text, first)
        if said[-1] in _PARTING:
            said = f"{said[:-1]}-"
        if said[-1].isdigit() or said[-2:-1].isdigit():
            size = self._size(text, first)
            said = self._with_raised(text, said, first, size)
        return Word(_whole(said), left, max(right, left), base, size, is_bold)

    def _origin(self, text: Handle, place: int) -> tuple[float, float]:
        """Return where a letter stands on its line, on the page as it is seen."""
        pdfium.FPDFText_GetCharOrigin(text, place, self._x, self._y)
        left, top, _right, _bottom = self._seen(
            self._x.value, self._y.value, self._x.value, self._y.value
        )
        return left, top

    def _size(self, text: Handle, place: int) -> float:
        size = float(pdfium.FPDFText_GetFontSize(text, place))
        if size >= _NOMINAL:
            return size
        if pdfium.FPDFText_GetMatrix(text, place, self._matrix):
            return size * float(max(abs(self._matrix.d), abs(self._matrix.b)))
        return size

    def _seen(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        if self._turned == 0:
            return left, self.height - top, right, self.height - bottom
        if self._turned == 1:
            return bottom, left, top, right
        if self._turned == 2:  # noqa: PLR2004 - upside down
            return self.width - right, bottom, self.width - left, top
        return self.width - top, self.height - right, self.width - bottom, self.height - left

    def _with_raised(self, text: Handle, said: str, first: int, size: float) -> str:
        """Return a word with the small digits at its end raised: the mark of a footnote."""
        found = _ENDS_IN_DIGITS.search(said)
        if found is None:
            return said
        place = first + found.start()
        is_raised = self._size(text, place) < _SMALL * size
        if not is_raised and found.start():
            is_raised = self._origin(text, first)[1] - self._origin(text, place)[1] > size / 5
        if not is_raised:
            return said
        return f"{said[: found.start()]}{found[0].translate(_RAISED)}{said[found.end() :]}"

    def _is_bold(self, text: Handle, place: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(text, place, self._name, _NAME, self._flags)
        name = self._name.raw[: max(length - 1, 0)] if length <= _NAME else b""
        if name not in self._bold:
            weight = pdfium.FPDFText_GetFontWeight(text, place)
            said = name.lower()
            self._bold[name] = b"bold" in said or b"black" in said or weight >= 650  # noqa: PLR2004
        return self._bold[name]

    def _drawn(self) -> tuple[list[Ruling], bool]:
        rulings: list[Ruling] = []
        has_pictures = False
        for place in range(min(pdfium.FPDFPage_CountObjects(self._page), MOST_OBJECTS)):
            drawn = pdfium.FPDFPage_GetObject(self._page, place)
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                has_pictures = True
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                rulings += self._rulings(drawn)
        return rulings, has_pictures

    def _rulings(self, drawn: Handle) -> list[Ruling]:
        left, bottom, right, top = (ctypes.c_float() for _each in range(4))
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            return []
        field = Ruling(*self._seen(left.value, bottom.value, right.value, top.value))
        wide, high = field.right - field.left, field.bottom - field.top
        if max(wide, high) < _SHORTEST:
            return []
        if min(wide, high) <= _THIN:
            return [field]
        return _edges(field)


def _whole(said: str) -> str:
    """Return a word with the two halves of a sign beyond the usual ones put together."""
    if said.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in said):
        return said
    return said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _edges(field: Ruling) -> list[Ruling]:
    left, top, right, bottom = field
    return [
        Ruling(left, top, right, top),
        Ruling(left, bottom, right, bottom),
        Ruling(left, top, left, bottom),
        Ruling(right, top, right, bottom),
    ]
