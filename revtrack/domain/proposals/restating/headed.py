"""Recommendations that a reply gives again as headings, each with its answer in the text below.

They are headings by their file, or short lines without a full stop between paragraphs that have
one, and stand below a heading of the answers or of the recommendations.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from revtrack.domain.proposals.papers.minutes import is_decision_heading, is_short
from revtrack.domain.proposals.restating.demand_lines import (
    OUGHT_TO,
    Demand,
    is_answering,
)
from revtrack.domain.proposals.restating.reply_lines import is_answer_label, said_in
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.verb_forms import ATT, begins_with_demand
from revtrack.domain.texts.paper import Line

_FEWEST, _FEWEST_WORDS, _LONGEST = 2, 3, 25
_ENOUGH = 0.5
"""The share of the headings whose text has to say what is thought or done."""
_BEGINS = re.compile(
    r"^(?:[\w,-]+ ){0,4}?(?:svar|yttrande|kommentar(?:er)?|ställningstagande|synpunkter|bemötande"
    r"|rekommendation(?:er|erna)?)\b[^.:?]{0,80}:?$",
    re.IGNORECASE,
)
"""A line above the answers, or above what was recommended and is answered."""
_DONE = re.compile(
    r"^(?:[\w,-]+ ){1,8}?(?:[a-zåäö]{2,}(?<!rn)as|följs|görs|ges|tas|ses|förs|sätts|läggs"
    r"|ställs|skrivs|hålls|stärks|höjs|sänks|mäts|utses|ökar|minskar)\b"
)
"""How a heading says what is to be done with a thing: "Kvitton kontrolleras av två personer"."""


@dataclass
class _Point:
    asked: Passage
    below: list[Passage] = field(default_factory=list)

    @property
    def is_replied_to(self) -> bool:
        """Whether the text below it says what is thought or done."""
        texts = [each.text for each in self.below if not is_answer_label(each.text)]
        is_labelled = len(texts) < len(self.below)
        begins = bool(texts) and is_answering(texts[0])
        return bool(texts) and (is_labelled or begins or not stance_in(texts[:2]).is_empty)


def headed_lines(passages: Passages) -> tuple[Demand, ...]:
    """Return the headings that say what is to be done, each with what answers it below."""
    return max(map(_of_section, _sections(tuple(said_in(passages)))), key=len, default=())


def _of_section(points: Sequence[_Point]) -> tuple[Demand, ...]:
    replied = sum(each.is_replied_to for each in points)
    is_whole = all(each.below for each in points)
    if len(points) < _FEWEST or not is_whole or replied < _ENOUGH * len(points):
        return ()
    return tuple((each.asked, each.asked.text, each.asked.marker) for each in points)


def _sections(said: Sequence[Passage]) -> Iterator[list[_Point]]:
    """Give the headings below each heading of answers, with the text below each of them."""
    for at, each in enumerate(said):
        if not (_is_bare(each) and _BEGINS.match(each.text)):
            continue
        points: list[_Point] = []
        for below in said[at + 1 :]:
            if _is_demand(below):
                points.append(_Point(below))
            elif points and (is_answer_label(below.text) or not _is_bare(below)):
                points[-1].below.append(below)
            elif points or below.is_heading:
                break
        yield points


def _is_bare(each: Passage) -> bool:
    """Tell whether a line is a heading, or is printed as one."""
    line = Line(each.kind, each.text, each.place)
    is_plain = not each.is_item and is_short(line) and not each.text.rstrip().endswith((":", ","))
    return each.is_heading or (is_plain and not is_decision_heading(line))


def _is_demand(each: Passage) -> bool:
    """Tell whether a heading says what is to be done."""
    said = ATT.sub("", each.text.strip())
    is_told = _FEWEST_WORDS <= len(said.split()) <= _LONGEST and _is_bare(each)
    is_told = is_told and not is_answering(said) and not is_answer_label(said)
    return is_told and bool(begins_with_demand(said) or OUGHT_TO.match(said) or _DONE.match(said))
