"""The § of a matter where a head names whose it is: "Kommunstyrelsen § 133  2020-09-08"."""

import re

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.papers.minutes import Matter, diary_number_of, is_short
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line

HEAD = 12
"""Among so many lines from the top a head gives it."""
_OF_BODY = AnyCase(
    r"^(?P<body>(?:[\w,&-]+\s){0,5}[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|direktion(?:en)?"
    r"|fullmäktige))(?P<between>[\s,:]+(?:den\s)?[^§]{0,20}?)(?:§|paragraf)\s*(?P<number>\d{1,4})"
    r"(?:/\d\d(?:\d\d)?)?(?P<after>[\s,(]+.{4,20})?$",
)
_OF_DAY = re.compile(
    r"^(?P<between>(?:(?:(?:[\w-]+s )?(?:yttrande|svar|beslut|sammanträde|möte|protokoll))"
    r"(?: i [\w-]+(?:nämnden|styrelsen))?,? )?(?:den )?[^§]{6,20}?)[\s,]*"
    r"(?:§|paragraf)\s*(?P<number>\d{1,4})(?P<after>[\s,(]+.{4,20})?$",
    re.IGNORECASE,
)
"""A § behind the day of the meeting alone: "2019-06-17 § 77", "Yttrande 2021-05-05, § 33"."""
_KIND = re.compile(
    r"^(?:[\w-]+s )?(?:yttrande|svar|beslut|sammanträde|möte|protokoll)"
    r"(?: i [\w-]+(?:nämnden|styrelsen))?",
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
    if match is not None:
        around = (match["between"], match["after"] or "")
        is_head = all(map(_is_day_or_nothing, around))
        return Matter(match["number"], match["body"], line.place) if is_head else None
    match = _OF_DAY.match(text)
    if match is None or not any(days_in(match["between"])):
        return None
    number = diary_number_of(match["after"] or "")
    after = (match["after"] or "").replace(number or "", "")
    around = (_KIND.sub("", match["between"]), after)
    is_head = all(map(_is_day_or_nothing, around))
    return Matter(match["number"], "", line.place) if is_head else None


def _is_day_or_nothing(text: str) -> bool:
    """Tell whether words beside a § are no more than the day of the meeting."""
    for each in days_in(text):
        text = text[: each.start] + text[each.end :]
    return re.fullmatch(r"(?:den|[\W])*", text, re.IGNORECASE) is not None
