"""Whom a recommendation itself says that it is for: beside its words, or on a line below."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.text.sentences import sentences

_TAIL = re.compile(r"\s*[(\[](?P<names>[^()\[\]]{2,300})[)\]]\s*(?P<dot>\.?)$")
_DASHED_TAIL = re.compile(r"\s+[–—/-]+\s*(?P<names>[^–—/]{2,200})$")
_BRACKETED = re.compile(
    r"^[(\[](?P<names>[^()\[\]]{2,200})[)\]]\s*[:–—-]?\s*(?P<text>\S.*)$", re.DOTALL
)
_BEFORE = re.compile(r"^(?P<names>[^:]{2,200}):\s+(?P<text>\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^(?P<names>[^–—]{2,120}?)\s+[–—-]\s+(?P<text>\S.*)$", re.DOTALL)
_BESIDE = re.compile(
    r"^(?:riktas till|riktad(?:e)? till|ställs till|mottagare|adressat(?:er)?|organ"
    r"|(?:ansvarig|berörd|granskad)(?:t|a)?(?: nämnd(?:er)?| organ| styrelse)?|berör|avser|gäller"
    r"|nämnd(?:er)?(?:/styrelse)?|för vem|vem|till(?=\s?:))\s*[:–]?\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
"""A line that tells whom the recommendation beside it is for: "Mottagare: socialnämnden"."""


def own_recipients(text: str, course: Course) -> tuple[str, Whom | None]:
    """Return an item's words without whom it names itself, and whom that is; None for nobody."""
    for names, said in _named_in(text):
        if course.addressees.is_label(names):
            whom = course.addressees.spoken_to(names, course.whom)
            return said, whom
    return text, None


def _named_in(text: str) -> Iterator[tuple[str, str]]:
    """Give the places where names may stand, with the text that is left without them."""
    tail = _TAIL.search(text)
    if tail:
        yield tail["names"], text[: tail.start()] + tail["dot"]
    for shape in (_BRACKETED, _BEFORE, _DASHED):
        before = shape.match(text)
        if before:
            yield before["names"], before["text"]
    dashed = _DASHED_TAIL.search(text)
    if dashed:
        yield dashed["names"].rstrip(" ."), text[: dashed.start()]
    if ". " in text and len(list(sentences(text))) > 1:
        first, *_, last = sentences(text)
        yield first.rstrip(" ."), text[text.find(first) + len(first) :].strip()
        if last != text.strip():
            yield last.rstrip(" ."), text[: text.rfind(last)].rstrip()


def take_line_of_recipients(text: str, course: Course) -> bool:
    """Take up a line that tells whom the recommendation above it, or below it, is for."""
    match = _BESIDE.match(text.strip())
    if match is None or text.rstrip().endswith(":") or not course.addressees.is_label(text):
        return False
    whom = course.addressees.spoken_to(match["names"], course.whom)
    if whom is None or not (course.is_section or course.is_open):
        return False
    if course.has_of_list() and not course.names_first:
        course.found[-1] = replace(course.found[-1], whom=whom)
    else:
        course.whom, course.names_first = whom, True
    return True
