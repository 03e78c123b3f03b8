"""The signs of a line: spaces, bullets and numbers, marks of footnotes, lines of contents."""

import re
import unicodedata
from dataclasses import dataclass

BULLET = "•"

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00]")
_WIDE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_SPACES = re.compile(r" {2,}")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00a0": " "})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_STARS = re.compile(
    r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?![^\W⁰¹²³⁴⁵⁶⁷⁸⁹]|\*)"
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_NOTE_MARK = re.compile(rf"(?P<before>\b\w*|[^\w\s]|^|\s)(?P<mark>[{_SUPERSCRIPTS}]{{1,3}})")
_UNIT = re.compile(r"(?:\d|^[kcdm]?m|^kvm|^CO)$", re.IGNORECASE)
_FOOTNOTE = re.compile(rf"(?P<mark>[{_SUPERSCRIPTS}]{{1,3}})\s*(?=\S)")

_SMALL_FOOTNOTE = re.compile(r"(?P<mark>\d{1,3}|\*{1,3})\)?\s+(?=\S)")

_DASHES = "-–—―⎯‒"
_DOTS = "•●○◦∙·‣⁃▪▫■□▢◘◼◻◾◽►▶▸▹➢➤➔➜→❖◆◇✦✓✔✗❑❒❏➣\ue000-\uf8ff"
_APART = "»›>\ufffd"
"""Bullets only where a space follows: before a letter they are a quotation mark, or a letter."""
_BULLETED = re.compile(
    rf"(?:[{_DASHES}](?=\s|[A-ZÅÄÖ])|[{_DOTS}]|[{_APART}](?=\s)|\*(?=\s)|o(?=\s))\s*(?=\S)"
)
_BOX_SIGNS = "○◯●□■"
_BOXES = re.compile(f"[{_BOX_SIGNS}]")
_BULLET_ALONE = re.compile(rf"[{_DASHES}{_DOTS}{_APART}*o]")
_NUMBERED = re.compile(
    r"(?P<marker>\(?(?:\d{1,3}|[a-zåäö]|[ivx]{1,5})\)|\d{1,3}\.|[a-z]\.|[ivx]{2,5}\.|R\d{1,2}[.:]?)\s+(?=\S)"
)
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ])")
_CONTENTS = re.compile(r"(?P<title>.*?\S)(?:\s*[._…·]{3,}\s*|\t\s*|\s{3,})(?P<page>\d{1,3})")
_CONTENTS_LOOSE = re.compile(r"(?P<title>.*?\w)\s(?P<page>\d{1,3})")
_CONTENTS_TITLE = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…][\"”’)\]]{0,2}$")

MAX_LOOKED_AT = 400
"""Longer lines are text, whatever they begin with."""


@dataclass(frozen=True)
class Marked:
    """A line without the sign or number before it."""

    marker: str
    text: str


def plain(text: str) -> str:
    """Return a line composed, with plain spaces, without what only steers where lines break."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_HYPHENS)
    text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
    return _SPACES.sub(" ", _WIDE.sub(" ", text)).strip()


def without_stars(text: str) -> str:
    """Return a line without the stars that mark slanted and bold words in plain text."""
    return _STARS.sub(lambda found: found[2], text) if "*" in text else text


def without_note_marks(text: str) -> str:
    """Return a text without the marks of its footnotes: "digitisering⁸ och"; "km²" stays."""
    if not any(sign in text for sign in _SUPERSCRIPTS):
        return text
    return _NOTE_MARK.sub(_unmarked, text)


def _unmarked(found: re.Match[str]) -> str:
    before = found["before"]
    return found[0] if _UNIT.search(before) else before


def footnote(text: str) -> Marked | None:
    """Return the number and text of a footnote that begins with a raised number, else None."""
    found = _FOOTNOTE.match(text)
    return Marked(found["mark"].translate(_DIGITS), text[found.end() :]) if found else None


def small_footnote(text: str) -> Marked | None:
    """Return the number and text of a footnote in small letters that begins with a number."""
    found = _SMALL_FOOTNOTE.match(text)
    return Marked(found["mark"], text[found.end() :]) if found else None


def item(text: str) -> Marked | None:
    """Return the marker of a list's item ("•" for every bullet and dash) and its text, or None.

    Where several such signs stand in a line, they are the boxes of a form.
    """
    if (found := _BULLETED.match(text)) and len(_BOXES.findall(text)) <= 1:
        return Marked(BULLET, text[found.end() :])
    if found := _NUMBERED.match(text):
        return Marked(found["marker"], text[found.end() :])
    return None


def is_bullet_alone(text: str) -> bool:
    """Tell whether a line is nothing but a bullet, whose text stands on the next line."""
    return _BULLET_ALONE.fullmatch(text) is not None


def section(text: str) -> Marked | None:
    """Return the number and the words of a line that begins as a numbered heading, or None."""
    found = _SECTION.match(text)
    return Marked(found["number"], text[found.end() :]) if found else None


def contents(text: str, *, is_among_contents: bool = False) -> str | None:
    """Return what a line of a table of contents leads to, without its page; None for others.

    Among lines of contents a single space before the page number is enough.
    """
    if len(text) > MAX_LOOKED_AT or not text[-1:].isdigit():
        return None
    found = _CONTENTS.fullmatch(text)
    if found is None and is_among_contents:
        found = _CONTENTS_LOOSE.fullmatch(text)
    return plain(found["title"].rstrip(" ._…·")) if found else None


def is_contents_title(text: str) -> bool:
    """Tell whether a line stands over a table of contents."""
    return _CONTENTS_TITLE.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence or the beginning of a list does."""
    return _ENDS.search(text[-4:]) is not None


def starts_small(text: str) -> bool:
    """Tell whether a text begins with a small letter, as what goes on from a line above does."""
    return text[:1].islower()
