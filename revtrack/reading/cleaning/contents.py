"""Where a paper's table of contents begins and ends, as its lines are gone through."""

from revtrack.reading.cleaning import signs

_MOST_OTHERS = 3
"""So many lines without a page in a row end the table; one or two may have been broken."""


class Contents:
    """Follows a paper's lines and tells those of its table of contents."""

    def __init__(self) -> None:
        """Begin outside the table."""
        self._others = _MOST_OTHERS

    def lead(self, text: str, *, is_marked: bool = False) -> str | None:
        """Return what a line of contents leads to, without its page; None for other lines.

        ``is_marked``: the word processor says that it is one.
        """
        if signs.is_contents_title(text):
            self._others = 0
            return None
        is_among = is_marked or self._others < _MOST_OTHERS
        lead = signs.contents(text, is_among_contents=is_among)
        if lead is None:
            self._others += 1
        elif is_among:
            self._others = 0
        return lead
