"""The one way by which people's text reaches the screen."""

import re

from rich.text import Text

MAX_SHOWN = 2_000
CUT = "…"

_REPLACED = re.compile(
    "[\x80-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_BLANKS = re.compile(r"\s*\n\s*")
_PICTURES = 0x2400
_DELETE = 0x7F
_DELETE_PICTURE = "\u2421"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    return _DELETE_PICTURE if code == _DELETE else chr(_PICTURES + code)


def plain(text: str, limit: int = MAX_SHOWN) -> str:
    """Return the text without anything that a terminal obeys; a long one is cut, visibly.

    Control characters become their pictures (␛ for escape), C1 and direction controls U+FFFD.
    """
    if len(text) > limit:
        text = text[: limit - 1] + CUT
    if text.isprintable():  # nothing that is replaced is, and most texts are seen to be so at once
        return text
    return _CONTROL.sub(_picture, _REPLACED.sub("\ufffd", text))


def one_line(text: str, limit: int = MAX_SHOWN) -> str:
    """Return the text as ``plain`` does, its line breaks as spaces."""
    return plain(text if text.isprintable() else _BLANKS.sub(" ", text), limit)


def show(text: str, style: str = "", limit: int = MAX_SHOWN) -> Text:
    """Return people's text as it may stand on the screen: never markup, never a control code."""
    return Text(plain(text, limit), style=style)
