"""Recommendations that a reply gives again without the auditors' own words for recommending.

They stand under a heading, after a label, or as the points that the reply says were put to it.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.recommended import Recommended
from revtrack.domain.proposals.stances import position_in
from revtrack.domain.texts.prose import name_key

_LEADS = re.compile(
    r"\brekommender(?:at|ade|ats|as|ar)\b|\brekommendationer\w*\b|\b(?:punkter|synpunkter) som\b"
    r"|\bföljande (?:punkter|synpunkter)\b|\b(?:revis\w+|granskningen) (?:bedömer|anser|menar)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:revisorernas |revisionens |kommunrevisionens )?rekommendation(?:er|en|erna)?"
    r"(?: (?:nr )?r?\d{1,2})?$"
)
_LABEL = re.compile(
    r"^(?:revisorernas |revisionens )?rekommendation(?:\s+(?:nr\s*)?(?P<number>R?\d{1,2}[a-z]?))?"
    r"\s*[:–-]\s*(?P<text>\w.{14,})$",
    re.IGNORECASE | re.DOTALL,
)
_SHOULD = re.compile(r"^[^.]{0,80}?\b(?:bör|ska|behöver)\s+(?P<text>\w.+)$", re.DOTALL)
_UNSURE = 0.75


def restated_in(passages: Sequence[Passage | TablePassage]) -> tuple[Recommended, ...]:
    """Return what a reply gives as the auditors' recommendations; none where it gives none."""
    return tuple(_labelled(passages)) or tuple(_listed(passages))


def _labelled(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    for each in passages:
        match = _LABEL.match(each.text) if isinstance(each, Passage) else None
        is_said = match is not None and position_in(match["text"]) is None
        if match is not None and is_said and isinstance(each, Passage):
            yield _recommended(each, match["text"], match["number"])


def _listed(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give the items under words that announce them, and what stands under such a heading."""
    is_led = is_headed = False
    for each in passages:
        if not isinstance(each, Passage):
            is_led = is_headed = False
        elif each.is_heading:
            is_headed = _HEADING.match(name_key(each.text)) is not None
            is_led = False
        elif each.is_item and (is_led or is_headed):
            yield _recommended(each, each.text, each.marker)
        elif is_headed and position_in(each.text) is None and not each.text.endswith(":"):
            yield _recommended(each, each.text, None)
        else:
            is_led = each.text.rstrip().endswith(":") and _LEADS.search(each.text) is not None


def _recommended(each: Passage, text: str, number: str | None) -> Recommended:
    should = _SHOULD.match(text.strip())
    said = should["text"] if should else text.strip()
    return Recommended(
        text=said[:1].upper() + said[1:],
        whom=None,
        place=each.place,
        section=each.section,
        number=number if number and number[-1:].isalnum() else None,
        rank=1,
        run=each.run,
        is_listed=True,
        confidence=_UNSURE,
    )
