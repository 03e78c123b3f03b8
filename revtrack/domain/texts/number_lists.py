"""Numbers as they are typed in a row: "1, 3–4"."""

import re

from revtrack.domain.errors import UsageError

MOST = 1_000
"""A longer span is a slip of the finger."""

_PART = re.compile(r"(?P<first>[0-9]{1,4})(?:\s*[–—-]\s*(?P<last>[0-9]{1,4}))?")


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers that a text lists, each once, in its order; "3–5" is 3, 4 and 5.

    Raises UsageError where a part of it is no number.
    """
    found: dict[int, None] = {}
    for part in re.split(r"[,;]|\boch\b|(?<=[0-9])\s+(?=[0-9])", text):
        span = _PART.fullmatch(part.strip())
        if span is None and part.strip():
            raise UsageError(
                "{numbers} are not numbers. Write them as 1, 3–4.", numbers=text.strip()
            )
        if span is not None:
            found.update(dict.fromkeys(_span(int(span["first"]), int(span["last"] or 0))))
    return tuple(found)


def _span(first: int, last: int) -> range:
    return range(first, min(max(first, last), first + MOST) + 1)
