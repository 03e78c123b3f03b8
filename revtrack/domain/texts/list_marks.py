"""Numbers and bullets as they are typed before the items of a list."""

import re

_BULLET = re.compile(
    r"^(?:[-–—•◦▪‣⁃●○■□➢➤►*·⎯→\uf0b7\uf0a7\uf0d8](?:\s+|(?=[^\W\d_]))|o\t\s*|o\s+(?=[A-ZÅÄÖ]))"
)
_NUMBER = re.compile(
    r"^(?:(?:Rekommendation|Rek\.?|(?:Revisions|Del)?fråga)\s+(?:nr\s+)?"
    r"(?P<named>[RF]?\d{1,3}[a-z]?|(?-i:[A-H])(?=\s?[.):–-]))\s*(?:[.):]\s*|,\s*(?!\d)|[–-]\s*|(?=\s)(?!\s+(?:och|samt|är|har|bedöms"
    r"|anses|kvarstår|avser|gäller|berör|rör|omfattar|handlar|riktas?|riktar|besvaras?|besvarar|hör"
    r"|innebär|innehåller|kan|ska|var|blev|ställs|delas|tillkom)\b))"
    r"|(?:Nr\.?|Punkt|Förslag|Råd|#)\s*(?P<counted>\d{1,2})(?:\s*[.:)–-]\s*"
    r"|\s+(?!och\b|samt\b)(?=[^\W\d]))"
    r"|\((?P<within>\d{1,2})\)\s+|(?P<slashed>\d{1,2})(?:/|:|\s[–-])\s+(?=[^\W\d])"
    r"|(?P<roman>[ivx]{2,4})[.)]\s+"
    r"|(?P<ours>[RF]\d{1,3}[a-z]?)[.):]?\s+"
    r"|(?P<plain>\d{1,2}[a-z]?(?:\.\d{1,2})*)[.)](?:\s+|\t)"
    r"|\(?(?P<letter>[a-zåäö])\)\s+"
    r"|(?P<dotted>(?-i:[a-h]))\.\s+(?=[^\W\d_]{2,}\b(?!\.)))\s*(?=\S)",
    re.IGNORECASE,
)
_GROUPS = ("named", "ours", "plain", "counted", "within", "slashed", "roman")
_OURS = re.compile(r"^[RF]\d", re.IGNORECASE)


def is_our_number(number: str | None) -> bool:
    """Tell whether a number is of the form that letters have: ``R4``, ``F1``."""
    return number is not None and _OURS.match(number) is not None


def split_number(text: str) -> tuple[str | None, str, bool]:
    """Return the number before a text, the text after it, and whether a bullet was typed."""
    rest = _BULLET.sub("", text)
    match = _NUMBER.match(rest)
    if match is None:
        return None, rest, rest != text
    number = next((match[each] for each in _GROUPS if match[each]), None)
    is_marked = rest != text or bool(match["letter"] or match["dotted"])
    if number and is_our_number(number):
        number = number.upper()
    return number, rest[match.end() :], is_marked
