"""The § of a matter where a head names whose it is: "Kommunstyrelsen § 133  2020-09-08"."""

import re

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.papers.minutes import Matter, is_short
from revtrack.domain.texts.paper import Line

HEAD = 12
"""Among so many lines from the top a head gives it."""
_OF_BODY = re.compile(
    r"^(?P<body>(?:[\w,&-]+\s){0,5}[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|direktion(?:en)?"
    r"|fullmäktige))(?P<between>[\s,:]+(?:den\s)?[^§]{0,20}?)(?:§|paragraf)\s*(?P<number>\d{1,4})"
    r"(?:/\d\d(?:\d\d)?)?(?P<after>[\s,(]+.{4,20})?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^beslut\s+(?:nr\.?\s*)?(?P<number>\d{1,4})$", re.IGNORECASE)
"""A decision that a body numbers without the sign: "Beslut 72"."""


def head_matter_of(line: Line) -> Matter | None:
    """Return the § that a line of a head gives with the body's name, or after "Beslut"."""
    text = " ".join(line.text.split())
    if not is_short(line):
        return None
    numbered = _NUMBERED.match(text)
    if numbered is not None:
        return Matter(numbered["number"], "", line.place)
    match = _OF_BODY.match(text)
    if match is None or not all(map(_is_day_or_nothing, (match["between"], match["after"] or ""))):
        return None
    return Matter(match["number"], match["body"], line.place)


def _is_day_or_nothing(text: str) -> bool:
    """Tell whether words beside a § are no more than the day of the meeting."""
    for each in days_in(text):
        text = text[: each.start] + text[each.end :]
    return re.fullmatch(r"(?:den|[\W])*", text, re.IGNORECASE) is not None
