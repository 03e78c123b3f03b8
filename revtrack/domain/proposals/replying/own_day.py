"""The day of a reply, by which the times that it tells are behind or ahead."""

import re
from collections.abc import Iterator
from datetime import date

from revtrack.domain.days.written_days import days_in
from revtrack.domain.texts.paper import Line, Paper

_FIRST, _LAST, _LONGEST = 25, 6, 90
_OF_ANOTHER = re.compile(
    r"\b(?:senast|svar(?:stid|sdag|sdatum)?|före|\w*rapport\w*|ink\w*|ankom\w*|mottag\w*|missiv\w*"
    r"|granskning\w*|remiss\w*|antag\w*|justera\w*|gäller|från|klar\w*|nästa)\b",
    re.IGNORECASE,
)
"""Words before a day that is another's."""


def day_of(paper: Paper) -> date | None:
    """Return the latest day that stands by itself at a reply's beginning or end; None of none."""
    return max(_days(paper), default=None)


def _days(paper: Paper) -> Iterator[date]:
    lines = [each for each in paper.blocks if isinstance(each, Line)]
    ends = lines[:_FIRST] + lines[_FIRST:][-_LAST:]
    for line in (*ends, *paper.furniture):
        if len(line.text) <= _LONGEST:
            for each in days_in(line.text):
                if not _OF_ANOTHER.search(line.text[: each.start]):
                    yield each.day
