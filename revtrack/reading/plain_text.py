"""A text file of somebody else's as lines, whatever encoding it was saved in."""

import re
import unicodedata
from dataclasses import dataclass

from revtrack.domain.errors import N_, RevTrackError

NO_TEXT = N_("There is no text in the file.")
NOT_TEXT = N_("The file is not a text, a Word document or a PDF. Save it as one of them.")

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer first."""
_SAMPLE = 1 << 16
_HALF = 0.4
"""A text in UTF-16 has a zero for each letter that English has too, at every second place."""
_SWEDISH = "åäöÅÄÖé"
_OLD = ("cp850", "mac_roman")
"""What DOS and older Macs wrote; taken where the letters are Swedish only as one of them."""
_TOO_MANY_CONTROLS = 0.02
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LETTERED = re.compile(r"(?<=[A-Za-zåäöÅÄÖé])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-zåäöÅÄÖé])")
_OTHER_BREAKS = re.compile("[\x0b\u2028\u2029]|(?<![Ãâ])\x85")
"""Line breaks of other systems; after such a letter it is what is left of a misread Å."""
_PREVIEW = 80


@dataclass(frozen=True)
class Decoded:
    """A text, and how its bytes were understood."""

    text: str
    encoding: str
    is_certain: bool
    """Whether the bytes say so themselves: a byte order mark, or sound UTF-8."""

    @property
    def preview(self) -> str | None:
        """The first line with letters that encodings differ in, None where there is none."""
        found = _LETTERED.search(self.text)
        if found is None:
            return None
        start = self.text.rfind("\n", 0, found.start()) + 1
        start = max(start, found.start() - _PREVIEW // 2)
        return self.text[start : start + _PREVIEW].split("\n")[0].strip()


def decoded(content: bytes) -> Decoded:
    """Return the text of some bytes: by their mark, by the pattern of UTF-16, as UTF-8, as cp1252.

    Raises RevTrackError where they are no text.
    """
    found = _by_its_mark(content) or _by_its_zeros(content) or _strict(content) or _old(content)
    if len(_CONTROLS.findall(found.text[:_SAMPLE])) > _TOO_MANY_CONTROLS * len(
        found.text[:_SAMPLE]
    ):
        raise RevTrackError(NOT_TEXT)
    if not found.text.strip("\x00\ufeff \t\r\n\f"):
        raise RevTrackError(NO_TEXT)
    return found


def _by_its_mark(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_text(content.decode(encoding, "replace")), encoding, is_certain=True)
    return None


def _by_its_zeros(content: bytes) -> Decoded | None:
    sample = content[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[start::2].count(0)
        if zeros > _HALF * len(sample) / 2 and zeros > 4 * sample[1 - start :: 2].count(0):
            return Decoded(_text(content.decode(encoding, "replace")), encoding, is_certain=False)
    return None


def _strict(content: bytes) -> Decoded | None:
    try:
        return Decoded(_text(content.decode()), "utf-8", is_certain=True)
    except UnicodeDecodeError:
        return None


def _old(content: bytes) -> Decoded:
    """Return the text as Windows wrote it, or as an older system where only that is Swedish."""
    if content.count(b"\xc3") and (mostly := _mostly_utf8(content)):
        return mostly
    best = "cp1252"
    most = _swedish_letters(content, best)
    for encoding in _OLD:
        count = _swedish_letters(content, encoding)
        if count > 2 * most:
            best, most = encoding, count
    return Decoded(_text(content.decode(best, "replace")), best, is_certain=False)


def _mostly_utf8(content: bytes) -> Decoded | None:
    """Return UTF-8 where hardly any of it is broken, as by a text that was cut or pasted."""
    text = content.decode("utf-8", "replace")
    sound = sum(text.count(letter) for letter in _SWEDISH)
    if sound > 2 * text.count("\ufffd"):
        return Decoded(_text(text), "utf-8", is_certain=False)
    return None


def _swedish_letters(content: bytes, encoding: str) -> int:
    text = content.decode(encoding, "replace")
    beside = _LETTERED.findall(text)
    return sum(1 if each in _SWEDISH else -1 for each in beside)


def _text(text: str) -> str:
    """Return the text composed, with one kind of line break; a form feed begins a page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    text = _OTHER_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", text)
