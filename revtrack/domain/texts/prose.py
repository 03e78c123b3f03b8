"""What text may contain: cleaned once, when a record is made.

Source: what SQLite, Word and Excel can hold. A lone surrogate cannot be stored and silently deletes
the rest of a Word document; control characters make a workbook unreadable.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

REPLACEMENT = "\ufffd"
MAX_LENGTH = 100_000

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile("[ \t\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    r"""Return the text as it is stored: NFC, ``\n`` as the only line break, no outer white space.

    Characters that no office program can hold become U+FFFD, so that their place is still seen.
    """
    return storable(text).strip()


def storable(text: str) -> str:
    """Return the text as ``clean`` does, its outer white space kept: a piece of a longer one."""
    if text.isprintable():  # neither line breaks nor what cannot be stored, which is soon seen
        return unicodedata.normalize("NFC", text)
    text = _LINE_BREAKS.sub("\n", text)
    text = _UNSTORABLE.sub(REPLACEMENT, text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line, each run of white space as one space."""
    return " ".join(part for part in _BLANKS.split(clean(text)) if part)


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Return what two spellings of one name have in common; å, ä and ö stay apart from a and o.

    >>> name_key("Vård- och  omsorgsnämnden") == name_key("VÅRD- OCH OMSORGSNÄMNDEN")
    True
    """
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name)).casefold()
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def lines_of(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text that holds one thing per line; none where it is missing."""
    return tuple(line.strip() for line in (text or "").split("\n") if line.strip())


Prose = Annotated[
    str, AfterValidator(clean), StringConstraints(min_length=1, max_length=MAX_LENGTH)
]
"""A text of one or more paragraphs, never empty; "not stated" is None."""

Line = Annotated[str, AfterValidator(clean_line), StringConstraints(min_length=1, max_length=1000)]
"""A text on one line (a name, a number), never empty."""

Lines = Prose
"""A text that holds one thing per line: aliases, recipients of a decision, attachments."""
