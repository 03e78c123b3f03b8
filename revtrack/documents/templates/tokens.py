"""What stands between braces in a text: fields, broken fields and code."""

import re
from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a token is."""

    FIELD = "field"
    BROKEN = "broken"
    CODE = "code"


@dataclass(frozen=True)
class Token:
    """Something between braces."""

    sort: Sort
    text: str
    name: str
    """Of a field, or what comes nearest to a name in a broken one."""


_CODE = re.compile(r"\{%.*?(%\}|$)|\{#.*?(#\}|$)|\{_[{%].*?([}%]_\}|$)|\{\{[^{}]*\}\}|%\}|#\}")
_FIELD = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")
_WORDS = re.compile(r"[^\W\d][\w -]*")
_BROKEN = re.compile(
    r"(?:\{\s*)+([^\W\d][\w -]*?)?\s*(?:\}\s*)*\}|(?:\{\s*)+([^\W\d]\w*)?|([^\W\d]\w*)?\s*\}+"
)


def tokens(text: str) -> list[Token]:
    """Return what stands between braces in a text, in order within each sort."""
    found = [Token(Sort.FIELD, each[0], each[1]) for each in _FIELD.finditer(text)]
    text = _FIELD.sub(" ", text)
    for each in _CODE.finditer(text):
        inner = each[0].strip("{} ")
        if each[0].startswith("{{") and _WORDS.fullmatch(inner):
            found.append(Token(Sort.FIELD, each[0], inner))
        else:
            found.append(Token(Sort.CODE, each[0], ""))
    text = _CODE.sub(" ", text)
    return found + [
        Token(Sort.BROKEN, each[0].strip(), (each[1] or each[2] or each[3] or "").strip())
        for each in _BROKEN.finditer(text)
    ]
